import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './scripts/testing/longest-first.ts'

// What Node has compiled of the sources is kept: no program that a test starts, in whatever folder, compiles it again.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'node_modules/.cache/benchcast-tests')

const exclude = ['**/node_modules/**', '**/dist/**', '**/.venv/**']
const FAST = '**/*.test.ts'
const SLOW = '**/*.slow.test.ts'
const ALONE = '**/*.alone.slow.test.ts'

// Node reads TypeScript by itself; Vite's module runner would transform and wrap every file.
const native = { viteModuleRunner: false }
// A machine that runs two files at a time is busy; what is asked of a server there is to wait.
const env = { BENCHCAST_BUSY_AFTER: '0' }
const slow = { env, testTimeout: 120_000, hookTimeout: 120_000, setupFiles: ['scripts/testing/own-folder.ts'], maxConcurrency: 2, experimental: native }

/**
 * fast: seconds, pure or in one process. slow: starts processes, kills them, opens browsers; two files at a time.
 * alone: tells how long something takes, so that no other file may run beside it.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      { test: { name: 'fast', include: [FAST], exclude: [...exclude, SLOW], isolate: false, testTimeout: 30_000, experimental: native } },
      { test: { ...slow, name: 'slow', include: [SLOW], exclude: [...exclude, ALONE], sequence: { groupOrder: 1 } } },
      { test: { ...slow, name: 'alone', include: [ALONE], exclude, maxWorkers: 1, sequence: { groupOrder: 2 } } },
    ],
  },
})
