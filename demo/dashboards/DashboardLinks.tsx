import { textUtil } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import type { SceneComponentProps, SceneObjectState } from '@grafana/scenes';
import { sceneGraph, SceneObjectBase } from '@grafana/scenes';
import { LinkButton } from '@grafana/ui';
import { useDashboardList } from '../page/useDashboardList';
import type { DashboardLinkModel } from './model';

interface DashboardLinksState extends SceneObjectState {
  links: DashboardLinkModel[];
}

interface ShownLink {
  text: string;
  url: string;
  link: DashboardLinkModel;
}

/** The links of a dashboard, among its controls. */
export class DashboardLinks extends SceneObjectBase<DashboardLinksState> {
  static Component = DashboardLinksRenderer;
}

function DashboardLinksRenderer({ model }: SceneComponentProps<DashboardLinks>) {
  const { links } = model.useState();
  const dashboards = useDashboardList() ?? [];
  const { pathname } = locationService.getLocation();
  const shown = links.flatMap((link): ShownLink[] => {
    if (link.type === 'link') {
      return [{ text: sceneGraph.interpolate(model, link.title), url: sceneGraph.interpolate(model, link.url), link }];
    }
    return dashboards
      .filter(({ tags }) => link.tags.every((tag) => tags.includes(tag)))
      .filter(({ uid }) => !pathname.startsWith(`/d/${uid}`))
      .map(({ title, url }) => ({ text: title, url, link }));
  });
  return (
    <>
      {shown.map(({ text, url, link }) => (
        <LinkButton
          key={url}
          href={textUtil.sanitizeUrl(withState(url, link))}
          target={link.targetBlank ? '_blank' : undefined}
          tooltip={link.tooltip}
          variant="secondary"
          fill="text"
          size="sm"
          icon={link.type === 'dashboards' ? 'apps' : 'external-link-alt'}
        >
          {text}
        </LinkButton>
      ))}
    </>
  );
}

/** Takes the time range and the variables of the page's URL along, where the link wants that. */
function withState(url: string, { keepTime, includeVars }: DashboardLinkModel): string {
  const kept = [...locationService.getSearch()].filter(
    ([name]) => (keepTime && (name === 'from' || name === 'to')) || (includeVars && name.startsWith('var-'))
  );
  const query = new URLSearchParams(kept).toString();
  return query === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${query}`;
}
