import type { ReferralList, ReferralNode } from '../../../shared/contract/today.ts';
import { Sentence } from '../targets/Sentence.tsx';
import { Who } from '../today/Who.tsx';
import styles from './AsksScreen.module.css';

/** Who named whom, with the real branching beside 3, 9, 27. */
export function Referrals({ list }: { list: ReferralList }) {
  return (
    <section className={styles.part} aria-labelledby="asks-referrals">
      <h2 id="asks-referrals">Who named whom</h2>
      <p className={styles.soft}>
        <Sentence text={list.sentence} />
      </p>
      {list.tree.length > 0 && (
        <>
          <dl className={styles.generations}>
            {list.ideal.map((ideal, at) => (
              <div key={ideal}>
                <dt>{['First talks', 'Named by them', 'Named in turn'][at] ?? `Step ${at + 1}`}</dt>
                <dd>
                  <strong>{list.generations[at] ?? 0}</strong> of {ideal}
                </dd>
              </div>
            ))}
          </dl>
          <Tree nodes={list.tree} />
        </>
      )}
    </section>
  );
}

function Tree({ nodes }: { nodes: readonly ReferralNode[] }) {
  return (
    <ul className={styles.tree}>
      {nodes.map((node) => (
        <li key={node.person.id}>
          <Who person={node.person} />
          {node.named.length > 0 && <Tree nodes={node.named} />}
        </li>
      ))}
    </ul>
  );
}
