import { defineConfig } from 'vitest/config';

const quiet = ['**/node_modules/**', '**/dist/**', 'data/**'];

/**
 * Three speeds of test, told apart by the file's name: pure, on real PostgreSQL, and through several rooms or a browser. A plain
 * `vitest run` takes them one after another, since each kind has its own number of workers.
 */
export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: [...quiet, '**/*.db.test.ts', 'journeys/**'],
          // They take milliseconds; a machine that is busy with something else is no failure of theirs.
          testTimeout: 30_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'database',
          include: ['**/*.db.test.ts'],
          exclude: quiet,
          globalSetup: ['kernel/testing/cluster.ts'],
          testTimeout: 60_000,
          // A second is soon over on a machine of two cores that does something else besides.
          expect: { poll: { timeout: 15_000 } },
          hookTimeout: 120_000,
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['journeys/**/*.test.ts'],
          exclude: quiet,
          globalSetup: ['kernel/testing/cluster.ts', 'journeys/browser/run-program.ts'],
          testTimeout: 180_000,
          expect: { poll: { timeout: 15_000 } },
          hookTimeout: 240_000,
          maxWorkers: 1,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
