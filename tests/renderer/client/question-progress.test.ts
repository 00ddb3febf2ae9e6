import { describe, expect, it } from 'vitest';
import { progressOf, withProgress } from '../../../renderer/client/question-progress.ts';
import type { CallContext } from '../../../shared/contract/api.ts';

const KEY = ['getMap', { mode: 'connectors' }];

/** A question that is answered when the test says so. */
function heldQuestion() {
  let context: CallContext = {};
  let answer = (_: string) => {};
  const asked = withProgress(KEY, (given) => {
    context = given;
    return new Promise<string>((resolve, reject) => {
      answer = resolve;
      given.signal?.addEventListener('abort', () => reject(new Error('stopped')));
    });
  });
  return { asked, tell: (done: number) => context.onProgress?.({ step: 'Measuring', done, total: 100 }), answer };
}

describe('the progress of a question', () => {
  it('is told to whoever knows the question, whoever asked, until it is answered', async () => {
    const { asked, tell, answer } = heldQuestion();
    expect(progressOf(KEY)).toBeNull();
    tell(40);
    expect(progressOf(['getMap', { mode: 'connectors' }])?.progress).toEqual({
      step: 'Measuring',
      done: 40,
      total: 100,
    });
    expect(progressOf(['getMap', { mode: 'thin' }])).toBeNull();
    tell(90);
    expect(progressOf(KEY)?.progress.done).toBe(90);
    answer('drawn');
    expect(await asked).toBe('drawn');
    expect(progressOf(KEY)).toBeNull();
  });

  it('comes with the way to stop the work', async () => {
    const { asked, tell } = heldQuestion();
    tell(10);
    progressOf(KEY)?.stop();
    await expect(asked).rejects.toThrow('stopped');
    expect(progressOf(KEY)).toBeNull();
  });
});
