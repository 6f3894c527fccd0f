import { readFileSync } from 'node:fs'
import { runInThisContext } from 'node:vm'
import { orderStatisticBounds } from '@benchcast/core/stats'
import { describe, expect, it } from 'vitest'
import { withoutTypes } from './render.ts'
import { PYTHON, runProgram } from './testing/run-program.ts'

type Interval = readonly [number, number] | null

const part = (name: string): string => readFileSync(new URL(`./templates/${name}`, import.meta.url), 'utf8')
const COUNTS = [...Array.from({ length: 300 }, (_, index) => index + 1), 999, 1000, 5001, 20_000]
/** Of 0, 1, 2 ... an interval says which two order statistics were taken. */
const expected: readonly Interval[] = COUNTS.map((count) => {
  const bounds = orderStatisticBounds(
    Float64Array.from({ length: count }, (_, index) => index),
    0.5,
    0.95,
  )
  return bounds === undefined ? null : [bounds.lower, bounds.upper]
})

describe('The interval of the median in generated scripts', () => {
  it('is that of this server in TypeScript, whatever the number of runs', () => {
    const medianInterval = runInThisContext(`(() => {${withoutTypes(part('method.ts.part'))}; return medianInterval})()`) as (ordered: readonly number[]) => Interval
    expect(COUNTS.map((count) => medianInterval(Array.from({ length: count }, (_, index) => index)))).toEqual(expected)
  })

  it.skipIf(PYTHON === undefined)('is that of this server in Python, whatever the number of runs (needs .venv, made from python/tools/requirements.txt)', async () => {
    const program = `import json, math, sys, time\n${part('method.py.part')}\nprint(json.dumps([median_interval(range(count)) for count in ${JSON.stringify(COUNTS)}]))`
    const { stdout, stderr } = await runProgram(PYTHON!, ['-c', program])
    expect([stderr, JSON.parse(stdout)]).toEqual(['', expected])
  })
})
