/** How the id of a request begins that is one of several, to several data sources. */
export const MIXED_REQUEST = 'mixed-';
