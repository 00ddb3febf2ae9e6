/**
 * What ego would say and log: enough for every screen to have something true to show. People are named by profile slug.
 * Meant to be said after the exports of make-sample.ts are imported; everything names people who stand there, but for the
 * two who are added by hand.
 */
import type { Closeness, GiveKind, StatementBody } from '../model/statement.ts';
import type { Day } from '../model/units.ts';
import { QUINN, SIGRUN } from './cast.ts';
import { day, profileUrl } from './sample-person.ts';

export interface SampleStatement {
  /** The day it is about. */
  on: Day;
  body: StatementBody;
}

const PETRA = 'petra-novotna-zt2';
const TOM = 'tom-adeyemi-zt3';
const ANA = 'ana-ferreira-zt4';
const INGRID = 'ingrid-solheim-zt8';
const LUKASZ = 'łukasz-wróbel-zt10';
const DEV = 'dev-malhotra-zt11';
const IMANI = 'imani-bello-zt12';
const THEO = 'theo-granger-zt13';
const BRAM = 'bram-oakhollow-zt14';
const CEM = 'cem-demirel-zt16';
const CARA = 'cara-ashworth-zt17';
const BEN = 'ben-calder-zt18';
const YARA = 'yara-haddad-zt20';
const KWAME = 'kwame-mensah-zt23';
const HANA = 'hana-marikova-zt24';
const AURELIE = 'aurelie-delaunay-zt32';
const NANDINI = 'nandini-iyengar-zt33';
const THAO = 'thảo-nguyễn-zt34';
const PRIYA = 'priya-raghunathan-zt36';
const MARTA = 'marta-vezzoli-zt37';
const ALEX = 'alex-rookwood-zt38';

const on = (date: string, body: StatementBody): SampleStatement => ({ on: day(date), body });

const target = (company: string): SampleStatement => on('2026-06-01', { kind: 'target-company', company });

const CLOSENESS: readonly (readonly [string, Closeness])[] = [
  [PETRA, 4],
  [TOM, 4],
  [LUKASZ, 4],
  [THAO, 4],
  [ANA, 3],
  [DEV, 3],
  [CEM, 3],
  [CARA, 3],
  [KWAME, 3],
  [YARA, 3],
  [AURELIE, 2],
  [IMANI, 2],
  [BEN, 2],
  [BRAM, 1],
  [ALEX, 0],
];

const GIVES: readonly (readonly [string, string, GiveKind])[] = [
  ['2025-11-20', PETRA, 'praise'],
  ['2026-02-03', PETRA, 'intro'],
  ['2026-05-12', PETRA, 'article'],
  ['2025-12-08', ANA, 'intro'],
  ['2026-03-15', ANA, 'event'],
  ['2026-06-02', ANA, 'advice'],
  ['2026-01-22', CEM, 'job'],
  ['2026-04-09', CEM, 'advice'],
  ['2026-03-30', KWAME, 'event'],
  ['2025-10-27', CARA, 'advice'],
  ['2026-05-30', LUKASZ, 'job'],
  ['2026-06-21', TOM, 'article'],
  ['2026-02-06', IMANI, 'article'],
];

