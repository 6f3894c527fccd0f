import type { AddressInfo } from 'node:net'
import { PREDICTIVE_PREFIX } from '@benchcast/core/api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import type { Task } from '../jobs/task.ts'
import { openStore, type Store } from '../storage/index.ts'
import { SteppingJob } from '../testing/stepping-job.ts'
import { openTestApp, type TestApp } from '../testing/test-app.ts'
import { testQueue } from '../testing/test-queue.ts'

let t: TestApp
let store: Store
let steps: SteppingJob
let origin: string
beforeEach(async () => {
  store = await openStore({ path: ':memory:' })
  steps = new SteppingJob()
  t = await openTestApp({}, { store, jobs: testQueue(store, { steps: steps.job }) })
  await t.app.listen({ port: 0, host: '127.0.0.1' })
  origin = `127.0.0.1:${(t.app.server.address() as AddressInfo).port}`
})
afterEach(async () => {
  await t.services.jobs.close()
  await t.close()
})

// biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects to be there
type Frame = any

/** A client: the frames it got and how it was closed. */
function follow(id: string, headers: Record<string, string> = {}) {
  const socket = new WebSocket(`ws://${origin}${PREDICTIVE_PREFIX}/ws/${id}`, { headers })
  const frames: Frame[] = []
  const waiting: (() => void)[] = []
  socket.on('message', (data) => {
    frames.push(JSON.parse((data as Buffer).toString()))
    for (const wake of waiting.splice(0)) wake()
  })
  const closed = new Promise<[number, string]>((resolve) => socket.on('close', (code, reason) => resolve([code, String(reason)])))
  const refused = new Promise<number | undefined>((resolve) => socket.on('unexpected-response', (_, response) => resolve(response.statusCode)))
  const got = async (count: number) => {
    while (frames.length < count) await new Promise<void>((resolve) => waiting.push(resolve))
    return frames
  }
  return { socket, frames, closed, refused, got }
}

async function running(): Promise<Task> {
  const task = await t.services.jobs.submit('steps', { n: 1 })
  while (steps.begun.length === 0) await new Promise((resolve) => setTimeout(resolve, 1))
  return task
}

describe('The WebSocket of a task', () => {
  it('shows the present state at once, every change in order, the end with its result, and closes with 1000', async () => {
    const task = await running()
    await steps.go(1)
    const { got, closed, frames } = follow(task.id)
    await got(1)
    await steps.go(3)
    expect((await closed)[0]).toBe(1000)
    expect(frames.map(({ status, progress }) => [status, progress])).toEqual([
      ['running', 0.25],
      ['running', 0.5],
      ['running', 0.75],
      ['running', 0.99],
      ['completed', 1],
    ])
    for (const frame of frames) expect(frame).toMatchObject({ task_id: task.id, message: expect.any(String), timestamp: expect.stringMatching(/Z$/) })
    expect(frames.map((frame) => 'result' in frame)).toEqual([false, false, false, false, true])
  })

  it('of a task that has ended gives the end and closes', async () => {
    const task = await running()
    await steps.go(4)
    await task.ended(AbortSignal.timeout(60_000))
    const { frames, closed } = follow(task.id)
    expect((await closed)[0]).toBe(1000)
    expect(frames).toEqual([JSON.parse(task.text)])
  })

  it('of an unknown task says so and closes with 4404', async () => {
    const { frames, closed } = follow('none')
    expect(await closed).toEqual([4404, 'There is no such task.'])
    expect(frames).toEqual([{ error: 'Task not found', task_id: 'none' }])
  })

  it('answers ping and status, ignores the rest, and refuses large frames', async () => {
    const task = await running()
    const { socket, got, frames, closed } = follow(task.id)
    await got(1)
    for (const text of ['nonsense', '{"type":"ping"}', 'ping', '"status"']) socket.send(text)
    await got(4)
    expect(frames.slice(1)).toEqual([{ pong: true }, { pong: true }, frames[0]])
    socket.send('x'.repeat(5000))
    expect((await closed)[0]).toBe(1009)
  })

  it('shows a cancelled task as failed', async () => {
    const task = await running()
    const { got, closed } = follow(task.id)
    await got(1)
    const { status, json } = await t.send({ method: 'DELETE', url: `${PREDICTIVE_PREFIX}/task/${task.id}` })
    expect([status, json.status]).toEqual([200, 'failed'])
    await closed
    expect((await got(2))[1]).toMatchObject({ status: 'failed', message: 'Task failed: The task was cancelled.' })
  })

  it('is refused to pages of other sites and to other hosts, and elsewhere there is none', async () => {
    const task = await running()
    expect(await follow(task.id, { origin: 'https://evil.example' }).refused).toBe(403)
    expect(await follow(task.id, { host: 'evil.example' }).refused).toBe(421)
    expect(await follow(`${task.id}/more`).refused).toBe(404)
    const { got, socket } = follow(task.id, { origin: `http://${origin}` })
    await got(1)
    socket.terminate()
  })

  it('is closed with 1001 when the server stops, whether or not its clients answer', async () => {
    const task = await running()
    const clients = [follow(task.id), follow(task.id)]
    await Promise.all(clients.map(({ got }) => got(1)))
    clients[1]!.socket.pause()
    const stopping = t.app.close()
    expect((await clients[0]!.closed)[0]).toBe(1001)
    clients[1]!.socket.resume()
    await stopping
  })
})

