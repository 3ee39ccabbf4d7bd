import type { Alert } from './alert';
import type { MadeRule } from './prometheus/prometheusRules';

/** Rules of which no two are called alike, which Grafana does not allow in one folder: those that are say their panel. */
export function apartTitles<Rule>(
  made: ReadonlyArray<MadeRule<Rule>>,
  title: (rule: Rule) => string,
  named: (rule: Rule, title: string) => Rule
): Array<MadeRule<Rule>> {
  const counted = new Map<string, number>();
  made.forEach(({ rule }) => counted.set(title(rule), (counted.get(title(rule)) ?? 0) + 1));
  return made.map(({ alert, rule }) =>
    counted.get(title(rule)) === 1
      ? { alert, rule }
      : { alert, rule: named(rule, `${title(rule)} ${tellApart(alert)}`) }
  );
}

function tellApart({ home, query, uid }: Alert): string {
  return `[${home.panelId} ${query.refId} ${uid.split('-')[1].slice(0, 6)}]`;
}
