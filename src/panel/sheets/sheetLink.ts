import type { PanelProps } from '@grafana/data';

import { linkTo } from '../../views/text/linkTo';
import type { ProtocolOptions } from '../options';
import { chosenQuery } from './sheetOptions';

/**
 * The address at which a panel's rule sheet is kept, with the dashboard's variables in it. Undefined where no query is the
 * rule sheet, where nobody gave an address, and where it is none that is safe to link to.
 */
export function sheetLinkOf({
  options,
  replaceVariables,
}: Pick<PanelProps<ProtocolOptions>, 'options' | 'replaceVariables'>) {
  const { ruleSheet, ruleSheetLink } = options;
  return chosenQuery(ruleSheet) !== undefined && typeof ruleSheetLink === 'string' && ruleSheetLink.trim() !== ''
    ? linkTo(replaceVariables(ruleSheetLink))?.href
    : undefined;
}
