import type { DataFrame, FieldConfigSource } from '@grafana/data';
import { createTheme, FieldType, StreamingDataFrame } from '@grafana/data';

import { panelMetrics } from '../src/frames/panelMetrics';
import type { Protocol } from '../src/protocol/protocol';
import { ProtocolTeller } from '../src/protocol/tellProtocol';

const BEGIN = Date.UTC(2026, 10, 23, 9);
const PACKET_MS = 250;
const VIEW_MS = 60_000;
const FIELD_CONFIG: FieldConfigSource = { defaults: {}, overrides: [] };
const RULE = { operator: '>', critical: 80, staleAfter: '5s', owner: 'SRE', action: 'Restart it', automation: 'none' };

/** How often the values go up over the level and come back: a breach a minute. */
const WAVE_MS = 60_000;

/**
 * A panel on a stream of four packets a second, as Grafana gives it to the panel: a frame that goes on in its own arrays, in
 * new data objects. Time is counted, not waited for.
 */
export class StreamedPanel {
  private readonly teller = new ProtocolTeller();
  private readonly theme = createTheme();
  private readonly frame: StreamingDataFrame;
  private packets = 0;

  constructor() {
    const fields = [
      { name: 'time', type: FieldType.time },
      { name: 'value', type: FieldType.number, config: { custom: { rule: RULE } } },
    ];
    this.frame = StreamingDataFrame.fromDataFrameJSON({ schema: { fields } }, { maxLength: VIEW_MS / PACKET_MS });
  }

  /** Lets packets arrive, and judges each. @returns What is told with the last one. */
  receive(packets: number): Protocol {
    let protocol: Protocol | undefined;
    for (let count = 0; count < packets; count++) {
      protocol = this.packet();
    }
    if (!protocol) {
      throw new Error('A stream without packets tells nothing.');
    }
    return protocol;
  }

  private packet(): Protocol {
    this.packets++;
    const now = BEGIN + this.packets * PACKET_MS;
    const phase = (((now - BEGIN) % WAVE_MS) / WAVE_MS) * 2 * Math.PI;
    this.frame.push({ data: { values: [[now], [50 + 40 * Math.sin(phase)]] } });
    const span = { from: now - VIEW_MS, to: now, now, asked: now };
    const metrics = panelMetrics([copyOf(this.frame)], {
      fieldConfig: FIELD_CONFIG,
      theme: this.theme,
      replaceVariables: (text) => text,
    });
    const view = { metrics, errors: [] };
    const told = this.teller.tell({ view, judgeOn: { mode: 'view' }, spans: { view: span, judged: span } });
    if (!('protocol' in told)) {
      throw new Error(told.nothing);
    }
    return told.protocol;
  }
}

function copyOf(frame: DataFrame): DataFrame {
  return { ...frame, fields: frame.fields.map((field) => ({ ...field })), length: frame.length };
}
