// Jest setup provided by Grafana scaffolding
import './.config/jest-setup';

import { cache } from '@emotion/css';
import { configure } from '@testing-library/dom';
import i18next from 'i18next';

// jsdom has no canvas; Grafana's Combobox measures its text with one.
HTMLCanvasElement.prototype.getContext = () => ({ measureText: (text) => ({ width: text.length * 8 }) });

// Whoever asks for an element by its role makes jsdom match every style of the document with each element: most of the time
// of a test, and for nothing, as jsdom lays nothing out. So the styles stay outside of the document.
cache.sheet.container = document.createElement('div');

// Without Grafana nobody has made the words ready: the texts in the code are said.
i18next.init({ lng: 'en-US', resources: {}, showSupportNotice: false });

// What a test waits for is there at once, on a machine that is not busy: only what fails takes as long as this.
configure({ asyncUtilTimeout: 4_000 });
