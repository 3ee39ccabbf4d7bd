import { LoadingState, type PanelProps } from '@grafana/data';

import { EmptyFace, ErrorFace, LoadingFace } from '../views/Faces';
import { ProtocolView } from './ProtocolView';
import { type ProtocolOptions } from './options';
import { useHost } from './useHost';
import { queryErrors, useProtocol } from './useProtocol';

/** The panel as Grafana sees it: props -> protocol -> view. */
export function ProtocolPanel(props: PanelProps<ProtocolOptions>) {
  const { data, options } = props;
  const protocol = useProtocol(props);
  const host = useHost(options.takenOver?.pluginId);
  if (typeof protocol !== 'string') {
    return <ProtocolView panel={props} protocol={protocol} host={host} />;
  }
  if (data.state === LoadingState.Loading) {
    return <LoadingFace />;
  }
  const errors = queryErrors(data);
  if (errors.length > 0) {
    return <ErrorFace errors={errors} />;
  }
  const hasQueries = (data.request?.targets.length ?? 0) > 0;
  return <EmptyFace reason={hasQueries ? protocol : 'noQueries'} />;
}
