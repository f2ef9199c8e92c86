import { defineConfig } from 'vitest/config';

/** Pages are compared by `npm test` alone: while a gate is written, its page is behind. */
const generated = process.env.IAMA_ALL === '1' ? [] : ['scripts/generated.test.ts'];

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['packages/**/src/**/*.test.ts', 'scripts/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', 'fixtures/**', ...generated],
    testTimeout: 30_000,
    expect: { requireAssertions: true },
  },
});
