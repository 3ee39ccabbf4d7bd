/** "Not available" and others that end in no mark, as Excel, LibreOffice and Google Sheets write them in their languages. */
const WITHOUT_MARK = new Set([
  ...['#N/A', '#NA', '#NV', '#N/D', '#N/B', '#I/T', '#N/V', '#Н/Д', '#Δ/Υ', '#YOK', '#HIÁNYZIK', '#NENÍ_K_DISPOZICI'],
  ...['#NEDOSTUPNÝ', '#NEDOSTUPNÉ', '#NINCS', '#DIV/0', '#SAKNAS', '#PUUTTUU', '#X', '#Z', '#GETTING_DATA'],
  ...['#DATEN_ABRUFEN', '#OBTENTION_DONNEES', '#CARGANDO_DATOS', '#ЗАГРУЗКА_ДАННЫХ'],
]);

/** `#REF!`, `#¿NOMBRE?`, `#¡VALOR!`, `#SAYI/0!`, `#DĚLENÍ_NULOU!`: capitals with a mark at the end, in any language. */
const WITH_MARK = /^#[¡¿]?[\p{Lu}\p{Lo}][\p{Lu}\p{Lo}\p{M}\d/._ ]{0,30}[!?]$/u;

/** LibreOffice numbers what has no name: `Err:502`, also in its other languages. */
const NUMBERED =
  /^(?:err|erreur|fehler|errore|erro|error|fout|fel|feil|fejl|virhe|błąd|chyba|hiba|ошибка|hata)\s?:\s?5\d\d$/i;

/** What is written where a column is too narrow for its number. */
const TOO_NARROW = /^#{3,}$/;

/** Whether a text is what a spreadsheet writes where a formula failed, in whatever language it speaks. */
export function isSheetError(text: string): boolean {
  const plain = text.trim();
  return WITHOUT_MARK.has(plain) || WITH_MARK.test(plain) || NUMBERED.test(plain) || TOO_NARROW.test(plain);
}
