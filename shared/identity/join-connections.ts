/**
 * Finds the person of every row of Connections.csv, by the strongest key it has (settled.md 10). Each step looks at all exports
 * first and joins afterwards, so that the order of rows and exports plays no part.
 */
import type { Day } from '../model/units.ts';
import { addressesOf, type ConnectionRow, contentOf, type ExportView } from './export-view.ts';
import type { KeyUnion } from './key-union.ts';
import { compareText, keyOfMail, keyOfNameAndDay, matchingNameOfKey } from './person-key.ts';

interface PlacedRow {
  row: ConnectionRow;
  view: ExportView;
}

/** The people who have a row of their own in an export, and its owner: two rows of one Connections.csv are two people. */
type RowRoots = Map<ExportView, Set<number>>;

function rowRoots(views: readonly ExportView[], union: KeyUnion): RowRoots {
  return new Map(views.map((view) => [view, rootsOf(view, union)]));
}

function rootsOf(view: ExportView, union: KeyUnion): Set<number> {
  const roots = new Set([union.root(view.ownerNode)]);
  for (const row of view.rows) if (row.node >= 0) roots.add(union.root(row.node));
  return roots;
}

/** Gives every connection row a node. Rows with an address have theirs already. */
export function joinConnections(views: readonly ExportView[], union: KeyUnion): void {
  const said = namesSaid(union);
  for (const view of views) joinLearnedNames(view, union);
  joinMails(views, union);
  joinNamesAndDays(views, said, union);
  for (const view of views) numberOccurrences(view, union);
}

/**
 * A row without address joins a (name, address) pair of the same export if the name belongs to that address only, the address has no
 * row of its own, and no other row without address claims it.
 */
function joinLearnedNames(view: ExportView, union: KeyUnion): void {
  if (view.rows.every((row) => row.node >= 0)) return;
  const taken = rootsOf(view, union);
  const claims = new Map<number, ConnectionRow[]>();
  const rowsOfName = Map.groupBy(
    view.rows.filter((row) => row.node < 0),
    (row) => row.name,
  );
  for (const [name, rows] of rowsOfName) {
    const addresses = new Set<number>();
    for (const node of addressesOf(view, name)) addresses.add(union.root(node));
    const [root, ...others] = addresses;
    if (root === undefined || others.length > 0 || taken.has(root)) continue;
    for (const row of rows) addTo(claims, root, row);
  }
  for (const [root, rows] of claims) {
    const [row, ...others] = rows;
    if (row === undefined || others.length > 0) continue;
    row.node = root;
    row.foundBy = 'slug';
  }
}

/** E-mail joins only a row without address, and only if exactly one person has that e-mail. */
function joinMails(views: readonly ExportView[], union: KeyUnion): void {
  const shared = sharedMails(views, union);
  const holders = new Map<string, Set<number>>();
  for (const view of views) {
    for (const row of view.rows) {
      if (row.mail === null || row.node < 0 || shared.has(row.mail)) continue;
      const known = holders.get(row.mail);
      if (known === undefined) holders.set(row.mail, new Set([union.root(row.node)]));
      else known.add(union.root(row.node));
    }
  }
  const isOpen = views.some((view) => view.rows.some((row) => row.mail !== null && row.node < 0));
  const roots: RowRoots = isOpen ? rowRoots(views, union) : new Map();
  for (const view of views) {
    const claims = new Map<number, ConnectionRow[]>();
    for (const row of view.rows) {
      if (row.mail === null || row.node >= 0 || shared.has(row.mail)) continue;
      const [holder, ...others] = holders.get(row.mail) ?? [];
      if (others.length > 0) continue;
      if (holder === undefined) {
        row.node = union.node(keyOfMail(row.mail));
        row.foundBy = 'mail';
      } else if (!roots.get(view)?.has(holder)) addTo(claims, holder, row);
    }
    for (const [holder, [row, ...others]] of claims) {
      if (row === undefined || others.length > 0) continue;
      row.node = holder;
      row.foundBy = 'slug';
    }
  }
  for (const [mail, [holder, ...others]] of holders) {
    if (holder !== undefined && others.length === 0) union.join(holder, union.node(keyOfMail(mail)));
  }
}

/** Matching names in the keys that statements use; call it before rows get theirs. */
function namesSaid(union: KeyUnion): Set<string> {
  const names = new Set<string>();
  for (let node = 0; node < union.size; node++) {
    const name = matchingNameOfKey(union.keyOf(node));
    if (name !== null) names.add(name);
  }
  return names;
}

/** E-mails on two rows of one Connections.csv. */
function sharedMails(views: readonly ExportView[], union: KeyUnion): Set<string> {
  const shared = new Set<string>();
  for (const view of views) {
    const firstHolder = new Map<string, number | ConnectionRow>();
    for (const row of view.rows) {
      if (row.mail === null) continue;
      const person = row.node < 0 ? row : union.root(row.node);
      const first = firstHolder.get(row.mail);
      if (first === undefined) firstHolder.set(row.mail, person);
      else if (first !== person) shared.add(row.mail);
    }
  }
  return shared;
}

/**
 * Across the exports of one owner: rows of one name and one date are one person if that pair is unique in each of them and at most one
 * stronger key is among them.
 */
