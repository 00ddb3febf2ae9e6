/** The picture as an address, so that back and forward work and a finding can be linked. */
import type { InputOf } from '../../../shared/contract/api.ts';
import { MAP_MODE_NAMES, type MapModeName } from './map-modes.ts';

export interface MapQuestion {
  mode: MapModeName;
  focus: number | null;
  depth: 1 | 2;
  /** Only the focused person and those around them are shown. */
  isOnly: boolean;
  without: number | null;
  toCompany: string | null;
  toPerson: number | null;
  unfold: readonly number[];
}

export const FIRST_QUESTION: MapQuestion = {
  mode: 'connectors',
  focus: null,
  depth: 1,
  isOnly: false,
  without: null,
  toCompany: null,
  toPerson: null,
  unfold: [],
};

export function readMapAddress(search: string): MapQuestion {
  const fields = new URLSearchParams(search);
  const mode = fields.get('mode');
  return {
    mode: MAP_MODE_NAMES.find((name) => name === mode) ?? 'connectors',
    focus: numberIn(fields.get('focus')),
    depth: fields.get('depth') === '2' ? 2 : 1,
    isOnly: fields.get('only') === '1',
    without: numberIn(fields.get('without')),
    toCompany: fields.get('company'),
    toPerson: numberIn(fields.get('person')),
    unfold: [
      ...new Set(
        (fields.get('unfold') ?? '').split('.').flatMap((text) => (/^\d{1,5}$/.test(text) ? [Number(text)] : [])),
      ),
    ].slice(0, 50),
  };
}

export function mapAddress(question: Partial<MapQuestion>): string {
  const { mode, focus, depth, isOnly, without, toCompany, toPerson, unfold } = { ...FIRST_QUESTION, ...question };
  const fields = new URLSearchParams();
  if (mode !== 'connectors') fields.set('mode', mode);
  if (focus !== null) fields.set('focus', String(focus));
  if (depth === 2) fields.set('depth', '2');
  if (isOnly) fields.set('only', '1');
  if (without !== null) fields.set('without', String(without));
  if (toCompany !== null) fields.set('company', toCompany);
  if (toPerson !== null) fields.set('person', String(toPerson));
  if (unfold.length > 0) fields.set('unfold', unfold.join('.'));
  const search = fields.toString();
  return search === '' ? '/map' : `/map?${search}`;
}

/** What to ask the backend for a question. */
export function askedOfMap(question: MapQuestion): InputOf<'getMap'> {
  const { mode, focus, depth, without, toCompany, toPerson, unfold } = question;
  return {
    mode,
    depth,
    ...(focus !== null && mode !== 'route' && { focus }),
    ...(without !== null && mode === 'without' && { without }),
    ...(mode === 'route' && toCompany !== null && toCompany !== '' && { toCompany }),
    ...(mode === 'route' && toPerson !== null && { toPerson }),
    ...(unfold.length > 0 && { unfold: [...unfold] }),
  };
}

function numberIn(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
