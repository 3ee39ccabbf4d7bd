import type { PanelData, PanelProps } from '@grafana/data';
import { useEffect, useMemo, useRef, useState } from 'react';

import type { DashboardPanels, SourcePanels } from '../../frames/dashboardPanels';
import { readDashboardPanels, sourcePanels } from '../../frames/dashboardPanels';
import type { DividedFrames } from '../../frames/frameOwners';
import { FrameOwners } from '../../frames/frameOwners';
import type { SavedDashboard } from '../../frames/savedDashboard';
import type { ScenePanel } from '../../frames/scenePanels';
import { SECOND } from '../../time/units';
import { useSavedDashboard } from './useSavedDashboard';

/** What a panel that shows others takes from them. */
export interface SourceReading extends SourcePanels {
  /** Undefined where the dashboard can't be read, or is still under way. */
  from?: DashboardPanels['from'];
  frames: DividedFrames;
}

/**
 * The panels that a panel's queries name, with what each shows now. Grafana hands their data on when all of them have
 * answered; what they show themselves is newer, and is looked for once a second.
 */
export function useSourceReading(panel: Pick<PanelProps, 'data' | 'id'>): SourceReading {
  const { data, id } = panel;
  const [owners] = useState(() => new FrameOwners());
  const [unread, setUnread] = useState<string>();
  const saved = useSavedDashboard(unread);
  const asked = useMemo((): Asked => ({ data, id, saved }), [data, id, saved]);
  const found = useNewest(asked);
  const reading = useMemo(() => readingOf(data, found, owners), [data, found, owners]);
  const dashboardUid = data.request?.dashboardUID;
  if (found === undefined && dashboardUid !== undefined && unread !== dashboardUid) {
    setUnread(dashboardUid);
  }
  return reading;
}

/** What the panels of a dashboard are read by. */
interface Asked {
  data: PanelData;
  id: number;
  saved: SavedDashboard | undefined;
}

/** The panels as they are now; the very same object as long as they show the same. */
function useNewest(asked: Asked): DashboardPanels | undefined {
  const first = useMemo(() => readPanels(asked), [asked]);
  const [later, setLater] = useState({ asked, found: first });
  const found = later.asked === asked ? later.found : first;
  const newest = useRef({ asked, found });
  useEffect(() => {
    newest.current = { asked, found };
  });
  useEffect(() => {
    const timer = setInterval(() => {
      const former = newest.current;
      const now = readPanels(former.asked);
      if (!areSame(former.found?.panels ?? [], now?.panels ?? [])) {
        setLater({ asked: former.asked, found: now });
      }
    }, SECOND);
    return () => clearInterval(timer);
  }, []);
  return found;
}

function readPanels({ data, id, saved }: Asked): DashboardPanels | undefined {
  return data.request && readDashboardPanels(data.request, id, saved);
}

function readingOf(data: PanelData, found: DashboardPanels | undefined, owners: FrameOwners): SourceReading {
  const targets = data.request?.targets ?? [];
  const panels = sourcePanels(targets, found?.panels ?? []);
  return { ...panels, from: found?.from, frames: owners.divide(data.series, { targets, panels: panels.asked }) };
}

/** Whether panels show the same, by the same rules. */
function areSame(some: readonly ScenePanel[], others: readonly ScenePanel[]): boolean {
  const [marks, otherMarks] = [some, others].map((panels) => panels.flatMap(marksOf));
  return marks.length === otherMarks.length && marks.every((mark, index) => mark === otherMarks[index]);
}

function marksOf({ key, title, type, saved, data }: ScenePanel): unknown[] {
  return [key, title, type, saved.fieldConfig, saved.options, data.at(-1)];
}
