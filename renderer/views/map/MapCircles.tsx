import type { MapPicture } from '../../../shared/contract/map.ts';
import { countOf, groupDigits } from '../../../shared/model/words.ts';
import { PersonName } from '../../components/PersonName.tsx';
import styles from './MapList.module.css';

/** The discs of the map as a list: what a click on the ground does, for keyboard and screen reader. */
export function MapCircles({
  picture,
  chosen,
  onRegion,
}: {
  picture: MapPicture;
  chosen: number | null;
  onRegion: (region: number | null) => void;
}) {
  return (
    <ol className={styles.list} aria-label="Circles on the map, the largest first">
      {picture.regions.map(({ region, label, people, drawn, contacts }) => (
        <li key={region} className={styles.row}>
          <button
            type="button"
            className={styles.choose}
            aria-pressed={region === chosen}
            onClick={() => onRegion(region === chosen ? null : region)}
          >
            <PersonName name={label} />
            <span className={styles.about}>
              {countOf(people, 'person', 'people')}
              {contacts < people && `, you know ${contacts === 0 ? 'nobody' : groupDigits(contacts)}`}
              {drawn < people && ` · ${groupDigits(people - drawn)} folded`}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

/** Which circles hang together with one, and by how many known ties; those drawn as lines are counted too. */
export function linkedCircles(
  picture: MapPicture,
  region: number,
): { label: string; ties: number; isStated: boolean }[] {
  const regionOf = new Map(picture.nodes.map(({ id, region: one }) => [id, one]));
  const found = new Map<number, { ties: number; isStated: boolean }>();
  const add = (a: number | null, b: number | null, ties: number, isStated: boolean): void => {
    if (a === null || b === null || a === b || (a !== region && b !== region)) return;
    const other = a === region ? b : a;
    const before = found.get(other);
    found.set(other, {
      ties: (before?.ties ?? 0) + ties,
      isStated: isStated && (before?.isStated ?? true),
    });
  };
  for (const { a, b, basis } of picture.edges)
    add(regionOf.get(a) ?? null, regionOf.get(b) ?? null, 1, basis !== 'observed');
  for (const { a, b, ties, basis } of picture.links) add(a, b, ties, basis !== 'observed');
  return [...found]
    .sort((x, y) => y[1].ties - x[1].ties || x[0] - y[0])
    .flatMap(([other, link]) => {
      const there = picture.regions[other];
      return there === undefined ? [] : [{ label: there.label, ...link }];
    });
}
