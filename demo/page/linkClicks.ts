import { locationService } from '@grafana/runtime';

/** An address that Grafana leaves to the browser: of another origin, or a mail. Every other one is a path of the page. */
const ELSEWHERE = /:\/\/|^mailto:/;

/**
 * Follows the links of the document as Grafana does, its faults included, so that they are seen here: a file that a link
 * would save loses its name, and `tel:` becomes a path that is not found.
 *
 * Left alone are links with a `target`, clicks that somebody handled already, and those that ask for a tab of their own.
 */
export function followLinks(page: Document): void {
  page.addEventListener('click', (event) => {
    const address = addressOf(event);
    if (address === undefined || event.defaultPrevented || event.ctrlKey || event.metaKey) {
      return;
    }
    event.preventDefault();
    if (ELSEWHERE.test(address)) {
      window.location.href = address;
    } else {
      locationService.push(address.startsWith('/') ? address : `/${address}`);
    }
  });
}

/** Where the link that was clicked leads, as it is written; undefined where the click is not for the page to follow. */
function addressOf({ target }: MouseEvent): string | undefined {
  const link = target instanceof Element ? target.closest('a') : null;
  return link?.getAttribute('target') ? undefined : (link?.getAttribute('href') ?? undefined);
}
