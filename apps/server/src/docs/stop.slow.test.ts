import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { inFolder, spawnServer } from '../testing/spawn-server.ts'

/** Stops a server so long after somebody asked for its documentation and went away. */
const stopAfter = (milliseconds: number) =>
  inFolder(async (folder) => {
    const server = spawnServer(['--only', 'predictive-performance', '--db', `${folder}/stop.duckdb`])
    const leaving = new AbortController()
    const asked = fetch(`${await server.url}/openapi.json`, { signal: leaving.signal }).catch(() => undefined)
    await sleep(milliseconds)
    leaving.abort()
    await asked
    server.process.kill('SIGTERM')
    return (await server.ended).code
  })

describe('a stop while the documentation is being made', () => {
  it.each([100, 500])('ends with exit 0 when it comes %i ms after the question', async (milliseconds) => {
    expect(await stopAfter(milliseconds)).toBe(0)
  })
})
