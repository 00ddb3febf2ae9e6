/**
 * The people the story of the sample needs, written by hand so that their addresses are the same for every seed. Everybody
 * else is drawn. All of them are invented.
 *
 * The story: Noor looks for her next job. Kestrel Labs is one step away by hand (Petra works there, and Ben just started);
 * Brightwater Robotics is reached through a friend; Nordlys only through a friend's friend; Palisade Bio not at all. Ana
 * stands between the people of an old employer and those of a repair café.
 */
import type { Day } from '../model/units.ts';
import { day, type Link, type SamplePerson, type Warmth } from './sample-person.ts';
import type { Job } from './work.ts';

type OwnerName = 'noor' | 'petra' | 'tom';
type LinkDraft = Omit<Link, 'person' | 'vanished'>;

export interface CastMember {
  person: SamplePerson;
  links: Partial<Record<OwnerName, LinkDraft>>;
}

function person(
  slug: string,
  first: string,
  last: string,
  now: Job,
  more: Partial<Omit<SamplePerson, 'slug' | 'first' | 'last' | 'now'>> = {},
): SamplePerson {
  return { slug, oldSlug: null, hasUrl: true, first, last, email: null, before: now, now, ...more };
}

const job = (company: string, position: string): Job => ({ company, position });

function link(connectedOn: string, warmth: Warmth, circle: string, lastContact: Day | null = null): LinkDraft {
  return { connectedOn: day(connectedOn), warmth, circle, lastContact };
}

export const NOOR = person('noor-example-zt1', 'Noor', 'Example', job('Self-employed', 'Analytics lead, independent'), {
  email: 'noor@example-mail.test',
  before: job('Mirabeau Energy', 'Analytics Manager'),
});
export const PETRA = person('petra-novotna-zt2', 'Petra', 'Novotná', job('Kestrel Labs', 'Head of Data'), {
  email: 'petra.novotna@kestrel.example',
  before: job('Kestrel Labs', 'Lead Data Scientist'),
});
export const TOM = person('tom-adeyemi-zt3', 'Tom', 'Adeyemi', job('Saltmarsh Wind', 'Operations Manager'), {
  email: 'tom.adeyemi@example-mail.test',
});

