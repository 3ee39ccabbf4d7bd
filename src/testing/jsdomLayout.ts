/** What Grafana's inputs ask of a browser that lays things out; jsdom does not. Nothing is ever seen to change. */
class SilentObserver {
  observe = () => undefined;
  unobserve = () => undefined;
  disconnect = () => undefined;
}

Object.assign(globalThis, { IntersectionObserver: SilentObserver, ResizeObserver: SilentObserver });
Object.assign(Element.prototype, {
  scrollIntoView: () => undefined,
  getBoundingClientRect: () => ({ width: 300, height: 300, top: 0, left: 0, bottom: 0, right: 0, x: 0, y: 0 }),
});

export {};
