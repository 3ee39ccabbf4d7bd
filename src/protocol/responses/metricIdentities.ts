import type { MetricMarks, PanelAddress } from '../identity';
import { identitiesOf, identityHash } from '../identity';
import type { Metric } from '../metric';
import type { MetricProtocol } from '../protocol';

/**
 * The identities of a panel's metrics, again and again: computed anew only where a metric, a name or a key is another. A
 * metric's id holds its labels and what the source calls the value, so that they need not be compared.
 */
export class MetricIdentities {
  private former?: { marks: string; hashes: ReadonlyArray<string | undefined> };

  /** Whether one of them is that of other dashboards, too: by a key. */
  isShared = false;

  constructor(private readonly panel: PanelAddress) {}

  /** The hashes, in the order of the metrics; undefined for those without an identity. */
  of(metrics: readonly MetricProtocol[], ruled: ReadonlyArray<{ metric: Metric }>): ReadonlyArray<string | undefined> {
    const marks = JSON.stringify(metrics.map(({ id, name, rule }) => [id, name, rule.text.key?.value]));
    if (this.former?.marks !== marks) {
      const identities = identitiesOf(
        metrics.map((metric, index) => marksOf(metric, ruled[index])),
        this.panel
      );
      this.isShared = metrics.some(({ rule }) => (rule.text.key?.value ?? '').trim() !== '');
      this.former = { marks, hashes: identities.map((identity) => identity && identityHash(identity)) };
    }
    return this.former.hashes;
  }
}

function marksOf({ name, rule }: MetricProtocol, { metric }: { metric: Metric }): MetricMarks {
  return { name, labels: textsIn(metric.labels), valueName: metric.valueName, key: rule.text.key?.value };
}

/** Labels come with the data, and a data source may write anything there. */
function textsIn(labels: Readonly<Record<string, unknown>> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(labels).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  );
}