export const CAST: readonly CastMember[] = [
  { person: PETRA, links: { noor: link('2016-04-12', 'close', 'tessellate', day('2026-03-19')) } },
  { person: TOM, links: { noor: link('2017-10-03', 'close', 'volunteers', day('2026-06-21')) } },
  {
    person: person('ana-ferreira-zt4', 'Ana', 'Ferreira-Lund', job('Wren & Partners', 'Partnerships Manager'), {
      email: 'ana@ferreira-lund.example',
    }),
    links: {
      noor: link('2018-05-22', 'close', 'volunteers', day('2026-06-02')),
      petra: link('2018-06-14', 'close', 'friends'),
      tom: link('2017-11-08', 'close', 'volunteers'),
    },
  },
  {
    person: person(
      'marisol-tavares-quint-zt5',
      'Marisol',
      'Tavares-Quint, PhD, MBA',
      job('Brightwater Robotics, Inc.', 'VP Engineering, Platform'),
    ),
    links: { petra: link('2019-09-30', 'close', 'friends', day('2026-05-28')) },
  },
  {
    person: person('hiroshi-okabe-zt6', 'Hiroshi', 'Okabe', job('Brightwater Robotics', 'Staff Software Engineer')),
    links: { petra: link('2021-02-11', 'light', 'friends') },
  },
  {
    person: person(
      'nkechi-fashola-zt7',
      'Nkechi',
      'Fashola',
      job('Brightwater Robotics', 'Talent Acquisition Partner'),
    ),
    links: { tom: link('2022-01-19', 'warm', 'friends', day('2026-04-15')) },
  },
  {
    person: person(
      'ingrid-solheim-zt8',
      'Ingrid',
      'Solheim',
      job('Skagen Marine Power', 'Director of Engineering, "offshore"'),
    ),
    links: { tom: link('2019-03-04', 'close', 'friends', day('2026-06-12')) },
  },
  {
    person: person('łukasz-wróbel-zt10', 'Łukasz 🚀', 'Wróbel', job('Studio Żuraw', 'Designer ("brand & web")'), {
      email: 'lukasz@zuraw.example',
    }),
    links: {
      noor: link('2016-11-14', 'close', 'tessellate', day('2026-06-24')),
      petra: link('2016-10-02', 'warm', 'tessellate'),
    },
  },
  {
    person: person('dev-malhotra-zt11', 'Dev', 'Malhotra', job('Lanternfish AI', 'Director of Engineering'), {
      before: job('Halden Freight Systems, Inc.', 'Engineering Manager'),
    }),
    links: { noor: link('2013-01-21', 'close', 'halden', day('2026-05-11')) },
  },
  {
    person: person('imani-bello-zt12', 'Imani', 'Bello', job('Moorgate Signals', 'Head of Product')),
    links: {
      noor: link('2019-05-04', 'warm', 'fjordline', day('2026-02-06')),
      petra: link('2019-05-05', 'warm', 'fjordline'),
    },
  },
  {
    person: person('theo-granger-zt13', 'Theo', 'Granger', job('', 'Consultant')),
    links: { noor: link('2013-06-11', 'dormant', 'halden', day('2021-09-14')) },
  },
  {
    person: person('bram-oakhollow-zt14', 'Bram', 'Oakhollow', job('Cormorant Talent', 'Headhunter | Data & AI')),
    links: { noor: link('2022-09-06', 'warm', 'recruiters', day('2026-06-10')) },
  },
  {
    person: person('odalys-k-zt15', 'Odalys', '', job('', '')),
    links: { noor: link('2017-01-03', 'silent', 'random') },
  },
  {
    person: person('cem-demirel-zt16', 'Cem', 'Demirel', job('Stonecrop Analytics', 'Lead Data Engineer'), {
      before: job('Tessellate Analytics', 'Senior Data Analyst'),
    }),
    links: {
      noor: link('2017-02-17', 'close', 'tessellate', day('2026-05-30')),
      petra: link('2017-02-20', 'close', 'tessellate'),
    },
  },
  {
    person: person('cara-ashworth-zt17', 'Cara', 'Ashworth', job('Mirabeau Energy', 'Head of Operations')),
    links: {
      noor: link('2021-03-09', 'close', 'mirabeau', day('2026-06-17')),
      tom: link('2022-05-18', 'warm', 'mirabeau'),
    },
  },
  {
    person: person('ben-calder-zt18', 'Ben', 'Calder', job('Kestrel Labs', 'Senior UX Designer'), {
      before: job('Mirabeau Energy S.A.', 'Product Designer'),
    }),
    links: {
      noor: link('2022-04-26', 'light', 'mirabeau', day('2024-11-05')),
      petra: link('2025-10-13', 'light', 'kestrel'),
    },
  },
  {
    person: person('eli-barakat-zt19', 'Eli', 'Barakat', job('Umbra Cycles', 'Account Executive')),
    links: { noor: link('2020-08-30', 'silent', 'random') },
  },
  {
    person: person('yara-haddad-zt20', 'Yara', 'Haddad', job('Windrose Shipping A/S', 'Managing Director')),
    links: { noor: link('2012-11-26', 'dormant', 'halden', day('2022-10-03')) },
  },
  {
    person: person('goncalo-vasconcelos-zt21', 'Gonçalo', 'Vasconcelos', job('Helioform', 'Co-Founder & CEO')),
    links: { noor: link('2014-04-08', 'dormant', 'halden', day('2022-02-21')) },
  },
  {
    person: person('wiebke-lindemann-zt22', 'Wiebke', 'Lindemann', job('Greyfriars Institute', 'Research Scientist')),
    links: { noor: link('2010-10-19', 'dormant', 'university', day('2021-12-09')) },
  },
  {
    person: person('kwame-mensah-zt23', 'Kwame', 'Mensah', job('Starling Grid', 'Senior Programme Manager')),
    links: {
      noor: link('2018-01-15', 'close', 'volunteers', day('2026-06-08')),
      tom: link('2017-12-01', 'close', 'volunteers'),
    },
  },
  {
    person: person('hana-marikova-zt24', 'Hana', 'Maříková', job('Willowbrook Schools', 'Teacher')),
    links: {
      noor: link('2018-09-12', 'warm', 'volunteers', day('2026-01-25')),
      tom: link('2018-09-12', 'warm', 'volunteers'),
    },
  },
  {
    person: person('freja-dalgaard-studio-zt25', 'Freja', 'Dalgaard', job('Freelance', 'Product Designer'), {
      oldSlug: 'freja-dalgaard-zt25',
      before: job('Tessellate Analytics', 'Design Lead'),
    }),
    links: {
      noor: link('2018-02-28', 'warm', 'tessellate', day('2025-12-18')),
      petra: link('2018-03-05', 'light', 'tessellate'),
    },
  },
  {
    person: person('lena-fischer-zt26', 'Lena', 'Fischer', job('Lumenhaus GmbH & Co. KG', 'Leiterin Controlling')),
    links: { noor: link('2015-03-17', 'light', 'halden') },
  },
  {
    person: person('lena-fischer-zt27', 'Lena', 'Fischer', job('Northmoor University', 'Postdoctoral Researcher')),
    links: { noor: link('2019-05-06', 'silent', 'fjordline'), petra: link('2019-05-06', 'silent', 'fjordline') },
  },
  {
    person: person('maria-garcia-zt28', 'María', 'García', job('Calyx Health', 'Product Owner')),
    links: { noor: link('2017-08-02', 'warm', 'tessellate', day('2025-09-09')) },
  },
  {
    person: person('maria-garcia-zt29', 'María', 'García', job('Plumtree Travel', 'Marketing Director')),
    links: { noor: link('2023-09-19', 'silent', 'porto') },
  },
  {
    person: person('wei-chen-zt30', 'Wei', 'Chen', job('Millrace Cloud', 'Site Reliability Engineer')),
    links: { noor: link('2018-10-10', 'light', 'tessellate') },
  },
  {
    person: person('wei-chen-zt31', 'Wei', 'Chen', job('Garnet Rail', 'Financial Controller'), { hasUrl: false }),
    links: { noor: link('2021-11-23', 'silent', 'mirabeau') },
  },
  {
    person: person('aurelie-delaunay-zt32', 'Aurélie', 'Delaunay', job('Mirabeau Energy', 'Analytics Manager'), {
      before: job('Mirabeau Energy', 'Senior Data Analyst'),
    }),
    links: { noor: link('2021-02-15', 'close', 'mirabeau', day('2026-04-22')) },
  },
  {
    person: person('nandini-iyengar-zt33', 'Nandini', 'Iyengar', job('Fjordkraft Sensing AS', 'CFO\n(interim)')),
    links: {
      noor: link('2021-09-27', 'warm', 'mirabeau', day('2026-03-03')),
      tom: link('2021-10-14', 'warm', 'mirabeau'),
    },
  },
  {
    person: person('thảo-nguyễn-zt34', 'Thảo', 'Nguyễn', job('Elderflower Hospitals', 'Head of Data')),
    links: { noor: link('2009-11-02', 'close', 'university', day('2026-06-26')) },
  },
  {
    person: person('juergen-hoessle-zt35', 'Jürgen', 'Hößle', job('Halden Freight Systems', 'Vice President, Sales')),
    links: { noor: link('2013-09-24', 'dormant', 'halden', day('2022-06-30')) },
  },
  {
    person: person('priya-raghunathan-zt36', 'Priya', 'Raghunathan', job('Kestrel Labs', 'VP Product')),
    links: { petra: link('2024-02-12', 'close', 'kestrel') },
  },
  {
    person: person('marta-vezzoli-zt37', 'Marta', 'Vezzoli', job('Tidewater Desalination', 'Chief of Staff')),
    links: { noor: link('2025-12-11', 'warm', 'clients', day('2026-06-28')) },
  },
  {
    person: person(
      'alex-rookwood-zt38',
      '𝗔𝗹𝗲𝘅',
      '𝗥𝗼𝗼𝗸𝘄𝗼𝗼𝗱 ✨',
      job('Stealth Startup', 'Founder | I help founders grow'),
    ),
    links: { noor: link('2024-03-14', 'recruiter', 'random') },
  },
  {
    person: person('sunflower-zt39', '🌻', '', job('Foxglove Media', 'Content Manager')),
    links: { noor: link('2023-06-05', 'silent', 'random') },
  },
];

/** Stands in no file: Noor heard of her from Tom (statements.ts). */
export const SIGRUN = { slug: 'sigrun-halldorsdottir-zt9', name: 'Sigrún Halldórsdóttir' } as const;
/** Stands in no file, and nobody in the network knows them. */
export const QUINN = { slug: 'quinn-larkin-zt40', name: 'Quinn Larkin' } as const;
