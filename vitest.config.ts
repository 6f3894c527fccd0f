import { defineConfig } from 'vitest/config'

const exclude = ['**/node_modules/**', '**/dist/**', '**/.venv/**']

/** fast: seconds, pure or in one process. slow: starts processes, kills them, opens browsers. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { name: 'fast', include: ['**/*.test.ts'], exclude: [...exclude, '**/*.slow.test.ts'], isolate: false } },
      { test: { name: 'slow', include: ['**/*.slow.test.ts'], exclude, testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false } },
    ],
  },
})
