import { sortBy } from 'lodash';

import { isRecord } from '../rule/isRecord';
import type { DashboardReader, Placed, PlacedRecord } from './dashboardReader';
import { idOf, isPlacedRecord, under, variableOf } from './dashboardReader';
import type { FoundPanel, LibraryReference } from './foundPanel';
import { readQueries } from './queries';
import { readStated } from './statedFields';
import { textOf } from './textOf';

/**
 * The panels of a dashboard in Grafana's first schema, in the order in which they stand on it: also those in collapsed
 * rows, those of the rows of very old dashboards, and library panels as far as the JSON has them (an export "for sharing
 * externally" has).
 */
export function panelsOfV1(reader: DashboardReader, dashboard: Placed): FoundPanel[] {
  return new PanelsOfV1(reader, under('__elements', dashboard)).read(dashboard);
}

class PanelsOfV1 {
  constructor(
    private readonly reader: DashboardReader,
    private readonly library: Placed
  ) {}

  read(dashboard: Placed): FoundPanel[] {
    const oldRows = this.reader.records(under('rows', dashboard), 'notAPanel');
    return [...this.standing(under('panels', dashboard)), ...oldRows.flatMap((row) => this.inRow(row))];
  }

  /** Panels and rows in the order of the grid: a panel belongs to the open row above it. */
  private standing(list: Placed): FoundPanel[] {
    const panels = this.reader.records(list, 'notAPanel');
    const ordered = sortBy(panels, [(panel) => gridPlace(panel, 'y'), (panel) => gridPlace(panel, 'x')]);
    let openRow: string[] = [];
    return ordered.flatMap((panel) => {
      if (panel.value.type !== 'row') {
        return [this.panel(panel, openRow)];
      }
      openRow = panel.value.collapsed === true ? [] : variableOf(panel.value.repeat);
      return this.inRow(panel);
    });
  }

  private inRow(row: PlacedRecord): FoundPanel[] {
    const repeat = variableOf(row.value.repeat);
    return this.reader.records(under('panels', row), 'notAPanel').flatMap((panel) => {
      if (panel.value.type === 'row') {
        this.reader.report(panel, 'notAPanel');
        return [];
      }
      return [this.panel(panel, repeat)];
    });
  }

  private panel(placed: PlacedRecord, rowRepeat: readonly string[]): FoundPanel {
    const library = this.libraryOf(placed);
    const source: PlacedRecord = library?.model ?? placed;
    const type = textOf(source.value.type) ?? '';
    if (library && !library.reference.isKnown) {
      this.reader.report(under('libraryPanel', placed), 'libraryPanelElsewhere');
    } else if (type === '') {
      this.reader.report(placed, 'notAPanel');
    }
    return {
      id: idOf(placed.value.id),
      title: textOf(placed.value.title) ?? textOf(source.value.title) ?? '',
      // Without its model a library panel has the type of a reference.
      type: library?.reference.isKnown === false ? '' : type,
      repeatedBy: [...rowRepeat, ...variableOf(placed.value.repeat ?? source.value.repeat)],
      queries: readQueries(this.reader, under('targets', source), source.value.datasource),
      transformations: this.reader.items(under('transformations', source)).map(({ value }) => value),
      ...readStated(this.reader, source, type),
      ...(library && { library: library.reference }),
    };
  }

  private libraryOf(panel: PlacedRecord): { reference: LibraryReference; model?: PlacedRecord } | undefined {
    const placed = under('libraryPanel', panel);
    const uid = textOf(under('uid', placed).value);
    if (uid === undefined) {
      return undefined;
    }
    // Grafana saved the whole panel, or its model with the reference, before it kept the reference alone.
    const models = [under('model', under(uid, this.library)), under('model', placed)];
    const model = models.find(isPlacedRecord);
    const isWhole = isRecord(panel.value.fieldConfig) || Array.isArray(panel.value.targets);
    const name = textOf(under('name', placed).value) ?? '';
    return { reference: { uid, name, isKnown: model !== undefined || isWhole }, model };
  }
}

/** Where a panel stands on the grid; at the end, in the order of the list, where nothing says. */
function gridPlace(panel: PlacedRecord, side: 'x' | 'y'): number {
  const { value } = under(side, under('gridPos', panel));
  return typeof value === 'number' && !Number.isNaN(value) ? value : Infinity;
}
