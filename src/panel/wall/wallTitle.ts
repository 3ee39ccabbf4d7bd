import { t } from '../../locales/t';

/**
 * What a wall is called: as its dashboard, unless it lacks panels of it. Such a one does not speak in the dashboard's name.
 *
 * @param own - The title of the panel; blank where a line was to be saved.
 * @param dashboard - Undefined where nobody knows it.
 */
export function wallTitle(own: string, dashboard: string | undefined, isPart: boolean): string {
  if (dashboard === undefined || !isPart) {
    return dashboard ?? own;
  }
  return own.trim() === '' ? t('panel.wall.part-of', 'Part of {{dashboard}}', { dashboard }) : own;
}
