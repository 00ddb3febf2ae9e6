/** The group conversations of all owners; one that two of them hold counts once. */
import type { GroupThread, PersonIndex } from '../model/network.ts';
import type { Day } from '../model/units.ts';
import type { Conversation } from './conversations.ts';
import { compareText } from './person-key.ts';

interface GroupDraft {
  conversationId: string;
  size: number;
  wroteOn: Map<PersonIndex, Day | null>;
  firstDay: Day;
}

export function mergeGroups(groups: readonly Conversation[]): GroupThread[] {
  const drafts = new Map<string, GroupDraft>();
  for (const group of groups) {
    const key = group.id === '' ? JSON.stringify([...group.members].sort((a, b) => a - b)) : group.id;
    const firstDay = group.written.reduce((first, { day }) => Math.min(first, day), Number.POSITIVE_INFINITY);
    const known = drafts.get(key);
    const draft = known ?? { conversationId: group.id, size: 0, wroteOn: new Map(), firstDay };
    if (known === undefined) drafts.set(key, draft);
    draft.size = Math.max(draft.size, group.size);
    draft.firstDay = Math.min(draft.firstDay, firstDay);
    for (const member of group.members) if (!draft.wroteOn.has(member)) draft.wroteOn.set(member, null);
    for (const { person, day } of group.written) {
      const first = draft.wroteOn.get(person) ?? day;
      draft.wroteOn.set(person, Math.min(first, day));
    }
  }
  return [...drafts]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, { conversationId, size, wroteOn, firstDay }]) => {
      const members = [...wroteOn.keys()].sort((a, b) => a - b);
      return {
        conversationId,
        size: Math.max(size, members.length),
        members,
        wroteOn: members.map((member) => wroteOn.get(member) ?? null),
        firstDay,
      };
    });
}
