/** The web shell as a process of its own, for what looks at it in a browser: the bench and the pictures of README. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../electron/shells/web/main.js', import.meta.url));

interface ServedWeb {
  /** With the token, which works once. */
  address: string;
  /** Resolves when the process has ended. */
  stop(): Promise<void>;
}

/**
 * @param words more of the command line
 * @param env more of the environment
 * @throws Error when it ends before it serves
 */
export async function serveWeb(
  storeFolder: string,
  words: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<ServedWeb> {
  const shell = spawn(process.execPath, [PROGRAM, '--no-open', '--json', '--store', storeFolder, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  const gone = new Promise<number | null>((resolve) => shell.once('exit', resolve));
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    shell.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('\n')) resolve((JSON.parse(said) as { address: string }).address);
    });
    void gone.then((code) => reject(new Error(`The web shell ended with ${code}.`)));
  });
  return {
    address,
    async stop() {
      shell.kill('SIGTERM');
      await gone;
    },
  };
}
