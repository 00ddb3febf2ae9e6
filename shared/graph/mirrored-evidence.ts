/** What somebody's export says about me, read as mine about them: where only they list me, it is all there is (settled 17). */
import type { PersonIndex, TieEvidence } from '../model/network.ts';
import { CONTACT_STRIDE, ContactColumn } from '../model/network.ts';

/**
 * Their inbound days are those on which I wrote, and may warm no tie of mine (model.md §12.8); outbound and inbound change places.
 * On which days they wrote in group threads, their export does not say of me.
 *
 * @param evidence of the owner, about me
 */
export function mirroredEvidence(evidence: TieEvidence, owner: PersonIndex): TieEvidence {
  const contact = new Int32Array(evidence.contact.length);
  for (let row = 0; row < contact.length; row += CONTACT_STRIDE) {
    const inbound = evidence.contact[row + ContactColumn.outbound]!;
    const outbound = evidence.contact[row + ContactColumn.inbound]!;
    const theyWroteFirst = evidence.contact[row + ContactColumn.ownerFirst] === 1;
    contact[row + ContactColumn.day] = evidence.contact[row + ContactColumn.day]!;
    contact[row + ContactColumn.inbound] = inbound;
    contact[row + ContactColumn.outbound] = outbound;
    contact[row + ContactColumn.ownerFirst] = outbound > 0 && !theyWroteFirst ? 1 : 0;
  }
  return {
    ...evidence,
    alter: owner,
    contact,
    recommendationGivenOn: evidence.recommendationReceivedOn,
    recommendationReceivedOn: evidence.recommendationGivenOn,
    endorsedFor: [],
  };
}
