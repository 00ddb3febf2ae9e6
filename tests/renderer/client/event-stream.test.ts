import { expect, it } from 'vitest';
import { readEvents, type ServerEvent } from '../../../renderer/client/event-stream.ts';

async function eventsOf(pieces: readonly (string | Uint8Array)[]): Promise<ServerEvent[]> {
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(typeof piece === 'string' ? encoder.encode(piece) : piece);
      controller.close();
    },
  });
  const events: ServerEvent[] = [];
  await readEvents(stream, (event) => events.push(event));
  return events;
}

it('reads one event a line, however the lines are cut', async () => {
  const events = await eventsOf(['{"type":"pi', 'ng"}\n{"type":"changed"}\n{"ty', 'pe":"ping"}', '\n']);
  expect(events.map(({ type }) => type)).toEqual(['ping', 'changed', 'ping']);
});

it('joins a letter that was cut in two bytes', async () => {
  const bytes = new TextEncoder().encode(
    '{"type":"progress","callId":1,"progress":{"step":"é","done":1,"total":null}}\n',
  );
  const cut = bytes.indexOf(0xc3) + 1;
  const [event] = await eventsOf([bytes.slice(0, cut), bytes.slice(cut)]);
  expect(event).toMatchObject({ progress: { step: 'é' } });
});

it('leaves out a line that is no JSON and reads on', async () => {
  expect(await eventsOf(['not json\n\n{"type":"changed"}\n'])).toEqual([{ type: 'changed' }]);
});

it('does not take the piece after the last line end for an event', async () => {
  expect(await eventsOf(['{"type":"changed"}\n{"type":"ping"}'])).toEqual([{ type: 'changed' }]);
});
