/** Words to people: the search index over names, work, addresses, and what the user wrote. */
import type Database from 'better-sqlite3';
import type { Statement, StatementBody } from '../../../shared/model/statement.ts';
import { emailsOfCell, jobsOfCell } from './derived-rows.ts';
import type { Cell } from './raw-tables.ts';
import { selectSearchedStatements } from './statements.ts';
import type { SearchHit } from './store.ts';

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
 * Above so many hits the words say too little to weigh them: one or two letters. Names with them then stand before the rest, which
 * takes 8 ms where weighing 13,000 of 30,000 people takes 40, on every key.
 */
const MOST_WEIGHED = 2_000;

/** Hits in order of their rank; smaller is better. Hits of the same rank are in order of the people's numbers. */
export function selectPeopleByWords(db: Database.Database, query: string, limit: number): SearchHit[] {
  const expression = matchExpression(query);
  if (expression === null) return [];
  const most = Math.max(0, Math.floor(limit));
  const all = db.prepare<[string, number], number>(SEARCH_ALL).pluck();
  const found = all.all(expression, -1);
  if (found.length > MOST_WEIGHED) {
    const named = all.all(`${IN_NAMES} : (${expression})`, -1);
    const isNamed = new Set(named);
    const others = found.filter((personId) => !isNamed.has(personId));
    const hits = named.map((personId): SearchHit => ({ personId, rank: 0 }));
    for (const personId of others) hits.push({ personId, rank: 1 });
    return hits.slice(0, most);
  }
  return db
    .prepare<[string, number], [number, number]>(SEARCH)
    .raw()
    .all(expression, most)
    .map(([personId, rank]) => ({ personId, rank }));
}

/** What the user wrote about people, by the number that `personOfKey` gives. */
export function wordsSaid(
  bodies: readonly StatementBody[],
  personOfKey: (key: string) => number | undefined,
): Map<number, string> {
  const words = new Map<number, string>();
  const add = (key: string, text: string) => {
    const person = personOfKey(key);
    if (person === undefined) return;
    const before = words.get(person);
    words.set(person, before === undefined ? text : `${before}\n${text}`);
  };
  for (const body of bodies) {
    if (body.kind === 'note' || body.kind === 'helps-with') add(body.person, body.text);
    else if (body.kind === 'role') add(body.person, body.role);
    else if (body.kind === 'circle') for (const member of new Set(body.members)) add(member, body.name);
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
export function refreshSaid(db: Database.Database, statement: Statement): void {
  for (const key of searchedKeys(statement)) {
    const id = db
      .prepare<[string, string], number>(
        'SELECT id FROM person WHERE key = ? UNION ALL SELECT person_id FROM person_key WHERE key = ? AND is_former = 0',
      )
      .pluck()
      .get(key, key);
    if (id !== undefined) refreshPerson(db, id);
  }
}

function searchedKeys({ body }: Statement): string[] {
  if (body.kind === 'note' || body.kind === 'helps-with' || body.kind === 'role') return [body.person];
  return body.kind === 'circle' ? [...new Set(body.members)] : [];
}

function refreshPerson(db: Database.Database, id: number): void {
  const keys = db
    .prepare<[number, number], string>(
      'SELECT key FROM person WHERE id = ? UNION ALL SELECT key FROM person_key WHERE person_id = ? AND is_former = 0',
    )
    .pluck()
    .all(id, id);
  const own = new Set(keys);
  const inFile = db
    .prepare<[string], string>('SELECT body FROM said_in_file WHERE person_key = ? ORDER BY place')
    .pluck();
  const inFiles = keys.flatMap((key) => inFile.all(key)).map((body) => JSON.parse(body) as StatementBody);
  const stated = selectSearchedStatements(db, keys).map(({ body }) => body);
  const said = wordsSaid([...inFiles, ...stated], (key) => (own.has(key) ? id : undefined)).get(id) ?? null;
  db.prepare('UPDATE person SET said = ? WHERE id = ?').run(said, id);
  db.prepare('UPDATE person_search SET said = ? WHERE rowid = ?').run(said, id);
}
