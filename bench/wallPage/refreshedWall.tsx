import type { DataFrame, FieldConfigSource, PanelData, PanelProps } from '@grafana/data';
import {
  createTheme,
  dateTime,
  EventBusSrv,
  FieldType,
  getDefaultTimeRange,
  LoadingState,
  ThemeContext,
} from '@grafana/data';
import { setPluginImportUtils } from '@grafana/runtime';
import i18next from 'i18next';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

import words from '../../src/locales/en-US/protocolops-protocol-panel.json';
import { ProtocolPanel } from '../../src/panel/ProtocolPanel';
import type { ProtocolOptions } from '../../src/panel/options';
import pluginJson from '../../src/plugin.json';
import { MINUTE, SECOND } from '../../src/time/units';

/** What the wall shows. */
interface Content {
  metrics: number;
  samples: number;
}

/** How the benchmark and the soak drive the wall. */
interface DrivenWall {
  begin: (content: Content) => void;
  /** Makes the data of the next refresh, which is not the wall's work. */
  prepare: () => void;
  /** Shows them, and waits until they are drawn. */
  draw: () => Promise<unknown>;
  /** So many refreshes at full speed. */
  refresh: (times: number) => void;
}

declare global {
  interface Window {
    wall: DrivenWall;
  }
}

const SIZE = { width: 1920, height: 1080 };

const RULE = {
  operator: '>',
  warning: 85,
  critical: 92,
  for: '5m',
  keepFiringFor: '5m',
  owner: 'Team ${__field.name}',
  action: '1. Look at the queue\n2. Add workers',
  automation: 'None',
  escalateAfter: '4h',
};

const FIELD_CONFIG: FieldConfigSource = { defaults: { custom: { rule: RULE } }, overrides: [] };

/** Between two refreshes, in counted time. */
const STEP_MS = 5 * SECOND;

/** How often a metric goes up and comes back. */
const WAVE_MS = 40 * MINUTE;

/** Shows a wall that is told what to show by `window.wall`. */
export async function showWall(): Promise<void> {
  await i18next.init({ lng: 'en-US', resources: { 'en-US': { [pluginJson.id]: words } } });
  // A wall needs no other visualization.
  setPluginImportUtils({
    importPanelPlugin: () => Promise.reject(new Error('There is none here.')),
    getPanelPluginFromCache: () => undefined,
  });
  const element = document.getElementById('root');
  if (!element) {
    throw new Error('The page has no place for a wall.');
  }
  const root = createRoot(element);
  const theme = createTheme();
  const began = Date.now();
  let content: Content = { metrics: 1, samples: 1 };
  let count = 0;

  let prepared: PanelProps<ProtocolOptions> | undefined;

  const prepare = () => {
    prepared = propsOf(dataOf(content, began + count * STEP_MS));
    count++;
  };
  const draw = () => {
    const props = prepared;
    if (props) {
      flushSync(() =>
        root.render(
          <ThemeContext.Provider value={theme}>
            <ProtocolPanel {...props} />
          </ThemeContext.Provider>
        )
      );
    }
  };
  const refresh = (times: number) => {
    for (let done = 0; done < times; done++) {
      prepare();
      draw();
      // Laid out, as for a frame.
      element.getBoundingClientRect();
    }
  };

  window.wall = {
    begin: (given) => {
      content = given;
      refresh(1);
    },
    prepare,
    draw: () => {
      draw();
      return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    },
    refresh,
  };
}

function dataOf({ metrics, samples }: Content, now: number): PanelData {
  const newest = now - (now % MINUTE);
  const times = Array.from({ length: samples }, (_, index) => newest - (samples - 1 - index) * MINUTE);
  const from = times[0];
  const series = Array.from({ length: metrics }, (_, place) => frameOf(place, times));
  const timeRange = { from: dateTime(from), to: dateTime(now), raw: { from: `now-${samples}m`, to: 'now' } };
  return {
    state: LoadingState.Done,
    series,
    timeRange,
    request: {
      requestId: 'bench',
      app: 'dashboard',
      range: timeRange,
      timezone: 'utc',
      interval: '1m',
      intervalMs: MINUTE,
      scopedVars: {},
      targets: [{ refId: 'A' }],
      startTime: now,
    },
  };
}

/** One of a hundred metrics fires at a time: each goes up for a part of its wave. */
function frameOf(place: number, times: readonly number[]): DataFrame {
  const config = { custom: { rule: RULE }, displayName: `worker ${place + 1}` };
  const values = times.map((time) => 50 + 45 * peak(((time + place * 7 * MINUTE) % WAVE_MS) / WAVE_MS, place));
  return {
    refId: 'A',
    length: times.length,
    fields: [
      { name: 'Time', type: FieldType.time, config: {}, values: [...times] },
      { name: `worker ${place + 1}`, type: FieldType.number, config, values },
    ],
  };
}

/** Up only for one of a hundred; the others are calm, and move all the same. */
function peak(share: number, place: number): number {
  const wave = Math.sin(2 * Math.PI * share);
  return place % 100 === 0 ? wave : 0.4 * wave;
}

function propsOf(data: PanelData): PanelProps<ProtocolOptions> {
  return {
    id: 1,
    data,
    timeRange: data.timeRange ?? getDefaultTimeRange(),
    timeZone: 'utc',
    options: { layout: 'wall' },
    transparent: false,
    ...SIZE,
    fieldConfig: FIELD_CONFIG,
    renderCounter: 0,
    title: 'Wall',
    eventBus: new EventBusSrv(),
    onOptionsChange: () => undefined,
    onFieldConfigChange: () => undefined,
    onChangeTimeRange: () => undefined,
    replaceVariables: (text) => text,
  };
}
