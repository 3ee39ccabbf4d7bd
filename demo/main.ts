import { setBootData } from './host/bootData';

// @grafana/runtime reads the boot data while it is imported, so everything else comes after it.
setBootData();
void import('./page/start').then(({ start }) => start());
