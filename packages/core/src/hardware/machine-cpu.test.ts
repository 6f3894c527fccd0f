import { describe, expect, it } from 'vitest'
import { describeMachineCpu, HARDWARE_BY_ID } from './index.ts'

const machine = { model: 'Some CPU', cores: 8, clockHz: 3e9, memoryBytes: 16 * 2 ** 30 }
const peakOf = (flags?: readonly string[]) => describeMachineCpu(flags === undefined ? machine : { ...machine, flags }).operationsPerSecond

describe('describeMachineCpu', () => {
  it('multiplies cores, clock and what the widest vector unit does in a clock', () => {
    expect(peakOf(['avx', 'avx2', 'fma'])).toEqual({ fp32: 768e9, fp16: 768e9, int8: 1536e9 })
    expect(peakOf(['avx2', 'fma', 'avx512f']).fp32).toBe(1536e9)
    expect(peakOf(['avx512f', 'amx_bf16', 'amx_int8'])).toEqual({ fp32: 1536e9, fp16: 24.576e12, int8: 49.152e12 })
    expect(peakOf(['asimd']).fp32).toBe(192e9)
    expect(peakOf(['sse2']).fp32).toBe(192e9)
    expect(peakOf()).toEqual(peakOf(['avx2', 'fma']))
  })

  it('comes within a factor of 1.5 of processors of the catalogue', () => {
    const flags = { 'intel-xeon-platinum-8380': ['avx512f', 'avx2', 'fma'], 'amd-epyc-7763': ['avx2', 'fma'], 'raspberry-pi-5': ['asimd', 'asimdhp', 'asimddp'] }
    for (const [id, found] of Object.entries(flags)) {
      const known = HARDWARE_BY_ID.get(id)!
      const { operationsPerSecond } = describeMachineCpu({ model: known.name, cores: known.computeUnits!, clockHz: known.clockHz!, memoryBytes: known.memoryBytes, flags: found })
      expect(Math.abs(Math.log(operationsPerSecond.fp32! / known.operationsPerSecond.fp32!)), id).toBeLessThan(Math.log(1.5))
    }
  })

  it('is always an estimate with the machine’s own name and memory', () => {
    expect(describeMachineCpu({ ...machine, model: ' Intel(R) Xeon(R) Processor ' })).toMatchObject({
      name: 'Intel(R) Xeon(R) Processor',
      vendor: 'intel',
      memoryBytes: 16 * 2 ** 30,
      computeUnits: 8,
      quality: 'estimate',
    })
    expect(describeMachineCpu({ ...machine, model: '' }).name).toBe('Processor of this machine')
  })

  it('gives machines with more cores more memory channels', () => {
    const bandwidths = [1, 8, 20, 48, 128].map((cores) => describeMachineCpu({ ...machine, cores }).memoryBytesPerSecond)
    expect(bandwidths).toEqual([...bandwidths].sort((a, b) => a - b))
    expect(new Set(bandwidths).size).toBe(5)
  })
})
