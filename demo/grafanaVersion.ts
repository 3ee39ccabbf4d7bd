/** The version of the Grafana libraries that the page is built from. */
export const GRAFANA_VERSION = '12.4.10';
