import { saveAs } from 'file-saver';

/**
 * Gives a text to the browser as a file to be saved. Not by a link in the document: Grafana takes every click on one for
 * the way to another page, and the file would lose its name.
 */
export function download(text: string, { name, type }: { name: string; type: string }): void {
  saveAs(new Blob([text], { type: `${type};charset=utf-8` }), name);
}
