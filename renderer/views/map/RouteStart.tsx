import { useQuestion } from '../../client/use-question.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PersonName } from '../../components/PersonName.tsx';
import { companyRoutesAddress, personRoutesAddress } from '../../state/addresses.ts';
import { navigate } from '../../state/hash-location.ts';
import type { MapQuestion } from './map-address.ts';

const MOST_OFFERED = 6;

/** In the place of a picture of routes that cannot be drawn: the targets to choose from, or what would open a route. */
export function RouteStart({ question, ask }: { question: MapQuestion; ask: (next: Partial<MapQuestion>) => void }) {
  const list = useQuestion('listTargets', {});
  const { toCompany, toPerson } = question;
  if (toCompany !== null || toPerson !== null) {
    const routes = toPerson !== null ? personRoutesAddress(toPerson) : companyRoutesAddress(toCompany ?? '');
    return (
      <EmptyState
        title="There is no route to draw yet"
        actions={
          <Button kind="primary" onClick={() => navigate(routes)}>
            See what would open one
          </Button>
        }
      />
    );
  }
  if (list.isError) return <ErrorNotice error={list.error} />;
  if (list.data === undefined) return null;
  const all = list.data.targets;
  const reached = all.filter(({ status }) => status !== 'none');
  return (
    <EmptyState
      title="Where would you like to get to?"
      actions={
        reached.length === 0 ? (
          <Button kind="primary" onClick={() => navigate('/targets')}>
            See your targets
          </Button>
        ) : (
          reached.slice(0, MOST_OFFERED).map(({ id, name, kind, person }) => (
            <Button
              key={id}
              onClick={() =>
                ask(
                  kind === 'person' && person !== null
                    ? { toPerson: person.id, toCompany: null }
                    : { toCompany: name, toPerson: null },
                )
              }
            >
              <PersonName name={name} />
            </Button>
          ))
        )
      }
    >
      {howToBegin(all.length, reached.length)}
    </EmptyState>
  );
}

function howToBegin(targets: number, reached: number): string {
  if (targets === 0) return 'Type a company above, or name your targets first.';
  if (reached === 0)
    return 'None of your targets can be reached yet. Type a company above, or look at what would open a route.';
  return 'Type a company above, or choose one of your targets.';
}
