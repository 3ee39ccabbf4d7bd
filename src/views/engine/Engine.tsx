import type { CardEngineProps } from './CardEngine';
import { CardEngine } from './CardEngine';
import type { CheckedProps } from './Checked';
import { Checked } from './Checked';

export type EngineProps = CardEngineProps | CheckedProps;

/** What engines say of a metric: all of it, or whether one does what an answer says. */
export default function Engine(props: EngineProps) {
  return 'question' in props ? <Checked {...props} /> : <CardEngine {...props} />;
}
