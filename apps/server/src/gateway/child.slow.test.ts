import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder } from '../testing/spawn-server.ts'
import { Child } from './child.ts'
import { Upstream } from './upstream.ts'

const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 50))
}

describe('a process of the gateway', () => {
  it('that ends again and again is started again so many times, then left, and requests for it say so', async () => {
    await inFolder(async (folder) => {
      const said: string[] = []
      const upstream = new Upstream({ title: 'Generator API' })
      const plan = { title: 'Generator API', args: ['--only', 'generator', '--port', '0', '--db', join(folder, 'g.duckdb')], environment: process.env }
      const child = new Child(plan, upstream, (message) => said.push(message), { firstPauseMs: 10, longestPauseMs: 20, most: 2, lastingMs: 600_000 })
      expect(() => upstream.checkedUrl()).toThrow('The Generator API is not available: it is starting.')
      try {
        await child.start()
        const first = upstream.checkedUrl()
        process.kill(child.pid!, 'SIGKILL')
        await until(() => said.length === 1)
        expect(() => upstream.checkedUrl()).toThrow('its process ended with SIGKILL and is started again')
        await until(() => upstream.isHealthy)
        expect(upstream.url).toBe(first)
        process.kill(child.pid!, 'SIGKILL')
        await until(() => said.length === 2)
        expect(said[1]).toContain('2 times in a row: it is not started again')
        expect(() => upstream.checkedUrl()).toThrow('is not started again')
      } finally {
        await child.stop()
        upstream.close()
      }
    })
  })
})
