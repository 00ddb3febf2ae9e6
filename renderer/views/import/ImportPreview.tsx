import type { ImportReport } from '../../../shared/contract/imports.ts';
import { countOf } from '../../../shared/model/words.ts';
import { Button } from '../../components/Button.tsx';
import { Checkbox } from '../../components/Choice.tsx';
import { PersonName } from '../../components/PersonName.tsx';
import { Page } from '../frame/Page.tsx';
import { FileTable } from './FileTable.tsx';
import styles from './ImportScreen.module.css';
import type { ImportChoices } from './ImportScreen.tsx';
import { KIND_WORDS } from './kind-words.ts';
import { MissingKinds } from './MissingKinds.tsx';
import { OwnerField } from './OwnerField.tsx';

export interface ImportPreviewProps {
  /** Of a dry run: nothing is written yet. */
  report: ImportReport;
  choices: ImportChoices;
  onChange: (choices: ImportChoices) => void;
  onImport: () => void;
  onBack: () => void;
}

/** What would come in: people, files, what each unlocks, what is skipped and why, and who "me" is. */
export function ImportPreview({ report, choices, onChange, onImport, onBack }: ImportPreviewProps) {
  const { people, files, role, owner } = report;
  return (
    <Page title="Import" heading="What your files hold" lead={leadOf(report)}>
      <section className={styles.part} aria-label="Whose network this is">
        {role === 'circle' ? (
          <p className={styles.line}>
            This is the network of <PersonName name={owner?.name ?? 'a friend'} isStrong />.{' '}
            <Button kind="quiet" size="s" onClick={() => onChange({ ...choices, role: 'me' })}>
              It is mine
            </Button>
          </p>
        ) : owner === null ? (
          <p className={styles.line}>These files do not name you, and need not: the list is taken as yours.</p>
        ) : (
          <p className={styles.line}>
            You are <PersonName name={owner.name} isStrong />.
          </p>
        )}
        <details className={styles.correct}>
          <summary>{correctionOf(report)}</summary>
          <OwnerField
            label={role === 'circle' ? 'Their profile address' : 'Your profile address'}
            initial={choices.owner ?? ''}
            onOwner={(address) => onChange({ ...choices, owner: address })}
          />
        </details>
      </section>
      <section className={styles.part} aria-labelledby="import-files">
        <h2 id="import-files">Files</h2>
        <FileTable files={files} />
        {files.some(({ kind }) => kind === 'notes') && (
          <Checkbox
            checked={choices.withNotes === true}
            onChange={(event) => onChange({ ...choices, withNotes: event.currentTarget.checked })}
            hint="They stay on this computer like everything else, and are found by the search."
          >
            Also read my private notes
          </Checkbox>
        )}
      </section>
      <MissingKinds report={report} />
      <div className={styles.foot}>
        <Button kind="primary" onClick={onImport}>
          {people.added + people.updated > 0
            ? `Import ${countOf(people.added + people.updated, 'person', 'people')}`
            : 'Import'}
        </Button>
        <Button onClick={onBack}>Choose other files</Button>
      </div>
    </Page>
  );
}

function correctionOf({ role, owner }: ImportReport): string {
  if (role === 'circle') return 'Somebody else?';
  return owner === null ? 'Say who you are' : 'Not you?';
}

function leadOf({ people, files, isKnown, role }: ImportReport): string {
  if (isKnown) return 'The very same was imported before. To import it again changes nothing.';
  const read = files.filter(({ kind }) => KIND_WORDS[kind].unlocks !== null).length;
  const ofFiles = people.added + people.updated + people.unchanged;
  const parts =
    role === 'circle'
      ? [ofFiles > 0 ? `${countOf(ofFiles, 'person', 'people')} they know` : '']
      : [
          people.added > 0 ? countOf(people.added, 'new person', 'new people') : '',
          people.updated > 0 ? `${countOf(people.updated, 'person', 'people')} with something new` : '',
          people.unchanged > 0 ? `${countOf(people.unchanged, 'person', 'people')} known already` : '',
          people.vanished > 0 ? `${countOf(people.vanished, 'person', 'people')} no longer there` : '',
        ];
  const said = parts.filter((part) => part !== '');
  const what = said.length === 0 ? 'Nobody' : said.join(', ');
  return `${what}, in ${countOf(read, 'file')}. Nothing is written until you say so.`;
}