export const sampleStatements: readonly SampleStatement[] = [
  // Targets: a contact works there; one step; two steps; no route; one more that many could open.
  target('Kestrel Labs'),
  target('Brightwater Robotics'),
  target('Nordlys'),
  target('Palisade Bio'),
  target('Starling Grid'),
  on('2026-06-05', {
    kind: 'person',
    person: SIGRUN.slug,
    name: SIGRUN.name,
    url: profileUrl(SIGRUN.slug),
    company: 'Nordlys',
    position: 'Head of Platform',
  }),
  on('2026-06-12', {
    kind: 'person',
    person: QUINN.slug,
    name: QUINN.name,
    url: profileUrl(QUINN.slug),
    company: 'Meridian Tidal',
    position: 'Director of Analytics',
  }),
  on('2026-06-12', { kind: 'target-person', person: QUINN.slug }),

  // Who knows whom, beyond what the exports show.
  on('2026-06-05', {
    kind: 'knows',
    a: INGRID,
    b: SIGRUN.slug,
    how: 'Tom says they built the Bergen office together',
    closeness: 3,
  }),
  on('2026-04-02', { kind: 'knows', a: ANA, b: CARA, how: 'same running club', closeness: 3 }),
  on('2026-04-02', { kind: 'knows', a: ANA, b: IMANI, how: 'panel in 2024', closeness: 2 }),
  on('2026-05-14', { kind: 'knows', a: KWAME, b: HANA, how: 'both at the repair café every Saturday', closeness: 3 }),
  on('2026-05-14', { kind: 'knows', a: PETRA, b: PRIYA, how: 'Petra reports to her', closeness: null }),
  on('2026-03-11', { kind: 'not-knows', a: BRAM, b: PRIYA }),
  on('2019-11-14', { kind: 'introduced', a: ANA, b: KWAME }),
  on('2023-02-08', { kind: 'introduced', a: PETRA, b: IMANI }),
  on('2025-12-04', { kind: 'introduced', a: ANA, b: MARTA }),

  ...CLOSENESS.map(([person, value]) => on('2026-06-03', { kind: 'closeness', person, value })),
  on('2026-06-03', { kind: 'vouch', person: PETRA, would: true }),
  on('2026-06-03', { kind: 'vouch', person: TOM, would: true }),
  on('2026-06-03', { kind: 'vouch', person: DEV, would: true }),
  on('2026-06-03', { kind: 'vouch', person: CARA, would: true }),
  on('2026-06-03', { kind: 'vouch', person: AURELIE, would: false }),
  on('2026-06-03', { kind: 'role', person: ANA, role: 'connector' }),
  on('2026-06-03', { kind: 'role', person: YARA, role: 'mentor' }),
  on('2026-06-03', { kind: 'role', person: CEM, role: 'work-friend' }),
  on('2026-06-03', { kind: 'helps-with', person: BRAM, text: 'salary ranges in energy' }),
  on('2026-06-03', { kind: 'helps-with', person: THAO, text: 'healthcare, interview practice' }),
  on('2026-06-10', { kind: 'mutuals', person: ANA, count: 14 }),
  on('2026-06-10', { kind: 'mutuals', person: BEN, count: 6 }),

  on('2026-05-02', {
    kind: 'circle',
    name: 'Riverbank Repair Café',
    members: [TOM, ANA, KWAME, HANA],
    size: 35,
    from: day('2017-10-01'),
    to: null,
  }),
  on('2026-06-01', { kind: 'employer-size', company: 'Kestrel Labs', size: 140 }),
  on('2026-06-01', { kind: 'employer-size', company: 'Brightwater Robotics', size: 317 }),
  on('2026-06-01', { kind: 'employer-size', company: 'Mirabeau Energy', size: 708 }),

  // Asks with outcomes; some await an answer, one helped and has not been thanked.
  on('2025-12-02', { kind: 'ask', person: ANA, target: 'Tidewater Desalination', outcome: 'opportunity' }),
  on('2026-01-15', { kind: 'ask', person: PETRA, target: 'Kestrel Labs', outcome: 'helped' }),
  on('2026-02-10', { kind: 'ask', person: NANDINI, target: 'Fjordkraft Sensing AS', outcome: 'helped' }),
  on('2026-03-02', { kind: 'ask', person: BRAM, target: null, outcome: 'reply' }),
  on('2026-04-14', { kind: 'ask', person: AURELIE, target: 'Mirabeau Energy', outcome: 'none' }),
  on('2026-05-05', { kind: 'ask', person: DEV, target: 'Lanternfish AI', outcome: 'reply' }),
  on('2026-05-26', { kind: 'ask', person: KWAME, target: 'Starling Grid', outcome: 'helped' }),
  on('2026-06-04', { kind: 'ask', person: TOM, target: 'Nordlys', outcome: 'none' }),
  ...GIVES.map(([date, person, give]) => on(date, { kind: 'give', person, give })),

  on('2026-03-19', { kind: 'meeting', person: PETRA }),
  on('2026-06-20', { kind: 'meeting', person: TOM }),
  on('2026-05-11', { kind: 'call', person: DEV }),
  on('2026-04-22', { kind: 'call', person: YARA }),
  on('2026-02-10', { kind: 'referral', person: NANDINI, named: CARA }),
  on('2026-05-26', { kind: 'referral', person: KWAME, named: TOM }),
  on('2025-12-04', { kind: 'referral', person: ANA, named: MARTA }),
  on('2026-04-22', { kind: 'note', person: YARA, text: 'Would be frank about Windrose. Prefers calls, mornings.' }),
  on('2026-06-15', { kind: 'note', person: THEO, text: 'Wrote the best risk memo I have read. Worth a rekindling.' }),
];
