import { homedir } from 'node:os';
import { WeftError } from '../../../shared/contract/errors.ts';
import { defaultStoreFolder } from '../../backend/store/paths.ts';
import { parseWords } from '../../parse-words.ts';

export interface WebOptions {
  storeFolder: string;
  /** 0 = any free one. */
  port: number;
  /** Whether a browser is to be opened; otherwise the address is printed. */
  isOpened: boolean;
  /** Whether the invented network is wanted. */
  isSample: boolean;
  /** Whether the address is printed as JSON, for scripts. */
  isJson: boolean;
}

/** Options that every way of starting the web shell knows. There is none for the host: Weft serves this machine only (W1). */
export const WEB_WORDS = {
  store: { type: 'string' },
  port: { type: 'string' },
  'no-open': { type: 'boolean' },
  sample: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

/** @throws WeftError arguments `bad-option` */
export function readWebOptions(argv: readonly string[]): WebOptions {
  return webOptionsFrom(parseWords(argv, WEB_WORDS));
}

export function webOptionsFrom(words: {
  store?: string | undefined;
  port?: string | undefined;
  'no-open'?: boolean | undefined;
  sample?: boolean | undefined;
  json?: boolean | undefined;
}): WebOptions {
  const isSample = words.sample === true;
  return {
    storeFolder: words.store ?? (isSample ? sampleFolder() : ownFolder()),
    port: words.port === undefined ? 0 : portOf(words.port),
    isOpened: words['no-open'] !== true,
    isSample,
    isJson: words.json === true,
  };
}

function ownFolder(): string {
  return defaultStoreFolder({ platform: process.platform, env: process.env, home: homedir() });
}

/** Invented people do not mix with mine: unless a folder is named, they live in one of their own, beside that of my map. */
function sampleFolder(): string {
  const own = ownFolder();
  return own === process.env['WEFT_STORE'] ? own : `${own}-sample`;
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    throw new WeftError('arguments', 'bad-option', '--port is a number from 0 to 65535; 0 takes any free one.');
  }
  return port;
}
