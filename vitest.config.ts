import { defineConfig } from 'vitest/config'

// What Node has compiled of the sources is kept, so that the next run need not compile it again.
process.env['NODE_COMPILE_CACHE'] ??= 'node_modules/.cache/benchcast-tests'

const exclude = ['**/node_modules/**', '**/dist/**', '**/.venv/**']

/** fast: seconds, pure or in one process. slow: starts processes, kills them, opens browsers. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      // Node reads TypeScript by itself; Vite's module runner would transform and wrap every file.
      { test: { name: 'fast', include: ['**/*.test.ts'], exclude: [...exclude, '**/*.slow.test.ts'], isolate: false, experimental: { viteModuleRunner: false } } },
      { test: { name: 'slow', include: ['**/*.slow.test.ts'], exclude, testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false } },
    ],
  },
})
