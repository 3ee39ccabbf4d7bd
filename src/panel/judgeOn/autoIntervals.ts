import { getTemplateSrv } from '@grafana/runtime';

/** What the value of an interval variable begins with when Grafana works it out from the range in view. */
const AUTO = '$__auto';

/** The names of the dashboard's interval variables that follow the range in view: in a fixed request they are its step. */
export function autoIntervals(): string[] {
  return getTemplateSrv()
    .getVariables()
    .flatMap((variable) =>
      variable.type === 'interval' && String(variable.current?.value).startsWith(AUTO) ? variable.name : []
    );
}
