import { Search } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import { countOf, groupDigits } from '../../../shared/model/words.ts';
import { useQuestion } from '../../client/use-question.ts';
import { useSaying } from '../../client/use-saying.ts';
import { Button } from '../../components/Button.tsx';
import { SelectField, TextField } from '../../components/Field.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { peopleAddress } from '../../state/addresses.ts';
import styles from './CirclesScreen.module.css';
import { Faces } from './Faces.tsx';
import type { NamedCircle } from './NamedCircles.tsx';

/** More are found by typing: a list of thousands is read by nobody. */
const SHOWN = 60;

/** One circle: its name, its people, and how it parts or joins. Every change has its undo. */
export function CircleSheet({
  name,
  others,
  onClose,
}: {
  name: string;
  others: readonly NamedCircle[];
  onClose: () => void;
}) {
  const saying = useSaying();
  const list = useQuestion('listCircles', { circle: name, faces: 0 });
  const circle = list.isPlaceholderData ? undefined : list.data?.circles[0];
  const [newName, setNewName] = useState(name);
  const [other, setOther] = useState('');
  const [part, setPart] = useState('');
  const [words, setWords] = useState('');
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());

  const say = async (said: Parameters<typeof saying.say>[0], text: string) => {
    if (await saying.say(said, text)) onClose();
  };
  const rename = (event: FormEvent) => {
    event.preventDefault();
    const to = newName.trim();
    if (to !== '' && to !== name) void say([{ kind: 'circle-rename', name, to }], `${name} is now ${to}.`);
  };
  const join = (event: FormEvent) => {
    event.preventDefault();
    if (other !== '') void say([{ kind: 'circle-rename', name, to: other }], `${name} is one with ${other} now.`);
  };
  const members = [...ticked].map(String);
  const chosen = countOf(members.length, 'person', 'people');
  const splitOff = (event: FormEvent) => {
    event.preventDefault();
    const to = part.trim();
    if (to === '' || members.length === 0) return;
    void say(
      [
        { kind: 'circle-leave', name, members },
        { kind: 'circle', name: to, members },
      ],
      `${chosen} went from ${name} to ${to}.`,
    );
  };
  const takeOut = () => void say([{ kind: 'circle-leave', name, members }], `${chosen} taken out of ${name}.`);
  const wanted = words.trim().toLowerCase();
  const found = (circle?.members ?? []).filter(
    ({ person }) =>
      wanted === '' ||
      [person.name, person.company, person.position].some((text) => text?.toLowerCase().includes(wanted)),
  );

  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={name}
      shape="wide"
      lead={
        circle !== undefined && (
          <>
            {countOf(circle.people, 'person', 'people')} by your word.{' '}
            <Link href={peopleAddress({ circle: name })}>See them in People</Link>
          </>
        )
      }
      actions={
        <>
          <Button
            kind="danger"
            onClick={() => void say([{ kind: 'circle-remove', name }], `${name} is no circle any more.`)}
          >
            Remove this circle
          </Button>
          <Button onClick={onClose}>Done</Button>
        </>
      }
    >
      {circle === undefined ? (
        <Skeleton label="Fetching its people" lines={6} />
      ) : (
        <div className={styles.sheet}>
          <div className={styles.forms}>
            <form onSubmit={rename}>
              <TextField
                label="Name"
                value={newName}
                maxLength={200}
                onChange={(event) => setNewName(event.currentTarget.value)}
              />
              <Button type="submit" disabled={newName.trim() === '' || newName.trim() === name}>
                Rename
              </Button>
            </form>
            {others.length > 0 && (
              <form onSubmit={join}>
                <SelectField label="Join with" value={other} onChange={(event) => setOther(event.currentTarget.value)}>
                  <option value="">Choose a circle</option>
                  {others.map((one) => (
                    <option key={one.name} value={one.name}>
                      {`${one.name} (${groupDigits(one.people)})`}
                    </option>
                  ))}
                </SelectField>
                <Button type="submit" disabled={other === ''}>
                  Join
                </Button>
              </form>
            )}
            <form onSubmit={splitOff} className={styles.split}>
              <TextField
                label={members.length === 0 ? 'New circle of those you tick' : `New circle of ${chosen}`}
                value={part}
                maxLength={200}
                onChange={(event) => setPart(event.currentTarget.value)}
              />
              <Button type="submit" disabled={part.trim() === '' || members.length === 0}>
                Split off
              </Button>
              <Button kind="quiet" disabled={members.length === 0} onClick={takeOut}>
                Take out
              </Button>
            </form>
          </div>
          {circle.people > 12 && (
            <TextField
              label="Find among them"
              isLabelHidden
              icon={Search}
              type="search"
              placeholder="Find among them"
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
          )}
          <Faces
            label={`People of ${name}`}
            faces={found.slice(0, SHOWN)}
            isTicked={(person) => ticked.has(person)}
            onTick={(person) =>
              setTicked((before) => {
                const next = new Set(before);
                if (!next.delete(person)) next.add(person);
                return next;
              })
            }
          />
          {found.length > SHOWN && (
            <p className={styles.soft}>{groupDigits(found.length - SHOWN)} more: type to find them.</p>
          )}
          {found.length === 0 && <p className={styles.soft}>Nobody in this circle fits.</p>}
        </div>
      )}
    </Sheet>
  );
}
