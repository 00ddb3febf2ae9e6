/** Decides whose network an import is, and refuses what would mix two people's networks up. */
import { nameKey } from '../../../shared/import/names.ts';
import { slugFromUrl } from '../../../shared/import/profile-url.ts';
import type { Network, Person } from '../../../shared/model/network.ts';
import type { BatchMeta, ExportContent, OwnerFoundBy } from '../../../shared/model/records.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';

export interface RoleQuestion {
  content: ExportContent;
  /** Whom the files themselves name as their owner. */
  foundOwner: BatchMeta['owner'];
  foundBy: OwnerFoundBy;
  /** What the user said. */
  role: 'me' | 'circle' | null;
  owner: string | null;
  /** The map as it is, and its imports. */
  network: Network;
  batches: readonly BatchMeta[];
}

export interface RoleDecision {
  role: 'me' | 'circle';
  owner: BatchMeta['owner'];
  ownerFoundBy: OwnerFoundBy;
}

/** A Connections.csv of mine shares at least this much with my map; less, and it is probably somebody else's (settled 13). */
const LEAST_SHARED = 0.2;

/**
 * @throws WeftError input: `owner-unknown`, `another-persons-export`, `own-export-as-circle`; arguments: `bad-owner`
 */
export function decideRole(question: RoleQuestion): RoleDecision {
  const { role, foundOwner, foundBy } = question;
  const said = ownerSaid(question.owner);
  const owner = said ?? foundOwner;
  const ownerFoundBy = said === null ? foundBy : 'option';
  const me = question.network.people[question.network.ego];
  const mySlugs = new Set(
    question.batches.filter((batch) => batch.role === 'me').flatMap((batch) => (batch.owner ? [batch.owner.slug] : [])),
  );
  const isKnownMe = owner !== null && (mySlugs.has(owner.slug) || me?.slug === owner.slug);

  if (role === 'circle') {
    if (owner === null) {
      throw new WeftError(
        'input',
        'owner-unknown',
        'These files do not say whose network they are. Name the person with --owner and their profile address. Nothing changed.',
      );
    }
    if (isKnownMe) {
      throw new WeftError(
        'input',
        'own-export-as-circle',
        'This is your own export. Import it without --role circle. Nothing changed.',
      );
    }
    return { role, owner, ownerFoundBy };
  }

  const hasMine = question.batches.some((batch) => batch.role === 'me');
  if (owner !== null) {
    // My address may have changed; only the user knows, and says so by naming both the role and the address.
    const isMySecondAddress = role === 'me' && said !== null;
    if (mySlugs.size > 0 && !isKnownMe && !isMySecondAddress) {
      throw new WeftError(
        'input',
        'another-persons-export',
        'The owner of this export is not the owner of your map. If it is the network of a friend who agreed, import it with --role circle. If it is yours, from a new profile address, say --role me --owner and that address. Nothing changed.',
      );
    }
    return { role: 'me', owner, ownerFoundBy };
  }

  if (question.content.threads.length > 0 && mySlugs.size === 0) {
    throw new WeftError(
      'input',
      'owner-unknown',
      'These files do not tell which of the people in the messages is you. Name yourself with --owner and your profile address. Nothing changed.',
    );
  }
  if (hasMine && role !== 'me' && looksLikeSomebodyElse(question)) {
    throw new WeftError(
      'input',
      'another-persons-export',
      "This list shares almost nobody with your map, so it may be somebody else's. If it is yours, say --role me; a friend's comes in with --role circle --owner and their profile address. Nothing changed.",
    );
  }
  return { role: 'me', owner: null, ownerFoundBy: 'none' };
}

function ownerSaid(text: string | null): BatchMeta['owner'] {
  if (text === null) return null;
  const slug = slugFromUrl(text);
  if (slug === null) {
    throw new WeftError(
      'arguments',
      'bad-owner',
      'The owner is named by a profile address such as https://www.linkedin.com/in/name.',
    );
  }
  return { slug, url: text, name: null };
}

function looksLikeSomebodyElse({ content, network }: RoleQuestion): boolean {
  const me = network.people[network.ego];
  if (content.connections.length === 0) {
    const name = content.profile?.name;
    const isNamed = me !== undefined && me.slug !== null;
    return name !== undefined && isNamed && nameKey(name) !== nameKey(me.name);
  }
  const contacts = network.people.filter((person) => person.isContact);
  // An address book or a part one says nothing about whose contacts these are.
  if (contacts.length === 0) return false;
  const namesOf = (people: readonly Person[]) => new Set(people.map((person) => nameKey(person.name)));
  const names = namesOf(contacts);
  // A list from before 2023 has no addresses; a newer one is held against its names.
  const namesWithoutAddress = namesOf(contacts.filter((person) => person.slug === null));
  const isContactAt = (slug: string) => network.people[network.indexOfKey.get(slug) ?? -1]?.isContact === true;
  let shared = 0;
  for (const { slug, name } of content.connections) {
    const isKnown =
      slug === null ? names.has(nameKey(name)) : isContactAt(slug) || namesWithoutAddress.has(nameKey(name));
    if (isKnown) shared++;
  }
  return shared < LEAST_SHARED * content.connections.length;
}
