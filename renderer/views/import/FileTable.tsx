import type { ImportReport } from '../../../shared/contract/imports.ts';
import { countOf, groupDigits } from '../../../shared/model/words.ts';
import { windowWords } from '../../client/window-words.ts';
import styles from './FileTable.module.css';
import { KIND_WORDS } from './kind-words.ts';

type Files = ImportReport['files'];

/** Skipped rows that are listed at once; the rest is said as a number. */
const MOST_SKIPPED = 12;

/** What each file is, what it unlocks, and what became of its rows. Files that are not read stand apart. */
export function FileTable({ files }: { files: Files }) {
  const read = files.filter(({ kind }) => KIND_WORDS[kind].unlocks !== null).sort(byWorth);
  const unread = files.filter(({ kind }) => KIND_WORDS[kind].unlocks === null);
  return (
    <>
      <table className={styles.table}>
        <caption className={styles.caption}>Files and their rows</caption>
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col" className={styles.number}>
              Rows
            </th>
            <th scope="col" className={styles.number}>
              Kept
            </th>
            <th scope="col" className={styles.number}>
              Hidden
            </th>
            <th scope="col" className={styles.number}>
              Skipped
            </th>
          </tr>
        </thead>
        <tbody>
          {read.map((file) => (
            <FileRow key={file.name} file={file} />
          ))}
        </tbody>
      </table>
      {read.some(({ hidden }) => hidden > 0) && (
        <p className={styles.note}>
          Hidden rows are members who closed or hid their profile: LinkedIn gives a date and no name.
        </p>
      )}
      {unread.length > 0 && (
        <details className={styles.unread}>
          <summary>{countOf(unread.length, 'file')} not needed</summary>
          <p>{unread.map(({ name }) => name).join(', ')}</p>
        </details>
      )}
    </>
  );
}

const WORTH = Object.keys(KIND_WORDS);

/** What says most stands first. */
function byWorth(a: Files[number], b: Files[number]): number {
  return WORTH.indexOf(a.kind) - WORTH.indexOf(b.kind) || (a.name < b.name ? -1 : 1);
}

function FileRow({ file }: { file: Files[number] }) {
  const { what, unlocks } = KIND_WORDS[file.kind];
  const more = file.skippedCount - Math.min(file.skipped.length, MOST_SKIPPED);
  return (
    <tr>
      <th scope="row" className={styles.file}>
        <span className={styles.what}>{what}</span>
        <span className={styles.name} dir="auto">
          {file.name}
        </span>
        <span className={styles.unlocks}>{unlocks}</span>
        {file.notices.map((notice) => (
          <span key={notice} className={styles.notice} dir="auto">
            {windowWords(notice)}
          </span>
        ))}
        {file.skippedCount > 0 && (
          <details className={styles.skipped}>
            <summary>Why {countOf(file.skippedCount, 'row was', 'rows were')} skipped</summary>
            <ul>
              {file.skipped.slice(0, MOST_SKIPPED).map(({ line, reason }) => (
                <li key={line}>
                  Line {groupDigits(line)}: {reason}
                </li>
              ))}
              {more > 0 && <li>and {countOf(more, 'more', 'more')}</li>}
            </ul>
          </details>
        )}
      </th>
      <td className={styles.number}>{groupDigits(file.rows)}</td>
      <td className={styles.number}>{groupDigits(file.kept)}</td>
      <td className={styles.number}>{groupDigits(file.hidden)}</td>
      <td className={styles.number}>{groupDigits(file.skippedCount)}</td>
    </tr>
  );
}
