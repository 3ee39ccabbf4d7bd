import type { Translate } from '../../words/translate';
import type { FileRule } from '../../tables/file/ruleFile';

/** Two rules to begin with, as the template of a rule sheet has them: one for a metric, one for all of a kind. */
export function exampleRules(t: Translate): FileRule[] {
  return [
    {
      metric: t('rule.example.metric', 'Lead conversion'),
      rule: {
        operator: '<',
        warning: 24,
        critical: 20,
        recovery: { critical: 21 },
        for: '2d',
        definition: t('rule.example.definition', 'Share of the leads of a week that became an opportunity.'),
        owner: t('rule.example.owner', 'Demand Gen'),
        contact: 'demand-gen@example.com',
        action: t('rule.example.action', '1. Pause the campaigns that convert worst\n2. Call the 20 newest leads'),
        automation: t('rule.example.automation', 'By hand'),
        escalateAfter: '5d',
        escalateTo: t('rule.example.escalate-to', 'VP Sales'),
        reviewBy: '2027-03-31',
      },
    },
    {
      metric: t('rule.example.glob', 'Response time *'),
      rule: {
        operator: '>',
        critical: 6,
        for: '4h',
        owner: t('rule.example.other-owner', 'Service desk'),
        action: t('rule.example.other-action', 'Answer the oldest ten first'),
        automation: t('rule.example.other-automation', 'The queue skips people with more than ten open'),
      },
    },
  ];
}
