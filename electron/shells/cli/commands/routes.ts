import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { WeftError } from '../../../../shared/contract/errors.ts';
import type { RouteAnswer } from '../../../../shared/contract/routes.ts';
import { chanceInWord } from '../../../../shared/model/chance-words.ts';
import { asSentence } from '../../../../shared/model/words.ts';
import type { CommandContext, RunCommand } from '../context.ts';
import { plain, wrap } from '../table.ts';

interface RouteOptions {
  to?: string;
  toPerson?: string;
  file?: string;
  k?: string;
}

export function addRouteCommands(program: Command, run: RunCommand): void {
  program
    .command('routes')
    .description('who can bring you to a company or a person, and through whom')
    .option('--to <company>', 'a company')
    .option('--to-person <who>', 'a person: profile address, number or name')
    .option('--file <list>', 'a text file with one company or profile address a line')
    .option('--k <n>', 'routes at most (default: 3)')
    .action((options: RouteOptions) =>
      run(async (context) => {
        const k = options.k === undefined ? {} : { k: Number(options.k) };
        const asked = [options.to, options.toPerson, options.file].filter((given) => given !== undefined);
        if (asked.length !== 1) {
          throw new WeftError('arguments', 'bad-input', 'Say where to: --to COMPANY, --to-person WHO or --file LIST.');
        }
        if (options.file !== undefined) {
          const answers = await context.api.findRoutesToMany({
            ...context.judging,
            ...k,
            lines: await readLines(options.file),
          });
          return {
            json: answers,
            text: () => answers.answers.map((answer) => routesText(answer, context)).join('\n\n'),
          };
        }
        const answer = await context.api.findRoutes({
          ...context.judging,
          ...k,
          ...(options.to !== undefined && { to: options.to }),
          ...(options.toPerson !== undefined && { toPerson: options.toPerson }),
        });
        return { json: answer, text: () => routesText(answer, context) };
      }),
    );
}

/** @throws WeftError arguments: the list cannot be read or is empty */
export async function readLines(file: string): Promise<string[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    throw new WeftError('arguments', 'file-missing', `The list ${file} cannot be read.`, { file }, cause);
  }
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0) throw new WeftError('arguments', 'empty-list', `The list ${file} is empty.`, { file });
  return lines;
}

const BASIS_MARK = { observed: '──', asserted: '··', inferred: '- -' } as const;

function routesText(answer: RouteAnswer, context: CommandContext): string {
  const { style, width } = context;
  const lines = [style.bold(wrap(answer.sentence, width))];
  answer.routes.forEach((route, at) => {
    const chain = route.people.map((person, index) => {
      const hop = route.hops[index - 1];
      const name = index === 0 ? 'you' : plain(person.name);
      return hop === undefined ? name : `${BASIS_MARK[hop.basis]} ${name}`;
    });
    lines.push(
      '',
      wrap(`${chain.join(' ')} (chance: ${chanceInWord(route.probability)})`, width, `${at + 1}. `, '   '),
    );
    route.hops.forEach((hop, index) => {
      const names = `${index === 0 ? 'You' : hop.a.name} and ${hop.b.name}`;
      const weakest = route.hops.length > 1 && index === route.weakest ? ' (the weakest link)' : '';
      lines.push(style.dim(wrap(`${names}${weakest}: ${hop.why.map(asSentence).join(' ')}`, width, '   ', '     ')));
    });
    lines.push(wrap(`First step: ${route.firstStep}`, width, '   ', '     '));
  });
  if (answer.nextSteps.length > 0) {
    lines.push('', answer.routes.length > 0 ? 'Also:' : 'What would open one:');
    for (const step of answer.nextSteps) lines.push(wrap(step, width, '- ', '  '));
    lines.push(style.dim('weft say knows A B · weft say alias NAME NAME · weft say employer-size COMPANY N'));
    lines.push(style.dim('weft targets add --person NAME --company COMPANY --mutual A'));
    lines.push(style.dim('weft import FILE --role circle'));
  }
  if (answer.routes.some((route) => route.hops.length > 1)) {
    lines.push('', style.dim('── seen in an export   ·· you said so   - - may know each other, not certain'));
  }
  return lines.join('\n');
}
