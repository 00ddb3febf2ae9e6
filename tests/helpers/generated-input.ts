/**
 * Generated input is the same at every run, so that a check never fails by luck on a change that has nothing to do with it.
 * `WEFT_SEED=7 npm run unit` looks at other input; a failure prints its seed.
 */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['WEFT_SEED'] ?? 20260501) });
