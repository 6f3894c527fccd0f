import { join } from 'node:path'
import { type Benchmark, duration, limitLine, median } from './benchmark.ts'
import { SEED_BODY } from './bodies.ts'
import { postRepeatedly } from './load.ts'
import { during, inFolder, RUN_PATH, startBenchcast } from './processes.ts'

const EMPTY_SECONDS = 1.5
const KILLED_SECONDS = 3
const ROUNDS = 5

/** From the start of the process to the first 200 of GET /health. */
export const start: Benchmark = {
  name: 'start',
  title: 'Start to healthy',
  run: async ({ quick }) => {
    const rounds = Array.from({ length: quick ? 1 : ROUNDS })
    const empty: number[] = []
    const killed: number[] = []
    for (const _ of rounds) await inFolder(async (folder) => void empty.push(await startOnce(folder)))
    for (const _ of rounds) await inFolder(async (folder) => void killed.push(await startAfterKill(folder, quick ? 1 : 2)))
    return {
      lines: [limitLine('on an empty database', median(empty), EMPTY_SECONDS, duration), limitLine('after SIGKILL under load', median(killed), KILLED_SECONDS, duration)],
      notes: [`medians of ${rounds.length}; worst ${duration(Math.max(...empty))} and ${duration(Math.max(...killed))}`],
    }
  },
}

const startOnce = (folder: string): Promise<number> => during(startBenchcast(join(folder, 'bench.duckdb')), async ({ startSeconds }) => startSeconds)

/** Kills the server while it writes runs, then starts it again on the same file. */
async function startAfterKill(folder: string, loadSeconds: number): Promise<number> {
  const server = await startBenchcast(join(folder, 'bench.duckdb'))
  const load = postRepeatedly(server.url + RUN_PATH, SEED_BODY, 16, loadSeconds + 1, folder)
  await new Promise((resolve) => setTimeout(resolve, loadSeconds * 1000))
  await server.stop('SIGKILL')
  await load
  return startOnce(folder)
}
