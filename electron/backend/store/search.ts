/** Words to people: the search index over names, work, addresses, and what the user wrote. */
import type Database from 'better-sqlite3';
import { circleKey, foldCircles } from '../../../shared/identity/said-circles.ts';
import type { Statement, StatementBody, StatementKind } from '../../../shared/model/statement.ts';
import { emailsOfCell, jobsOfCell } from './derived-rows.ts';
import type { Cell } from './raw-tables.ts';
import { selectCircleStatements, selectSearchedStatements } from './statements.ts';

/** More words than anybody types; a pasted page must not make a query that takes seconds. */
const MOST_WORDS = 24;
const LONGEST_WORD = 64;

/**
 * The words of a query as an FTS5 expression in which nothing is an operator: each in quotes, each a beginning of a word.
 *
 * @returns null when no letter or digit is left
 */
function matchExpression(query: string): string | null {
  const words = query
    .toWellFormed()
    // SQLite would end the expression at a NUL.
    .replaceAll('\0', ' ')
    .split(/\s+/u)
    // A quoted word without a letter or digit would be an empty phrase.
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, MOST_WORDS)
    .map((word) => `"${[...word].slice(0, LONGEST_WORD).join('').replaceAll('"', '""')}"*`);
  return words.length === 0 ? null : words.join(' ');
}

/** Weights of the columns of person_search in their order: a name says more than an employer, an employer more than a note. */
const SEARCH = `SELECT rowid, bm25(person_search, 10, 8, 4, 4, 6, 6, 2, 3) AS score
  FROM person_search WHERE person_search MATCH ? ORDER BY score, rowid LIMIT ?`;
const SEARCH_ALL = 'SELECT rowid FROM person_search WHERE person_search MATCH ? ORDER BY rowid LIMIT ?';
const IN_NAMES = '{name original_name}';

/**
 * Above so many hits the words say too little to weigh them: a few letters. Names with them then stand before the rest, which takes
 * 5 ms where weighing 13,000 of 30,000 people takes 26, on every key.
 */
const MOST_WEIGHED = 1_000;

/** Numbers of people who fit, those who fit alike together and in order of their numbers, the best first. */
export function selectPeopleByWords(db: Database.Database, query: string, limit: number): number[][] {
  const expression = matchExpression(query);
  const most = Math.max(0, Math.floor(limit));
  if (expression === null || most === 0) return [];
  const all = db.prepare<[string, number], number>(SEARCH_ALL).pluck();
  const found = all.all(expression, -1);
  if (found.length <= MOST_WEIGHED) return weighed(db, expression, most);
  const named = all.all(`${IN_NAMES} : (${expression})`, -1);
  // Both are in order, and all who are named were found.
  let passed = 0;
  const others = found.filter((personId) => {
    const isNamed = personId === named[passed];
    if (isNamed) passed += 1;
    return !isNamed;
  });
  return [named.slice(0, most), others.slice(0, Math.max(0, most - named.length))];
}

function weighed(db: Database.Database, expression: string, most: number): number[][] {
  const groups: number[][] = [];
  let last = Number.NaN;
  for (const [personId, score] of db.prepare<[string, number], [number, number]>(SEARCH).raw().all(expression, most)) {
    if (score === last) groups.at(-1)!.push(personId);
    else groups.push([personId]);
    last = score;
  }
  return groups;
}

/** What the user wrote about people, by the number that `personOfKey` gives; the circles they stand in come last. */
export function wordsSaid(
  bodies: readonly StatementBody[],
  circles: readonly StatementBody[],
  personOfKey: (key: string) => number | undefined,
): Map<number, string> {
  const words = new Map<number, string>();
  const addTo = (person: number | undefined, text: string) => {
    if (person === undefined) return;
    const before = words.get(person);
    words.set(person, before === undefined ? text : `${before}\n${text}`);
  };
  for (const body of bodies) {
    if (body.kind === 'note' || body.kind === 'helps-with') addTo(personOfKey(body.person), body.text);
    else if (body.kind === 'role') addTo(personOfKey(body.person), body.role);
  }
  for (const { name, members } of foldCircles(circles, personOfKey).values()) {
    for (const member of members) addTo(member, name);
  }
  return words;
}

