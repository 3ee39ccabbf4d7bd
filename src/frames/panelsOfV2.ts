import { isRecord } from '../rule/isRecord';
import type { DashboardReader, Placed, PlacedRecord } from './dashboardReader';
import { idOf, isPlacedRecord, referenceOf, under, variableOf } from './dashboardReader';
import type { FoundPanel, FoundQuery } from './foundPanel';
import { readStated } from './statedFields';
import { textOf } from './textOf';

/** Layouts in layouts: Grafana allows fewer. */
const DEEPEST = 10;

/** Where a layout keeps what it holds. */
const HELD = ['items', 'rows', 'tabs', 'elements'] as const;

/**
 * The panels of a dashboard in Grafana's second schema (`v2alpha1`, `v2beta1` and `v2`), in the order in which the layouts
 * hold them; those that no layout holds come last, and are reported.
 */
export function panelsOfV2(reader: DashboardReader, dashboard: Placed): FoundPanel[] {
  return new PanelsOfV2(reader, under('elements', dashboard)).read(under('layout', dashboard));
}

class PanelsOfV2 {
  private readonly placed = new Set<string>();

  constructor(
    private readonly reader: DashboardReader,
    private readonly elements: Placed
  ) {}

  read(layout: Placed): FoundPanel[] {
    return [...this.held(layout, [], 0), ...this.notPlaced()];
  }

  private held(placed: Placed, outer: readonly string[], depth: number): FoundPanel[] {
    const spec = under('spec', placed);
    if (!isPlacedRecord(spec) || depth > DEEPEST) {
      this.reader.report(placed, 'notALayout');
      return [];
    }
    const repeatedBy = [...outer, ...variableOf(under('value', under('repeat', spec)).value)];
    const element = under('element', spec);
    if (element.value !== undefined) {
      return this.element(element, repeatedBy);
    }
    const inner = under('layout', spec);
    return [
      ...(inner.value === undefined ? [] : this.held(inner, repeatedBy, depth + 1)),
      ...HELD.flatMap((name) => this.reader.items(under(name, spec))).flatMap((item) =>
        this.held(item, repeatedBy, depth + 1)
      ),
    ];
  }

  private element(reference: Placed, repeatedBy: readonly string[]): FoundPanel[] {
    const name = textOf(under('name', reference).value);
    const element = under(name ?? '', this.elements);
    if (name === undefined || element.value === undefined) {
      this.reader.report(reference, 'noSuchPanel');
      return [];
    }
    this.placed.add(name);
    return this.panel(element, repeatedBy);
  }

  private notPlaced(): FoundPanel[] {
    const names = isRecord(this.elements.value) ? Object.keys(this.elements.value) : [];
    return names
      .filter((name) => !this.placed.has(name))
      .flatMap((name) => {
        const element = under(name, this.elements);
        this.reader.report({ value: name, at: element.at }, 'notPlaced');
        return this.panel(element, []);
      });
  }

  private panel(element: Placed, repeatedBy: readonly string[]): FoundPanel[] {
    const spec = under('spec', element);
    const kind = under('kind', element).value;
    if (!isPlacedRecord(spec) || (kind !== 'Panel' && kind !== 'LibraryPanel')) {
      this.reader.report(element, 'notAPanel');
      return [];
    }
    const known = { id: idOf(spec.value.id), title: textOf(spec.value.title) ?? '', repeatedBy };
    return [{ ...known, ...(kind === 'Panel' ? this.ownPanel(spec) : this.libraryPanel(spec)) }];
  }

  private ownPanel(spec: PlacedRecord): Omit<FoundPanel, 'id' | 'title' | 'repeatedBy'> {
    const config = under('vizConfig', spec);
    const type = kindOf(config, 'VizConfig') ?? '';
    if (type === '') {
      this.reader.report(config, 'notAPanel');
    }
    const data = under('spec', under('data', spec));
    return {
      type,
      queries: this.reader.records(under('queries', data), 'notAQuery').flatMap((query) => this.query(query)),
      transformations: this.reader.items(under('transformations', data)).map((one) => under('spec', one).value),
      ...readStated(this.reader, under('spec', config), type),
    };
  }

  private libraryPanel(spec: PlacedRecord): Omit<FoundPanel, 'id' | 'title' | 'repeatedBy'> {
    const reference = under('libraryPanel', spec);
    this.reader.report(reference, 'libraryPanelElsewhere');
    const [uid, name] = ['uid', 'name'].map((part) => textOf(under(part, reference).value) ?? '');
    const stated = { defaults: {}, overrides: [], sheets: {}, judged: {}, saved: {} };
    const nothing = { type: '', queries: [], transformations: [], ...stated };
    return { ...nothing, library: { uid, name, isKnown: false } };
  }

  private query(query: PlacedRecord): FoundQuery[] {
    const spec = under('spec', query);
    const inner = under('query', spec);
    const model = under('spec', inner);
    if (!isPlacedRecord(spec) || !isPlacedRecord(model)) {
      this.reader.report(query, 'notAQuery');
      return [];
    }
    // The first of the two forms names the source beside the query, the second one in it, by what it calls a name.
    const beside = under('datasource', spec);
    const type = textOf(under('type', beside).value) ?? kindOf(inner, 'DataQuery');
    const uid = textOf(under('uid', beside).value) ?? textOf(under('name', under('datasource', inner)).value);
    return [
      {
        refId: textOf(spec.value.refId) ?? '',
        isHidden: spec.value.hidden === true,
        dataSource: referenceOf(type, uid) ?? {},
        model: model.value,
      },
    ];
  }
}

/** What a thing is: its group in `v2beta1`, where the kind says only what sort of thing; its kind in `v2alpha1`. */
function kindOf(placed: Placed, sort: string): string | undefined {
  const kind = textOf(under('kind', placed).value);
  return kind === sort ? textOf(under('group', placed).value) : kind;
}
