import { Focus, Route as RouteIcon, Shapes, UserMinus, UserRound, Waypoints } from 'lucide-react';
import type { MapNode, MapPicture } from '../../../shared/contract/map.ts';
import { countOf, listNames } from '../../../shared/model/words.ts';
import { Button } from '../../components/Button.tsx';
import { cutLabel } from '../../components/graphemes.ts';
import { PersonName } from '../../components/PersonName.tsx';
import { SegmentedControl } from '../../components/SegmentedControl.tsx';
import { StrengthBars } from '../../components/StrengthBars.tsx';
import { circlesAddress, personAddress, personRoutesAddress } from '../../state/addresses.ts';
import { navigate } from '../../state/hash-location.ts';
import { connectorsAddress } from '../connectors/connectors-address.ts';
import { linkedCircles } from './MapCircles.tsx';
import styles from './MapPanel.module.css';
import type { MapQuestion } from './map-address.ts';
import { neighborsOf } from './map-neighbors.ts';

/** What the map says of one person, and what can be asked next. */
export function PersonPanel({
  picture,
  node,
  question,
  ask,
}: {
  picture: MapPicture;
  node: MapNode;
  question: MapQuestion;
  ask: (next: Partial<MapQuestion>) => void;
}) {
  const { person } = node;
  if (person === null || node.kind === 'me') return null;
  const labels = new Map(picture.regions.map(({ region, label }) => [region, label]));
  const others = node.bridges.flatMap((region) => labels.get(region) ?? []);
  const drawn = neighborsOf(picture, node.id).length;
  return (
    <section className={styles.panel} aria-label="Chosen person">
      <h2 className={styles.name}>
        <PersonName name={person.name} isStrong />
      </h2>
      <p className={styles.soft}>
        {person.position !== null && <PersonName name={person.position} />}
        {person.position !== null && person.company !== null && ' at '}
        {person.company !== null && <PersonName name={person.company} />}
      </p>
      {node.s !== null && node.band !== null ? (
        <p className={styles.strength}>
          <StrengthBars s={node.s} band={node.band} />
        </p>
      ) : (
        <p className={styles.soft}>Not your contact: reached through somebody else.</p>
      )}
      {node.region !== null && (
        <p dir="ltr">
          {others.length > 0
            ? `Stands in ${lower(labels.get(node.region))} and knows people in ${listNames(others.map(lower), 4)}.`
            : node.ties > 0
              ? `All known ties are inside ${lower(labels.get(node.region))}.`
              : 'Whom they know is not known yet.'}
        </p>
      )}
      {node.ties > 0 && (
        <p className={styles.soft}>
          {countOf(node.ties, 'known tie')}
          {drawn < node.ties && picture.mode !== 'route' && `, ${drawn} drawn`}.{' '}
          {node.isOwner
            ? 'Their own export is here, so all of their ties are seen.'
            : 'Seen from outside: their own export would show more.'}
        </p>
      )}
      <div className={styles.actions}>
        <Button size="s" icon={UserRound} onClick={() => navigate(personAddress(person.id))}>
          Open
        </Button>
        <Button size="s" icon={RouteIcon} onClick={() => navigate(personRoutesAddress(person.id))}>
          Routes
        </Button>
        {node.bridges.length > 0 && (
          <Button
            size="s"
            icon={Waypoints}
            onClick={() =>
              navigate(
                connectorsAddress({ person: person.id, view: node.isOwner ? 'own-export' : 'seen-from-outside' }),
              )
            }
          >
            As a connector
          </Button>
        )}
        {picture.mode !== 'without' && node.ties > 0 && (
          <Button
            size="s"
            icon={UserMinus}
            onClick={() => ask({ mode: 'without', without: person.id, focus: null, isOnly: false })}
          >
            Without them?
          </Button>
        )}
        {picture.mode === 'without' && picture.whatIf?.person.id !== person.id && node.ties > 0 && (
          <Button size="s" icon={UserMinus} onClick={() => ask({ without: person.id, focus: null, isOnly: false })}>
            Without them?
          </Button>
        )}
        {picture.mode !== 'route' && node.ties > 0 && (
          <Button
            size="s"
            icon={Focus}
            onClick={() => ask(question.isOnly ? { isOnly: false } : { focus: person.id, isOnly: true })}
          >
            {question.isOnly ? 'Show everyone' : 'Only these'}
          </Button>
        )}
      </div>
      {picture.mode !== 'route' && node.ties > 0 && (
        <SegmentedControl
          label="How far around them"
          options={[
            { value: '1', label: 'Their ties' },
            { value: '2', label: 'One step on' },
          ]}
          value={String(question.depth) as '1' | '2'}
          onChange={(depth) => ask({ focus: person.id, depth: depth === '2' ? 2 : 1 })}
        />
      )}
    </section>
  );
}

