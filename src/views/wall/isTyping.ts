/** Whether a key is meant for something else than the wall: a field, or a shortcut of the browser. */
export function isTyping({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const isInput = target instanceof HTMLElement && target.matches('input, textarea, select, button, [contenteditable]');
  return isInput || ctrlKey || metaKey || altKey;
}
