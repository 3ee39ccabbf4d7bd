import type { ComponentType } from 'react';

import { t } from '../../locales/t';
import { Cards } from '../list/Cards';
import { ChartWithList } from './ChartWithList';
import { Rows } from './Rows';
import type { LayoutProps } from './layoutProps';

/** The ways to lay out charts and cards: a row a metric, one chart with a list of cards, and cards alone. */
export type LayoutName = 'rows' | 'list' | 'cards';

/** One way to lay out charts and cards. */
export interface Layout {
  View: ComponentType<LayoutProps>;
  /** Whether it is made for a chart, and so has no use where there is none, or too little room for one. */
  needsChart: boolean;
  /** Its name among the panel's options, and what it is; left out where it can't be chosen. */
  choice?: () => { label: string; description: string };
}

/** Every layout by its name. */
export const LAYOUTS: Readonly<Record<LayoutName, Layout>> = {
  rows: {
    View: Rows,
    needsChart: true,
    choice: () => ({
      label: t('panel.options.layout-rows', 'Rows'),
      description: t('panel.options.layout-rows-about', 'Each metric with a chart of its own'),
    }),
  },
  list: {
    View: ChartWithList,
    needsChart: true,
    choice: () => ({
      label: t('panel.options.layout-list', 'Chart and list'),
      description: t('panel.options.layout-list-about', 'One chart, its metrics beside it, the worst first'),
    }),
  },
  cards: { View: Cards, needsChart: false },
};

/** Whether a saved value names a layout that can be chosen. */
export function isChoosable(saved: unknown): saved is LayoutName {
  return LAYOUT_NAMES.some((name) => name === saved && LAYOUTS[name].choice);
}

const LAYOUT_NAMES = Object.keys(LAYOUTS) as LayoutName[];

/** The layouts that can be chosen, as the panel's options show them. */
export function layoutOptions(): Array<{ value: LayoutName; label: string; description: string }> {
  return LAYOUT_NAMES.flatMap((value) => {
    const { choice } = LAYOUTS[value];
    return choice ? [{ value, ...choice() }] : [];
  });
}
