/** Who is to be asked, with how to reach them where the directory says it. */
export interface Person {
  name: string;
  contact?: string;
}

/** Who holds a role at a moment. */
export type Holder =
  /** A person who is there; `others` hold the role, too, and are there. */
  | { kind: 'person'; role: string; holder: Person; others: readonly Person[] }
  /** Somebody stands in for a person who is away until then, epoch ms. */
  | { kind: 'deputy'; role: string; holder: Person; absent: string; awayUntil: number }
  /** Somebody stands in, because nobody holds the role. */
  | { kind: 'acting'; role: string; holder: Person }
  /** Everybody is away, deputies included. The first of them to be back; `awayUntil` is epoch ms. */
  | { kind: 'away'; role: string; absent: Person; awayUntil: number }
  | { kind: 'vacant'; role: string }
  /** The directory has neither a role nor a person of this name. */
  | { kind: 'unknown'; role: string };

/** How to reach who holds a role now; undefined where nobody does, or the directory does not say. */
export function contactOf(holder: Holder): string | undefined {
  return 'holder' in holder ? holder.holder.contact : undefined;
}
