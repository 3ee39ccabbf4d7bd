import { lateValue } from '../../views/parts/lateValue';

/** What reads sheets: loaded where a panel has some, and once for all panels. */
export const useSheetReader = lateValue(() =>
  import(/* webpackChunkName: "sheets" */ './readSheets').then(({ readSheets }) => readSheets)
);
