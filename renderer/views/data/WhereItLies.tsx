import { useQuestion } from '../../client/use-question.ts';
import styles from './DataScreen.module.css';

/** Where the file is, what protects it and what does not (safety.md P5), and whether all is well with it. */
export function WhereItLies({ folder }: { folder: string }) {
  const doctor = useQuestion('doctor', {});
  const findings = doctor.data?.checks.filter(({ ok }) => !ok) ?? [];
  return (
    <section className={styles.part} aria-labelledby="data-place">
      <h2 id="data-place">Where your map lies</h2>
      <p className={styles.folder}>{folder}</p>
      <p className={styles.line}>
        Only your account on this computer may open the file. Weft does not encrypt it. The disk encryption of your
        system does: FileVault on macOS, BitLocker or device encryption on Windows, LUKS on Linux. Nothing is ever sent
        anywhere.
      </p>
      {doctor.data !== undefined &&
        (findings.length === 0 ? (
          <p className={styles.line}>Checked just now: every row is as it was written.</p>
        ) : (
          <ul className={styles.list}>
            {findings.map(({ name, text }) => (
              <li key={name} className={styles.entry}>
                {text}
              </li>
            ))}
          </ul>
        ))}
    </section>
  );
}
