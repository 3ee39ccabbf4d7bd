import type { Directory } from './directory';
import type { holderOf } from './holderOf';

/** A directory with what looks somebody up in it, which loads where a panel has a directory. */
export interface WhoIsWho {
  directory: Directory;
  holderOf: typeof holderOf;
}
