import { BREACH_TAG } from '../../protocol/records/breachRecord';
import { t } from '../../locales/t';
import type { GivenRecords } from './givenRecords';
import type { RecordsAsking } from './recordsAsking';

/**
 * Follows the records of a panel where it records, or where its dashboard has some: what does that is loaded then.
 *
 * @returns What ends it.
 */
export function lateRecords(given: RecordsAsking, onGiven: (records: GivenRecords) => void): () => void {
  const { asking, shared } = given;
  let isOver = false;
  let isLoading = false;
  let end: (() => void) | undefined;
  const load = () =>
    import(/* webpackChunkName: "records" */ './followRecords').then(
      ({ followRecords }) => {
        end = isOver ? undefined : followRecords(given, onGiven);
      },
      (error: unknown) => {
        console.warn('Protocol: a part of the panel could not be loaded.', error);
        if (asking.isRecording && !isOver) {
          onGiven({ tell: () => undefined, notice: { words: notLoaded() } });
        }
      }
    );
  // What was read last is told at once, before there is anything to stop.
  const stop = asking.isRecording
    ? undefined
    : shared?.log.onFound((found) => {
        if (!isLoading && found.some(({ tags }) => tags.includes(BREACH_TAG))) {
          isLoading = true;
          void load();
        }
      });
  if (asking.isRecording) {
    void load();
  }
  return () => {
    isOver = true;
    stop?.();
    end?.();
  };
}

function notLoaded(): string {
  return t('panel.records.not-loaded', 'What records breaches could not be loaded: nothing is recorded from here.');
}
