/** A map from data to pixels, with round numbers for its axis. */
export interface Scale {
  (value: number): number
  readonly ticks: readonly number[]
}

const between = ([from, to]: readonly [number, number], share: number) => from + (to - from) * share

/** Linear from `domain` to `range`; a domain without width sits in the middle. */
export function linearScale(domain: readonly [number, number], range: readonly [number, number], count = 5): Scale {
  const [min, max] = domain
  const map = (value: number) => between(range, max > min ? (value - min) / (max - min) : 0.5)
  return Object.assign(map, { ticks: max > min ? roundTicks(min, max, count) : [min] })
}

/** Logarithmic; both ends of the domain above 0. */
export function logScale(domain: readonly [number, number], range: readonly [number, number]): Scale {
  const [low, high] = [Math.log10(domain[0]), Math.log10(domain[1])]
  const map = (value: number) => between(range, high > low ? (Math.log10(value) - low) / (high - low) : 0.5)
  return Object.assign(map, { ticks: logTicks(domain, high - low) })
}

function logTicks([min, max]: readonly [number, number], decades: number): number[] {
  const factors = decades > 2.5 ? [1] : [1, 2, 5]
  const exponents = Array.from({ length: Math.ceil(Math.log10(max)) - Math.floor(Math.log10(min)) + 1 }, (_, i) => Math.floor(Math.log10(min)) + i)
  return exponents.flatMap((e) => factors.map((f) => f * 10 ** e)).filter((tick) => tick >= min * (1 - 1e-9) && tick <= max * (1 + 1e-9))
}

/** Multiples of 1, 2 or 5 times a power of ten: about `count` of them, and at least two. */
function roundTicks(min: number, max: number, count: number): number[] {
  const rough = (max - min) / Math.max(1, count)
  const power = 10 ** Math.floor(Math.log10(rough))
  const steps = [10, 5, 2, 1, 0.5, 0.2].map((factor) => factor * power)
  const wanted = Math.max(...steps.map((step, i) => (step >= rough * 0.99 ? i : 0)))
  const candidates = steps.slice(wanted).map((step) => multiples(min, max, step))
  return candidates.find((ticks) => ticks.length > 1) ?? candidates.at(-1)!
}

function multiples(min: number, max: number, step: number): number[] {
  const first = Math.ceil(min / step - 1e-9)
  const last = Math.floor(max / step + 1e-9)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => Number(((first + i) * step).toPrecision(12)))
}

/** The domain widened by a share of its width, kept inside `limits`. */
export function padded(values: readonly number[], share = 0.08, limits: readonly [number, number] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]): [number, number] {
  const [min, max] = [Math.min(...values), Math.max(...values)]
  const pad = max > min ? (max - min) * share : Math.abs(max) * 0.1 || 1
  return [Math.max(limits[0], min - pad), Math.min(limits[1], max + pad)]
}
