import type { CheckedInputOf } from '../../../shared/contract/api.ts';
import type { PictureReport } from '../../../shared/contract/map.ts';
import { WeftError } from '../../../shared/model/weft-error.ts';
import { writeUserFile } from './write-file.ts';

const PNG_MARK = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * Writes a picture a window made. Only pictures: a window cannot write anything else this way.
 *
 * @throws WeftError arguments: `not-a-picture`, and as writeUserFile
 */
export function savePicture({ file, format, content }: CheckedInputOf<'savePicture'>): PictureReport {
  const bytes = format === 'svg' ? content : Buffer.from(content, 'base64');
  const isPicture = typeof bytes === 'string' ? bytes.startsWith('<svg ') : bytes.subarray(0, 8).equals(PNG_MARK);
  if (!isPicture) {
    throw new WeftError('arguments', 'not-a-picture', 'That is no picture of the map. Nothing was written.');
  }
  return { file, bytes: writeUserFile(file, bytes) };
}
