/** Keys that turned out to name one person (disjoint sets with path halving). Keys are held as numbers while joining. */
export class KeyUnion {
  private readonly numbers = new Map<string, number>();
  private readonly keys: string[] = [];
  private readonly parents: number[] = [];

  get size(): number {
    return this.keys.length;
  }

  /** The number of a key; a new key starts as a person of its own. */
  node(key: string): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const node = this.keys.length;
    this.numbers.set(key, node);
    this.keys.push(key);
    this.parents.push(node);
    return node;
  }

  keyOf(node: number): string {
    return this.keys[node]!;
  }

  /** The number that stands for everybody joined with this one. Valid until the next `join`. */
  root(node: number): number {
    let at = node;
    while (this.parents[at] !== at) {
      const above = this.parents[this.parents[at]!]!;
      this.parents[at] = above;
      at = above;
    }
    return at;
  }

  areSame(a: number, b: number): boolean {
    return this.root(a) === this.root(b);
  }

  join(a: number, b: number): void {
    const rootA = this.root(a);
    const rootB = this.root(b);
    if (rootA === rootB) return;
    // Towards the older node; which one it is plays no part in any result.
    if (rootA < rootB) this.parents[rootB] = rootA;
    else this.parents[rootA] = rootB;
  }
}
