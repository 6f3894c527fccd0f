import { EventEmitter } from 'node:events'
import type { ServerResponse } from 'node:http'
import { describe, expect, it, vi } from 'vitest'
import { monotonicClock } from '../clock.ts'
import { isAddressSafe, openAddress, parseConfig } from '../config.ts'
import { newId, uuidv7 } from '../ids.ts'
import { LoadWatch } from '../observe/load.ts'
import { withSuccess } from './answer.ts'
import { matchesEtag } from './conditional.ts'
import { negotiate } from './negotiate.ts'
import { streamList } from './stream-list.ts'

describe('Ids', () => {
  it('are UUIDs of version 7 with the prefix of their kind, and never repeat', () => {
    const ids = Array.from({ length: 10_000 }, () => uuidv7(0))
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids.slice(0, 300)) expect(id).toMatch(/^00000000-0000-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(newId('comparison')).toMatch(/^comparison-[0-9a-f-]{36}$/)
  })
})

describe('The clock', () => {
  it('never goes back, even when the system clock does', () => {
    const times = [5000, 1000, 6000]
    const now = monotonicClock(() => times.shift()!)
    expect([now(), now(), now()]).toEqual(['1970-01-01T00:00:05.000Z', '1970-01-01T00:00:05.000Z', '1970-01-01T00:00:06.000Z'])
  })
})

describe('Settings', () => {
  it('come from flags before the environment before the defaults', () => {
    const config = parseConfig({ port: '1' }, { BENCHCAST_PORT: '2', BENCHCAST_DB: 'x.duckdb', BENCHCAST_RATE_LIMIT: 'Yes' })
    expect(config).toMatchObject({ port: 1, db: 'x.duckdb', rateLimit: true, host: '127.0.0.1', maxBodyMib: 128 })
  })

  it.each([
    [{ port: '-1' }, {}, '--port'],
    [{}, { BENCHCAST_PORT: 'x' }, 'BENCHCAST_PORT'],
    [{ rateLimit: 'maybe' }, {}, '--rate-limit'],
  ])('%j %j are refused by name', (flags, environment, name) => {
    expect(() => parseConfig(flags, environment)).toThrow(name)
  })

  it('let a server listen on an open address only with a key, or when it is told that this is meant', () => {
    const open = parseConfig({ host: '0.0.0.0' })
    expect([isAddressSafe(open, 0), isAddressSafe(open, 1), isAddressSafe(parseConfig({ host: '0.0.0.0', insecure: true }), 0), isAddressSafe(parseConfig({}), 0)]).toEqual([false, true, true, true])
    expect(openAddress(open)).toMatchObject({ exitCode: 78, message: expect.stringContaining('--insecure') })
  })
})

describe('Content negotiation', () => {
  const offers = ['application/json', 'text/html'] as const
  it.each([
    [undefined, 'application/json'],
    ['', 'application/json'],
    ['text/html', 'text/html'],
    ['TEXT/HTML;charset=utf-8', 'text/html'],
    ['text/*;q=0.5, application/json;q=0.4', 'text/html'],
    ['*/*;q=0.1, application/json;q=0', 'text/html'],
    ['application/pdf', undefined],
    ['text/html;q=2', undefined],
    [';;,,/', undefined],
  ])('%j gives %j', (accept, expected) => {
    expect(negotiate(accept, offers)).toBe(expected)
  })
})

describe('Small parts', () => {
  it('If-None-Match compares weakly, in lists, and * matches all', () => {
    expect(['"a"', 'W/"a"', '"b", "a"', '*'].map((header) => matchesEtag(header, '"a"'))).toEqual([true, true, true, true])
    expect([undefined, '"b"', 'a'].map((header) => matchesEtag(header, '"a"'))).toEqual([false, false, false])
  })

  it('success is spliced into stored text', () => {
    expect([withSuccess('{}'), withSuccess('{"a":1}')].map((text) => JSON.parse(text))).toEqual([{ success: true }, { success: true, a: 1 }])
  })

  it('a long list is sent in pieces that make the same text', async () => {
    const items = Array.from({ length: 5000 }, (_, i) => ({ i, text: 'x'.repeat(50) }))
    const pieces = await streamList(
      '{"items":[',
      items.values().map((item) => JSON.stringify(item)),
      ']}',
    ).toArray()
    expect(pieces.length).toBeGreaterThan(3)
    expect(JSON.parse(pieces.join(''))).toEqual({ items })
    expect((await streamList('[', [], ']').toArray()).join('')).toBe('[]')
  })

  it('work is shed when the event loop is late or too much is open', () => {
    const load = new LoadWatch({ busyAfterMs: 250 })
    expect(() => load.check()).not.toThrow()
    load.delayMs = 300
    expect(() => load.check()).toThrow('busy')
    Object.assign(load, { delayMs: 0, inFlight: 5000 })
    expect(() => load.check()).toThrow('busy')
    load.close()
  })

  it('no evaluation is begun while many have waited for two seconds, and other requests are answered', () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const load = new LoadWatch({ busyAfterMs: 250 })
    const response = () => new EventEmitter() as unknown as ServerResponse
    const waiting = Array.from({ length: 100 }, response)
    for (const each of waiting) load.await(each)
    vi.advanceTimersByTime(1600)
    load.check(true)
    vi.advanceTimersByTime(500)
    expect(() => load.check(true)).toThrow('busy')
    expect(() => load.check()).not.toThrow()
    for (const each of waiting.slice(0, 40)) each.emit('close')
    expect(() => load.check(true)).not.toThrow()
    load.close()
    vi.useRealTimers()
  })

  it('a server that was told so lets work wait, however late the event loop is', () => {
    const load = new LoadWatch({ busyAfterMs: 0 })
    load.delayMs = 1e6
    expect(() => load.check()).not.toThrow()
    load.close()
  })
})
