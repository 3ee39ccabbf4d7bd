import { readFileSync } from 'node:fs';

import type { Locator } from '@playwright/test';

import type { EditPane } from '../../tests/pages/editPane';
import { expect, picture } from './picture';

const UID = 'rule-sheet';
const WITHOUT_RULE = 3;

/** The plan that the page gives its reader, as a spreadsheet copies it. */
function copiedPlan(): string {
  const text = readFileSync('docs/ten-rules.md', 'utf8');
  const csv = /```csv\n([^]*?)```/.exec(text)?.[1];
  if (!csv) {
    throw new Error('The page has no plan any more.');
  }
  return csv.replaceAll(',', '\t');
}

/** Opens the dialog, and pastes as the browser does: the clipboard of a page that no hand touched can't be read. */
async function pastePlan(editPane: EditPane): Promise<Locator> {
  const { root } = await editPane.ruleFile();
  await root.getByRole('button', { name: 'Paste…' }).click();
  const dialog = editPane.page.getByRole('dialog', { name: 'Import rules' });
  await dialog.getByRole('textbox').evaluate((element, copied) => {
    element.focus();
    document.execCommand('insertText', false, copied);
  }, copiedPlan());
  await expect(dialog.getByRole('status')).toContainText('10 rules');
  return dialog;
}

picture.use({ viewport: { width: 1240, height: 780 } });

picture.beforeEach(async ({ editPane }) => {
  await editPane.open(UID, WITHOUT_RULE);
  await editPane.panel.ready();
  const { root } = await editPane.ruleFile();
  await root.scrollIntoViewIfNeeded();
});

picture('ten-rules-before', async ({ shoot }) => {
  await shoot('page');
});

picture('ten-rules-import', async ({ editPane, shoot }) => {
  const dialog = await pastePlan(editPane);
  await expect(dialog).toContainText('What changes');
  await shoot(dialog);
});

picture('ten-rules-after', async ({ editPane, shoot }) => {
  const dialog = await pastePlan(editPane);
  await dialog.getByRole('button', { name: 'Import 10 rules' }).click();
  await expect(dialog).toBeHidden();
  await expect(editPane.panel.coverage).toContainText('9 of 9');
  await shoot('page');
});
