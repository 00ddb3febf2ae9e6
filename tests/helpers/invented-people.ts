/** People who do not exist. Their slugs end in `-zt` and a number, their mails in `.example`. */

export interface InventedPerson {
  first: string;
  last: string;
  name: string;
  slug: string;
  url: string;
  email: string;
}

/** What a file says about somebody: a name, and an address or the empty text. */
export interface NamedPerson {
  name: string;
  url: string;
}

/** The name LinkedIn writes for an account that is gone. */
export const LINKEDIN_MEMBER: NamedPerson = { name: 'LinkedIn Member', url: '' };

/** `person('Ana Reis')` is Ana Reis at /in/ana-reis-zt1; a second Ana Reis is `person('Ana Reis', 2)`. */
export function person(name: string, number = 1): InventedPerson {
  const space = name.lastIndexOf(' ');
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const slug = `${plain === '' ? 'invented' : plain}-zt${number}`;
  return {
    first: space < 0 ? name : name.slice(0, space),
    last: space < 0 ? '' : name.slice(space + 1),
    name,
    slug,
    url: profileUrl(slug),
    email: `${slug}@mail.example`,
  };
}

function profileUrl(slug: string): string {
  return `https://www.linkedin.com/in/${encodeURIComponent(slug)}`;
}

const FIRST_NAMES = [
  'Ana',
  'Bram',
  'Chidi',
  'Dilnoza',
  'Edda',
  'Farid',
  'Greta',
  'Hiro',
  'Imani',
  'Jonna',
  'Kofi',
  'Lucía',
];
const LAST_NAMES = [
  'Reis',
  'Oakhollow',
  'Okafor',
  'Karimova',
  'Thorsen',
  'Haddad',
  'Lindqvist',
  'Tanabe',
  'Bello',
  'Quispe',
];

/** The first `count` of an endless list of different people, always the same ones. */
export function people(count: number): InventedPerson[] {
  return Array.from({ length: count }, (_, index) => {
    const first = FIRST_NAMES[index % FIRST_NAMES.length];
    const last = LAST_NAMES[Math.floor(index / FIRST_NAMES.length) % LAST_NAMES.length];
    return person(`${first} ${last}`, index + 1);
  });
}
