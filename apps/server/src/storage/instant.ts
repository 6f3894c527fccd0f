const PATTERN = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?::(\d{2})(?:\.(\d+))?)?(Z|[+-]\d{2}:?\d{2})$/

/**
 * Microseconds since 1970 of an ISO 8601 time with a zone; finer digits are cut off. Throws RangeError for anything else.
 * Times are compared by this number, since texts of one instant may differ (`…:00Z`, `…:00.000+00:00`).
 *
 * @example
 * microseconds('1970-01-01T00:00:01.000002Z') // 1_000_002n
 */
export function microseconds(iso: string): bigint {
  if (iso !== lastIso) [lastIso, lastMicroseconds] = [iso, parsed(iso)]
  return lastMicroseconds
}

/** Writes come in bursts of one instant. */
let lastIso = ''
let lastMicroseconds = 0n

/** Milliseconds since 1970 of a time that is written as `Date` writes it; undefined for any other text. */
export function plainMilliseconds(text: string): number | undefined {
  if (text.length !== PLAIN_LENGTH) return undefined
  const instant = Date.parse(text)
  if (Number.isNaN(instant)) return undefined
  return PLAIN.test(text) || new Date(instant).toISOString() === text ? instant : undefined
}
const PLAIN_LENGTH = '2025-08-15T14:30:45.000Z'.length
/** Surely written so, where it is a time: 30 February and 24:00 are read as other days. */
const PLAIN = /^\d{4}-\d\d-(?:[01]\d|2[0-8])T[01]\d:\d\d:\d\d\.\d{3}Z$/

function parsed(iso: string): bigint {
  const plain = plainMilliseconds(iso)
  if (plain !== undefined) return BigInt(plain) * 1000n
  const [, minute, second = '00', fraction = '', zone] = PATTERN.exec(iso) ?? []
  const milliseconds = Date.parse(`${minute}:${second}${zone}`)
  if (minute === undefined || Number.isNaN(milliseconds)) throw new RangeError(`'${iso}' is not an ISO 8601 time with a zone: write it like 2025-08-15T14:30:45Z.`)
  return BigInt(milliseconds) * 1000n + BigInt(fraction.slice(0, 6).padEnd(6, '0'))
}
