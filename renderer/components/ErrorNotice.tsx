import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { asWeftError } from '../../shared/contract/errors.ts';
import styles from './ErrorNotice.module.css';
import { ICON } from './icon.ts';

export interface ErrorNoticeProps {
  /** What was thrown; its sentence says what happened and what to do. */
  error: unknown;
  /** More to do about it, where the place knows better than the sentence. */
  advice?: ReactNode;
  /** Buttons: "Try again". */
  actions?: ReactNode;
}

/** A failure as people read it: the sentence, what to do, and small, the code to look it up by. */
export function ErrorNotice({ error, advice, actions }: ErrorNoticeProps) {
  const { message, code } = asWeftError(error);
  return (
    <div role="alert" className={styles.notice}>
      <CircleAlert {...ICON} size={18} className={styles.icon} />
      <div className={styles.words}>
        <p className={styles.sentence} dir="auto">
          {message}
        </p>
        {advice !== undefined && <div className={styles.advice}>{advice}</div>}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
        <p className={styles.code}>
          Code <code>{code}</code>
        </p>
      </div>
    </div>
  );
}
