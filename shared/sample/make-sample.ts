/** The invented network as four exports: two of ego's own, fourteen months apart, and one of each of two friends. */
import type { Day } from '../model/units.ts';
import { NOOR, PETRA, TOM } from './cast.ts';
import { buildConversations } from './conversations.ts';
import { archiveDateText } from './export-dates.ts';
import {
  companyFollowsCsv,
  educationCsv,
  emailAddressesCsv,
  idleFiles,
  importedContactsCsv,
  jobApplicationsCsv,
  notesCsv,
  positionsCsv,
  profileCsv,
  recommendationsCsv,
  savedJobsCsv,
} from './owner-files.ts';
import { OLD_EXPORT_DAY, profileUrl, SAMPLE_DAY } from './sample-person.ts';
import { connectionsCsv, endorsementsCsv, invitationsCsv, messagesCsv, type Viewpoint } from './tie-files.ts';
import { buildWorld, FRIEND_EXPORT_DAYS, type World } from './world.ts';

interface SampleFile {
  /** Path inside the archive, with `/`. */
  path: string;
  text: string;
}

export interface SampleExport {
  /** Name of the archive, as the platform gives it; no two of the sample are alike. */
  fileName: string;
  role: 'me' | 'circle';
  ownerUrl: string;
  exportDate: Day;
  files: SampleFile[];
}

/** Only the newest export still shows who has not answered. */
const NOBODY = { incoming: [], outgoing: [] };

function makeMine(view: Viewpoint, world: World): SampleExport {
  const { exportDay } = view;
  const isNewest = exportDay === SAMPLE_DAY;
  const headline = isNewest
    ? 'Analytics lead | forecasting, energy, logistics'
    : 'Analytics Manager at Mirabeau Energy';
  const files: SampleFile[] = [
    { path: 'Connections.csv', text: connectionsCsv(view) },
    { path: 'messages.csv', text: messagesCsv(view, true) },
    {
      path: 'Invitations.csv',
      text: invitationsCsv(view, isNewest ? { incoming: world.pendingIn, outgoing: world.pendingOut } : NOBODY),
    },
    { path: 'Recommendations_Received.csv', text: recommendationsCsv('received', exportDay) },
    { path: 'Recommendations_Given.csv', text: recommendationsCsv('given', exportDay) },
    { path: 'Endorsement_Received_Info.csv', text: endorsementsCsv(view, 'received') },
    { path: 'Endorsement_Given_Info.csv', text: endorsementsCsv(view, 'given') },
    { path: 'Profile.csv', text: profileCsv(NOOR, headline) },
    { path: 'Positions.csv', text: positionsCsv(exportDay) },
    { path: 'Education.csv', text: educationCsv() },
    { path: 'Email Addresses.csv', text: emailAddressesCsv() },
    { path: 'Company Follows.csv', text: companyFollowsCsv(exportDay) },
    { path: 'ImportedContacts.csv', text: importedContactsCsv() },
    ...idleFiles(),
  ];
  if (isNewest) {
    files.push(
      { path: 'Jobs/Job Applications.csv', text: jobApplicationsCsv() },
      { path: 'Jobs/Saved Jobs.csv', text: savedJobsCsv() },
      { path: 'Notes.csv', text: notesCsv() },
    );
  }
  return archive(view, 'me', files);
}

function makeFriend(view: Viewpoint): SampleExport {
  const headline = `${view.owner.now.position} at ${view.owner.now.company}`;
  return archive(view, 'circle', [
    { path: 'Connections.csv', text: connectionsCsv(view) },
    { path: 'messages.csv', text: messagesCsv(view, false) },
    { path: 'Invitations.csv', text: invitationsCsv(view, NOBODY) },
    { path: 'Endorsement_Received_Info.csv', text: endorsementsCsv(view, 'received') },
    { path: 'Profile.csv', text: profileCsv(view.owner, headline) },
  ]);
}

function archive(view: Viewpoint, role: SampleExport['role'], files: SampleFile[]): SampleExport {
  return {
    fileName: `Complete_LinkedInDataExport_${archiveDateText(view.exportDay)}.zip`,
    role,
    ownerUrl: profileUrl(view.owner.slug),
    exportDate: view.exportDay,
    files,
  };
}

/**
 * Makes the invented network. The same seed gives the same bytes; the people of the story (cast.ts) and their addresses are
 * the same for every seed.
 *
 * @param seed any whole number
 * @returns ego's older export, ego's newer export, Petra's and Tom's: in this order the import tells the story
 */
export function makeSample(seed = 1): SampleExport[] {
  const world = buildWorld(seed);
  const conversations = buildConversations(seed, world);
  const noor = { seed, owner: NOOR, links: world.noor, conversations };
  return [
    makeMine({ ...noor, exportDay: OLD_EXPORT_DAY }, world),
    makeMine({ ...noor, exportDay: SAMPLE_DAY }, world),
    makeFriend({ seed, owner: PETRA, links: world.petra, conversations, exportDay: FRIEND_EXPORT_DAYS.petra }),
    makeFriend({ seed, owner: TOM, links: world.tom, conversations, exportDay: FRIEND_EXPORT_DAYS.tom }),
  ];
}
