/** The web shell as a program of its own, with a small page: what main.js does, without building the real one. */
import { readWebOptions } from '../../../electron/shells/web/options.ts';
import { reportFailure, serve } from '../../../electron/shells/web/program.ts';
import { smallPage } from '../../helpers/web-server.ts';

process.umask(0o077);
process.exit(await serve(readWebOptions(process.argv.slice(2)), async () => smallPage()).catch(reportFailure));
