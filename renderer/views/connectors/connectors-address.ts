/** What the list of connectors shows, as an address: so that Back from a person or the map finds it as it was. */
import type { Connector } from '../../../shared/contract/connectors.ts';
import { type ConnectorOrder, ORDERS } from './connector-orders.ts';

export interface ConnectorsQuestion {
  view: Connector['view'];
  by: ConnectorOrder;
  /** Whose reasons are open. */
  person: number | null;
}

const FIRST: ConnectorsQuestion = { view: 'seen-from-outside', by: 'index', person: null };

export function readConnectorsAddress(search: string): ConnectorsQuestion {
  const fields = new URLSearchParams(search);
  const person = fields.get('person') ?? '';
  return {
    view: fields.get('view') === 'own-export' ? 'own-export' : FIRST.view,
    by: ORDERS.find(({ by }) => by === fields.get('by'))?.by ?? FIRST.by,
    person: /^[1-9]\d{0,8}$/.test(person) ? Number(person) : null,
  };
}

export function connectorsAddress(question: Partial<ConnectorsQuestion> = {}): string {
  const { view, by, person } = { ...FIRST, ...question };
  const fields = new URLSearchParams();
  if (view !== FIRST.view) fields.set('view', view);
  if (by !== FIRST.by) fields.set('by', by);
  if (person !== null) fields.set('person', String(person));
  const search = fields.toString();
  return search === '' ? '/connectors' : `/connectors?${search}`;
}
