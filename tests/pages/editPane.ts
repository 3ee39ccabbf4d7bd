import type { PanelEditPage } from '@grafana/plugin-e2e';
import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

import type { PanelJson } from '../panels';
import { ProtocolPanel } from './protocolPanel';
import { RuleFile } from './ruleFile';

type GotoPanelEditPage = (args: { dashboard: { uid: string }; id: string }) => Promise<PanelEditPage>;

/** The panel editor: Grafana's, or the local host's edit pane. */
export class EditPane {
  private opened?: PanelEditPage;

  constructor(
    readonly page: Page,
    private readonly goto: GotoPanelEditPage
  ) {}

  async open(uid: string, id: number): Promise<PanelEditPage> {
    this.opened = await this.goto({ dashboard: { uid }, id: String(id) });
    return this.opened;
  }

  /** The panel that is edited. */
  get panel(): ProtocolPanel {
    return new ProtocolPanel(this.page.locator('[data-testid^="data-testid Panel header "]'));
  }

  get grafana(): PanelEditPage {
    if (!this.opened) {
      throw new Error('Open the editor first.');
    }
    return this.opened;
  }

  /** The form of the panel's default rule. */
  async defaultRule(): Promise<RuleForm> {
    await this.grafana.getCustomOptions('Protocol').expand();
    return this.formIn('Protocol');
  }

  /** The form of the rule in an override, counted from 1. */
  async overriddenRule(place: number): Promise<RuleForm> {
    const id = `panel-options-override-${place - 1}`;
    await this.grafana.getCustomOptions(id).expand();
    return this.formIn(id);
  }

  /** The option "Rule file". */
  async ruleFile(): Promise<RuleFile> {
    await this.grafana.getCustomOptions('Protocol').expand();
    const root = this.group('Protocol').getByRole('group', { name: 'Rule file', exact: true });
    await expect(root).toBeVisible();
    return new RuleFile(root);
  }

  /** The picker of a query: "Rule sheet", "Directory". */
  async queryPicker(name: string): Promise<Locator> {
    await this.grafana.getCustomOptions('Protocol').expand();
    return this.group('Protocol').getByRole('combobox', { name: new RegExp(`^${name}`) });
  }

  /** Adds an override for the field of a name, with a rule that is still blank. */
  async addRuleByName(name: string): Promise<void> {
    await this.pick('Add field override', /^Fields with name(?! matching)/);
    await this.group('panel-options-override-0').getByRole('combobox').click();
    await this.page.getByRole('option', { name, exact: true }).click();
    await this.pick('Add override property', /Intervention rule/);
  }

  /** The panel's JSON, as the local host shows it. */
  async panelJson(): Promise<PanelJson> {
    await this.grafana.getCustomOptions('Panel JSON').expand();
    return JSON.parse(await this.page.getByRole('textbox', { name: 'Panel JSON' }).inputValue()) as PanelJson;
  }

  /** Saves the dashboard; a real Grafana can. */
  async save(): Promise<void> {
    await this.page.getByTestId('data-testid Save dashboard button').click();
    await this.page.getByTestId('data-testid Save dashboard drawer button').click();
    await expect(this.page.getByText('Dashboard saved')).toBeVisible();
  }

  private async pick(button: string, option: string | RegExp): Promise<void> {
    await this.page.getByTestId(`data-testid Value picker button ${button}`).click();
    await this.page.getByRole('option', { name: option }).click();
  }

  private group(id: string): Locator {
    return this.page.getByTestId(`data-testid Options group ${id}`);
  }

  private async formIn(groupId: string): Promise<RuleForm> {
    const form = new RuleForm(this.group(groupId).getByRole('group', { name: 'Rule', exact: true }));
    await expect(form.field('Who')).toBeVisible();
    return form;
  }
}

/** The form of a rule, as default or in an override. */
export class RuleForm {
  constructor(readonly root: Locator) {}

  /** The input of a field; what its label goes on to explain does not matter. */
  field(label: string): Locator {
    const name = new RegExp(`^${label}(?! is over)`);
    return this.root.getByRole('textbox', { name }).or(this.root.getByRole('combobox', { name }));
  }

  button(name: string | RegExp): Locator {
    return this.root.getByRole('button', { name });
  }

  /** What is asked about a change of what was agreed. */
  get ask(): Locator {
    return this.root.getByRole('group', { name: 'From when on?' });
  }

  /** The versions of the rule; none where it has only one. */
  get tabs(): Locator {
    return this.root.getByRole('radiogroup', { name: 'Versions' }).getByRole('radio');
  }

  tab(name: string | RegExp): Locator {
    return this.root.getByRole('radio', { name });
  }

  /** Opens a group of further inputs. */
  async open(group: string): Promise<void> {
    const toggle = this.button(new RegExp(`^${group}`));
    if ((await toggle.getAttribute('aria-expanded')) === 'false') {
      await toggle.click();
    }
  }

  /** Chooses an option of a field that has a list of them. */
  async choose(label: string, option: string): Promise<void> {
    await this.root.getByRole('combobox', { name: new RegExp(`^${label}`) }).click();
    await this.root.page().getByRole('option', { name: option, exact: true }).click();
  }
}
