import type { InputOf } from '../../../shared/contract/api.ts';
import type { Connector } from '../../../shared/contract/connectors.ts';

export type ConnectorOrder = NonNullable<InputOf<'listConnectors'>['by']>;

/** The orders the list can be asked in, and the measure each of them follows. */
export const ORDERS: readonly { by: ConnectorOrder; field: keyof Connector; isDescending: boolean }[] = [
  { by: 'index', field: 'index', isDescending: true },
  { by: 'introductions', field: 'introductions', isDescending: true },
  { by: 'effective-size', field: 'effectiveSize', isDescending: true },
  { by: 'participation', field: 'participation', isDescending: true },
  { by: 'betweenness', field: 'betweenness', isDescending: true },
  // Low marks a connector, and connectors come first.
  { by: 'constraint', field: 'constraint', isDescending: false },
];
