/** Invented employers and the titles people give themselves, spread over the title table of model.md §2. */
import type { Random } from './random.ts';

export interface Job {
  company: string;
  position: string;
}

/** Where ego worked: most people of these circles still do, or did. */
export const PAST_EMPLOYERS = ['Halden Freight Systems', 'Tessellate Analytics', 'Mirabeau Energy'] as const;

/**
 * Where everybody else works. The targets of the story (Kestrel Labs, Brightwater Robotics, Nordlys, Palisade Bio, Meridian
 * Tidal) are not among them: whether a route leads there is decided by the cast, not by chance.
 */
const COMPANIES = [
  'Alderpoint Software',
  'Amberfield Insurance',
  'Ardent Loom',
  'Aurelian Bankhaus AG',
  'Barrow & Finch LLP',
  'Bellwether Mobility',
  'Birchline Logistics GmbH',
  'Blue Heron Diagnostics',
  'Brambleside Foods',
  'Calyx Health',
  'Candlewick Studios',
  'Cartwheel Learning',
  'Cedar & Quay',
  'Cinderhill Capital',
  'Cobaltine Systems, Inc.',
  'Copperleaf Payments Ltd',
  'Corvid Security',
  'Dovetail Freight Oy',
  'Driftwood Games',
  'Eastmere Council',
  'Elderflower Hospitals',
  'Emberly',
  'Fenwick Water',
  'Fjordkraft Sensing AS',
  'Foxglove Media',
  'Garnet Rail',
  'Gildenmark Versicherung',
  'Glasswing Optics',
  'Greyfriars Institute',
  'Hearthstone Homes',
  'Helioform',
  'Hollowell Aerospace',
  'Inkwell & Sons',
  'Ironbark Mining Services',
  'Juniper Row',
  'Karstwerk S.A.',
  'Kite & Anchor',
  'Lanternfish AI',
  'Larchmont Seeds',
  'Limekiln Therapeutics',
  'Lumenhaus GmbH & Co. KG',
  'Maple & Stone',
  'Marrowstone Legal',
  'Millrace Cloud',
  'Minnow Bank',
  'Moorgate Signals',
  'Morrow Textiles',
  'Northmoor University',
  'Oakhaven Retail',
  'Orchard & Vane',
  'Osier Packaging B.V.',
  'Paper Lantern Press',
  'Pellucid Data',
  'Peregrine Post',
  'Plumtree Travel',
  'Quarrystone',
  'Quillfeather',
  'Rivermark Transit Authority',
  'Rosefinch Robotics',
  'Rowan & Rye',
  'Saffron Kitchen Co.',
  'Saltmarsh Wind',
  'Sandpiper Airlines',
  'Skagen Marine Power',
  'Skylark Telecom',
  'Slatebridge Consulting',
  'Starling Grid',
  'Stonecrop Analytics',
  'Studio Żuraw',
  'Sunder & Holt',
  'Tamarind Foods Pte. Ltd.',
  'Thistledown Apparel',
  'Tidewater Desalination',
  'Timberline Insurance',
  'Umbra Cycles',
  'Vellum',
  'Verdigris Metals S.p.A.',
  'Wayfarer Maps',
  'Westerholm University',
  'Whitethorn Pharma',
  'Willowbrook Schools',
  'Windrose Shipping A/S',
  'Wren & Partners',
  'Yarrow Care',
  'Zephyrline',
] as const;

const RECRUITING_COMPANIES = [
  'Brightpath Search',
  'Cormorant Talent',
  'Hopper & Lane Executive Search',
  'Talentgarten GmbH',
  'Northbound People',
  'Second Shift Recruiting',
] as const;

/** model.md §2: these are no employers. */
const NO_EMPLOYER = [
  'Self-employed',
  'Freelance',
  'Stealth Startup',
  'Career Break',
  'Independent Consultant',
] as const;

