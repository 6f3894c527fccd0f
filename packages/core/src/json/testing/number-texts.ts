/** Small seeded generator (mulberry32): tests must give the same numbers every time. */
export function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const bits = new DataView(new ArrayBuffer(8))

/** Ways to write a number that stress different parts of a reader. Each gives valid, finite JSON numbers. */
export const NUMBER_TEXTS: Readonly<Record<string, (next: () => number) => string>> = {
  'any double, shortest form': (next) => {
    bits.setUint32(0, next() * 2 ** 32)
    bits.setUint32(4, next() * 2 ** 32)
    const value = bits.getFloat64(0)
    return Number.isFinite(value) ? String(value) : '0'
  },
  'probabilities, shortest form': (next) => String(next() + next() * 2 ** -32),
  'any digits, any point, any exponent': (next) => {
    const whole = digits(next, 1 + Math.floor(next() * 18)).replace(/^0+(?=\d)/, '')
    const fraction = next() < 0.7 ? `.${digits(next, 1 + Math.floor(next() * 22))}` : ''
    const exponent = next() < 0.4 ? `${next() < 0.5 ? 'e' : 'E'}${['', '+', '-'][Math.floor(next() * 3)]}${Math.floor(next() * (next() < 0.5 ? 30 : 280))}` : ''
    return `${next() < 0.3 ? '-' : ''}${whole}${fraction}${exponent}`
  },
  'long decimals': (next) => `${next() < 0.5 ? '-' : ''}${Math.floor(10 ** (next() * 8))}.${'0'.repeat(next() < 0.8 ? 0 : next() * 6)}${digits(next, 1 + Math.floor(next() * 20))}`,
  'cut off near the middle of two doubles': (next) => {
    // A double of 53 bits below 2^23 and half a unit: its decimals, cut off or rounded up at 8 to 19 places.
    const bits = 30 + Math.floor(next() * 24)
    const odd = BigInt(2 ** 52 + Math.floor(next() * 2 ** 52)) * 2n + 1n
    const scaled = (odd * 10n ** 40n) >> BigInt(bits + 1)
    const places = 8 + Math.floor(next() * 12)
    const cut = scaled / 10n ** BigInt(40 - places) + (next() < 0.5 ? 1n : 0n)
    const text = cut.toString().padStart(places + 1, '0')
    return `${text.slice(0, -places)}.${text.slice(-places)}`
  },
  'halfway between two doubles': (next) => {
    const value = (2 ** 52 + Math.floor(next() * 2 ** 52)) * 2
    const half = (BigInt(value) + 1n).toString()
    return next() < 0.5 ? half : `${half[0]}.${half.slice(1)}e${half.length - 1}`
  },
  'short decimals': (next) => (next() * 10 ** Math.floor(next() * 4)).toFixed(Math.floor(next() * 8)),
  integers: (next) => String(Math.floor((next() - 0.5) * 10 ** Math.floor(next() * 17)) + 0),
  edges: (next) => EDGES[Math.floor(next() * EDGES.length)]!,
}

const EDGES =
  '0 -0 0.0 -0.0 0e5 1e22 1e23 1e-22 9007199254740993 9007199254740992.5 2.2250738585072014e-308 2.2250738585072011e-308 5e-324 4.9e-324 1e-400 1.7976931348623157e308 1.7976931348623158e308 0.1 1.0 1e3 1E+3 255 256 2147483647 2147483648 -2147483648 -2147483649 999999999 1000000000 123456789012345678901234567890 0.000000000000000000000000000001 8.5e-290 8.5e290'.split(
    ' ',
  )

function digits(next: () => number, count: number): string {
  let text = ''
  for (let i = 0; i < count; i++) text += Math.floor(next() * 10)
  return text
}

/** The first text of `count` that the reader and JSON.parse read differently, read in arrays of `length`; undefined when there is none. */
export function firstDifference(read: (text: string) => ArrayLike<number>, kind: string, count: number, length: number, seed: number): { text: string; read: number | undefined } | undefined {
  const next = random(seed)
  for (let done = 0; done < count; done += length) {
    const texts = Array.from({ length }, () => NUMBER_TEXTS[kind]!(next))
    const values = read(`[${texts.join(',')}]`)
    for (let i = 0; i < length; i++) if (!Object.is(values[i], JSON.parse(texts[i]!))) return { text: texts[i]!, read: values[i] }
  }
  return undefined
}
