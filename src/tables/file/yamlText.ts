import { partition } from 'lodash';
import type { Document, ParsedNode, YAMLError } from 'yaml';
import { isAlias, isCollection, isMap, isScalar, isSeq, parseAllDocuments, visit } from 'yaml';

import { isRecord } from '../../rule/isRecord';
import { shorten } from '../../rule/read';
import { TEXT_FIELDS } from '../../rule/fields';
import type { BrokenFile, DroppedText } from './fileProblem';
import { fieldsInJsonComments, withoutJsonComments } from './jsonComments';
import { Lines } from './lines';
import { commentsOf } from './yamlComments';
import { holdsField, meantAsText, quoteLines } from './yamlQuotes';

/** What a text says as YAML: plain values, every scalar as it is written, and what YAML drops of the text. */
export type YamlReading =
  | {
      value: unknown;
      problems: readonly DroppedText[];
      /** The line on which something begins, from 1: the way to it by keys and places, as far as it is there. */
      lineOf: (path: readonly PathStep[]) => number | undefined;
    }
  | { value?: undefined; problems: readonly [BrokenFile] };

/** A key of a map, or a place in a list. */
export type PathStep = string | number;

type Parsed = Document.Parsed<ParsedNode, true>;

/** Every mended line may bring up the next one that is not read as it was meant. */
const MOST_ATTEMPTS = 20;

/** How YAML writes nothing in words. */
const NULLS = new Set(['null', 'Null', 'NULL', '~']);

/**
 * Parses YAML whose scalars are texts: `007` and `1.10` are what is written, and whoever asks for a number reads one. Lines
 * whose value YAML takes for a sign of its own, and can't use as one, are read as text.
 */
export function parseYaml(written: string): YamlReading {
  const original = written.replace(/\r\n?/g, '\n');
  const isJson = /^\s*[{/]/.test(original) && parse(original).some(({ errors }) => errors.length > 0);
  let text = isJson ? withoutJsonComments(original) : original;
  let documents = parse(text);
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const mended = mend(text, documents);
    if (mended === text) {
      break;
    }
    text = mended;
    documents = parse(text);
  }
  const [error] = documents.flatMap(({ errors }) => errors);
  // Quotes are put in without a new line.
  const lines = new Lines(original);
  return error
    ? { problems: [brokenBy(error, documents, { lines: new Lines(text), original: lines })] }
    : toReading(text, documents, isJson ? fieldsInJsonComments(original, lines) : []);
}

function mend(text: string, documents: readonly Parsed[]): string {
  const lines = new Lines(text);
  const offsets = [...documents.flatMap(errorOffsets), ...meantAsText(lines, documents)];
  return quoteLines(text, new Set(offsets.map((offset) => lines.at(offset))));
}

function parse(text: string): Parsed[] {
  const documents = parseAllDocuments(text, { prettyErrors: false, logLevel: 'silent', schema: 'failsafe' });
  return Array.isArray(documents) ? documents : [];
}

function errorOffsets({ errors }: Parsed): number[] {
  return errors.map(({ pos }) => pos[0]);
}

function toReading(text: string, documents: readonly Parsed[], found: readonly DroppedText[]): YamlReading {
  const lines = new Lines(text);
  const [first, ...others] = documents.filter(({ contents }) => !saysNothing(contents));
  try {
    const walk = new Walk(text, lines, first);
    const value = first ? walk.valueOf(first.contents) : null;
    const second = others.flatMap(({ contents }) => (contents ? [documentAt(lines, contents)] : []));
    const dropped = [...found, ...commentsOf(text, lines, (line) => walk.placeAt(line)), ...walk.dropped, ...second];
    return {
      value,
      problems: dropped.sort((a, b) => a.line - b.line),
      lineOf: (path) => lineAt(lines, first?.contents, path),
    };
  } catch (error) {
    // Aliases that would grow to more than a file may hold.
    return { problems: [{ code: 'notYaml', reason: 'other', found: String(error) }] };
  }
}

/** The line of the last step of a path that is there: of a map the key, of a list the item. */
function lineAt(lines: Lines, contents: unknown, path: readonly PathStep[]): number | undefined {
  let node = contents;
  let line: number | undefined;
  for (const step of path) {
    const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && key.value === step) : undefined;
    const item: unknown = isSeq(node) && typeof step === 'number' ? node.items[step] : pair?.key;
    if (!isScalar(item) && !isCollection(item)) {
      return line;
    }
    line = item.range ? lines.at(item.range[0]) : line;
    node = pair ? pair.value : item;
  }
  return line;
}

function saysNothing(contents: ParsedNode | null): boolean {
  return contents === null || (isScalar(contents) && contents.value === '');
}

function documentAt(lines: Lines, { range: [start] }: ParsedNode): DroppedText {
  const line = lines.at(start);
  return { code: 'secondDocument', line, found: lines.textOf(line).trim() };
}

function brokenBy(
  { code, message, pos: [at] }: YAMLError,
  documents: readonly Parsed[],
  { lines, original }: { lines: Lines; original: Lines }
): BrokenFile {
  const isQuote = code === 'MISSING_CHAR' && /quote/.test(message);
  const line = lines.at(isQuote ? lastQuote(documents, at) : at);
  const written = original.textOf(line).trim();
  const found = shorten(written);
  if (holdsField(written)) {
    return { code: 'notYaml', reason: 'twoFields', line, found };
  }
  switch (code) {
    case 'TAB_AS_INDENT':
      return { code: 'notYaml', reason: 'tab', line, found };
    case 'DUPLICATE_KEY':
      return { code: 'notYaml', reason: 'sameKey', line, found: lines.keyAt(at) };
    case 'MISSING_CHAR':
      return { code: 'notYaml', reason: isQuote ? 'openQuote' : 'noColon', line, found };
    default:
      return { code: 'notYaml', reason: 'other', line, found: message };
  }
}

