/** Commands that take something away for good: one person, or everything. */
import type { Command } from 'commander';
import type { EraseReport, ForgetReport } from '../../../../shared/contract/data.ts';
import { countOf } from '../../../../shared/model/words.ts';
import { canAsk, confirmed } from '../confirm.ts';
import type { RunCommand } from '../context.ts';

export function addForgetCommands(program: Command, run: RunCommand): void {
  program
    .command('forget')
    .description('forget a person for good: every row, note and copy that names them')
    .argument('<person>', 'profile address, number or name')
    .option('--yes', 'do not ask')
    .action((person: string, options: { yes?: boolean }) =>
      run(async (context) => {
        const question = 'Forget this person for good, in the map and in all its copies? This cannot be undone.';
        // A script has said all there is to say by naming the person.
        if (options.yes !== true && canAsk()) await confirmed(question);
        const report = await context.api.forget({ person }, context.call);
        return { json: report, text: () => forgetText(report) };
      }),
    );

  program
    .command('erase')
    .description('remove the map, its copies and everything else Weft keeps in its folder')
    .option('--yes', 'do not ask')
    .action((options: { yes?: boolean }) =>
      run(async (context) => {
        if (options.yes !== true) await confirmed('Remove your map and all its copies? This cannot be undone.');
        const report = await context.api.erase({ confirm: true }, context.call);
        return { json: report, text: () => eraseText(report) };
      }),
    );
}

function forgetText(report: ForgetReport): string {
  const parts = [
    countOf(report.rows, 'row'),
    `${report.statements} of your own words`,
    countOf(report.imports, 'import of theirs', 'imports of theirs'),
    countOf(report.copiesRemoved, 'older copy', 'older copies'),
  ];
  const lines = [`Forgotten. Gone: ${parts.join(', ')}. A later import does not bring them back.`];
  if (report.maybeSame.length > 0) {
    const others = report.maybeSame.map(({ id }) => `No. ${id}`).join(', ');
    lines.push(`Might be the same person and was left: ${others}.`);
  }
  lines.push('Copies and exports that you saved elsewhere may still name them.');
  return lines.join('\n');
}

function eraseText(report: EraseReport): string {
  if (report.files === 0) return 'There was nothing to remove.';
  const what = report.map ? 'Your map' : 'What was left of your map';
  const megabytes = (report.bytes / 1_000_000).toFixed(1);
  const left = report.left === 0 ? '' : ` ${countOf(report.left, 'other file')} in its folder stayed.`;
  return `${what} is gone, with ${countOf(report.copies, 'copy', 'copies')}: ${countOf(report.files, 'file')}, ${megabytes} MB.${left}`;
}
