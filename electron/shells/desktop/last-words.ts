/** How the shell ends when it must: one sentence for people, a code, no name and no stack trace (safety.md S3). */
import { app, dialog } from 'electron';
import { asWeftError, EXIT_CODES } from '../../../shared/contract/errors.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';

/** Says why Weft does not start or go on, and ends it. */
export function endWith(error: WeftError): void {
  dialog.showErrorBox('Weft', `${error.message}\n\nCode: ${error.code}`);
  app.exit(EXIT_CODES[error.kind]);
}

/** @param closeStore given a second to leave the map tidy; it is whole in any case */
export function endOnMistakes(closeStore: () => Promise<void>): void {
  let isEnding = false;
  const end = (thrown: unknown) => {
    if (isEnding) return;
    isEnding = true;
    const { code } = asWeftError(thrown);
    const ended = new WeftError('mistake', code, 'Weft made a mistake and closed. Your map is unharmed.');
    const tidied = closeStore().catch(() => {});
    const atMost = new Promise((resolve) => setTimeout(resolve, 1_000).unref());
    void Promise.race([tidied, atMost]).then(() => endWith(ended));
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}
