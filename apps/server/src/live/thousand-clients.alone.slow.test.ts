import type { AddressInfo } from 'node:net'
import { PREDICTIVE_PREFIX } from '@benchcast/core/api'
import { describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import { openStore } from '../storage/index.ts'
import { SteppingJob } from '../testing/stepping-job.ts'
import { openTestApp } from '../testing/test-app.ts'
import { testQueue } from '../testing/test-queue.ts'

const CLIENTS = 1000
/** The clients run in the server's own process here, so that both share one thread. */
const WITHIN_MS = 1000

interface Client {
  readonly open: Promise<void>
  readonly end: Promise<{ readonly at: number; readonly last: string; readonly code: number }>
}

function client(url: string): Client {
  const socket = new WebSocket(url)
  let last = ''
  let at = 0
  socket.on('message', (data) => {
    last = (data as Buffer).toString()
    at = performance.now()
  })
  const open = new Promise<void>((resolve) => socket.once('message', () => resolve()))
  const end = new Promise<Awaited<Client['end']>>((resolve) => socket.on('close', (code) => resolve({ at, last, code })))
  return { open, end }
}

describe('A thousand WebSocket clients on one task', () => {
  it('all get the final frame within a second, and the server then stops at once', async () => {
    const store = await openStore({ path: ':memory:' })
    const steps = new SteppingJob()
    const jobs = testQueue(store, { steps: steps.job })
    const t = await openTestApp({}, { store, jobs })
    try {
      await t.app.listen({ port: 0, host: '127.0.0.1' })
      const task = await jobs.submit('steps', { n: 1 })
      const url = `ws://127.0.0.1:${(t.app.server.address() as AddressInfo).port}${PREDICTIVE_PREFIX}/ws/${task.id}`
      const clients = Array.from({ length: CLIENTS }, () => client(url))
      await Promise.all(clients.map(({ open }) => open))
      const start = performance.now()
      await steps.go(4)
      const ends = await Promise.all(clients.map(({ end }) => end))
      const slowestMs = Math.max(...ends.map(({ at }) => at)) - start
      console.info(`${CLIENTS} clients: the last one had the final frame after ${slowestMs.toFixed(0)} ms`)
      expect(new Set(ends.map(({ last, code }) => `${code} ${last}`))).toEqual(new Set([`1000 ${task.text}`]))
      expect(task.status).toBe('completed')
      expect(slowestMs).toBeLessThan(WITHIN_MS)
    } finally {
      await jobs.close()
      await t.close()
    }
  })

  it('that do not read do not hold the end of the task back, nor the end of the server', async () => {
    const store = await openStore({ path: ':memory:' })
    const steps = new SteppingJob()
    const jobs = testQueue(store, { steps: steps.job })
    const t = await openTestApp({}, { store, jobs })
    await t.app.listen({ port: 0, host: '127.0.0.1' })
    const task = await jobs.submit('steps', { padding: 'x'.repeat(100_000) })
    const url = `ws://127.0.0.1:${(t.app.server.address() as AddressInfo).port}${PREDICTIVE_PREFIX}/ws/${task.id}`
    const deaf = Array.from({ length: 100 }, () => new WebSocket(url))
    await Promise.all(deaf.map((socket) => new Promise((resolve) => socket.once('message', resolve))))
    for (const socket of deaf) socket.pause()
    await steps.go(4)
    await task.ended(AbortSignal.timeout(60_000))
    expect(task.status).toBe('completed')
    const start = performance.now()
    await jobs.close()
    await t.close()
    expect(performance.now() - start).toBeLessThan(3000)
    for (const socket of deaf) socket.terminate()
  })
})