function joinNamesAndDays(views: readonly ExportView[], said: ReadonlySet<string>, union: KeyUnion): void {
  // Only names with a row that still lacks an address, or that a statement uses, can join anything.
  const open = new Set(said);
  for (const view of views) for (const row of view.rows) if (row.foundBy !== 'slug') open.add(row.name);
  if (open.size === 0) return;
  const groups = uniquePairs(views, open);
  joinMailsToAddresses(groups, rowRoots(views, union), union);
  const roots = rowRoots(views, union);
  const found: { group: PlacedRow[]; root: number }[] = [];
  const claims = new Map<ExportView, Map<number, number>>();
  for (const group of groups) {
    const strong = new Set(group.filter(({ row }) => row.node >= 0).map(({ row }) => union.root(row.node)));
    const weak = group.filter(({ row }) => row.node < 0);
    const [root, ...others] = strong;
    if (root === undefined || others.length > 0 || weak.some(({ view }) => roots.get(view)?.has(root))) continue;
    found.push({ group, root });
    for (const { view } of weak) {
      const ofView = claims.get(view) ?? new Map<number, number>();
      claims.set(view, ofView.set(root, (ofView.get(root) ?? 0) + 1));
    }
  }
  for (const { group, root } of found) {
    if (group.some(({ row, view }) => row.node < 0 && (claims.get(view)?.get(root) ?? 0) > 1)) continue;
    for (const { row } of group) {
      if (row.node >= 0) continue;
      row.node = root;
      row.foundBy = 'slug';
    }
    // Also without a weak row: what was said about the weaker key finds the person when the older export is taken back.
    const [first] = group;
    if (first !== undefined) {
      const { row, view } = first;
      union.join(root, union.node(keyOfNameAndDay(row.name, row.record.connectedOn, 1, view.ownerSlug)));
    }
  }
}

/** Groups of rows with one name and date, of one owner, where no export holds the pair twice. */
function uniquePairs(views: readonly ExportView[], open: ReadonlySet<string>): PlacedRow[][] {
  const groups = new Map<string, PlacedRow[] | null>();
  for (const view of views) {
    const scope = view.ownerSlug === null ? '' : `|${view.ownerSlug}`;
    for (const row of view.rows) {
      const { connectedOn } = row.record;
      if (connectedOn === null || !open.has(row.name)) continue;
      const pair = `${connectedOn}|${row.name}${scope}`;
      const group = groups.get(pair);
      if (group === undefined) groups.set(pair, [{ row, view }]);
      // Rows of one export stand together, so a second one of this export finds its first at the end.
      else if (group?.at(-1)?.view === view) groups.set(pair, isSameAddress(group, row) ? group : null);
      else group?.push({ row, view });
    }
  }
  return [...groups.values()].filter((group) => group !== null);
}

function isSameAddress(group: PlacedRow[], row: ConnectionRow): boolean {
  const last = group.at(-1)?.row;
  return last !== undefined && last.record.slug !== null && last.record.slug === row.record.slug;
}

/** A person known by e-mail only, and one row with an address of the same name and date: the first kind of weaker key. */
function joinMailsToAddresses(groups: PlacedRow[][], roots: RowRoots, union: KeyUnion): void {
  const targets = new Map<number, Set<number>>();
  for (const group of groups) {
    const addresses = new Set(group.filter(({ row }) => row.foundBy === 'slug').map(({ row }) => union.root(row.node)));
    const [address, ...others] = addresses;
    if (address === undefined || others.length > 0) continue;
    for (const { row } of group) {
      if (row.foundBy !== 'mail') continue;
      const mailRoot = union.root(row.node);
      const known = targets.get(mailRoot);
      if (known === undefined) targets.set(mailRoot, new Set([address]));
      else known.add(address);
    }
  }
  const claims = new Map<number, number[]>();
  for (const [mailRoot, [address, ...others]] of targets) {
    if (address !== undefined && others.length === 0) addTo(claims, address, mailRoot);
  }
  for (const [address, mailRoots] of claims) {
    // Where two of them have a row of their own in one export they are two people.
    const everybody = [address, ...mailRoots];
    const meet = [...roots.values()].some((present) => everybody.filter((root) => present.has(root)).length > 1);
    if (!meet) for (const mailRoot of mailRoots) union.join(address, mailRoot);
  }
}

/**
 * Rows with nothing but a name: numbered within their export among the rows of that name and date, by content, so that the order of
 * the file plays no part. Rows whose e-mail proved useless come last, so that they do not shift the others.
 */
function numberOccurrences(view: ExportView, union: KeyUnion): void {
  const groups = new Map<string, { name: string; day: Day | null; rows: ConnectionRow[] }>();
  for (const row of view.rows) {
    if (row.node >= 0) continue;
    const day = row.record.connectedOn;
    const pair = `${day}|${row.name}`;
    const group = groups.get(pair);
    if (group === undefined) groups.set(pair, { name: row.name, day, rows: [row] });
    else group.rows.push(row);
  }
  for (const { name, day, rows } of groups.values()) {
    if (rows.length > 1) sortByContent(rows);
    rows.forEach((row, index) => {
      row.node = union.node(keyOfNameAndDay(name, day, index + 1, view.ownerSlug));
      row.foundBy = 'name';
    });
  }
}

function sortByContent(rows: ConnectionRow[]): void {
  const contents = new Map(rows.map((row) => [row, `${row.mail === null ? 0 : 1}${contentOf(row.record)}`]));
  rows.sort((a, b) => compareText(contents.get(a)!, contents.get(b)!));
}

function addTo<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}
