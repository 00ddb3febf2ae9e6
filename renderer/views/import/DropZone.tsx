import { FileUp } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import type { PickedFile } from '../../client/client.ts';
import { useClient } from '../../client/client-context.ts';
import { Button } from '../../components/Button.tsx';
import { classNames } from '../../components/class-names.ts';
import styles from './DropZone.module.css';

export interface DropZoneProps {
  onFiles: (files: PickedFile[]) => void;
  onError: (error: unknown) => void;
  isDisabled: boolean;
}

/** Where files are dropped, or chosen by the system's own dialog. */
export function DropZone({ onFiles, onError, isDisabled }: DropZoneProps) {
  const client = useClient();
  const [isOver, setOver] = useState(false);
  const depth = useRef(0);

  const take = async (pick: () => Promise<PickedFile[]>) => {
    try {
      const files = await pick();
      if (files.length > 0) onFiles(files);
    } catch (error) {
      onError(error);
    }
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    depth.current = 0;
    setOver(false);
    const dropped = [...event.dataTransfer.files];
    if (!isDisabled && dropped.length > 0) void take(() => client.acceptFiles(dropped));
  };
  // Enter and leave are told for every part inside as well; only the last leave ends it.
  const onDepth = (change: 1 | -1) => (event: DragEvent) => {
    event.preventDefault();
    depth.current += change;
    setOver(depth.current > 0);
  };

  return (
    <section
      aria-label="Files to import"
      className={classNames(styles.zone, isOver && styles.over)}
      onDragEnter={onDepth(1)}
      onDragLeave={onDepth(-1)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
    >
      <FileUp size={28} strokeWidth={1.5} aria-hidden className={styles.icon} />
      <p className={styles.words}>Drop the ZIP or CSV that LinkedIn gave you here</p>
      <p className={styles.hint}>Address books (.vcf, Google or Outlook CSV) work too.</p>
      <Button kind="primary" disabled={isDisabled} onClick={() => void take(() => client.chooseFiles())}>
        Choose files
      </Button>
    </section>
  );
}
