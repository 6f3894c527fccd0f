import { createHash, randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { BodyBudget, readBody } from './body.ts'
import { BodyMemory } from './body-memory.ts'

const MIB = 1024 * 1024
const streamOf = (chunks: readonly Buffer[]) => Readable.from(chunks, { objectMode: false }) as unknown as IncomingMessage
/** As from a socket, each chunk has memory of its own, which the reader may take away. */
const inChunks = (bytes: Buffer, size: number) => Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => Buffer.from(new Uint8Array(bytes.subarray(i * size, (i + 1) * size)).buffer))

function read(
  bytes: Buffer,
  { declared, limitBytes = 8 * MIB, budget = new BodyBudget(64 * MIB), fingerprint = false }: { declared?: number; limitBytes?: number; budget?: BodyBudget; fingerprint?: boolean } = {},
) {
  return readBody(streamOf(inChunks(bytes, 60_000)), declared, { limitBytes, budget, fingerprint })
}

describe('A body', () => {
  it.each([
    ['of known length', (bytes: Buffer) => bytes.length],
    ['in chunks', () => undefined],
  ])('%s is read whole, into a buffer of its own when it is large', async (_, declaredOf) => {
    for (const size of [1, 59_999, 60_000, 60_001, 3 * MIB + 7]) {
      const bytes = randomBytes(size)
      const declared = declaredOf(bytes)
      const { bytes: got } = await read(bytes, declared === undefined ? {} : { declared })
      expect(Buffer.compare(got, bytes)).toBe(0)
      if (declared !== undefined && size > 60_000) expect(got.buffer.byteLength).toBe(size)
    }
  })

  it('has the same fingerprint whether it was hashed on the way or afterwards', async () => {
    const bytes = randomBytes(200_000)
    const expected = createHash('sha256').update(bytes).digest('hex')
    for (const fingerprint of [true, false]) expect((await read(bytes, { declared: bytes.length, fingerprint })).fingerprint()).toBe(expected)
  })

  it('beyond the limit is refused as soon as it passes it', async () => {
    await expect(read(randomBytes(200_000), { limitBytes: 100_000 })).rejects.toMatchObject({ code: 'body_too_large' })
  })

  it('counts against the budget while its request lasts, and is refused when that is used up', async () => {
    const budget = new BodyBudget(5 * MIB)
    const first = await read(randomBytes(3 * MIB), { declared: 3 * MIB, budget })
    expect(budget.held).toBe(3 * MIB)
    await expect(read(randomBytes(3 * MIB), { declared: 3 * MIB, budget })).rejects.toMatchObject({ code: 'overloaded', retryAfterSeconds: 5 })
    await read(randomBytes(1000), { budget })
    first.release()
    first.release()
    expect(budget.held).toBe(0)
  })

  it('that stops arriving is given up, and holds nothing', async () => {
    const budget = new BodyBudget(64 * MIB)
    const stalled = new Readable({ read() {} }) as unknown as IncomingMessage & Readable
    stalled.push(randomBytes(1000))
    const start = performance.now()
    await expect(readBody(stalled, 3 * MIB, { limitBytes: 8 * MIB, budget, fingerprint: false, graceMs: 40 })).rejects.toMatchObject({ code: 'request_timeout' })
    expect(performance.now() - start).toBeGreaterThan(39)
    expect(budget.held).toBe(0)
  })

  it.each([
    ['closed', undefined],
    ['broken', new Error('aborted')],
  ])('cut off by its client is no complete body, and no fault of the server: %s', async (_, error) => {
    const cut = new Readable({ read() {} }) as unknown as IncomingMessage & Readable
    const reading = readBody(cut, 100, { limitBytes: MIB, budget: new BodyBudget(MIB), fingerprint: false })
    cut.push('{')
    cut.destroy(error)
    await expect(reading).rejects.toMatchObject({ code: 'malformed_request' })
  })

  it('of known length that is large is looked at while it arrives, in memory that is shared and used again', async () => {
    const memory = new BodyMemory()
    const seen: number[] = []
    const sent = randomBytes(3 * MIB)
    const receive = (body: Uint8Array<SharedArrayBuffer>) => (length: number) => {
      expect(Buffer.compare(body.subarray(0, length), sent.subarray(0, length))).toBe(0)
      seen.push(length)
    }
    const readShared = (bytes: Buffer, declared?: number) =>
      readBody(streamOf(inChunks(bytes, 60_000)), declared, { limitBytes: 8 * MIB, budget: new BodyBudget(64 * MIB), fingerprint: false, receiver: { memory, receive } })
    const first = await readShared(sent, sent.length)
    const pieces = Math.ceil((3 * MIB) / 60_000)
    expect([seen[0], seen.at(-1), seen.length]).toEqual([60_000, 3 * MIB, pieces])
    expect(first.fingerprint()).toBe(createHash('sha256').update(sent).digest('hex'))
    first.release()
    first.release()
    const [second, third, fourth] = [await readShared(sent, sent.length), await readShared(sent, sent.length), await readShared(sent, sent.length)]
    expect(second.bytes.buffer).toBe(first.bytes.buffer)
    expect(third.bytes.buffer).not.toBe(second.bytes.buffer)
    expect([second, third, fourth].map(({ bytes }) => bytes.buffer instanceof SharedArrayBuffer)).toEqual([true, true, false])
    await readShared(sent.subarray(0, 70_000), 70_000)
    await readShared(sent)
    expect(seen.length).toBe(3 * pieces)
  })
})
