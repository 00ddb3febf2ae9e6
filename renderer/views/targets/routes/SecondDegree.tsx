import { ExternalLink } from 'lucide-react';
import { useClient } from '../../../client/client-context.ts';
import { ICON } from '../../../components/icon.ts';
import { CopyButton } from '../CopyButton.tsx';
import { secondDegreeSearch } from '../second-degree-search.ts';
import styles from './NoRoute.module.css';

/** The people search of LinkedIn, narrowed to those one introduction away. The desktop window opens profile pages alone (E6). */
export function SecondDegree({ words }: { words: string }) {
  const { shell } = useClient();
  const address = secondDegreeSearch(words);
  return (
    <p className={styles.search}>
      {shell === 'web' && (
        <a href={address} target="_blank" rel="noopener noreferrer">
          Search LinkedIn for 2nd-degree connections <ExternalLink {...ICON} size={13} />
        </a>
      )}
      <CopyButton
        text={address}
        kind={shell === 'web' ? 'quiet' : 'secondary'}
        label={shell === 'web' ? 'Copy the address' : 'Copy the search address'}
      />
    </p>
  );
}
