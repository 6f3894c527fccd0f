import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Benchmark, limitLine } from './benchmark.ts'
import type { Followed } from './followers.ts'
import { during, inFolder, memoryOf, type Running, startBenchcast } from './processes.ts'

const FOLLOWERS = fileURLToPath(new URL('followers.ts', import.meta.url))
const PREFIX = '/api/predictive-performance'
const CLIENTS = 10_000
const QUICK_CLIENTS = 500
const TASKS = 100
const MOST_MEMORY_MB = 250
const WITHIN_MS = 1000
const SETTLED_MS = 3000

/** Rows that keep the one thread busy until everybody has joined: the tasks that are followed wait behind it. */
const LONG_TABLE = ['model_name,hardware_platform,batch_size', ...Array.from({ length: 100_000 }, (_, index) => `followed-${index}-base,cuda,${1 + (index % 64)}`)].join('\n')
const SHORT_TABLE = 'model_name,hardware_platform,batch_size\nbert-base-uncased,cuda,8'

async function submit({ url }: Running, csv: string): Promise<string> {
  const response = await fetch(`${url}${PREFIX}/predict-batch`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ csv }) })
  return ((await response.json()) as { task_id: string }).task_id
}

const cancel = async ({ url }: Running, id: string): Promise<void> => void (await (await fetch(`${url}${PREFIX}/task/${id}`, { method: 'DELETE' })).arrayBuffer())
const milliseconds = (value: number) => `${value.toFixed(0)} ms`
const megabytes = (value: number) => `${value.toFixed(0)} MB`
const residentMb = async ({ pid }: Running): Promise<number> => ((await memoryOf(pid))?.now ?? Number.NaN) / 2 ** 20

/** Clients of another process that follow the tasks: resolves once all have joined, with how it ends for them. */
async function followed(count: number, addresses: readonly string[]): Promise<{ readonly end: () => Promise<Followed> }> {
  const child = spawn(process.execPath, [FOLLOWERS, String(count)], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  child.stdin.write(`${JSON.stringify(addresses)}\n`)
  await lines.next()
  return { end: async () => JSON.parse((await lines.next()).value as string) as Followed }
}

/** Many clients on a hundred tasks that all end at once. */
export const live: Benchmark = {
  name: 'live',
  title: `${CLIENTS} WebSocket clients on ${TASKS} tasks`,
  run: ({ quick }) =>
    inFolder((folder) =>
      during(startBenchcast(join(folder, 'live.duckdb'), ['--workers', '1']), async (server) => {
        const count = quick ? QUICK_CLIENTS : CLIENTS
        const blocking = await submit(server, LONG_TABLE)
        const ids = await Promise.all(Array.from({ length: TASKS }, () => submit(server, SHORT_TABLE)))
        // What the long table takes is not of the clients.
        await sleep(SETTLED_MS)
        const before = await residentMb(server)
        const clients = await followed(
          count,
          ids.map((id) => `${server.url}${PREFIX}/ws/${id}`),
        )
        const after = await residentMb(server)
        const start = performance.timeOrigin + performance.now()
        await Promise.all(ids.map((id) => cancel(server, id)))
        const { lastAt, cutOff } = await clients.end()
        await cancel(server, blocking)
        return {
          lines: [
            limitLine('memory for the clients', after - before, MOST_MEMORY_MB, megabytes),
            limitLine('final frame at the last client', lastAt < start ? Number.NaN : lastAt - start, WITHIN_MS, milliseconds),
            limitLine('clients without a proper end', cutOff, 0, String),
          ],
          notes: [`${count} clients; the server took ${megabytes(after)} with them, ${megabytes(before)} without`],
        }
      }),
    ),
}
