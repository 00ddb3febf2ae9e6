import { useQuestion } from '../../client/use-question.ts';
import { companyRoutesAddress, personRoutesAddress } from '../../state/addresses.ts';

/** From the name of a target to its routes: a person's are elsewhere than a company's. null for what is no target. */
export function useTargetAddress(): (name: string) => string | null {
  const list = useQuestion('listTargets', {});
  return (name) => {
    const row = list.data?.targets.find((target) => target.name === name);
    if (row === undefined) return null;
    return row.kind === 'person' && row.person !== null
      ? personRoutesAddress(row.person.id)
      : companyRoutesAddress(row.name);
  };
}
