import { describe, expect, it } from 'vitest';
import type { CircleSource, CircleSuggestion } from '../../../shared/insight/circle-suggestion.ts';
import { circleAnswers, suggestCircles } from '../../../shared/insight/suggest-circles.ts';
import type { StatementBody } from '../../../shared/model/statement.ts';
import { handMadeNetwork, statementsOn } from '../../helpers/hand-made-network.ts';
import { shuffled } from './brokerage-helpers.ts';

const NOTHING_SAID = { asked: [], stated: [] };

function group(source: CircleSource, name: string, members: number[], weight = members.length): CircleSuggestion {
  return { source, key: `${source}:${name}`, members, organization: null, from: null, to: null, weight };
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
const keysOf = (found: readonly CircleSuggestion[]) => found.map(({ key }) => key);

describe('suggestCircles', () => {
  const found = [
    group('employer', 'a', range(1, 9)),
    group('employer', 'b', range(11, 19), 20),
    group('burst', 'c', range(21, 29)),
    group('burst', 'd', range(31, 39)),
    group('job', 'e', range(41, 49)),
    group('thread', 'f', range(51, 53)),
  ];

  it('asks about one of each source in turn, the one that stands out first, in whatever order they were found', () => {
    const expected = ['burst:c', 'job:e', 'employer:b', 'thread:f', 'burst:d', 'employer:a'];
    expect(keysOf(suggestCircles(found, NOTHING_SAID))).toEqual(expected);
    for (const seed of [1, 2, 3]) {
      const order = shuffled(found.length, seed).map((at) => found[at]!);
      expect(keysOf(suggestCircles(order, NOTHING_SAID))).toEqual(expected);
    }
  });

  it('asks once about nearly the same people: four in five of all of them', () => {
    const burst = group('burst', 'c', range(1, 8));
    expect(keysOf(suggestCircles([burst, group('employer', 'a', range(1, 10))], NOTHING_SAID))).toEqual(['burst:c']);
    expect(suggestCircles([burst, group('employer', 'a', range(1, 11))], NOTHING_SAID)).toHaveLength(2);
  });

  it('asks about the next ones of a source when the first are answered', () => {
    const many = range(1, 12).map((at) => group('employer', String(100 + at), range(at * 10, at * 10 + 5)));
    const first = suggestCircles(many, NOTHING_SAID);
    expect(first).toHaveLength(8);
    const asked = first.map(({ key, members }) => ({ key, people: new Set(members) }));
    expect(keysOf(suggestCircles(many, { asked, stated: [] }))).toEqual(keysOf(many.slice(8)));
  });
});

describe('an answer', () => {
  const network = handMadeNetwork({ people: Object.fromEntries(range(10, 39).map((at) => [`p${at}-zt1`, {}])) });
  const key = (at: number) => `p${at}-zt1`;
  const people = (...at: number[]) => at.map((one) => network.indexOfKey.get(key(one))!);
  const answersTo = (...bodies: StatementBody[]) => circleAnswers(network, [], statementsOn(100, ...bodies), 100);
  const asked = (suggestion: string, members: number[]): StatementBody => ({
    kind: 'circle-asked',
    suggestion,
    members: members.map(key),
  });

  it('settles its suggestion for good, even when others have joined', () => {
    const grown = group('employer', 'a', people(...range(10, 39)));
    expect(suggestCircles([grown], answersTo(asked('employer:a', range(10, 14))))).toEqual([]);
    expect(suggestCircles([grown], answersTo())).toEqual([grown]);
  });

  it('settles a group that is still half the same under another key, and none that is less', () => {
    const answers = answersTo(asked('community:old', range(10, 19)));
    // 10 shared of 20 in all; then 10 of 21.
    expect(suggestCircles([group('community', 'new', people(...range(10, 29)))], answers)).toEqual([]);
    expect(suggestCircles([group('community', 'new', people(...range(10, 30)))], answers)).toHaveLength(1);
  });

  it('counts from its day on, and names people who are here no more without harm', () => {
    const one = group('employer', 'a', people(...range(10, 14)));
    const said = statementsOn(100, asked('employer:a', [10, 11, 77]));
    expect(suggestCircles([one], circleAnswers(network, [], said, 99))).toEqual([one]);
    expect(suggestCircles([one], circleAnswers(network, [], said, 100))).toEqual([]);
  });

  it('is a circle that is half the same already, whoever named it; a few of a large one are asked about', () => {
    const one = group('employer', 'a', people(...range(10, 14)));
    const circle = (...at: number[]) => ({ name: 'X', members: people(...at), size: null, from: null, to: null });
    const having = (...at: number[]) => suggestCircles([one], circleAnswers(network, [circle(...at)], [], 100));
    expect(having(10, 11, 12, 13, 30, 31)).toEqual([]);
    expect(having(10, 11, 12, 30, 31)).toEqual([one]);
    expect(having(...range(10, 19))).toEqual([]);
    expect(having(...range(10, 20))).toEqual([one]);
  });
});
