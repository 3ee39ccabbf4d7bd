import type { PanelOptionsEditorBuilder } from '@grafana/data';

import { QueryPicker } from '../../editors/file/QueryPicker';
import { RuleFileEditor } from '../../editors/file/RuleFileEditor';
import type { ProtocolOptions } from '../options';
import { chosenQuery } from './sheetOptions';
import { t } from '../../locales/t';

/** The options that say where the rules and the directory are, beside the panel's field config. */
export function addSheetOptions(builder: PanelOptionsEditorBuilder<ProtocolOptions>) {
  const category = [t('panel.options.category', 'Protocol')];
  builder
    .addCustomEditor({
      id: 'ruleSheet',
      path: 'ruleSheet',
      name: t('panel.options.rule-sheet', 'Rule sheet'),
      description: t(
        'panel.options.rule-sheet-description',
        'A query that returns the rules as a table: a row a metric, a column a field. A rule for one metric (override) comes before it, the rule for all metrics after it.'
      ),
      category,
      editor: QueryPicker,
    })
    .addTextInput({
      path: 'ruleSheetLink',
      name: t('panel.options.rule-sheet-link', 'Link to the sheet'),
      description: t(
        'panel.options.rule-sheet-link-description',
        'Where its rows are written: “Edit rule” leads there.'
      ),
      category,
      showIf: hasSheet,
    })
    .addRadio({
      path: 'decimalMark',
      name: t('panel.options.decimal-mark', 'Sheet’s decimal mark'),
      description: t(
        'panel.options.decimal-mark-description',
        'Auto: the cells of the rule sheet decide where they can.'
      ),
      category,
      defaultValue: 'auto',
      settings: {
        options: [
          { value: 'auto', label: t('panel.options.decimal-mark-auto', 'Auto') },
          { value: 'point', label: t('panel.options.decimal-mark-point', '1.5') },
          { value: 'comma', label: t('panel.options.decimal-mark-comma', '1,5') },
        ],
      },
      showIf: hasSheet,
    })
    .addCustomEditor({
      id: 'directory',
      path: 'directory',
      name: t('panel.options.directory', 'Directory'),
      description: t(
        'panel.options.directory-description',
        'A query that says who is who: role, person, contact, deputy, away until.'
      ),
      category,
      editor: QueryPicker,
    })
    .addCustomEditor({
      id: 'responseSheet',
      path: 'responseSheet',
      name: t('panel.options.response-sheet', 'Response sheet'),
      description: t(
        'panel.options.response-sheet-description',
        'A query that says what people did about breaches, from a form or a ticket: time, metric, who, what, note.'
      ),
      category,
      editor: QueryPicker,
    })
    .addCustomEditor({
      id: 'ruleFile',
      path: 'ruleFile',
      name: t('panel.options.rule-file', 'Rule file'),
      description: t(
        'panel.options.rule-file-description',
        'The panel’s rules to a file and back. Imported rules are kept in the panel and count where no query is the rule sheet.'
      ),
      category,
      editor: RuleFileEditor,
    });
}

function hasSheet({ ruleSheet }: ProtocolOptions): boolean {
  return chosenQuery(ruleSheet) !== undefined;
}
