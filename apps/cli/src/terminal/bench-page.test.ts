import { describe, expect, it } from 'vitest'
import type { BenchPage } from '../bench/bench-this-machine.ts'
import { benchPage } from './bench-page.ts'
import { PLAIN } from './ink.ts'

const POWER = { watts: 42.5, joulesPerItem: 0.085, parts: [] }

function pageOf(powers: readonly object[]): string {
  const rows = powers.map((power, index) => ({
    measured: {
      configuration: { modelName: `model-${index}`, path: 'model.onnx', batchSize: 1, size: { batch: 1 } },
      result: { latency: { p50: 0.002, runs: 100 }, throughputPerSecond: 500, raw: { memory: { peak: 2 ** 30 } }, flags: [], ...power },
    },
  }))
  return benchPage({ device: 'A processor', machine: { runtime: 'onnxruntime-node 1' }, rows, learning: undefined } as unknown as BenchPage, 140, PLAIN)
}

describe('What benchcast bench shows', () => {
  it('has a column for power where the machine showed it, with the energy of an item', () => {
    const page = pageOf([{ power: POWER }, {}])
    expect(page).toMatch(/Power W/)
    expect(page).toMatch(/model-0.*42\.5/)
    expect(page).toContain('0.085 J/item')
    expect(page).toMatch(/model-1.*unknown/)
  })

  it('says whose weights were run, and in which number format', () => {
    const header = { operators: ['MatMulInteger'], inputs: [], outputs: [] }
    expect(pageOf([{}])).toMatch(/random weights;[\s\S]*model-0.* fp32 /)
    expect(pageOf([{ hasOwnWeights: true, header }])).toMatch(/weights of its own;[\s\S]*model-0.* int8 /)
    expect(pageOf([{}, { hasOwnWeights: true, header }])).toContain('random weights, files with their own;')
  })

  it('has none where it did not', () => expect(pageOf([{}])).not.toContain('Power'))
})
