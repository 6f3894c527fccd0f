// npm run check: everything that can be said about the code without running it.
import { runTogether } from './steps.ts'

await runTogether([
  { title: 'format and lint', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { title: 'lint with types', command: ['oxlint', '--type-aware', '--deny-warnings', '.'] },
  { title: 'types', command: ['tsc', '--noEmit', '-p', '.'] },
  { title: 'unused files, exports and dependencies', command: ['knip', '--no-progress'] },
  { title: 'layers', command: ['vitest', 'run', '--project', 'fast', 'scripts/layers.test.ts'] },
  { title: 'generated references', command: ['node', 'scripts/generate.ts', '--check'] },
])
