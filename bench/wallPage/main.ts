import { setBootData } from '../../demo/host/bootData';

// @grafana/runtime reads the boot data while it is imported, so everything else comes after it.
setBootData();
void import('./refreshedWall').then(({ showWall }) => showWall());