/** A longer list is not read. */
const MOST_LINKED = 6;

/** What the map says of one region, and the way to draw or fold its people. */
export function RegionPanel({
  picture,
  region: number,
  question,
  ask,
}: {
  picture: MapPicture;
  region: number;
  question: MapQuestion;
  ask: (next: Partial<MapQuestion>) => void;
}) {
  const region = picture.regions[number];
  if (region === undefined) return null;
  const isUnfolded = question.unfold.includes(number);
  const linked = linkedCircles(picture, number);
  return (
    <section className={styles.panel} aria-label="Chosen circle">
      <h2 className={styles.name}>
        <PersonName name={region.label} isStrong />
      </h2>
      <p>
        {countOf(region.people, 'person', 'people')}, {region.contacts === region.people ? 'all' : region.contacts} of
        them your contacts{region.drawn < region.people ? `; ${region.drawn} drawn` : ''}.
      </p>
      {linked.length > 0 && (
        <>
          <h3 className={styles.small}>Hangs together with</h3>
          <ul className={styles.lines}>
            {linked.slice(0, MOST_LINKED).map(({ label, ties, isStated }) => (
              <li key={label}>
                <PersonName name={label} />: {countOf(ties, isStated ? 'stated tie' : 'known tie')}
              </li>
            ))}
          </ul>
          {linked.length > MOST_LINKED && (
            <p className={styles.soft}>and {countOf(linked.length - MOST_LINKED, 'other circle')}.</p>
          )}
        </>
      )}
      {linked.length === 0 && picture.status === 'drawn' && (
        <p className={styles.soft}>No tie from here to another circle is known.</p>
      )}
      <div className={styles.actions}>
        {region.kind !== 'rest' && (
          <Button size="s" icon={Shapes} onClick={() => navigate(circlesAddress)}>
            Name your circles
          </Button>
        )}
        {region.drawn < region.people && !isUnfolded && (
          <Button size="s" onClick={() => ask({ unfold: [number, ...question.unfold] })}>
            Draw its people
          </Button>
        )}
        {isUnfolded && (
          <Button size="s" onClick={() => ask({ unfold: question.unfold.filter((one) => one !== number) })}>
            Fold again
          </Button>
        )}
      </div>
    </section>
  );
}

/** What comes apart without somebody. */
export function WhatIfPanel({ picture }: { picture: MapPicture }) {
  const { whatIf } = picture;
  if (whatIf === null) return null;
  const { targets, circles, people } = whatIf;
  return (
    <section className={styles.panel} aria-label="Without them">
      <h2 className={styles.name}>
        Without <PersonName name={whatIf.person.name} isStrong />
      </h2>
      {targets.length === 0 && circles.length === 0 && people === 0 && <p>Nothing known here comes apart.</p>}
      {people > 0 && <p>{countOf(people, 'person', 'people')} cut off, with a red rim on the map.</p>}
      {targets.length > 0 && (
        <ul className={styles.lines}>
          {targets.map(({ name, before, after }) => (
            <li key={name}>
              <bdi>{name}</bdi>:{' '}
              {after === null ? 'no route is left' : `${countOf(after, 'step')} instead of ${before}`}
            </li>
          ))}
        </ul>
      )}
      {circles.length > 0 && (
        <>
          <h3 className={styles.small}>Circles cut off</h3>
          <ul className={styles.lines}>
            {circles.map((circle) => (
              <li key={circle} dir="auto">
                {circle}
              </li>
            ))}
          </ul>
        </>
      )}
      {targets.length === 0 && <p className={styles.soft}>No target of yours loses its best route.</p>}
    </section>
  );
}

function lower(text: string | undefined): string {
  if (text === undefined) return 'no circle';
  // A mark in a name must not turn the words around it.
  const { label } = cutLabel(text);
  return label.startsWith('The ') ? `the ${label.slice(4)}` : label;
}
