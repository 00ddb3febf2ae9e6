import styles from './HowToAsk.module.css';

/** How one gets one's data from LinkedIn, in the order that saves a day. */
export function HowToAsk() {
  return (
    <section className={styles.how} aria-labelledby="how-to-ask">
      <h2 id="how-to-ask" className={styles.title}>
        How to get your file
      </h2>
      <ol className={styles.steps}>
        <li>
          On LinkedIn, open <b>Settings &amp; Privacy</b>, then <b>Data privacy</b>, then <b>Get a copy of your data</b>
          .
        </li>
        <li>
          Tick <b>Connections</b> and ask for it: that file comes within minutes. Start with it now.
        </li>
        <li>
          Then ask for the <b>full archive</b>. It takes about a day and says how close people are to you. Import it
          when the mail arrives; nothing is counted twice.
        </li>
      </ol>
      <p className={styles.note}>
        Weft keeps dates and counts of your messages, never their text. Everything stays in a file on this computer.
      </p>
    </section>
  );
}
