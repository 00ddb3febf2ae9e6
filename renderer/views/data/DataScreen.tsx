/** The map as a whole: what came in and when, its copies, taking it along, and what protects it. */
import { countOf } from '../../../shared/model/words.ts';
import { useQuestion } from '../../client/use-question.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { importAddress } from '../../state/addresses.ts';
import { navigate } from '../../state/hash-location.ts';
import { Page } from '../frame/Page.tsx';
import { Copies } from './Copies.tsx';
import styles from './DataScreen.module.css';
import { EraseAll } from './EraseAll.tsx';
import { ExportMap } from './ExportMap.tsx';
import { Friends } from './Friends.tsx';
import { Imports } from './Imports.tsx';
import { MissingSources } from './MissingSources.tsx';
import { SameOrNot } from './SameOrNot.tsx';
import { WhereItLies } from './WhereItLies.tsx';

export default function DataScreen() {
  const status = useQuestion('status', {});
  const batches = useQuestion('listBatches', {});
  if (status.data === undefined || batches.data === undefined) {
    return (
      <Page title="Data">
        <Skeleton label="Loading your imports" lines={6} />
      </Page>
    );
  }
  const { people, isEmpty, storeFolder } = status.data;
  return (
    <Page
      title="Data"
      lead={
        isEmpty
          ? 'Nothing is here yet.'
          : `${countOf(people, 'person', 'people')} from ${countOf(batches.data.total, 'import')}, in one file on this computer.`
      }
      actions={
        !isEmpty && (
          <Button kind="primary" onClick={() => navigate(importAddress)}>
            Import
          </Button>
        )
      }
    >
      {isEmpty ? (
        <EmptyState
          title="Your imports will stand here"
          actions={
            <Button kind="primary" onClick={() => navigate(importAddress)}>
              Bring your network in
            </Button>
          }
        >
          Each import can be taken back, exactly, whenever you like.
        </EmptyState>
      ) : (
        <Imports batches={batches.data.batches} />
      )}
      {!isEmpty && <MissingSources batches={batches.data.batches} />}
      {!isEmpty && <Friends batches={batches.data.batches} />}
      {!isEmpty && <SameOrNot />}
      {!isEmpty && <ExportMap />}
      <Copies />
      <WhereItLies folder={storeFolder} />
      <section className={styles.part} aria-labelledby="data-erase">
        <h2 id="data-erase">Erase everything</h2>
        <EraseAll />
      </section>
    </Page>
  );
}
