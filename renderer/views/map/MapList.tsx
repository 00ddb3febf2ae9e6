import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { MapNode, MapPicture } from '../../../shared/contract/map.ts';
import { countOf } from '../../../shared/model/words.ts';
import { PersonName } from '../../components/PersonName.tsx';
import { hrefTo, personAddress } from '../../state/addresses.ts';
import styles from './MapList.module.css';

/** The map as a list: the same people in the same order, and all that can be done there. */
export function MapList({
  picture,
  nodes,
  selected,
  onSelect,
  onOpen,
}: {
  picture: MapPicture;
  /** Those in sight. */
  nodes: readonly MapNode[];
  selected: string | null;
  onSelect: (id: string | null) => void;
  onOpen: (id: string) => void;
}) {
  const chosen = useRef<HTMLLIElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row to show changes with whom is chosen
  useEffect(() => {
    // Braces: newer browsers answer with a promise, which is no clean-up.
    void chosen.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const [at, setAt] = useState(0);
  const active = Math.min(at, nodes.length - 1);
  const rows = useRef<HTMLOListElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: nodes.length - 1 }[event.key];
    if (to === undefined || nodes[to] === undefined) return;
    event.preventDefault();
    setAt(to);
    rows.current?.children[to]?.querySelector('button')?.focus();
  };
  const labels = new Map(picture.regions.map(({ region, label }) => [region, label]));
  return (
    <ol
      ref={rows}
      className={styles.list}
      aria-label="People on the map, those who connect most first"
      onKeyDown={onKeyDown}
    >
      {nodes.map((node, row) => (
        <li key={node.id} ref={node.id === selected ? chosen : undefined} className={styles.row}>
          {node.kind === 'fold' ? (
            <button
              type="button"
              className={styles.choose}
              tabIndex={row === active ? 0 : -1}
              onFocus={() => setAt(row)}
              onClick={() => onOpen(node.id)}
            >
              <PersonName name={node.label} />
              <span className={styles.about}>{countOf(node.count, 'person', 'people')} folded: draw them</span>
            </button>
          ) : (
            <button
              type="button"
              className={styles.choose}
              tabIndex={row === active ? 0 : -1}
              onFocus={() => setAt(row)}
              aria-pressed={node.id === selected}
              onClick={() => onSelect(node.id === selected ? null : node.id)}
            >
              <PersonName name={node.label} isStrong={node.importance > 0.45} />
              <span className={styles.about}>{aboutNode(node, labels)}</span>
            </button>
          )}
          {node.kind === 'person' && node.person !== null && (
            <a
              className={styles.open}
              href={hrefTo(personAddress(node.person.id))}
              aria-label={`Open ${node.label}`}
              tabIndex={row === active ? 0 : -1}
            >
              Open
            </a>
          )}
        </li>
      ))}
    </ol>
  );
}

function aboutNode(node: MapNode, labels: ReadonlyMap<number, string>): string {
  if (node.kind === 'me') return 'the middle of this map';
  return [
    node.region === null ? node.person?.company : labels.get(node.region),
    ...(node.bridges.length > 0 ? [`reaches ${countOf(node.bridges.length, 'other circle')}`] : []),
    ...(node.isContact ? [] : ['not your contact']),
    ...(node.isApart ? ['cut off'] : []),
  ]
    .filter((part) => part !== null && part !== undefined)
    .join(' · ');
}