/** Writes index rows; `cells` are those of derived-rows.ts. */
export function searchWriter(db: Database.Database): {
  remove(id: number): void;
  add(cells: readonly Cell[], said: string | null): void;
} {
  const remove = db.prepare<[number]>('DELETE FROM person_search WHERE rowid = ?');
  const add = db.prepare<Cell[]>(
    `INSERT INTO person_search (rowid, name, original_name, company, position, emails, slug, jobs, said)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return {
    remove: (id) => {
      remove.run(id);
    },
    add: (cells, said) => {
      const [id, , name, originalName, , slug, , emails, company, position] = cells as [number, ...Cell[]];
      add.run(
        id,
        name ?? null,
        // The name as written is searched only where it says more.
        originalName === name ? null : (originalName ?? null),
        company ?? null,
        position ?? null,
        emails === null ? null : emailsOfCell(emails).join('\n'),
        slug ?? null,
        formerJobs(cells[12], company, position),
        said,
      );
    },
  };
}

/** Companies and positions of earlier jobs; today's have their own columns. */
function formerJobs(jobs: Cell | undefined, company: Cell | undefined, position: Cell | undefined): string | null {
  const words = new Set<string>();
  for (const job of jobsOfCell(jobs)) {
    if (job.company !== null && job.company !== company) words.add(job.company);
    if (job.position !== null && job.position !== position) words.add(job.position);
  }
  return words.size === 0 ? null : [...words].join('\n');
}

/** Brings the index up to a statement that was just added, withdrawn or reinstated; call it in the same transaction. */
export function refreshSaid(db: Database.Database, { body }: Statement): void {
  const isOfCircles = CIRCLE_KINDS.has(body.kind);
  if (!isOfCircles && !('person' in body && ABOUT_ONE.has(body.kind))) return;
  const circles = selectCircleStatements(db).map((one) => one.body);
  const keys = isOfCircles ? [...keysOfCircles(circles, body)] : 'person' in body ? [body.person] : [];
  const number = db
    .prepare<[string, string], number>(
      'SELECT id FROM person WHERE key = ? UNION ALL SELECT person_id FROM person_key WHERE key = ? AND is_former = 0',
    )
    .pluck();
  const people = new Set(keys.flatMap((key) => number.get(key, key) ?? []));
  refreshPeople(db, people, circles);
}

const CIRCLE_KINDS: ReadonlySet<StatementKind> = new Set(['circle', 'circle-leave', 'circle-rename', 'circle-remove']);
const ABOUT_ONE: ReadonlySet<StatementKind> = new Set(['note', 'helps-with', 'role']);

/** Whom a statement about a circle may concern: everybody ever put into it, or into one that was called or became so. */
function keysOfCircles(circles: readonly StatementBody[], said: StatementBody): Set<string> {
  const all = [...circles, said];
  const names = new Set<string>();
  const namesOf = (body: StatementBody): string[] =>
    body.kind === 'circle-rename'
      ? [circleKey(body.name), circleKey(body.to)]
      : 'name' in body
        ? [circleKey(body.name)]
        : [];
  for (const name of namesOf(said)) names.add(name);
  for (let before = -1; before < names.size; ) {
    before = names.size;
    for (const body of all) {
      const own = namesOf(body);
      if (own.some((name) => names.has(name))) for (const name of own) names.add(name);
    }
  }
  const keys = new Set<string>();
  for (const body of all) {
    if (!('members' in body) || !namesOf(body).some((name) => names.has(name))) continue;
    for (const member of body.members) keys.add(member);
  }
  return keys;
}

function refreshPeople(db: Database.Database, people: Iterable<number>, circles: readonly StatementBody[]): void {
  const keysOf = db
    .prepare<[number, number], string>(
      'SELECT key FROM person WHERE id = ? UNION ALL SELECT key FROM person_key WHERE person_id = ? AND is_former = 0',
    )
    .pluck();
  const inFile = db
    .prepare<[string], string>('SELECT body FROM said_in_file WHERE person_key = ? ORDER BY place')
    .pluck();
  const setPerson = db.prepare<[string | null, number]>('UPDATE person SET said = ? WHERE id = ?');
  const setSearch = db.prepare<[string | null, number]>('UPDATE person_search SET said = ? WHERE rowid = ?');
  const numberOfKey = new Map<string, number>();
  const keysOfPerson = new Map<number, string[]>();
  for (const id of people) {
    const keys = keysOf.all(id, id);
    keysOfPerson.set(id, keys);
    for (const key of keys) numberOfKey.set(key, id);
  }
  const bodies = [...keysOfPerson.values()].flatMap((keys) => [
    ...keys.flatMap((key) => inFile.all(key)).map((body) => JSON.parse(body) as StatementBody),
    ...selectSearchedStatements(db, keys).map(({ body }) => body),
  ]);
  const words = wordsSaid(bodies, circles, (key) => numberOfKey.get(key));
  for (const id of keysOfPerson.keys()) {
    const said = words.get(id) ?? null;
    setPerson.run(said, id);
    setSearch.run(said, id);
  }
}
