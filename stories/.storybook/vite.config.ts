import { defaultClientConditions, defineConfig } from 'vite';

/** Stories run on the sources of the packages; the repository's own vite.config.ts builds the kit for host pages. */
export default defineConfig({
  resolve: { conditions: ['@s360-widgets/source', ...defaultClientConditions] },
});
