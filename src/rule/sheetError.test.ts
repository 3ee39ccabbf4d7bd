import { isSheetError } from './sheetError';

describe('isSheetError', () => {
  it.each([
    ...['#REF!', '#N/A', '#VALUE!', '#DIV/0!', '#NAME?', '#NULL!', '#NUM!', '#SPILL!', '#CALC!', '#ERROR!', '#BUSY!'],
    ...['#BEZUG!', '#NV', '#WERT!', '#ZAHL!', '#ÜBERLAUF!', '#VALEUR!', '#NOM?', '#NOMBRE!', '#NUL!', '#¿NOMBRE?'],
    ...['#¡VALOR!', '#¡DIV/0!', '#¡REF!', '#N/D', '#VALORE!', '#RIF!', '#NOME?', '#NÚM!', '#WAARDE!', '#N/B', '#VERW!'],
    ...['#DEEL/0!', '#ARG!', '#N/D!', '#ADR!', '#DZIEL/0!', '#VÄRDEFEL!', '#SAKNAS!', '#I/T', '#VÆRDI!', '#PUUTTUU!'],
    ...['#HODNOTA!', '#NENÍ_K_DISPOZICI', '#DĚLENÍ_NULOU!', '#HIÁNYZIK', '#ZÉRÓOSZTÓ!', '#SAYI/0!', '#YOK', '#DEĞER!'],
    ...['#BAŞV!', '#ЗНАЧ!', '#Н/Д', '#ДЕЛ/0!', '#ПУСТО!', '#ССЫЛКА!', '#Δ/Υ', '#ΔΙΑΙΡ./0!', 'Err:502', 'Err:522'],
    ...['Erreur :508', '####', ' #REF! '],
  ])('%s', (text) => {
    expect(isSheetError(text)).toBe(true);
  });

  it.each(['#sales', '#sales-ops', '#Team!', 'A#1', '#1', '#alerts?', 'Err', 'Error', 'REF!', '#', '', 'Err:5'])(
    'is none: %j',
    (text) => {
      expect(isSheetError(text)).toBe(false);
    }
  );
});
