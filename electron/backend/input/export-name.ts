import { dayFromYmd } from '../../../shared/model/dates.ts';
import type { Day } from '../../../shared/model/units.ts';

/**
 * The day in the name of an archive as LinkedIn sends it, `Complete_LinkedInDataExport_05-03-2026.zip`: month first. Browsers add
 * ` (1)`, people add words around it. Null for any other name and for dates the calendar does not have.
 */
export function dayFromExportName(name: string): Day | null {
  const match = /(?:Basic|Complete|Initial)_LinkedInDataExport_(\d{2})-(\d{2})-(\d{4})(?!\d)/i.exec(name);
  return match ? dayFromYmd(Number(match[3]), Number(match[1]), Number(match[2])) : null;
}
