import type { RefObject } from 'react';
import { useEffect, useState } from 'react';

/**
 * Whether the value axis may have been zoomed inside the host chart: a drag with Shift does that and tells nobody, so
 * that a name would be off its line. A double click, or new data, shows the whole axis again.
 */
export function useValueZoom(container: RefObject<HTMLElement>, data: unknown): boolean {
  const [zoomedOn, setZoomedOn] = useState<unknown>();

  useEffect(() => {
    const root = container.current;
    const onMouseDown = (event: MouseEvent) => event.shiftKey && setZoomedOn(data);
    const onDoubleClick = () => setZoomedOn(undefined);
    root?.addEventListener('mousedown', onMouseDown);
    root?.addEventListener('dblclick', onDoubleClick);
    return () => {
      root?.removeEventListener('mousedown', onMouseDown);
      root?.removeEventListener('dblclick', onDoubleClick);
    };
  }, [container, data]);

  return zoomedOn !== undefined && zoomedOn === data;
}
