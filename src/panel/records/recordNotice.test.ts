import { StoreFailure } from '../../annotations/annotationStore';
import type { CannotRecord } from '../../protocol/responses/intervention';
import { recordNotice } from './recordNotice';

const FIXED = { mode: 'fixed', lookBackMs: 1, stepMs: 1 } as const;
const failure = new StoreFailure('unreachable', 'Bad gateway');

it.each<[CannotRecord, string | undefined]>([
  ['unsavedDashboard', 'Breaches are recorded once the dashboard is saved.'],
  ['snapshot', 'No breach is recorded here.'],
  ['publicDashboard', 'No breach is recorded here.'],
  ['editing', undefined],
  ['noRight', undefined],
])('says what is recorded where nothing can be: %s', (cannotRecord, words) => {
  expect(recordNotice({ cannotRecord, judgedOn: FIXED })).toBe(words);
});

it('says on one panel who records', () => {
  const known = { cannotRecord: 'noRight', judgedOn: FIXED } as const;
  expect(recordNotice({ ...known, isSpeaker: true })).toMatch(
    /^Breaches are recorded by those who may write annotations/
  );
});

it('says that nothing is recorded where the look-back can’t be had, also while the panel is edited', () => {
  const judgedOn = { mode: 'view', because: 'streaming' } as const;
  expect(recordNotice({ judgedOn })).toBe('No breach is recorded: that takes the fixed look-back.');
  expect(recordNotice({ judgedOn, cannotRecord: 'editing' })).toBeDefined();
});

it('says what the store answered, as long as something is to be written', () => {
  expect(recordNotice({ judgedOn: FIXED, failure, lacking: 2 })).toBe(
    '2 breaches are not on the record yet: Bad gateway'
  );
  expect(recordNotice({ judgedOn: FIXED, failure, lacking: 0 })).toBeUndefined();
  expect(recordNotice({ judgedOn: FIXED })).toBeUndefined();
});