/** Where the last text in quotes begins before an offset: a quote that is not closed is missed at the end of the file. */
function lastQuote(documents: readonly Parsed[], before: number): number {
  let last = before;
  documents.forEach((document) =>
    visit(document, {
      Scalar: (_, { type, range }) => {
        if (range && range[0] < before && (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE')) {
          last = range[0];
        }
      },
    })
  );
  return last;
}

/** More nodes than any file of rules has: aliases of aliases can stand for more than a memory holds. */
const MOST_NODES = 1_000_000;

/** Turns the nodes of a document into plain values, and notes what they do not say. */
class Walk {
  readonly dropped: DroppedText[] = [];
  private readonly isFlow: boolean;
  /** The lines on which the rules begin. */
  private readonly starts: readonly number[];
  private readonly aliases = new Set<string>();
  private readonly anchored = new Map<string, unknown>();
  private nodes = 0;

  constructor(
    private readonly text: string,
    private readonly lines: Lines,
    document: Parsed | undefined
  ) {
    const contents = document?.contents;
    visit(contents ?? null, {
      Alias: (_, { source }) => {
        this.aliases.add(source);
      },
    });
    // JSON writes null where there is nothing.
    this.isFlow = isCollection(contents) && contents.flow === true;
    const rules: unknown = isMap(contents) ? contents.get('rules', true) : undefined;
    this.starts = isSeq<ParsedNode>(rules)
      ? rules.items.map((item) => (item.range ? lines.at(item.range[0]) : Infinity))
      : [];
  }

  /** The place of the rule that a line belongs to, from 1. */
  placeAt(line: number): number | undefined {
    const place = this.starts.filter((start) => start <= line).length;
    return place === 0 ? undefined : place;
  }

  valueOf(node: unknown, key?: string): unknown {
    this.nodes++;
    if (this.nodes > MOST_NODES) {
      throw new RangeError('too many aliases');
    }
    if (isAlias(node)) {
      return this.valueOf(this.anchored.get(node.source), key);
    }
    this.noteSigns(node);
    if (isSeq(node)) {
      return node.items.map((item) => this.valueOf(item));
    }
    if (isMap(node)) {
      return withMerged(node.items.map(({ key: name, value }) => this.entryOf(name, value)));
    }
    return isScalar(node) ? this.scalarOf(node as Scalar, key) : null;
  }

  private entryOf(name: unknown, value: unknown): [string, unknown] {
    const key = this.valueOf(name);
    const text = typeof key === 'string' ? key : JSON.stringify(key);
    return [text, this.valueOf(value, text)];
  }

  private scalarOf({ value, type, range }: Scalar, key: string | undefined): unknown {
    const at = range?.[0] ?? 0;
    if (type === 'PLAIN' && NULLS.has(value)) {
      if (!this.isFlow && TEXT_FIELDS.some((field) => field === key)) {
        this.drop('nullWord', at, value);
      }
      return null;
    }
    if ((type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL') && value.trim() === '') {
      this.drop(
        'emptyBlock',
        at,
        this.text
          .slice(at, at + 10)
          .split('\n')[0]
          .trim()
      );
    }
    if (type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL' || type === 'PLAIN') {
      this.noteFields(at, range?.[1] ?? at);
    }
    // JSON has a quote at both ends.
    if (this.isFlow && type === 'PLAIN' && /^[^"]+"$/.test(value)) {
      this.drop('strayQuote', at, value);
    }
    return type === 'PLAIN' && value === '' ? null : value;
  }

  /** A field that has lost its line, or whose line begins too far to the right, has become a part of the text before it. */
  private noteFields(from: number, to: number): void {
    let at = from;
    for (const line of this.text.slice(from, to).split('\n')) {
      if (holdsField(at === from ? line : `  ${line}`)) {
        this.drop('fieldInText', at, line.trim());
      }
      at += line.length + 1;
    }
  }

  /** An anchor that nothing refers to, and a tag of somebody's own, were text before YAML read them. */
  private noteSigns(node: unknown): void {
    if (!isScalar(node) && !isCollection(node)) {
      return;
    }
    const { anchor, tag, range } = node;
    const at = range?.[0] ?? 0;
    if (anchor !== undefined) {
      this.anchored.set(anchor, node);
      if (!this.aliases.has(anchor)) {
        this.drop('anchor', at, `&${anchor}`);
      }
    }
    if (tag !== undefined && !tag.startsWith('tag:yaml.org,2002:')) {
      this.drop('tag', at, tag);
    }
  }

  private drop(code: DroppedText['code'], offset: number, found: string): void {
    const line = this.lines.at(offset);
    const place = this.placeAt(line);
    this.dropped.push({ code, line, found: shorten(found), ...(place !== undefined && { place }) });
  }
}

/** The entries of a map, with those of the maps that it takes in (`<<: *base`) where it has none of its own. */
function withMerged(entries: ReadonlyArray<readonly [string, unknown]>): Record<string, unknown> {
  const isMerge = ([key, value]: readonly [string, unknown]) => key === '<<' && [value].flat().every(isRecord);
  const [merged, own] = partition(entries, isMerge);
  const taken = merged.flatMap(([, value]) => [value].flat()).flatMap((map) => Object.entries(map as object));
  const names = new Set(own.map(([key]) => key));
  // Of several maps the first one counts.
  return Object.fromEntries([...own, ...taken.filter(([key]) => !names.has(key)).reverse()]);
}

interface Scalar {
  value: string;
  type?: string;
  range?: [number, number, number] | null;
}
