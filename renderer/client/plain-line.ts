import { withOneStop } from '../../shared/model/words.ts';
import { cutLabel } from '../components/graphemes.ts';

/** Text that names people, ready for a toast, a title or a draft: without direction overrides, and not endless (safety.md R3). */
export function plainLine(text: string, most = 300): string {
  return cutLabel(withOneStop(text), most).label;
}

/** "Petra" of "Petra Novotná". */
export function firstName(name: string): string {
  return plainLine(name, 80).trim().split(/\s+/)[0] ?? '';
}
