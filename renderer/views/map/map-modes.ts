/** The questions of the map, in the order in which they are offered. */
export const MAP_MODES = [
  { value: 'connectors', label: 'Who connects my circles?' },
  { value: 'without', label: 'Who would I lose?' },
  { value: 'route', label: 'How do I get there?' },
  { value: 'thin', label: 'Where am I thin?' },
] as const;

export type MapModeName = (typeof MAP_MODES)[number]['value'];

export const MAP_MODE_NAMES: readonly MapModeName[] = MAP_MODES.map(({ value }) => value);
