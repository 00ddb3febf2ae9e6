import { describe, expect, it } from 'vitest';
import { chooseDrawn, type FoldQuestion } from '../../../shared/insight/map-fold.ts';

const question = (more: Partial<FoldQuestion>): FoldQuestion => ({
  regions: [
    [0, 1, 2, 3, 4],
    [5, 6, 7],
    [8, 9],
  ],
  isClosed: [false, false, true],
  rank: Uint32Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
  wanted: [],
  unfold: [],
  limit: 100,
  ...more,
});

describe('who is drawn', () => {
  it('draws everybody but those of closed regions where there is room', () => {
    expect(chooseDrawn(question({}))).toEqual([[0, 1, 2, 3, 4], [5, 6, 7], []]);
  });

  it('gives every open region its first three before anybody else', () => {
    expect(chooseDrawn(question({ limit: 6 }))).toEqual([[0, 1, 2], [5, 6, 7], []]);
  });

  it('draws the most important of the rest', () => {
    expect(chooseDrawn(question({ limit: 7 }))[0]).toEqual([0, 1, 2, 3]);
  });

  it('draws whom the question is about, then unfolded regions, and never more than the limit', () => {
    expect(chooseDrawn(question({ wanted: [9], unfold: [1], limit: 4 }))).toEqual([[], [5, 6, 7], [9]]);
    expect(chooseDrawn(question({ unfold: [2], limit: 8 })).flat()).toHaveLength(8);
  });

  it('takes no notice of a region that does not exist', () => {
    expect(chooseDrawn(question({ unfold: [77] }))).toEqual(chooseDrawn(question({})));
  });
});
