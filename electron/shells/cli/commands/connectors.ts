import { type Command, Option } from 'commander';
import { CONNECTOR_ORDERS, type CommunityList, type ConnectorList } from '../../../../shared/contract/connectors.ts';
import { countOf, explainMeasure, listNames } from '../../../../shared/model/words.ts';
import type { CommandContext, RunCommand } from '../context.ts';
import { table, wrap } from '../table.ts';

export function addConnectorCommands(program: Command, run: RunCommand): void {
  program
    .command('connectors')
    .description('who connects your circles')
    .addOption(new Option('--by <measure>', 'order (default: index)').choices(CONNECTOR_ORDERS))
    .option('--owners', 'people whose own export is here, who are seen whole')
    .action((options: { by?: (typeof CONNECTOR_ORDERS)[number]; owners?: boolean }) =>
      run(async (context) => {
        const list = await context.api.listConnectors(
          { ...context.judging, ...options, limit: context.limit },
          context.call,
        );
        return { json: list, text: () => connectorsText(list, context) };
      }),
    );

  program
    .command('communities')
    .description('groups of people who know each other')
    .action(() =>
      run(async (context) => {
        const list = await context.api.listCommunities({ ...context.judging, limit: context.limit }, context.call);
        return { json: list, text: () => communitiesText(list, context) };
      }),
    );
}

function connectorsText(list: ConnectorList, context: CommandContext): string {
  const { style, width } = context;
  const lines = [style.bold(wrap(list.sentence, width))];
  if (list.connectors.length > 0) {
    const number = (value: number | null, digits = 2) => {
      if (value === null) return '–';
      // Little is not none.
      const least = 10 ** -digits;
      return value > 0 && value < least / 2 ? `<${least}` : value.toFixed(digits);
    };
    lines.push(
      '',
      table(
        [
          { title: 'Name', most: 30 },
          { title: 'Company', most: 24 },
          { title: 'Index', align: 'right' },
          { title: 'Constraint', align: 'right' },
          { title: 'Betweenness', align: 'right' },
          { title: 'Circles', align: 'right' },
          { title: 'Helped', align: 'right' },
        ],
        list.connectors.map((one) => [
          one.person.name,
          one.person.company,
          number(one.index),
          number(one.constraint),
          number(one.betweenness, 3),
          one.community === null ? null : 1 + one.bridges.length,
          one.introductions,
        ]),
        width,
      ),
    );
    const hidden = list.total - list.connectors.length;
    const rest = hidden > 0 ? ` ${countOf(hidden, 'person', 'people')} not shown (--limit 0 shows all).` : '';
    lines.push(wrap(`${list.known}${rest}`, width));
    lines.push('', ...meanings(list, context));
  }
  for (const missing of list.missing) lines.push(wrap(missing, width, '- ', '  '));
  return lines.join('\n');
}

/** Fields of a connector that are columns here and are no plain count. */
const MEASURED: ReadonlySet<string> = new Set(['index', 'constraint', 'betweenness']);

/** What the numbers of the table answer, a line each. */
function meanings({ measures }: ConnectorList, { style, width }: CommandContext): string[] {
  return measures
    .filter(({ field }) => MEASURED.has(field))
    .map((measure) => style.dim(wrap(explainMeasure(measure), width, `${measure.name}: `, '  ')));
}

function communitiesText(list: CommunityList, context: CommandContext): string {
  if (list.status === 'not-known-yet') {
    return [
      'No groups are known yet.',
      ...list.missing.map((missing) => wrap(missing, context.width, '- ', '  ')),
    ].join('\n');
  }
  return table(
    [
      { title: 'No.', align: 'right' },
      { title: 'People', align: 'right' },
      { title: 'Called', most: 34 },
      { title: 'Among them', most: 60 },
    ],
    list.communities.map(({ community, size, name, suggestedName, members }) => [
      community,
      size,
      name ?? (suggestedName === null ? '' : `${suggestedName}?`),
      listNames(
        members.map((member) => member.name),
        4,
      ),
    ]),
    context.width,
  );
}
