/** What I could give to people I know. */
import type { CheckedInputOf } from '../../../shared/contract/api.ts';
import type { GiveIdeas } from '../../../shared/contract/today.ts';
import { giveIdeas } from '../../../shared/insight/give-ideas.ts';
import { countOf } from '../../../shared/model/words.ts';
import type { Session } from '../engine/session.ts';
import { personRef } from './person-ref.ts';

export function listGiveIdeas(session: Session, input: CheckedInputOf<'listGiveIdeas'>): GiveIdeas {
  const ranking = session.judge(input.asOf).ranking();
  const ideas = giveIdeas(ranking, session.statements()).map((idea) => ({
    ...idea,
    people: idea.people.map((person) => personRef(ranking.judged.network, person)),
  }));
  return {
    sentence:
      ideas.length === 0
        ? 'No idea yet: say whom you know well and what they can help with, under “Sort who you know” in the window or on their page, and note what people look for.'
        : `${countOf(ideas.length, 'idea')} for something to give.`,
    ideas,
  };
}
