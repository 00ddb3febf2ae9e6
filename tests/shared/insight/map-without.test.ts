import { describe, expect, it } from 'vitest';
import { brokerageGraph } from '../../../shared/insight/brokerage-graph.ts';
import { singleLinks } from '../../../shared/insight/map-single-links.ts';
import { comesApart, connectedParts, withoutPerson } from '../../../shared/insight/map-without.ts';
import { pair, tieGraphOf } from './brokerage-helpers.ts';

/** Two cliques of four, 0-3 and 5-8, that meet only through 4; 9 hangs on 4 alone. */
const CLIQUES = [
  [0, 1],
  [0, 2],
  [0, 3],
  [1, 2],
  [1, 3],
  [2, 3],
  [5, 6],
  [5, 7],
  [5, 8],
  [6, 7],
  [6, 8],
  [7, 8],
  [3, 4],
  [4, 5],
  [4, 9],
];
const TIES = tieGraphOf(10, CLIQUES.map(pair));
const GRAPH = brokerageGraph(TIES);
/** 4 and 9 stand with the first clique. */
const COMMUNITY = Uint32Array.from([0, 0, 0, 0, 0, 1, 1, 1, 1, 0]);

describe('without somebody', () => {
  it('takes away their ties and nobody else’s', () => {
    const left = withoutPerson(TIES, 4);
    expect(left.alterTies.neighbors).toHaveLength(TIES.alterTies.neighbors.length - 6);
    expect([...left.alterTies.neighbors]).not.toContain(4);
    expect(TIES.alterTies.neighbors).toHaveLength(30);
  });

  it('says which people and circles are cut off from the largest part', () => {
    expect(comesApart(GRAPH, COMMUNITY, 4)).toEqual({ communities: [1], nodes: [5, 6, 7, 8, 9] });
  });

  it('says that nothing comes apart where others know each other as well', () => {
    expect(comesApart(GRAPH, COMMUNITY, 1)).toEqual({ communities: [], nodes: [] });
  });

  it('leaves out what was apart before', () => {
    const graph = brokerageGraph(
      tieGraphOf(
        6,
        [
          [0, 1],
          [1, 2],
          [3, 4],
          [4, 5],
        ].map(pair),
      ),
    );
    expect(comesApart(graph, Uint32Array.from([0, 0, 0, 1, 1, 1]), 1)).toEqual({ communities: [], nodes: [2] });
    expect([...connectedParts(graph)]).toEqual([0, 0, 0, 1, 1, 1]);
  });
});

describe('circles that meet through one person', () => {
  it('names that person', () => {
    expect(singleLinks(GRAPH, COMMUNITY, [6, 4])).toEqual([{ a: 0, b: 1, through: 5, ties: 1 }]);
  });

  it('says nothing where two people join them, or one of them is small', () => {
    const two = brokerageGraph(tieGraphOf(10, [...CLIQUES, [0, 8]].map(pair)));
    expect(singleLinks(two, COMMUNITY, [6, 4])).toEqual([]);
    expect(singleLinks(GRAPH, COMMUNITY, [6, 4], 5)).toEqual([]);
  });
});
