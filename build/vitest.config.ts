import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/e2e/**'],
    setupFiles: ['tests/helpers/generated-input.ts'],
    // Child processes, not threads: several tests start worker threads and load the SQLite addon themselves.
    pool: 'forks',
    // By itself vitest leaves one core free; on two cores that doubles the wait.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
