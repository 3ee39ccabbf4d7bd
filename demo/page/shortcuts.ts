import { locationService } from '@grafana/runtime';

/** How long the second key of a shortcut may take. */
const SEQUENCE_MS = 1000;

const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta']);

/**
 * Listens for a few of Grafana's shortcuts, which are single keys, or two one after the other, wherever the focus is but
 * in an input: what takes letters and is no input has to stop them on their way to the document.
 *
 * @returns stops listening
 */
export function listenToShortcuts(page: Document, onHelp: () => void): () => void {
  const actions: Partial<Record<string, () => void>> = {
    '?': onHelp,
    'g h': () => locationService.push('/'),
    'd k': () => toggle('kiosk', 'true'),
    v: () => toggle('viewPanel', attendedPanel(page)),
  };
  let before = { key: '', at: -Infinity };
  const onKey = (event: KeyboardEvent) => {
    const { key, timeStamp: at } = event;
    if (isForAnInput(event) || event.ctrlKey || event.metaKey || event.altKey || MODIFIERS.has(key)) {
      return;
    }
    const sequence = at - before.at < SEQUENCE_MS ? `${before.key} ${key}` : key;
    const action = actions[sequence] ?? actions[key];
    before = { key: action ? '' : key, at };
    action?.();
  };
  page.addEventListener('keydown', onKey);
  return () => page.removeEventListener('keydown', onKey);
}

function isForAnInput({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLElement && (target.matches('input, select, textarea') || target.isContentEditable);
}

/** The id of the panel that the pointer or else the focus is on. */
function attendedPanel(page: Document): string | undefined {
  const panel = page.querySelector('[data-viz-panel-key]:hover') ?? page.activeElement?.closest('[data-viz-panel-key]');
  return panel?.getAttribute('data-viz-panel-key')?.replace(/^panel-/, '');
}

/** Puts a parameter into the page's URL, or takes it out where it is there. */
function toggle(parameter: string, value: string | undefined): void {
  if (value !== undefined) {
    const isThere = new URLSearchParams(locationService.getLocation().search).has(parameter);
    locationService.partial({ [parameter]: isThere ? null : value });
  }
}
