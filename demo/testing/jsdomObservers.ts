/** What `@grafana/ui` and `@grafana/scenes` ask of a browser while they are loaded and jsdom has not. Import it first. */
class SilentObserver {
  observe = () => undefined;
  unobserve = () => undefined;
  disconnect = () => undefined;
  takeRecords = () => [];
}

Object.assign(globalThis, {
  IntersectionObserver: SilentObserver,
  ResizeObserver: SilentObserver,
});

export {};
