import { readJson } from '@benchcast/core/json'
import { type Benchmark, fasterLine, type Line } from './benchmark.ts'
import { JSON_SHAPES, SEED_BODY } from './bodies.ts'

const ROWS = 1_000_000
const QUICK_ROWS = 100_000
const REPEATS = 9
const SEED_CALLS = 20_000

/** How many times faster than JSON.parse each shape must be read; none may be slower. */
const FASTER = 1
const TARGETS: Readonly<Record<string, number>> = { 'integers 0..2': 1.8, 'decimals of 4 digits': 1.8, 'decimals of 6 digits': 1.8 }

/** readJson against JSON.parse of the same bytes, text decoding included. */
export const readJsonBenchmark: Benchmark = {
  name: 'read-json',
  title: 'readJson against JSON.parse, both from the bytes of the body: JSON.parse(bytes.toString()); CPU time',
  run: async ({ quick }) => {
    const rows = quick ? QUICK_ROWS : ROWS
    const shapes = Object.entries(JSON_SHAPES).map(([name, make]) => shapeLine(name, Buffer.from(JSON.stringify(make(rows))), 1, TARGETS[name] ?? FASTER))
    const { ours, parse } = compared(Buffer.from(JSON.stringify(SEED_BODY)), SEED_CALLS)
    const seed: Line = { ...fasterLine("the seed's request", ours, parse, 1), target: '<= 5 us', ok: ours <= 5e-6 }
    return { lines: [...shapes, seed] }
  },
}

function shapeLine(name: string, bytes: Buffer, calls: number, times: number): Line {
  const { ours, parse } = compared(bytes, calls)
  return fasterLine(`${name}, ${(bytes.length / 1e6).toFixed(1)} MB`, ours, parse, times)
}

/** The fastest of several turns each, taken in alternation so that a busy moment hits both; CPU time, seconds per call. */
function compared(bytes: Buffer, calls: number): { readonly ours: number; readonly parse: number } {
  let ours = Number.POSITIVE_INFINITY
  let parse = Number.POSITIVE_INFINITY
  for (let i = 0; i < REPEATS; i++) {
    parse = Math.min(
      parse,
      cpuSeconds(() => JSON.parse(bytes.toString()), calls),
    )
    ours = Math.min(
      ours,
      cpuSeconds(() => readJson(bytes), calls),
    )
  }
  return { ours, parse }
}

function cpuSeconds(work: () => unknown, calls: number): number {
  const before = process.cpuUsage()
  for (let i = 0; i < calls; i++) work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6 / calls
}
