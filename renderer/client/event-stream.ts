import type { Progress } from '../../shared/contract/api.ts';

/** What `GET /api/events` sends, one JSON object a line. */
export type ServerEvent =
  | { type: 'progress'; callId: number; progress: Progress }
  | { type: 'changed' }
  | { type: 'ping' };

/**
 * Reads newline-delimited events until the stream ends. Lines may arrive in pieces; a line that is no JSON is left out, since
 * the next change or result says the same.
 */
export async function readEvents(
  stream: ReadableStream<Uint8Array>,
  onEvent: (event: ServerEvent) => void,
): Promise<void> {
  const reader = stream.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const event = parseEvent(line);
      if (event !== null) onEvent(event);
    }
  }
}

function parseEvent(line: string): ServerEvent | null {
  if (line.trim() === '') return null;
  try {
    return JSON.parse(line) as ServerEvent;
  } catch {
    return null;
  }
}
