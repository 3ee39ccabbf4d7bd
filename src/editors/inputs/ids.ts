/** The ids of what belongs to an input, by the input's own: what it inherits, what comes first, what is known of what is typed, what is wrong. */
export const hintId = (inputId: string) => `${inputId}-inherited`;
export const outrankedId = (inputId: string) => `${inputId}-outranked`;
export const noteId = (inputId: string) => `${inputId}-note`;
export const problemId = (inputId: string) => `${inputId}-problem`;

/** The second input of a range. */
export const upperId = (inputId: string) => `${inputId}-upper`;
