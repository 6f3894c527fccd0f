import { availableParallelism } from 'node:os'
import type { ChildLimits } from './run-in-child.ts'

/** A limit the shell can set for what it starts. */
interface ShellLimit {
  readonly option: string
  readonly value: (limits: ChildLimits) => number
  readonly platforms: readonly NodeJS.Platform[]
}

const UNIX: readonly NodeJS.Platform[] = ['linux', 'darwin']
/** Processor time left for a child that nobody watches any more. */
const GRACE_SECONDS = 60

/** Address space that Node sets aside for code and hardly uses: 0.56 GiB with Node 24 on x86-64, and the system counts it as memory. */
const SET_ASIDE_BYTES = 0.75 * 2 ** 30

/** Each is set where the system knows it. A system that allows less already keeps its own. */
const SHELL_LIMITS: readonly ShellLimit[] = [
  // Kilobytes of writable memory: what goes beyond is refused, and the runtime can still say so. What is in use is watched besides.
  { option: '-d', value: ({ memoryBytes }) => Math.ceil((memoryBytes + SET_ASIDE_BYTES) / 1024), platforms: ['linux'] },
  { option: '-t', value: ({ timeoutSeconds }) => Math.ceil((timeoutSeconds + GRACE_SECONDS) * availableParallelism()), platforms: UNIX },
  // 64 MiB in blocks of 512 bytes: drivers keep small caches.
  { option: '-f', value: () => 131_072, platforms: UNIX },
  { option: '-n', value: () => 256, platforms: UNIX },
  { option: '-c', value: () => 0, platforms: UNIX },
]

/** Of all processes, the one that runs a model is to end when the system has no memory left. */
const FIRST_TO_GO = '{ echo 1000 > /proc/self/oom_score_adj; } 2>/dev/null'

/**
 * A command line that starts another within limits.
 *
 * @example commandWithin({ timeoutSeconds: 60, memoryBytes: 2 ** 31 }, ['node', 'child.ts']) // ['/bin/sh', '-c', 'ulimit -d 2883584 2>/dev/null; … exec "$@"', 'sh', 'node', 'child.ts']
 */
export function commandWithin(limits: ChildLimits, command: readonly string[], platform: NodeJS.Platform = process.platform): readonly string[] {
  const settings = SHELL_LIMITS.filter(({ platforms }) => platforms.includes(platform)).map(({ option, value }) => `ulimit ${option} ${value(limits)} 2>/dev/null`)
  if (settings.length === 0) return command
  return ['/bin/sh', '-c', [...settings, ...(platform === 'linux' ? [FIRST_TO_GO] : []), 'exec "$@"'].join('; '), 'sh', ...command]
}
