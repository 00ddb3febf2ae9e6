import { type Command, Option } from 'commander';
import type { PeopleList, PersonPage, ProposalList } from '../../../../shared/contract/people.ts';
import { chanceInWord } from '../../../../shared/model/chance-words.ts';
import { countOf, spokenDate } from '../../../../shared/model/words.ts';
import type { CommandContext, RunCommand } from '../context.ts';
import { plain, table, wrap } from '../table.ts';

interface PeopleOptions {
  company?: string;
  circle?: string;
  role?: string;
  band?: 'weak' | 'moderate' | 'strong' | 'unknown';
  dormant?: boolean;
  hasRoute?: boolean;
  all?: boolean;
  flag?: 'vanished' | 'maybe-same' | 'look-alike' | 'moved' | 'dormant';
  sort?: 'name' | 'company' | 'connectedOn' | 'strength';
}

export function addPeopleCommands(program: Command, run: RunCommand): void {
  program
    .command('people')
    .description('your contacts, searched over every field and note')
    .argument('[query]', 'words to look for; the last one may be unfinished')
    .option('--company <name>', 'who works there')
    .option('--circle <name>', 'members of a circle you named')
    .option('--role <word>', 'who has this role by your word')
    .addOption(new Option('--band <band>', 'strength of the tie').choices(['weak', 'moderate', 'strong', 'unknown']))
    .option('--dormant', 'once close, silent for three years')
    .option('--has-route', 'works at one of your targets, or can introduce you there')
    .addOption(
      new Option('--flag <flag>', 'with this mark').choices([
        'vanished',
        'maybe-same',
        'look-alike',
        'moved',
        'dormant',
      ]),
    )
    .addOption(new Option('--sort <by>', 'order').choices(['name', 'company', 'connectedOn', 'strength']))
    .option('--all', 'also people of other exports, pending invitations and those who only wrote')
    .action((query: string | undefined, options: PeopleOptions) =>
      run(async (context) => {
        const list = await context.api.listPeople({
          ...context.judging,
          ...(query !== undefined && { query }),
          ...options,
          limit: context.limit,
          ...(options.sort === 'strength' && { descending: true }),
        });
        return { json: list, text: () => peopleText(list, context, query) };
      }),
    );

  program
    .command('person')
    .description('everything about one person')
    .argument('<who>', 'profile address, number or name')
    .action((who: string) =>
      run(async (context) => {
        const page = await context.api.getPerson({ ...context.judging, person: who });
        return { json: page, text: () => personText(page, context) };
      }),
    );

  program
    .command('proposals')
    .description('people and companies that might be the same; nothing is merged without your word')
    .action(() =>
      run(async (context) => {
        const list = await context.api.listProposals(context.judging);
        return { json: list, text: () => proposalsText(list, context) };
      }),
    );
}

function peopleText(list: PeopleList, context: CommandContext, query: string | undefined): string {
  if (list.total === 0) {
    return query === undefined
      ? 'Nobody here. To bring your network in: weft import FILE'
      : `Nobody found for "${plain(query)}". To look further than your contacts: --all`;
  }
  const rows = table(
    [
      { title: 'No.', align: 'right' },
      { title: 'Name', most: 32 },
      { title: 'Company', most: 28 },
      { title: 'Position', most: 34 },
      { title: 'Strength' },
      { title: 'Connected' },
    ],
    list.people.map((person) => [
      person.id,
      person.name,
      person.company,
      person.position,
      person.strength === null ? '' : person.strength.band,
      spokenDate(person.connectedOn, context.today),
    ]),
    context.width,
  );
  const hidden = list.total - list.people.length;
  const more = hidden > 0 ? `; ${countOf(hidden, 'more', 'more')} with --limit 0` : '';
  return `${rows}\n${countOf(list.total, 'person', 'people')}${more}`;
}

