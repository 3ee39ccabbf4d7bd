import { css } from '@emotion/css';
import type { DataQueryRequest, GrafanaTheme2 } from '@grafana/data';
import { getBackendSrv } from '@grafana/runtime';
import { Button, Modal, useStyles2 } from '@grafana/ui';
import { useEffect, useState } from 'react';

import { askAllRules } from '../../alerting/engine/askAllRules';
import { grafanaEngine } from '../../alerting/engine/grafanaEngine';
import { engineSources, panelQueries } from '../../alerting/engine/panelQueries';
import { findRules } from '../../alerting/linked/findRules';
import { statedByAlerts } from '../../alerting/linked/statedByAlerts';
import { t } from '../../locales/t';
import type { AlertRule } from '../../protocol/engine/alertRule';
import { conditionWords } from '../../words/conditionWords';
import { alertLinks } from '../../views/engine/alertLinks';
import { SafeLink } from '../../views/text/SafeLink';
import type { RawRule } from '../rawRule';

interface FoundRulesProps {
  request: DataQueryRequest | undefined;
  onTakeOver: (from: RawRule) => void;
  onDismiss: () => void;
}

/** The alert rules that ask what the panel asks and are linked to no panel: to be taken over, and to be linked. */
export function FoundRules({ request, onTakeOver, onDismiss }: FoundRulesProps) {
  const styles = useStyles2(getStyles);
  const { rules, isWhole } = useFound(request);
  return (
    <Modal
      title={t('editors.engine.found-title', 'Alert rules that ask what this panel asks')}
      isOpen
      onDismiss={onDismiss}
    >
      <div role="status">
        {rules === undefined && <p>{t('editors.engine.asking', 'Asking the engines…')}</p>}
        {rules?.length === 0 && (
          <p>{t('editors.engine.none', 'No alert rule without a panel asks what this panel asks.')}</p>
        )}
        {!isWhole && <p>{t('editors.engine.not-all', 'Not every engine could be asked.')}</p>}
      </div>
      <ul className={styles.list}>
        {rules?.map((rule) => (
          <li key={rule.id} className={styles.rule}>
            <div>
              <SafeLink href={alertLinks({ rule, labels: {} }).rule}>{rule.title}</SafeLink>
              <div className={styles.about}>{aboutOf(rule)}</div>
            </div>
            <Button
              size="sm"
              variant="secondary"
              onClick={() => {
                onTakeOver(statedByAlerts([rule], []) as RawRule);
                onDismiss();
              }}
            >
              {t('editors.engine.take-over-found', 'Take over')}
            </Button>
          </li>
        ))}
      </ul>
      {rules !== undefined && rules.length > 0 && (
        <p className={styles.about}>
          {t(
            'editors.engine.link-it',
            'To see its state on the card, open the alert rule and link it to this dashboard and panel, or give it the annotations __dashboardUid__ and __panelId__.'
          )}
        </p>
      )}
    </Modal>
  );
}

function aboutOf({ folder, group, condition }: AlertRule): string {
  const place = [folder, group].filter(Boolean).join(' › ');
  const when = condition && conditionWords(t, condition, String);
  return [place, when && t('editors.engine.fires', 'fires {{when}}', { when })].filter(Boolean).join(': ');
}

/** Asks once, while the dialog is open. */
function useFound(request: DataQueryRequest | undefined): { rules?: readonly AlertRule[]; isWhole: boolean } {
  // What is asked as it was when the dialog was opened: data come in meanwhile.
  const [asked] = useState(request);
  const [found, setFound] = useState<{ rules?: readonly AlertRule[]; isWhole: boolean }>({ isWhole: true });
  useEffect(() => {
    let isOpen = true;
    void askAllRules(grafanaEngine(getBackendSrv()), engineSources(asked)).then(({ rules, isWhole }) => {
      if (isOpen) {
        setFound({ rules: findRules(rules, panelQueries(asked)), isWhole });
      }
    });
    return () => {
      isOpen = false;
    };
  }, [asked]);
  return found;
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', margin: 0, padding: 0 }),
  rule: css({
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: theme.spacing(2),
    padding: theme.spacing(1, 0),
    borderBottom: `1px solid ${theme.colors.border.weak}`,
  }),
  about: css({ ...theme.typography.bodySmall, color: theme.colors.text.secondary }),
});
