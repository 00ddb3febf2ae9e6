import { describe, expect, it } from 'vitest';
import { Basis } from '../../../shared/graph/tie-graph.ts';
import { brokerageGraph, degree, tieCount, valueFor } from '../../../shared/insight/brokerage-graph.ts';
import { tieGraphOf } from './brokerage-helpers.ts';

describe('brokerageGraph', () => {
  it('keeps ties observed or asserted with q of at least .5, never inferred ones', () => {
    const graph = brokerageGraph(
      tieGraphOf(5, [
        { a: 0, b: 1 },
        { a: 1, b: 2, q: 0.5, basis: Basis.asserted },
        { a: 2, b: 3, q: 0.49 },
        { a: 0, b: 4, q: 0.9, basis: Basis.inferred },
      ]),
    );
    expect(tieCount(graph)).toBe(2);
    expect([...graph.personOf]).toEqual([0, 1, 2]);
    expect([...graph.nodeOf]).toEqual([0, 1, 2, -1, -1, -1]);
    expect([...graph.q]).toEqual([1, 1, 0.5, 0.5]);
  });

  it('leaves me out, with every tie to me', () => {
    const network = {
      ...tieGraphOf(3, [
        { a: 0, b: 1 },
        { a: 1, b: 2 },
      ]),
      ego: 1,
    };
    expect(brokerageGraph(network).size).toBe(0);
  });

  it('numbers people without gaps and keeps their order', () => {
    const graph = brokerageGraph(
      tieGraphOf(9, [
        { a: 8, b: 2 },
        { a: 5, b: 8 },
      ]),
    );
    expect([...graph.personOf]).toEqual([2, 5, 8]);
    expect([...graph.neighbors]).toEqual([2, 2, 0, 1]);
    expect(degree(graph, 2)).toBe(2);
  });

  it('stands in the memory it is given', () => {
    const graph = brokerageGraph(tieGraphOf(3, [{ a: 0, b: 1 }]), (bytes) => new SharedArrayBuffer(bytes));
    for (const array of [graph.offsets, graph.neighbors, graph.q, graph.personOf, graph.nodeOf]) {
      expect(array.buffer).toBeInstanceOf(SharedArrayBuffer);
    }
  });

  it('says null for a person without a tie and for a value that is not defined', () => {
    const graph = brokerageGraph(tieGraphOf(4, [{ a: 0, b: 2 }]));
    const values = Float64Array.of(0.25, Number.NaN);
    expect([0, 1, 2, 3, 4, 99].map((person) => valueFor(graph, values, person))).toEqual([
      0.25,
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('is empty and calm without ties', () => {
    const graph = brokerageGraph(tieGraphOf(3, []));
    expect(graph.size).toBe(0);
    expect(tieCount(graph)).toBe(0);
  });
});
