// Shared with plugins as they are; the host itself does not use them.
declare module 'd3';
declare module 'prismjs';
