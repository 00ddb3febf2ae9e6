import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Whoever starts the build may run under another setting (a test runner does); the page is always the one that people get.
process.env['NODE_ENV'] = 'production';

/** Builds the page. Both windows serve the result as it is, from a list of files made from the folder. */
export default defineConfig({
  root: fileURLToPath(new URL('../renderer', import.meta.url)),
  base: './',
  plugins: [react()],
  // Everything is served from one origin under a policy without inline code: no data: scripts, no inlined assets.
  build: {
    outDir: fileURLToPath(new URL('../out/renderer', import.meta.url)),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    // Browsers that know light-dark(): rewritten for older ones, the colours could not differ within one page.
    target: ['chrome125', 'firefox128', 'safari17.5'],
    rolldownOptions: {
      treeshake: {
        // The page asks for types and a few words of shared/; the schemas (and zod) stay with the backend.
        moduleSideEffects: (id) => !/\/(shared|node_modules\/zod)\//.test(id),
      },
    },
  },
});
