import { randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openStore } from '../index.ts'
import { runWrite } from '../testing/run-write.ts'
import { removeTemporaryFolders, temporaryFolder } from '../testing/temporary-folder.ts'
import { walOf } from './files.ts'

const MIB = 1024 * 1024
const RUNS = 40

afterAll(removeTemporaryFolders)

it('a log that has grown is moved into the file between two writes of a calm hour, and everything is there afterwards', async () => {
  const path = join(temporaryFolder(), 'x.duckdb')
  const store = await openStore({ path })
  let longest = 0
  for (let n = 0; n < RUNS; n += 1) {
    await store.insertRun(runWrite(n, { document: JSON.stringify({ n, noise: randomBytes(MIB / 2).toString('hex') }) }))
    await new Promise((resolve) => setTimeout(resolve, 10))
    longest = Math.max(longest, statSync(walOf(path)).size)
  }
  const left = statSync(walOf(path), { throwIfNoEntry: false })?.size ?? 0
  await store.close()
  expect(longest).toBeGreaterThan(30 * MIB)
  expect(longest).toBeLessThan(36 * MIB)
  expect(left).toBeLessThan(12 * MIB)
  const again = await openStore({ path })
  for (let n = 0; n < RUNS; n += 1) expect(JSON.parse((await again.findRun(`benchmark-run-${n}`))!).n).toBe(n)
  await again.close()
})