function personText(page: PersonPage, context: CommandContext): string {
  const { style, width, today } = context;
  const { person } = page;
  const lines = [style.bold(plain(person.name) + (page.credentials === null ? '' : `, ${plain(page.credentials)}`))];
  const work = [person.position, person.company].filter((part) => part !== null).join(' at ');
  if (work !== '') lines.push(plain(work));
  if (person.url !== null) lines.push(style.dim(plain(person.url)));
  lines.push(`No. ${person.id}${page.flags.length > 0 ? ` · ${page.flags.join(', ')}` : ''}`);
  lines.push('');
  if (page.nextStep !== null) lines.push(wrap(page.nextStep, width), '');
  if (page.connectedOn !== null) lines.push(`Connected ${spokenDate(page.connectedOn, today)} (${page.connectedOn}).`);
  if (page.strength === null) lines.push('No tie of yours is known.');
  else {
    const { s, sd, coverage, band } = page.strength;
    lines.push(
      band === 'unknown'
        ? 'How close you are cannot be told from what is here.'
        : wrap(
            `${band[0]?.toUpperCase()}${band.slice(1)} tie: strength ${s.toFixed(2)}, give or take ${sd.toFixed(2)}; ${Math.round(coverage * 100)} % of what would tell is known.`,
            width,
          ),
    );
    for (const line of page.strength.evidence) {
      const term = line.term === null ? '' : ` (${line.term >= 0 ? '+' : ''}${line.term.toFixed(2)})`;
      lines.push(wrap(`${line.text}${term}`, width, '  ', '    '));
    }
    for (const unknown of page.strength.unknown)
      lines.push(style.dim(wrap(`Unknown: ${unknown}`, width, '  ', '    ')));
  }
  if (page.help !== null) {
    lines.push(`Chance that they help when asked: ${chanceInWord(page.help.probability)}.`);
    for (const why of page.help.why) lines.push(wrap(why, width, '  ', '    '));
  }
  section(
    lines,
    'Routes through them',
    page.opens.map(({ target, via, basis, chance }) => {
      const way = via === null ? '' : `, ${basis === 'inferred' ? 'may know' : 'knows'} ${via.name}`;
      return `${target}${way} (chance: ${chance})`;
    }),
    context,
  );
  section(lines, 'Jobs seen', page.jobs.length > 1 ? page.jobs.map((job) => jobLine(job)) : [], context);
  section(lines, 'Circles', page.circles, context);
  section(lines, 'Roles', page.roles, context);
  section(lines, 'Helps with', page.helpsWith, context);
  section(
    lines,
    'Notes',
    page.notes.map((note) => (note.on === null ? note.text : `${note.on}: ${note.text}`)),
    context,
  );
  section(
    lines,
    'Log',
    page.loop.map((entry) => `${entry.on}: ${entry.text} (s${entry.id})`),
    context,
  );
  section(
    lines,
    'Knows',
    page.ties.map(
      (tie) => `${tie.basis === 'inferred' ? 'may know ' : ''}${tie.b.name}: ${tie.evidence[0]?.text ?? tie.basis}`,
    ),
    context,
  );
  section(
    lines,
    'Might be the same as',
    page.maybeSame.map(({ person: other, reason }) => `${other.name} (No. ${other.id}): ${reason}`),
    context,
  );
  return lines.join('\n');
}

function jobLine(job: PersonPage['jobs'][number]): string {
  const what = [job.position, job.company].filter((part) => part !== null).join(' at ') || 'nothing given';
  const seen =
    job.firstSeen === job.lastSeen
      ? (job.firstSeen ?? 'day unknown')
      : `${job.firstSeen ?? '?'} to ${job.lastSeen ?? '?'}`;
  return `${what} (${seen})`;
}

function section(lines: string[], title: string, entries: readonly string[], context: CommandContext): void {
  if (entries.length === 0) return;
  const most = context.limit === 0 ? entries.length : context.limit;
  lines.push('', context.style.bold(title));
  for (const entry of entries.slice(0, most)) lines.push(wrap(entry, context.width, '  ', '    '));
  if (entries.length > most) lines.push(`  and ${countOf(entries.length - most, 'more', 'more')}`);
}

function proposalsText(list: ProposalList, context: CommandContext): string {
  const lines: string[] = [];
  section(
    lines,
    'People who might be the same (weft say same A B)',
    list.people.map(({ a, b, reason }) => `${a.name} (No. ${a.id}) and ${b.name} (No. ${b.id}): ${reason}`),
    context,
  );
  section(
    lines,
    'Companies that might be the same (weft say alias A B)',
    list.companies.map(
      ({ a, b, peopleA, peopleB }) =>
        `${a} (${countOf(peopleA, 'person', 'people')}) and ${b} (${countOf(peopleB, 'person', 'people')})`,
    ),
    context,
  );
  section(
    lines,
    'Rows whose person is not clear',
    list.unjoined.map(
      ({ source, name, candidates }) =>
        `${source} by or for ${name}: ${candidates.length === 0 ? 'nobody known goes by that name' : `${countOf(candidates.length, 'person', 'people')} of that name`}`,
    ),
    context,
  );
  return lines.length === 0 ? 'Nothing to settle: nobody looks double.' : lines.join('\n').trimStart();
}
