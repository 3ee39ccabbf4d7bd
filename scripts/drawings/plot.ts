import { isRange } from '../../src/rule/condition';
import type { Condition, Level } from '../../src/rule/level';
import { recoveryWords, thresholdLineNames } from '../../src/words/conditionWords';

import { english } from '../../src/words/english';
import type { Frame, Part } from './frame';
import { LEFT, RIGHT } from './frame';
import type { Hold } from './holds';
import { holdsOf, samplesInView } from './holds';
import type { Judged } from './judgeExample';
import { el, label, widthOf } from './svg';
import { valueScale } from './valueScale';

const HEIGHT = 116;
const NAME_DISTANCE = 15;

/** Samples, the value that holds between them, the levels with their names, and what was breached. */
export function plotPart(judged: Judged, frame: Frame): Part {
  const scale = valueScale(judged, HEIGHT);
  return {
    height: HEIGHT + 8,
    draw: (top) => {
      const y = (value: number) => top + scale(value);
      return [areas, levelLines, earlierNames, unsettledLine, valueLine, levelNames]
        .map((draw) => draw(judged, frame, y))
        .join('');
    },
  };
}

type Scale = (value: number) => number;

/** What lies beyond a level, from onset to end: up to the recovery threshold, where there is one. */
function areas(judged: Judged, { x }: Frame, y: Scale): string {
  const { metric, span } = judged;
  const holds = holdsOf(judged);
  const { breaches, pendings } = metric.view;
  const spans = [
    ...pendings.map(({ severity, from, to }) => ({
      look: 'pending',
      severity,
      from: from ?? span.from,
      to: to ?? span.to,
    })),
    ...breaches.map(({ severity, firingSince, knownFrom, end }) => ({
      look: 'firing',
      severity,
      from: firingSince ?? knownFrom ?? span.from,
      to: end ?? span.to,
    })),
  ];
  return spans
    .flatMap(({ look, severity, from, to }) =>
      holds.map((hold) => {
        const level = levelsAt(judged, hold.from).find((one) => one.severity === severity);
        const left = x(Math.max(from, hold.from));
        const width = x(Math.min(to, hold.to)) - left;
        return level && width > 0
          ? area(`area ${severity} ${look}`, left, width, y(hold.value), y(nearestBound(level.hold, hold.value)))
          : '';
      })
    )
    .join('');
}

function area(look: string, x: number, width: number, a: number, b: number): string {
  return el('rect', { class: look, x, y: Math.min(a, b), width, height: Math.abs(a - b) });
}

function nearestBound({ bounds }: Condition, value: number): number {
  return [...bounds].sort((a, b) => Math.abs(a - value) - Math.abs(b - value))[0];
}

/** The levels of the version that was in force. */
function levelsAt({ history }: Judged, time: number): readonly Level[] {
  return history.versions.findLast(({ validFrom = -Infinity }) => validFrom <= time)?.rule.levels ?? [];
}

/** A line for each level and its recovery, for as long as its version was in force. */
function levelLines({ history, span }: Judged, { x }: Frame, y: Scale): string {
  return history.versions
    .flatMap(({ rule, validFrom = span.from }, index) => {
      const until = history.versions[index + 1]?.validFrom ?? span.to;
      return rule.levels.map(({ severity, condition, hold }) =>
        el(
          'g',
          { class: severity },
          ...condition.bounds.map((bound) => line('level', x(validFrom), x(until), y(bound))),
          ...(hold === condition
            ? []
            : hold.bounds.map((bound) => line('level recovery', x(validFrom), x(until), y(bound))))
        )
      );
    })
    .join('');
}

function line(look: string, from: number, to: number, y: number): string {
  return to > from ? el('path', { class: look, d: `M${from.toFixed(1)} ${y.toFixed(1)}H${to.toFixed(1)}` }) : '';
}

/** Right of the plot, each at the height of its line, or as near as there is room. */
function levelNames({ metric, format }: Judged, _frame: Frame, y: Scale): string {
  const names = metric.rule.levels
    .flatMap(({ severity, condition, hold }) => [
      ...thresholdLineNames(english, { severity, condition, hold }, format).map((words, index) => ({
        words,
        severity,
        at: y(condition.bounds[index]),
        look: 'strong',
      })),
      ...(hold === condition || isRange(hold.operator)
        ? []
        : [{ words: recoveryWords(english, hold, format), severity, at: y(hold.bounds[0]), look: 'recovers' }]),
    ])
    .sort((a, b) => a.at - b.at);
  let last = -Infinity;
  return names
    .map(({ words, severity, at, look }) => {
      last = Math.max(at, last + NAME_DISTANCE);
      return el('g', { class: severity }, label(words, { class: `small toned ${look}`, x: RIGHT + 10, y: last + 4 }));
    })
    .join('');
}

/** The names of levels that were replaced, on their lines. */
function earlierNames({ history, span, format }: Judged, { x }: Frame, y: Scale): string {
  const names = history.versions.slice(0, -1).flatMap(({ rule, validFrom = span.from }) =>
    rule.levels.flatMap((level) =>
      thresholdLineNames(english, level, format).map((words, index) => ({
        words,
        severity: level.severity,
        left: x(validFrom) + 2,
        at: y(level.condition.bounds[index]) - 6,
      }))
    )
  );
  return names
    .map(({ words, severity, left, at }) =>
      el(
        'g',
        { class: severity },
        el('rect', { class: 'chip', x: left - 2, y: at - 11, width: widthOf(words, 11) + 4, height: 15 }),
        label(words, { class: 'small toned', x: left, y: at })
      )
    )
    .join('');
}

/** What is drawn and not judged, because it may still change: dots, and a line of dots. */
function unsettledLine(judged: Judged, { x }: Frame, y: Scale): string {
  const { judgedTo } = judged.metric.now;
  const samples = samplesInView(judged);
  const pairs = samples.flatMap(({ time, value }, index) => {
    const next = samples[index + 1];
    return judgedTo === undefined || time <= judgedTo
      ? []
      : [`M${x(time).toFixed(1)} ${y(value).toFixed(1)}H${x(next?.time ?? judged.span.to).toFixed(1)}`];
  });
  return pairs.length > 0 ? el('path', { class: 'loose', d: pairs.join('') }) : '';
}

function valueLine(judged: Judged, { x }: Frame, y: Scale): string {
  const holds = holdsOf(judged).filter(({ to }) => x(to) > LEFT);
  const judgedTimes = new Set(holds.map(({ from }) => from));
  const [risers, held] = [
    holds.flatMap((hold, index) => riser(hold, holds[index + 1], x, y)).join(''),
    holds.map(({ from, to, value }) => `M${x(from).toFixed(1)} ${y(value).toFixed(1)}H${x(to).toFixed(1)}`).join(''),
  ];
  const dots = samplesInView(judged).map(({ time, value }) =>
    el('circle', {
      class: judgedTimes.has(time) ? 'sample' : 'hollow',
      cx: x(time),
      cy: y(value),
      r: judgedTimes.has(time) ? 2.6 : 3,
    })
  );
  return el('path', { class: 'riser', d: risers }) + el('path', { class: 'held', d: held }) + dots.join('');
}

function riser({ to, value, goesOn }: Hold, next: Hold | undefined, x: Scale, y: Scale): string[] {
  return goesOn && next ? [`M${x(to).toFixed(1)} ${y(value).toFixed(1)}V${y(next.value).toFixed(1)}`] : [];
}
