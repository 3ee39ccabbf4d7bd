import type { PanelProps } from '@grafana/data';
import { config, locationService } from '@grafana/runtime';
import { useCallback, useMemo, useState } from 'react';

import type { PanelSheet } from '../editors/origin/EditRule';
import { useShelf } from '../editors/shelf';
import type { WrittenRule } from '../editors/writtenRule';
import { writtenRule } from '../editors/writtenRule';
import type { MetricProtocol } from '../protocol/protocol';
import type { ProtocolOptions } from './options';
import { sheetLinkOf } from './sheets/sheetLink';
import { chosenQuery } from './sheets/sheetOptions';

/** The way from the cards of a panel to their rules. */
export interface RuleAsked {
  /**
   * Leads to where a metric's rule is written. Undefined where there is no editor to go to: the person may not edit
   * dashboards, or looks at a wall display or a shared view. It stays the same, so that no card is rendered again.
   */
  onEditRule?: (metric: MetricProtocol) => void;
  /** Where the rule sheet is kept, for who may not edit the panel; neither on a wall display nor in a shared view. */
  sheetLink?: string;
  /** The metric whose card was pressed. */
  asked?: MetricProtocol;
  /** The metric of this panel whose rule is being written. */
  written?: WrittenRule;
  sheet?: PanelSheet;
  /** Leads from a metric's rule to an alert rule; undefined where the person may not create any. It stays the same. */
  onAlertRule?: (metric: MetricProtocol) => void;
  /** The metric that is to have an alert rule. */
  alerted?: MetricProtocol;
  onClose: () => void;
}

/** Follows whose rule somebody asked for from its card. */
export function useEditRule(panel: PanelProps<ProtocolOptions>): RuleAsked {
  const [asked, setAsked] = useState<MetricProtocol>();
  const [alerted, setAlerted] = useState<MetricProtocol>();
  const onClose = useCallback(() => {
    setAsked(undefined);
    setAlerted(undefined);
  }, []);
  const written = useShelf(writtenRule);
  const query = chosenQuery(panel.options.ruleSheet);
  const link = sheetLinkOf(panel);
  const sheet = useMemo(() => (query === undefined ? undefined : { query, link }), [query, link]);
  const isOwn = written?.panelId === panel.id && written.path === window.location.pathname;
  const way = { asked, alerted, onClose, sheet, written: isOwn ? written : undefined };
  if (isBare()) {
    return way;
  }
  const alerting = { ...way, onAlertRule: may('alert.rules:create') ? setAlerted : undefined };
  return may('dashboards:write') ? { ...alerting, onEditRule: setAsked } : { ...alerting, sheetLink: link };
}

function may(permission: string): boolean {
  const { user } = config.bootData;
  return user.isSignedIn && Boolean(user.permissions?.[permission]);
}

/** Whether the panel is on a wall display or in a shared view, where nobody is to press anything. */
export function isBare(): boolean {
  return 'kiosk' in locationService.getSearchObject() || Boolean(config.publicDashboardAccessToken);
}
