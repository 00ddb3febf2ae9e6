import { Download } from 'lucide-react';
import { useState } from 'react';
import type { MapPicture } from '../../../shared/contract/map.ts';
import { useClient } from '../../client/client-context.ts';
import { Button } from '../../components/Button.tsx';
import { Checkbox, Radio } from '../../components/Choice.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { showToast } from '../../state/toast-state.ts';
import { todayIso } from '../../state/today.ts';
import type { MapColors } from './map-colors.ts';
import styles from './SavePicture.module.css';
import { svgPicture } from './svg-picture.ts';

type Format = 'png' | 'svg';

/** The map as a file: what is in sight, with names or without. */
export function SavePicture({
  picture,
  colors,
  shown,
}: {
  picture: MapPicture;
  colors: MapColors;
  shown: ReadonlySet<string> | null;
}) {
  const client = useClient();
  const [isOpen, setOpen] = useState(false);
  const [format, setFormat] = useState<Format>('png');
  const [hasNames, setNames] = useState(true);
  const [error, setError] = useState<unknown>(null);

  const save = async () => {
    setError(null);
    try {
      const made = svgPicture(picture, colors, { hasNames, shown });
      const blob = format === 'svg' ? new Blob([made.svg], { type: 'image/svg+xml' }) : await asPng(made);
      const name = `weft-map-${todayIso()}.${format}`;
      if (client.shell === 'web') offer(blob, name);
      else {
        const target = await client.chooseSaveTarget(name);
        if (target === null) return;
        const content = format === 'svg' ? made.svg : await asBase64(blob);
        await client.api.savePicture({ file: target.handle, format, content });
      }
      setOpen(false);
      showToast(`The picture is in ${name}.`);
    } catch (cause) {
      setError(cause);
    }
  };

  return (
    <>
      <Button icon={Download} onClick={() => setOpen(true)}>
        Save picture
      </Button>
      <Sheet isOpen={isOpen} title="Save this picture" onClose={() => setOpen(false)}>
        <div className={styles.choices}>
          {error !== null && <ErrorNotice error={error} />}
          <fieldset className={styles.group}>
            <legend>As</legend>
            <Radio
              name="picture-format"
              checked={format === 'png'}
              onChange={() => setFormat('png')}
              hint="For a mail or a slide."
            >
              Image (PNG)
            </Radio>
            <Radio
              name="picture-format"
              checked={format === 'svg'}
              onChange={() => setFormat('svg')}
              hint="Sharp at any size."
            >
              Drawing (SVG)
            </Radio>
          </fieldset>
          <Checkbox
            checked={!hasNames}
            onChange={(event) => setNames(!event.currentTarget.checked)}
            hint="No person, circle or employer is named."
          >
            Without names
          </Checkbox>
          <Button kind="primary" onClick={() => void save()}>
            Save
          </Button>
        </div>
      </Sheet>
    </>
  );
}

/** Sides at most, in pixels; what a picture viewer opens without pain. */
const LONGEST = 6000;

async function asPng({ svg, width, height }: { svg: string; width: number; height: number }): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const scale = Math.min(2, LONGEST / Math.max(width, height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob(
        (blob) => (blob === null ? reject(new Error('The picture could not be made.')) : resolve(blob)),
        'image/png',
      ),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

async function asBase64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

function offer(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Not at once: the browser reads the address after the click returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
