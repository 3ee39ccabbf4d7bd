import { createShelf } from '../shelf';

/**
 * Opens the dialog into which a table of rules is pasted, from elsewhere in the option pane; empty where the option "Rule
 * file" is not shown, or what is imported there would not count.
 */
export const pasteDoor = createShelf<() => void>();