const TITLES = [
  'Software Engineer',
  'Software Engineer',
  'Senior Software Engineer',
  'Senior Software Engineer',
  'Staff Software Engineer',
  'Principal Engineer',
  'Engineering Manager',
  'Senior Engineering Manager',
  'Director of Engineering',
  'VP Engineering, Platform',
  'CTO',
  'Co-Founder & CEO',
  'Founder',
  'Data Analyst',
  'Senior Data Analyst',
  'Data Scientist',
  'Senior Data Scientist',
  'Lead Data Engineer',
  'Analytics Manager',
  'Head of Data',
  'Product Manager',
  'Senior Product Manager',
  'Product Owner',
  'Head of Product',
  'Chief Product Officer',
  'Product Designer',
  'Senior UX Designer',
  'Design Lead',
  'Brand Manager',
  'Content Manager',
  'Marketing Manager',
  'Growth Marketing Lead',
  'Marketing Director',
  'Communications Officer',
  'Account Executive',
  'Senior Account Manager',
  'Business Development Manager',
  'Customer Success Manager',
  'Vice President, Sales',
  'Sales Director',
  'Financial Controller',
  'Sr. Accountant',
  'Finance Manager',
  'CFO',
  'Investment Analyst',
  'Legal Counsel',
  'Senior Compliance Officer',
  'Operations Manager',
  'Head of Operations',
  'Supply Chain Analyst',
  'Procurement Lead',
  'Project Manager',
  'Senior Programme Manager',
  'Chief of Staff',
  'HR Business Partner',
  'People Partner',
  'Executive Assistant to the CEO',
  'Office Coordinator',
  'Research Scientist',
  'Postdoctoral Researcher',
  'Associate Professor',
  'Solutions Architect',
  'DevOps Engineer',
  'Site Reliability Engineer',
  'IT Support Specialist',
  'Consultant',
  'Senior Consultant',
  'Managing Director',
  'Associate Director',
  'General Manager',
  'Geschäftsführer',
  'Leiterin Controlling',
  'Directeur commercial',
  'Diretora de Operações',
  'Intern',
  'Werkstudent Data',
  'Graduate Trainee',
  'Former CTO',
  'Director | former Halden',
  'Engineer at heart • writer',
  'Translator',
  'Nurse Educator',
  'Teacher',
  'Community Manager',
  'Partnerships Manager',
] as const;

const RECRUITER_TITLES = [
  'Technical Recruiter',
  'Senior Recruiter',
  'Talent Acquisition Partner',
  'Talent Partner',
  'Executive Search Consultant',
  'Headhunter | Data & AI',
  'Sourcer',
  'Managing Partner',
] as const;

/** How some people write the name of ego's old employers: one company key all the same. */
const SPELLINGS: Record<string, readonly string[]> = {
  'Halden Freight Systems': ['Halden Freight Systems, Inc.', 'HALDEN FREIGHT SYSTEMS'],
  'Tessellate Analytics': ['Tessellate Analytics Ltd', 'Tessellate Analytics (acquired)'],
  'Mirabeau Energy': ['Mirabeau Energy S.A.', 'The Mirabeau Energy Company'],
};

export function inventTitle(random: Random): string {
  return random.pick(TITLES);
}

/** The employer as this person would write it. */
export function spellEmployer(random: Random, company: string): string {
  const others = SPELLINGS[company];
  return others && random.chance(0.12) ? random.pick(others) : company;
}

/** A job anywhere; one in twenty has no employer, one in thirty left both cells empty. */
export function inventJob(random: Random): Job {
  if (random.chance(1 / 30)) return { company: '', position: '' };
  const company = random.chance(1 / 20) ? random.pick(NO_EMPLOYER) : random.pick(COMPANIES);
  return { company, position: inventTitle(random) };
}

export function inventRecruiterJob(random: Random): Job {
  return { company: random.pick(RECRUITING_COMPANIES), position: random.pick(RECRUITER_TITLES) };
}
