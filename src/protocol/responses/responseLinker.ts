import type { PanelAddress } from '../identity';
import type { ReadResponses } from '../input';
import type { Protocol } from '../protocol';
import type { Responses } from './intervention';
import { MetricIdentities } from './metricIdentities';
import { withAnswers } from './sheetAnswers';
import { withResponses } from './withResponses';

/** Gives the metrics of one panel their identities and responses, again and again. */
export class ResponseLinker {
  private readonly identities: MetricIdentities;

  constructor(panel: PanelAddress) {
    this.identities = new MetricIdentities(panel);
  }

  /** Whether a metric that it was given last is that of other dashboards, too. */
  get isShared(): boolean {
    return this.identities.isShared;
  }

  /** What the panel's protocol takes. */
  read(responses: Responses): ReadResponses {
    return {
      responses,
      link: (protocol, ruled, sheets) => {
        const identified = this.identified(protocol, ruled);
        return withResponses(identified, withAnswers(responses, sheets?.answers, identified), sheets?.who);
      },
    };
  }

  private identified(protocol: Protocol, ruled: Parameters<ReadResponses['link']>[1]): Protocol {
    const hashes = this.identities.of(protocol.metrics, ruled);
    const metrics = protocol.metrics.map((metric, index) =>
      hashes[index] === undefined ? metric : { ...metric, identity: hashes[index] }
    );
    return { ...protocol, metrics };
  }
}
