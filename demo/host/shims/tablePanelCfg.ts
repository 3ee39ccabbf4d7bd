/** Stands for the file of this name that `@grafana/schema` 12.4.10 forgot to publish. */
export const defaultOptions = {};
