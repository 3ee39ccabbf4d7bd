import { shortKeys, withShortKeys } from './shortKeys.mjs';

/** A loader of webpack: a catalogue of words as a package has it. */
export default function catalogueLoader(content) {
  return withShortKeys(content, shortKeys());
}
