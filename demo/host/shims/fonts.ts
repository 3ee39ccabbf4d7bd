import '@fontsource/inter/400.css';
import '@fontsource/inter/400-italic.css';
import '@fontsource/inter/500.css';
import '@fontsource/inter/500-italic.css';
import { css } from '@emotion/react';

/** Stands for the font faces of `@grafana/ui`, whose files only a Grafana server has: Inter comes from its package. */
export function getFontStyles() {
  return css({});
}
