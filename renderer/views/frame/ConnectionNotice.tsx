import { Unplug } from 'lucide-react';
import { useState } from 'react';
import { useClient } from '../../client/client-context.ts';
import { Button } from '../../components/Button.tsx';
import { ICON } from '../../components/icon.ts';
import { useConnection } from '../../state/connection-state.ts';
import styles from './ConnectionNotice.module.css';

const WORDS = {
  lost: {
    title: 'Weft has stopped answering.',
    text: 'Your map is safe on disk, and what you typed here stays. Start Weft again if you closed it.',
  },
  refused: {
    title: 'This tab is not connected to Weft.',
    text: 'What you typed here stays until you close the tab. Open the address in Weft’s terminal window to go on.',
  },
} as const;

/** Said above the screen, which stays as it is: nothing typed is lost while the backend is away. */
export function ConnectionNotice() {
  const { connection } = useConnection();
  const client = useClient();
  const [isTrying, setTrying] = useState(false);
  const words = connection === 'connected' ? null : WORDS[connection];
  const tryAgain = async () => {
    setTrying(true);
    await client.reconnect();
    setTrying(false);
  };
  return (
    <div role="status" className={styles.place}>
      {words !== null && (
        <div className={styles.notice}>
          <Unplug {...ICON} size={18} />
          <p>
            <strong>{words.title}</strong> {words.text}
          </p>
          <Button size="s" onClick={tryAgain} disabled={isTrying}>
            {isTrying ? 'Trying' : 'Try again'}
          </Button>
        </div>
      )}
    </div>
  );
}
