import { writeSync } from 'node:fs'
import { openStore } from '../index.ts'
import { runWrite } from './run-write.ts'

/**
 * A program for crash tests: opens the database, says `up`, then writes runs from CALLERS callers (16) until it is killed. It says `try <id>`
 * before and `ok <id>` after each write, straight into the pipe, where a kill cannot take it back. Ids in RETRY are what an earlier
 * program was killed over: they are sent again under the same key, as a client would.
 */
const [file, prefix] = process.argv.slice(2) as [string, string]
const say = (line: string) => writeSync(1, `${line}\n`)

const store = await openStore({ path: file, dailyBackups: false })
for (const warning of store.openWarnings) say(`warning ${warning}`)
say('up')

async function write(id: string): Promise<void> {
  if (await store.findIdempotent('runBenchmark', id)) return void say(`ok ${id}`)
  say(`try ${id}`)
  const idempotency = { key: id, endpoint: 'runBenchmark', fingerprint: id, resourceId: id, createdAt: new Date().toISOString() }
  await store.insertRun(runWrite(1, { runId: id, idempotency, document: JSON.stringify({ id, padding: 'x'.repeat(1000) }) }))
  say(`ok ${id}`)
}

await Promise.all((process.env.RETRY ?? '').split(' ').filter(Boolean).map(write))
let next = 0
async function writeOnAndOn(): Promise<never> {
  for (;;) await write(`${prefix}-${next++}`)
}
await Promise.all(Array.from({ length: Number(process.env.CALLERS ?? 16) }, writeOnAndOn))
