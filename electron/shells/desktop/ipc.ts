/** The door of the desktop shell: every message passes here, and nothing else listens to the page (safety.md E7). */
import { BrowserWindow, type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import type { z } from 'zod';
import { failureOf, type WireResult } from '../../../shared/contract/wire.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';
import { APP_ORIGIN } from './origin.ts';
import { isOurWindow } from './window.ts';

/** Longest message, as JSON. The largest honest one is a pasted list of 10,000 companies. */
const MAX_MESSAGE_BYTES = 1_048_576;

/**
 * Answers a message of our page. Never throws, since Electron would keep only the message of the error.
 *
 * @param check the arguments after the channel's name
 */
export function answer<Args>(
  channel: string,
  check: z.ZodType<Args>,
  work: (args: Args, page: WebContents) => unknown,
): void {
  ipcMain.handle(channel, async (event, ...args: unknown[]): Promise<WireResult> => {
    try {
      if (!isOurPage(event)) {
        throw new WeftError('arguments', 'not-our-page', 'Only the page of Weft can ask that. Nothing was done.');
      }
      if (jsonBytes(args) > MAX_MESSAGE_BYTES) {
        throw new WeftError('arguments', 'too-much', 'That is too much at once. Nothing was done. Try a smaller part.');
      }
      const checked = check.safeParse(args);
      if (!checked.success) throw new WeftError('arguments', 'bad-input', 'That cannot be asked. Nothing was done.');
      return { ok: true, value: await work(checked.data, event.sender) };
    } catch (thrown) {
      return { ok: false, error: failureOf(thrown) };
    }
  });
}

/** A window of ours, its topmost frame, and that frame still shows our origin. */
function isOurPage({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
  try {
    // A frame that went elsewhere or away since it sent the message is null, or throws when it is looked at.
    if (senderFrame === null || senderFrame === undefined) return false;
    const window = BrowserWindow.fromWebContents(sender);
    return (
      window !== null &&
      isOurWindow(window) &&
      senderFrame.parent === null &&
      senderFrame.frameTreeNodeId === sender.mainFrame.frameTreeNodeId &&
      senderFrame.origin === APP_ORIGIN
    );
  } catch {
    return false;
  }
}

/** Infinite for what is not plain JSON. */
function jsonBytes(args: unknown[]): number {
  try {
    return Buffer.byteLength(JSON.stringify(args));
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
