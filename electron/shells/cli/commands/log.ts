/** `weft log …`: what happened between you and others. */
import { type Command, Option } from 'commander';
import type { InputOf } from '../../../../shared/contract/api.ts';
import { ASK_OUTCOMES, GIVE_KINDS } from '../../../../shared/contract/statements.ts';
import type { RunCommand } from '../context.ts';

type LoggedInput = InputOf<'log'>['logged'];

export function addLogCommands(program: Command, run: RunCommand): void {
  const log = program
    .command('log')
    .description('note what happened; weft undo s<number> takes it back')
    .option('--on <date>', 'the day it happened (default: today)');

  const record = (logged: LoggedInput) =>
    run(async (context) => {
      const { on } = log.opts<{ on?: string }>();
      const receipt = await context.api.log({ logged, on: on ?? context.today, asOf: context.today });
      return { json: receipt, text: () => `${receipt.text} (s${receipt.id})` };
    });

  log
    .command('ask <who>')
    .description('you asked somebody for help')
    .option('--for <target>', 'the company or person it was about')
    .addOption(new Option('--outcome <outcome>', 'what came of it').choices(ASK_OUTCOMES).makeOptionMandatory())
    .action((person: string, options: { for?: string; outcome: (typeof ASK_OUTCOMES)[number] }) =>
      record({
        kind: 'ask',
        person,
        outcome: options.outcome,
        ...(options.for !== undefined && { target: options.for }),
      }),
    );
  log
    .command('give <who>')
    .description('you gave something')
    .addOption(new Option('--kind <kind>', 'what').choices(GIVE_KINDS).makeOptionMandatory())
    .action((person: string, options: { kind: (typeof GIVE_KINDS)[number] }) =>
      record({ kind: 'give', person, give: options.kind }),
    );
  log
    .command('plan <who>')
    .description('you mean to talk to somebody')
    .option('--for <target>', 'the company or person it is about')
    .option('--what <text>', 'what you want to ask')
    .option('--why <text>', 'why them')
    .option('--where <text>', 'where')
    .option('--when <date>', 'when, YYYY-MM-DD')
    .action((person: string, options: { for?: string; what?: string; why?: string; where?: string; when?: string }) => {
      const { for: target, ...rest } = options;
      return record({ kind: 'plan', person, ...rest, ...(target !== undefined && { target }) });
    });
  log
    .command('meeting <who>')
    .description('you met')
    .action((person: string) => record({ kind: 'meeting', person }));
  log
    .command('call <who>')
    .description('you talked')
    .action((person: string) => record({ kind: 'call', person }));
  log
    .command('referral <who>')
    .description('they named somebody to you')
    .requiredOption('--named <who>', 'whom they named')
    .action((person: string, options: { named: string }) => record({ kind: 'referral', person, named: options.named }));
}
