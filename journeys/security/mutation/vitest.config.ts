import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { house, withSwitches } from './sources.ts';

/**
 * The tests again, over sources whose checks can be taken away one at a time. `*.play.ts` plays them all in one town; with
 * `OPENGOA_WITHOUT=<check>` any other test file runs without that one.
 */
export default defineConfig({
  root: house,
  plugins: [withSwitches()],
  test: {
    include: ['**/*.test.ts', 'journeys/security/mutation/*.play.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', 'journeys/browser/**', 'journeys/security/mutation/*.test.ts'],
    globalSetup: [join(import.meta.dirname, 'cluster-without.ts')],
    testTimeout: 1_200_000,
    hookTimeout: 240_000,
    maxWorkers: 1,
    bail: 1,
  },
});