describe('The event stream of a task', () => {
  const events = (id: string, headers: Record<string, string> = {}) => fetch(`http://${origin}${PREDICTIVE_PREFIX}/task/${id}/events`, { headers })
  const parse = (text: string) => [...text.matchAll(/id: (.*)\nevent: (.*)\ndata: (.*)\n\n/g)].map(([, id, event, data]) => ({ id, event, data: JSON.parse(data!) as Frame }))

  it('gives the same frames, each with an id, and ends', async () => {
    const task = await running()
    const response = await events(task.id, { accept: 'text/event-stream' })
    await steps.go(4)
    const text = await response.text()
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(text).toMatch(/^retry: \d+\n\n/)
    const seen = parse(text)
    expect(seen.map(({ event, data }) => [event, data.progress])).toEqual([
      ['progress', 0],
      ['progress', 0.25],
      ['progress', 0.5],
      ['progress', 0.75],
      ['progress', 0.99],
      ['end', 1],
    ])
    expect(new Set(seen.map(({ id }) => id)).size).toBe(6)
    const last = seen.at(-1)!
    expect(last.data).toEqual(JSON.parse(task.text))
    expect((await events(task.id, { 'last-event-id': last.id! })).status).toBe(204)
    expect(parse(await (await events(task.id, { 'last-event-id': seen[0]!.id! })).text())).toEqual([last])
  })

  it('is refused to who accepts only something else', async () => {
    const task = await running()
    expect((await events(task.id, { accept: 'application/json' })).status).toBe(406)
  })

  it('ends when the server stops', async () => {
    const task = await running()
    const response = await events(task.id)
    const text = response.text()
    await t.app.close()
    expect(parse(await text)).toHaveLength(1)
  })
})

describe('A key that is revoked', () => {
  it('takes the WebSockets and event streams along that were opened with it, and no others', async () => {
    const task = await running()
    const { keys } = t.services
    const by = { keyId: null, who: 'tests', address: '' }
    const order = { name: 'follower', scopes: ['read'], days: null } as const
    const { key, text } = await keys.create(order, by)
    const other = await keys.create({ ...order, name: 'other' }, by)
    const [closing, staying] = [follow(task.id, { 'x-api-key': text }), follow(task.id, { 'x-api-key': other.text })]
    const stream = await fetch(`http://${origin}${PREDICTIVE_PREFIX}/task/${task.id}/events`, { headers: { 'x-api-key': text } })
    await Promise.all([closing.got(1), staying.got(1)])
    await keys.revoke(key.id, by)
    expect(await closing.closed).toEqual([4401, 'The API key was revoked.'])
    await expect(stream.text()).rejects.toThrow()
    await steps.go(4)
    expect((await staying.closed)[0]).toBe(1000)
  })
})

describe('Waiting', () => {
  const wait = (path: string, headers = {}) => t.get(`${PREDICTIVE_PREFIX}/${path}`, headers)

  it('answers with the state when the time is up, and with the end when it comes before', async () => {
    const task = await running()
    expect((await wait(`task/${task.id}?wait=0.05`)).json).toMatchObject({ status: 'running', progress: 0 })
    const answer = wait(`task/${task.id}`, { prefer: 'wait=60' })
    await steps.go(4)
    expect((await answer).json.status).toBe('completed')
  })

  it('ends when the server stops', async () => {
    const task = await running()
    const answer = fetch(`http://${origin}${PREDICTIVE_PREFIX}/task/${task.id}?wait=60`).then((response) => response.json())
    await new Promise((resolve) => setTimeout(resolve, 20))
    await t.app.close()
    expect(await answer).toMatchObject({ status: 'running' })
  })
})
