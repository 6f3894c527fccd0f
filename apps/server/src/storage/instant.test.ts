import { expect, it } from 'vitest'
import { microseconds } from './instant.ts'

it.each([
  ['1970-01-01T00:00:00Z', 0n],
  ['1970-01-01T00:00:01.000002Z', 1_000_002n],
  ['1970-01-01T00:00:00.1234569Z', 123_456n],
  ['1970-01-01T01:00:00+01:00', 0n],
  ['1970-01-01T00:01Z', 60_000_000n],
  ['1969-12-31T23:59:59.5Z', -500_000n],
  ['9999-12-31T23:59:59.999999Z', 253_402_300_799_999_999n],
])('%s is %d µs after 1970', (iso, expected) => expect(microseconds(iso)).toBe(expected))

it.each(['', 'noon', '2026-11-21', '2026-11-21T10:00:00', '2026-02-30T25:00:00Z', '2026-11-21T10:00:00.Z'])('refuses %j', (text) => expect(() => microseconds(text)).toThrow(RangeError))
