import type { Readable } from 'node:stream';
import { WeftError } from '../../../shared/contract/errors.ts';
import { WEB_LIMITS } from './limits.ts';

/**
 * Reads a JSON object from a request.
 *
 * @param mostBytes of the body
 * @param mostMs until it is whole
 * @throws WeftError arguments: `body-too-large`, `body-too-slow`, `bad-json`
 */
export async function readJson(
  request: Readable,
  mostBytes: number,
  mostMs: number = WEB_LIMITS.callMs,
): Promise<Record<string, unknown>> {
  const text = await readText(request, mostBytes, mostMs);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (thrown) {
    throw new WeftError('arguments', 'bad-json', 'This request is not JSON.', {}, thrown);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new WeftError('arguments', 'bad-json', 'This request is no JSON object.');
  }
  return value as Record<string, unknown>;
}

function readText(request: Readable, mostBytes: number, mostMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const end = (error: WeftError | null) => {
      clearTimeout(timer);
      request.off('data', onData).off('end', onEnd).off('close', onClose);
      if (error === null) resolve(Buffer.concat(chunks).toString());
      else reject(error);
    };
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      if (size > mostBytes) end(new WeftError('arguments', 'body-too-large', 'This request is too long.'));
      else chunks.push(chunk);
    };
    const onEnd = () => end(null);
    const onClose = () => end(new WeftError('cancelled', 'body-cut', 'This request did not arrive whole.'));
    const timer = setTimeout(
      () => end(new WeftError('arguments', 'body-too-slow', 'This request took too long to arrive.')),
      mostMs,
    );
    request.on('data', onData).once('end', onEnd).once('close', onClose);
  });
}
