/** `weft say …`: what only the user knows. */
import type { Command } from 'commander';
import type { InputOf } from '../../../../shared/contract/api.ts';
import { WeftError } from '../../../../shared/contract/errors.ts';
import type { RunCommand } from '../context.ts';

type SaidInput = InputOf<'say'>['said'];

export function addSayCommands(program: Command, run: RunCommand): void {
  const say = program
    .command('say')
    .description('tell Weft what only you know; weft undo s<number> takes it back')
    .option('--on <date>', 'the day it is about (default: today)');

  const record = (said: SaidInput) =>
    run(async (context) => {
      const { on } = say.opts<{ on?: string }>();
      const receipt = await context.api.say({ said, on: on ?? context.today, asOf: context.today });
      return { json: receipt, text: () => `${receipt.text} (s${receipt.id})` };
    });

  say
    .command('knows <a> <b>')
    .description('A knows B')
    .option('--how <text>', 'how they know each other')
    .option('--closeness <0-4>', 'how well', closeness)
    .action((a: string, b: string, options: { how?: string; closeness?: 0 | 1 | 2 | 3 | 4 }) =>
      record({ kind: 'knows', a, b, ...options }),
    );
  say
    .command('not-knows <a> <b>')
    .description('A does not know B')
    .action((a: string, b: string) => record({ kind: 'not-knows', a, b }));
  say
    .command('closeness <who> <0-4>')
    .description('0 do not know · 1 met once or online only · 2 acquaintance · 3 know well · 4 close')
    .action((person: string, value: string) => record({ kind: 'closeness', person, value: closeness(value) }));
  say
    .command('vouch <who> <yes|no>')
    .description('would they vouch for you?')
    .action((person: string, answer: string) => record({ kind: 'vouch', person, would: yesOrNo(answer) }));
  say
    .command('introduced <a> <b>')
    .description('A introduced you to B')
    .action((a: string, b: string) => record({ kind: 'introduced', a, b }));
  say
    .command('network-until <who> <date>')
    .description('the export of this friend is used until that day; an earlier day stops it at once')
    .action((person: string, until: string) => record({ kind: 'network-until', person, until }));
  say
    .command('circle <name> <who...>')
    .description('these people belong together')
    .option('--size <n>', 'how many belong to it in all', whole)
    .option('--from <date>', 'since when')
    .option('--to <date>', 'until when')
    .action((name: string, members: string[], options: { size?: number; from?: string; to?: string }) =>
      record({ kind: 'circle', name, members, ...options }),
    );
  say
    .command('circle-leave <name> <who...>')
    .description('these people are not in that circle any more')
    .action((name: string, members: string[]) => record({ kind: 'circle-leave', name, members }));
  say
    .command('circle-rename <name> <new-name>')
    .description('the circle is called otherwise; a circle that is called so already becomes one with it')
    .action((name: string, to: string) => record({ kind: 'circle-rename', name, to }));
  say
    .command('circle-remove <name>')
    .description('this is no circle any more')
    .action((name: string) => record({ kind: 'circle-remove', name }));
  say
    .command('employer-size <company> <n>')
    .description('how many people work there')
    .action((company: string, size: string) => record({ kind: 'employer-size', company, size: whole(size) }));
  say
    .command('alias <company> <other>')
    .description('two names of one company')
    .action((company: string, other: string) => record({ kind: 'alias', company, other }));
  say
    .command('same <a> <b>')
    .description('two entries are one person')
    .action((a: string, b: string) => record({ kind: 'same', a, b }));
  say
    .command('role <who> <role>')
    .description('mentor, connector, work-friend, walked-my-path, …')
    .action((person: string, role: string) => record({ kind: 'role', person, role }));
  say
    .command('helps-with <who> <text>')
    .description('what they can help with')
    .action((person: string, text: string) => record({ kind: 'helps-with', person, text }));
  say
    .command('mutuals <who> <n>')
    .description('how many mutual connections their profile shows')
    .action((person: string, count: string) => record({ kind: 'mutuals', person, count: whole(count) }));
  say
    .command('note <who> <text>')
    .description('a private note')
    .action((person: string, text: string) => record({ kind: 'note', person, text }));
}

function closeness(text: string): 0 | 1 | 2 | 3 | 4 {
  const value = Number(text);
  if (value === 0 || value === 1 || value === 2 || value === 3 || value === 4) {
    if (/^[0-4]$/.test(text)) return value;
  }
  throw new WeftError('arguments', 'bad-input', 'Closeness goes from 0 (do not know) to 4 (close).');
}

function yesOrNo(text: string): boolean {
  if (text === 'yes') return true;
  if (text === 'no') return false;
  throw new WeftError('arguments', 'bad-input', 'The answer is yes or no.');
}

function whole(text: string): number {
  if (!/^\d{1,8}$/.test(text)) throw new WeftError('arguments', 'bad-input', 'A whole number is needed here.');
  return Number(text);
}
