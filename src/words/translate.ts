/**
 * Turns a key and its English default into the reader's language. Pure code gets it passed in and calls it with literal
 * keys, so that the extractor of translations finds them. `{{name}}` in the text stands for `values.name`.
 */
export type Translate = (key: string, defaultText: string, values?: Record<string, unknown>) => string;
