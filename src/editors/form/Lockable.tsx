import { css } from '@emotion/css';
import type { ReactNode } from 'react';

interface LockableProps {
  isLocked: boolean;
  children: ReactNode;
}

/** Inputs that may be only to be read. */
export function Lockable({ isLocked, children }: LockableProps) {
  return (
    <fieldset className={plain} disabled={isLocked}>
      {children}
    </fieldset>
  );
}

/** Its children stand among those of what it is in. */
const plain = css({ display: 'contents', minWidth: 0, margin: 0, padding: 0, border: 'none' });
