import type { TopContact } from '../../../shared/contract/top.ts';

export interface Narrowing {
  query: string;
  /** `vital`: the vital few; `top`: the first fifth; `robust`: those who stand whatever the assumptions. */
  group: 'all' | 'vital' | 'top' | 'robust';
}

export const NO_NARROWING: Narrowing = { query: '', group: 'top' };

/** Contacts that fit, in the order given. Words are found anywhere in name, position and company, without accents. */
export function narrowContacts(contacts: readonly TopContact[], { query, group }: Narrowing): TopContact[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  return contacts.filter((contact) => {
    if (group === 'vital' && !contact.inVitalSet) return false;
    if (group === 'top' && !contact.inTop20) return false;
    if (group === 'robust' && contact.robust !== true) return false;
    if (words.length === 0) return true;
    const { name, position, company } = contact.person;
    const text = plain(`${name} ${position ?? ''} ${company ?? ''}`);
    return words.every((word) => text.includes(word));
  });
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
