/** What was confirmed, kept outside of the browser: the one truth that a vault is held against after each kill. */

interface Entry {
  /** The name it must have; several while a change was under way when the browser died. */
  names: Set<string>;
  /** Null while it is not known whether it was deleted, or added. */
  present: boolean | null;
}

export interface Change {
  /** Accounts it touches. All of them change, or none. */
  readonly ids: readonly string[];
  readonly sort: 'add' | 'rename' | 'delete' | 'undelete' | 'other';
  readonly name?: string;
}

export class Ledger {
  readonly #entries = new Map<string, Entry>();
  readonly #underWay = new Set<Change>();

  ids(present: boolean): string[] {
    const busy = new Set([...this.#underWay].flatMap(({ ids }) => ids));
    return [...this.#entries]
      .filter(([id, entry]) => entry.present === present && !busy.has(id))
      .map(([id]) => id);
  }

  begin(change: Change): void {
    this.#underWay.add(change);
  }

  confirm(change: Change): void {
    this.#underWay.delete(change);
    for (const id of change.ids) {
      const entry = this.#entries.get(id) ?? { names: new Set(), present: true };
      if (change.name !== undefined) entry.names = new Set([change.name]);
      if (change.sort !== 'other') entry.present = change.sort !== 'delete';
      this.#entries.set(id, entry);
    }
  }

  /** @param found id → name of what is there now. @returns what is missing or wrong. From now on what is there is the truth. */
  holdAgainst(found: ReadonlyMap<string, string>): string[] {
    for (const change of this.#underWay) this.#open(change);
    const wrong: string[] = [];
    for (const change of this.#underWay) {
      const there = change.ids.filter((id) => found.has(id)).length;
      if (change.sort === 'add' && there !== 0 && there !== change.ids.length) {
        wrong.push(`half of an import: ${there} of ${change.ids.length}`);
      }
    }
    for (const [id, { names, present }] of this.#entries) {
      const name = found.get(id);
      if (present === true && name === undefined) wrong.push(`${id} is gone`);
      if (present === false && name !== undefined) wrong.push(`${id} is back`);
      if (name !== undefined && names.size > 0 && !names.has(name)) wrong.push(`${id} is called ${name}`);
    }
    this.#underWay.clear();
    for (const [id, entry] of this.#entries) {
      const name = found.get(id);
      entry.present = name !== undefined;
      if (name !== undefined) entry.names = new Set([name]);
    }
    for (const [id, name] of found) {
      if (!this.#entries.has(id)) this.#entries.set(id, { names: new Set([name]), present: true });
    }
    return wrong;
  }

  #open({ ids, sort, name }: Change): void {
    for (const id of ids) {
      const entry = this.#entries.get(id);
      if (!entry) continue;
      if (name !== undefined) entry.names.add(name);
      if (sort === 'delete' || sort === 'undelete' || sort === 'add') entry.present = null;
    }
  }
}
