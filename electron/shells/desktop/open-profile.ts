/** The one way out of the window: a person's stored LinkedIn page, in the user's own browser (safety.md E6). */
import { shell } from 'electron';
import type { WeftApi } from '../../../shared/contract/api.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';
import { linkedInAddress } from './linkedin-address.ts';

/** @throws WeftError arguments: `not-linkedin`, and what getPerson throws */
export async function openProfile(api: WeftApi, personId: number): Promise<void> {
  const { person } = await api.getPerson({ person: String(personId) });
  const address = person.id === personId ? linkedInAddress(person.url) : null;
  if (address === null) {
    throw new WeftError('arguments', 'not-linkedin', 'This is not a LinkedIn page. Copy it instead.');
  }
  await shell.openExternal(address);
}
