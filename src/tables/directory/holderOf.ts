import { plainName } from '../sheet/plainName';
import type { Directory, DirectoryEntry } from './directory';
import type { Holder, Person } from './holder';

/**
 * Who holds a role at a moment: of the people in the role the first who is there; else the first deputy who is there,
 * or a deputy's deputy. A name of a person serves as well as a role's, in any case and spacing; a deputy may be a role.
 * A deputy whom the directory does not know is taken to be there.
 *
 * @param at - Epoch ms.
 */
export function holderOf(directory: Directory, role: string, at: number): Holder {
  return new Search(directory.entries, at).holder(role.trim());
}

/**
 * Who stands in for a person, or for who is in a role, whether or not they are there: the first deputy who is there, or a
 * deputy's deputy.
 *
 * @param name - A person's, or a role's, in any case and spacing.
 * @param at - Epoch ms.
 * @param but - Somebody who is not asked.
 */
export function deputyOf(directory: Directory, name: string, at: number, but = name): Person | undefined {
  return new Search(directory.entries, at).deputy(name.trim(), but.trim());
}

/** Somebody of whom it is known whether they are there. */
interface Known extends Person {
  awayUntil?: number;
}

class Search {
  constructor(
    private readonly entries: readonly DirectoryEntry[],
    private readonly at: number
  ) {}

  holder(role: string): Holder {
    const rows = this.rowsOf(role);
    if (rows.length === 0) {
      return { kind: 'unknown', role };
    }
    const people = this.peopleIn(rows);
    const [holder, ...others] = people.filter((person) => !this.isAway(person)).map(asPerson);
    if (holder) {
      return { kind: 'person', role, holder, others };
    }
    const deputy = this.deputyOf(rows);
    return people.length === 0 ? vacantOr(role, deputy) : this.absence(role, people, deputy);
  }

  deputy(name: string, but: string): Person | undefined {
    return this.deputyOf(this.rowsOf(name), [name, but]);
  }

  private absence(role: string, people: readonly Known[], deputy: Person | undefined): Holder {
    const back = ({ awayUntil = Infinity }: Known) => awayUntil;
    if (deputy) {
      const [first] = people;
      return { kind: 'deputy', role, holder: deputy, absent: first.name, awayUntil: back(first) };
    }
    const soonest = people.reduce((a, b) => (back(b) < back(a) ? b : a));
    return { kind: 'away', role, absent: asPerson(soonest), awayUntil: back(soonest) };
  }

  /** The rows of a role, else of a person. */
  private rowsOf(name: string): readonly DirectoryEntry[] {
    const plain = plainName(name);
    const inRole = plain === '' ? [] : this.entries.filter((entry) => plainName(entry.role) === plain);
    return inRole.length > 0 ? inRole : this.rowsOfPerson(plain);
  }

  private rowsOfPerson(plain: string): readonly DirectoryEntry[] {
    return plain === '' ? [] : this.entries.filter(({ person = '' }) => plainName(person) === plain);
  }

  /** The people of some rows, each once. Away in one row is away in all of them; a contact is the row's own first. */
  private peopleIn(rows: readonly DirectoryEntry[]): Known[] {
    const people = new Map<string, Known>();
    for (const { person, contact } of rows) {
      const plain = plainName(person ?? '');
      if (person !== undefined && !people.has(plain)) {
        const all = this.rowsOfPerson(plain);
        const away = all.map(({ awayUntil }) => awayUntil).filter((until) => until !== undefined);
        people.set(plain, {
          name: person,
          contact: contact ?? all.find((row) => row.contact !== undefined)?.contact,
          awayUntil: away.length > 0 ? Math.max(...away) : undefined,
        });
      }
    }
    return [...people.values()];
  }

  private isAway({ awayUntil }: Known): boolean {
    return awayUntil !== undefined && this.at <= awayUntil;
  }

  /** The nearest deputy who is there: all deputies of these rows, then theirs. Nobody is asked twice. */
  private deputyOf(rows: readonly DirectoryEntry[], but: readonly string[] = []): Person | undefined {
    const asked = new Set(but.map(plainName));
    const queue = this.deputiesOf(rows);
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
      const plain = plainName(name);
      if (!asked.has(plain)) {
        asked.add(plain);
        const theirs = this.rowsOf(name);
        const present = this.standIn(name, theirs);
        if (present) {
          return present;
        }
        queue.push(...this.deputiesOf(theirs));
      }
    }
    return undefined;
  }

  /** The deputies that some rows name, then those that their people have elsewhere. */
  private deputiesOf(rows: readonly DirectoryEntry[]): string[] {
    const elsewhere = rows.flatMap(({ person = '' }) => this.rowsOfPerson(plainName(person)));
    return [...rows, ...elsewhere].flatMap(({ deputies }) => deputies);
  }

  private standIn(name: string, rows: readonly DirectoryEntry[]): Person | undefined {
    const present = this.peopleIn(rows).find((person) => !this.isAway(person));
    return rows.length === 0 ? { name } : present && asPerson(present);
  }
}

function vacantOr(role: string, deputy: Person | undefined): Holder {
  return deputy ? { kind: 'acting', role, holder: deputy } : { kind: 'vacant', role };
}

function asPerson({ name, contact }: Known): Person {
  return contact === undefined ? { name } : { name, contact };
}
