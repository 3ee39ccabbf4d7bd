import { readSavedDashboard } from '../../frames/savedDashboard';
import type { ScenePanel } from '../../frames/scenePanels';
import { tellHandover } from '../../protocol/handover/tellHandover';
import { breach, handoverInput, handoverPanel, withBreaches } from '../../testing/handover';
import { NOW } from '../../testing/metricProtocol';
import { DAY, HOUR } from '../../time/units';
import type { SheetAnswer } from '../../tables/responses/answer';
import type { ToldSources } from '../sources/TellSources';
import { handoverPanels, notReadOf, recordingPlaces } from './handoverPanels';
import { unaskedPanels } from './unaskedPanels';

const NOTHING: ToldSources = {
  isOwnNotLoaded: false,
  told: [],
  awaited: [],
  failed: [],
  missing: [],
  lost: [],
  unclear: [],
  hasStreams: false,
};
const SPANS = { view: { from: 0, to: NOW }, judged: { from: 0, to: NOW } };

/** A panel as it is found, whose override for "Churn" gets stricter tomorrow and was to be looked at. */
function found(): ScenePanel {
  const rule = {
    ...{
      operator: '>',
      critical: 4,
      owner: 'Success',
      action: 'Call',
      validFrom: '2026-11-24',
      reviewBy: '2026-11-01',
    },
    earlier: [{ operator: '>', critical: 5, owner: 'Success', action: 'Call', reviewBy: '2026-11-01' }],
  };
  const { panels } = readSavedDashboard({
    panels: [
      {
        ...{ id: 3, type: 'protocolops-protocol-panel', title: 'Accounts' },
        fieldConfig: {
          defaults: {},
          overrides: [
            { matcher: { id: 'byName', options: 'Churn' }, properties: [{ id: 'custom.rule', value: rule }] },
          ],
        },
      },
    ],
  });
  return { ...panels[0], key: 'panel-3', repeat: {}, isAsking: false, data: [] };
}

it('lets the answers of its own sheet speak of all panels', () => {
  const open = breach(NOW - 5 * HOUR);
  const { protocol } = handoverPanel([withBreaches('Leads', [open])], []);
  const told = {
    told: [{ key: 'panel-1', title: 'Lead quality', told: { protocol, ruled: [], stated: () => [], spans: SPANS } }],
  };
  const answer: SheetAnswer = { row: 2, at: NOW - HOUR, metric: 'Leads', by: 'Ana', said: { kind: 'taken' } };
  const holderOf = (answers?: readonly SheetAnswer[]) =>
    handoverPanels(told, answers)[0].protocol.metrics[0].response?.open?.response?.holder?.name;
  expect(holderOf()).toBeUndefined();
  expect(holderOf([answer])).toBe('Ana');
});

it('names what can’t be told, and why', () => {
  const panel = found();
  const namesOf = (sources: ToldSources) => notReadOf(sources, false);
  const nothing = { spans: SPANS, nothing: 'noNumericField', awaited: false, errors: [] } as const;
  expect(
    namesOf({
      ...NOTHING,
      told: [
        { key: 'a', title: 'Notes', told: nothing },
        { key: 'b', title: 'Broken', told: { ...nothing, errors: [{ message: 'no' }] } },
        { key: 'own', told: nothing },
      ],
      awaited: [{ title: 'Slow', panel }],
      failed: [{ title: 'Gone', panel }],
      missing: [{ title: 'Accounts', panel }],
      lost: [{ refId: 'B' }, { refId: 'C', panelId: 99 }],
      unclear: ['Churn'],
    })
  ).toEqual([
    { kind: 'nothing', title: 'Notes', because: 'noNumericField' },
    { kind: 'failed', title: 'Broken' },
    { kind: 'failed', title: 'Gone' },
    { kind: 'awaited', title: 'Slow' },
    { kind: 'notAsked', title: 'Accounts' },
    { kind: 'lost', refIds: ['B', 'C'] },
    { kind: 'unclear', name: 'Churn' },
  ]);
});

it('tells of a panel that nobody asks for what its rules say, and judges nothing of it', () => {
  const panels = [
    handoverPanel([withBreaches('Leads', [])], []),
    ...unaskedPanels([{ title: 'Accounts', panel: found() }], NOW),
  ];
  const told = tellHandover(handoverInput(panels));
  expect(told.changed.map(({ label, panel, change }) => [label, panel.title, change?.at])).toEqual([
    ['Churn', 'Accounts', NOW - (NOW % DAY) + DAY],
  ]);
  expect(told.figures.reviewPast.map(({ label }) => label)).toEqual(['Churn']);
  expect([told.ruled, told.cantJudge.length, told.notRead, told.tally.nodata]).toEqual([1, 0, [], 0]);
});

it('tells of a panel that nobody asks for by its records, where it makes some and they are read', () => {
  const panel = { ...found(), saved: { options: { record: true, responseSheet: 'B' } } };
  const sources = { ...NOTHING, missing: [{ title: 'Accounts', panel }], awaited: [{ title: 'Slow', panel: found() }] };
  const kinds = (isRecordRead: boolean) => notReadOf(sources, isRecordRead).map(({ kind }) => kind);
  expect(kinds(false)).toEqual(['awaited', 'notAsked']);
  expect(kinds(true)).toEqual(['awaited', 'recordAlone']);
  expect(recordingPlaces(sources)).toEqual([
    { panelId: 3, title: 'Slow', isTold: true, hasOwnAnswers: false },
    { panelId: 3, title: 'Accounts', isTold: false, hasOwnAnswers: true },
  ]);
});
