import { createHash, randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { BodyBudget, readBody } from './body.ts'

const MIB = 1024 * 1024
const streamOf = (chunks: readonly Buffer[]) => Readable.from(chunks, { objectMode: false }) as unknown as IncomingMessage
const inChunks = (bytes: Buffer, size: number) => Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size))

function read(
  bytes: Buffer,
  { declared, limitBytes = 8 * MIB, budget = new BodyBudget(64 * MIB), fingerprint = false }: { declared?: number; limitBytes?: number; budget?: BodyBudget; fingerprint?: boolean } = {},
) {
  const releases: (() => void)[] = []
  const body = readBody(streamOf(inChunks(bytes, 60_000)), declared, { limitBytes, budget, fingerprint, onRelease: (release) => releases.push(release) })
  return { body, release: () => releases.forEach((release) => void release()), budget }
}

describe('A body', () => {
  it.each([
    ['of known length', (bytes: Buffer) => bytes.length],
    ['in chunks', () => undefined],
  ])('%s is read whole, into a buffer of its own when it is large', async (_, declaredOf) => {
    for (const size of [1, 59_999, 60_000, 60_001, 3 * MIB + 7]) {
      const bytes = randomBytes(size)
      const declared = declaredOf(bytes)
      const { bytes: got } = await read(bytes, declared === undefined ? {} : { declared }).body
      expect(Buffer.compare(got, bytes)).toBe(0)
      if (declared !== undefined && size > 60_000) expect(got.buffer.byteLength).toBe(size)
    }
  })

  it('has the same fingerprint whether it was hashed on the way or afterwards', async () => {
    const bytes = randomBytes(200_000)
    const expected = createHash('sha256').update(bytes).digest('hex')
    for (const fingerprint of [true, false]) expect((await read(bytes, { declared: bytes.length, fingerprint }).body).fingerprint()).toBe(expected)
  })

  it('beyond the limit is refused as soon as it passes it', async () => {
    await expect(read(randomBytes(200_000), { limitBytes: 100_000 }).body).rejects.toMatchObject({ code: 'body_too_large' })
  })

  it('counts against the budget while its request lasts, and is refused when that is used up', async () => {
    const budget = new BodyBudget(5 * MIB)
    const first = read(randomBytes(3 * MIB), { declared: 3 * MIB, budget })
    await first.body
    expect(budget.held).toBe(3 * MIB)
    await expect(read(randomBytes(3 * MIB), { declared: 3 * MIB, budget }).body).rejects.toMatchObject({ code: 'overloaded', retryAfterSeconds: 5 })
    await read(randomBytes(1000), { budget }).body
    first.release()
    expect(budget.held).toBe(0)
  })
})
