import { describe, expect, it } from 'vitest';
import { judgeNetwork } from '../../../shared/graph/build-graph.ts';
import { backChannelSources } from '../../../shared/insight/back-channel.ts';
import { findIntroPaths } from '../../../shared/insight/intro-paths.ts';
import { contactReasons, contactStep } from '../../../shared/insight/opportunity-words.ts';
import { prepareRoutes } from '../../../shared/insight/prepare-routes.ts';
import { answerSentence, askKind, firstStep } from '../../../shared/insight/route-words.ts';
import type { StatementBody } from '../../../shared/model/statement.ts';
import { DEFAULT_CONSTANTS } from '../../../shared/ties/constants.ts';
import { type HandMadeThread, handMadeNetwork, ME, statementsOn } from '../../helpers/hand-made-network.ts';
import { AS_OF, rank, said } from './ranked-world.ts';

const ANA = 'ana-zt2';
const TOM = 'tom-zt3';
const UNA = 'una-zt4';

/** I am close to Ana alone; Tom and Una work at one place that Ana does not. */
function worldWith(threads: HandMadeThread[], ...bodies: StatementBody[]) {
  const network = handMadeNetwork({
    people: { [ANA]: {}, [TOM]: { company: 'Kestrel Labs' }, [UNA]: { company: 'Kestrel Labs' } },
    owners: { [ME]: { ties: { [ANA]: { acceptedOn: AS_OF - 900 } } } },
    threads,
  });
  const close: StatementBody = { kind: 'closeness', person: ANA, value: 4 };
  const statements = statementsOn(AS_OF - 1, close, ...bodies);
  return {
    network,
    statements,
    judged: judgeNetwork(network, statements, { asOf: AS_OF, constants: DEFAULT_CONSTANTS, calibration: null }),
  };
}

function wordsTo(target: string, { network, judged }: ReturnType<typeof worldWith>) {
  const person = network.indexOfKey.get(target)!;
  const paths = findIntroPaths(prepareRoutes(judged.graph, DEFAULT_CONSTANTS), [person]);
  return {
    ask: askKind(judged, paths[0]!),
    step: firstStep(judged, paths[0]!),
    answer: answerSentence(judged, target, paths),
  };
}

const knows = (a: string, b: string): StatementBody => ({ kind: 'knows', a, b, how: null, closeness: 3 });
const size: StatementBody = { kind: 'employer-size', company: 'Kestrel Labs', size: 20 };
const together = (wroteOn: Record<string, number | null>, of = 4): HandMadeThread => ({
  size: of,
  members: wroteOn,
  firstDay: AS_OF - 50,
});

describe('routes in words', () => {
  it('ask whether two in one stated circle know each other, and do not call it their workplace', () => {
    const club: StatementBody = { kind: 'circle', name: 'Choir', members: [ANA, TOM], size: 10, from: null, to: null };
    expect(wordsTo(TOM, worldWith([], club))).toEqual({
      ask: 'advice',
      step: `Ask ${ANA} whether they know ${TOM} (Kestrel Labs): both are in Choir, so they may.`,
      answer: `Ask ${ANA}: they may be able to bring you to ${TOM}.`,
    });
  });

  it('name the workplace where that is what two share, and say "may" of a guess at the end of a route', () => {
    const words = wordsTo(UNA, worldWith([], knows(ANA, TOM), size));
    expect(words.step).toBe(`Ask ${ANA} to introduce you to ${TOM}, who may know ${UNA} (Kestrel Labs).`);
    expect(words.answer).toContain('may be able to bring');
    const network = worldWith([], size, { kind: 'closeness', person: TOM, value: 4 });
    expect(wordsTo(UNA, network).step).toContain('both work at the same place, so they may.');
  });

  it('are as careful where two only stood in one large or silent group conversation', () => {
    expect(wordsTo(TOM, worldWith([together({ [ANA]: null, [TOM]: AS_OF - 40 })]))).toEqual({
      ask: 'advice',
      step: `Ask ${ANA} whether they know ${TOM} (Kestrel Labs): both were in one group conversation, so they may.`,
      answer: `Ask ${ANA}: they may be able to bring you to ${TOM}.`,
    });
    const written = wordsTo(TOM, worldWith([together({ [ANA]: AS_OF - 40, [TOM]: AS_OF - 40 })]));
    expect(written.step).toBe(`Ask ${ANA} to introduce you to ${TOM} (Kestrel Labs).`);
    expect(written.answer).toBe(`Ask ${ANA}: they can bring you to ${TOM}.`);
  });

  it('are no surer in the ranking, nor in the list of whom to ask about somebody', () => {
    const target = [AS_OF - 9, { kind: 'target-company', company: 'Kestrel Labs' }] as const;
    const close = [AS_OF - 9, { kind: 'closeness', person: ANA, value: 4 }] as const;
    const tell = (of: number) => {
      const { network } = worldWith([together({ [ANA]: AS_OF - 40, [TOM]: AS_OF - 40 }, of)]);
      const ranking = rank(network, said(target, close));
      const about = { employers: new Set<string>(), person: network.indexOfKey.get(TOM)! };
      return {
        why: contactReasons(ranking, 0)[0],
        step: contactStep(ranking, 0),
        sources: backChannelSources(ranking.judged, about).length,
      };
    };
    expect(tell(4)).toEqual({
      why: `Knows ${TOM} at Kestrel Labs.`,
      step: `Ask ${ANA} to introduce you to ${TOM}.`,
      sources: 1,
    });
    expect(tell(9)).toEqual({
      why: `May know ${TOM} at Kestrel Labs.`,
      step: `Ask ${ANA} whether they know ${TOM}.`,
      sources: 0,
    });
  });
});
