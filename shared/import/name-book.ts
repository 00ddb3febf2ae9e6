import { nameKey } from './names.ts';

/** How far a file is believed about a person's name: the list of contacts before anything else. */
export type NameSource = 'connections' | 'elsewhere';

/**
 * Every (name, address) pair of one export, learned before rows without an address are read (linkedin-export.md, section 6).
 * What it says depends on the set of pairs alone, never on their order.
 */
export class NameBook {
  readonly #slugsOfKey = new Map<string, Set<string>>();
  readonly #nameOfSlug = new Map<string, { name: string; source: NameSource }>();

  /** @param name display name without credentials */
  learn(slug: string | null, name: string | null, source: NameSource): void {
    if (name === null || name === '') return;
    const key = nameKey(name);
    if (key === '') return;
    let slugs = this.#slugsOfKey.get(key);
    if (slugs === undefined) {
      slugs = new Set();
      this.#slugsOfKey.set(key, slugs);
    }
    if (slug === null) return;
    slugs.add(slug);
    const known = this.#nameOfSlug.get(slug);
    const isBetter = known === undefined || (source !== known.source ? source === 'connections' : name < known.name);
    if (isBetter) this.#nameOfSlug.set(slug, { name, source });
  }

  learnAll(other: NameBook): void {
    for (const [key, slugs] of other.#slugsOfKey) {
      const mine = this.#slugsOfKey.get(key);
      if (mine === undefined) this.#slugsOfKey.set(key, new Set(slugs));
      else for (const slug of slugs) mine.add(slug);
    }
    for (const [slug, { name, source }] of other.#nameOfSlug) this.learn(slug, name, source);
  }

  /** Whether somebody of this name stands anywhere in the export. */
  isKnown(key: string): boolean {
    return this.#slugsOfKey.has(key);
  }

  /** The address of the only person with this name; null if nobody or several have one. */
  onlySlugOf(key: string): string | null {
    const slugs = this.#slugsOfKey.get(key);
    if (slugs === undefined || slugs.size !== 1) return null;
    for (const slug of slugs) return slug;
    return null;
  }

  isNameOf(slug: string, key: string): boolean {
    return this.#slugsOfKey.get(key)?.has(slug) === true;
  }

  nameOf(slug: string): string | null {
    return this.#nameOfSlug.get(slug)?.name ?? null;
  }
}
