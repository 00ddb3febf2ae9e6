import { nameKey } from './names.ts';

/** How far a file is believed about a person's name: the list of contacts before anything else. */
export type NameSource = 'connections' | 'elsewhere';

/** Of a name that was seen without an address. */
const NO_SLUG = '';

/**
 * Every (name, address) pair of one export, learned before rows without an address are read (linkedin-export.md, section 6).
 * What it says depends on the set of pairs alone, never on their order.
 */
export class NameBook {
  /** Addresses of a name: none ('' is no slug), one, or several. Nearly every name has one, and there may be 60,000. */
  readonly #slugsOfKey = new Map<string, string | Set<string>>();
  readonly #nameOfSlug = new Map<string, { name: string; source: NameSource }>();
  /** Commas in the known name that has most: `doe, hiring now` has one. */
  mostCommas = 0;

  /** @param name display name without credentials */
  learn(slug: string | null, name: string | null, source: NameSource): void {
    if (name === null || name === '') return;
    const known = slug === null ? undefined : this.#nameOfSlug.get(slug);
    // The pair was learned before, and it said at least as much.
    if (known?.name === name && (known.source === source || known.source === 'connections')) return;
    const key = nameKey(name);
    if (key === '') return;
    this.#addSlug(key, slug ?? NO_SLUG);
    if (slug !== null) this.#prefer(slug, name, source);
  }

  learnAll(other: NameBook): void {
    for (const [key, slugs] of other.#slugsOfKey) {
      if (typeof slugs === 'string') this.#addSlug(key, slugs);
      else for (const slug of slugs) this.#addSlug(key, slug);
    }
    for (const [slug, { name, source }] of other.#nameOfSlug) this.#prefer(slug, name, source);
  }

  #addSlug(key: string, slug: string): void {
    const slugs = this.#slugsOfKey.get(key);
    if (slugs === undefined) {
      this.#slugsOfKey.set(key, slug);
      if (key.includes(',')) this.mostCommas = Math.max(this.mostCommas, key.split(',').length - 1);
    } else if (slug === NO_SLUG || slugs === slug) return;
    else if (slugs === NO_SLUG) this.#slugsOfKey.set(key, slug);
    else if (typeof slugs === 'string') this.#slugsOfKey.set(key, new Set([slugs, slug]));
    else slugs.add(slug);
  }

  #prefer(slug: string, name: string, source: NameSource): void {
    const known = this.#nameOfSlug.get(slug);
    const isBetter = known === undefined || (source !== known.source ? source === 'connections' : name < known.name);
    if (isBetter) this.#nameOfSlug.set(slug, { name, source });
  }

  /** Whether somebody of this name stands anywhere in the export. */
  isKnown(key: string): boolean {
    return this.#slugsOfKey.has(key);
  }

  /** The address of the only person with this name; null if nobody or several have one. */
  onlySlugOf(key: string): string | null {
    const slugs = this.#slugsOfKey.get(key);
    return typeof slugs === 'string' && slugs !== NO_SLUG ? slugs : null;
  }

  isNameOf(slug: string, key: string): boolean {
    const slugs = this.#slugsOfKey.get(key);
    return slugs === slug || (typeof slugs === 'object' && slugs.has(slug));
  }

  nameOf(slug: string): string | null {
    return this.#nameOfSlug.get(slug)?.name ?? null;
  }
}
