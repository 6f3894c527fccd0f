import { describe, expect, it } from 'vitest'
import { deviceNamed } from '../../hardware/index.ts'
import type { MeasuredWorkload, Workload } from '../workload.ts'
import { NearestMeasurements, referenceOf } from './nearest-measurements.ts'
import { UsualRuns } from './usual-runs.ts'

const rtx3090 = deviceNamed('RTX 3090', 'cuda').device
const h100 = deviceNamed('H100', 'cuda').device
const base: Workload = {
  platform: 'cuda',
  device: rtx3090,
  precision: 'fp16',
  mode: 'inference',
  phase: 'forward',
  unit: 'sample',
  batchSize: 256,
  inputSize: 224,
  modelName: 'resnet50',
  architectureKey: 'resnet50',
}
const measured = (changes: Partial<Workload>, throughput = 1000): MeasuredWorkload => ({
  workload: { ...base, framework: 'pytorch-2.4', layout: 'nhwc', source: 'zoo', modelFamily: 'resnet', parameters: 25.6e6, macs: 4.09e9, activations: 11.1e6, ...changes },
  throughput,
})
const big = { modelName: 'resnet152', architectureKey: 'resnet152', macs: 11.5e9, parameters: 60e6 }

describe('measurements as a workload would be described', () => {
  const runs = new UsualRuns([measured({}), measured({ ...big }), measured({ framework: 'tensorrt-10', source: 'other', layout: 'nchw', ...big })].map(referenceOf))

  it('fill in how most of the device were run, and the model in their words', () => {
    const asked = { ...base, macs: 4.1e9, activations: 1, layers: 54, modelFamily: 'vision' }
    expect(runs.asMeasured(asked)).toEqual({ ...base, framework: 'pytorch-2.4', layout: 'nhwc', source: 'zoo', modelFamily: 'resnet', parameters: 25.6e6, macs: 4.09e9, activations: 11.1e6 })
  })

  it('keep the runtime that is named', () => {
    expect(runs.asMeasured({ ...base, framework: 'tensorrt' })).toMatchObject({ framework: 'tensorrt-10', layout: 'nchw', source: 'other' })
    expect(runs.asMeasured({ ...base, framework: 'openvino' })).toBeUndefined()
  })

  it('leave out of an unknown model what they never say of any', () => {
    const answer = runs.asMeasured({ ...base, modelName: 'mine', architectureKey: 'mine', macs: 2e9, layers: 54 })
    expect(answer).toMatchObject({ macs: 2e9, modelName: 'mine' })
    expect(answer).not.toHaveProperty('layers')
  })

  it('count a text that is read as one item where models of the kind were measured by whole sequences alone', () => {
    const decoder = { ...base, modelFamily: 'llm', unit: 'token', phase: 'prefill', inputSize: 512, macs: 774e6 }
    const sequences = measured({ modelName: 'gpt2_large', architectureKey: 'gpt2_large', modelFamily: 'transformer-lm', inputSize: 1024, macs: 887e9 })
    const texts = measured({ ...decoder, modelName: 'llama-3-8b', architectureKey: 'llama-3-8b', macs: 8e9 })
    const read = new UsualRuns([sequences, texts].map(referenceOf))
    const gpt2 = { ...decoder, modelName: 'gpt2', architectureKey: 'gpt2' }
    expect(read.asMeasured(gpt2)).toMatchObject({ unit: 'sample', phase: 'forward', modelFamily: 'transformer-lm', macs: 774e6 * 512, framework: sequences.workload.framework })
    expect(read.asMeasured({ ...gpt2, device: h100 })).toMatchObject({ unit: 'sample', phase: 'forward', device: h100 })
    expect(read.asMeasured({ ...decoder, modelName: 'llama-3.1-8b', architectureKey: 'llama-3.1-8b' })).toMatchObject({ unit: 'token', phase: 'prefill' })
    expect(read.asMeasured({ ...gpt2, phase: 'decode' })).toBeUndefined()
  })
  it('say nothing where the device was never measured so', () => {
    expect(runs.asMeasured({ ...base, device: h100 })).toBeUndefined()
    expect(runs.asMeasured({ ...base, precision: 'int8' })).toBeUndefined()
  })
})

describe('nearest measurements', () => {
  const index = new NearestMeasurements(
    [measured({}, 900), measured({ batchSize: 8 }, 700), measured({ device: h100 }, 4000), measured(big, 300), measured({ precision: 'int8' }, 2000)].map(referenceOf),
  )
  const asked = measured({}).workload

  it('are the same configuration first, at distance 0, then its neighbours', () => {
    const near = index.nearest(asked, 5)
    expect(near[0]).toMatchObject({ distance: 0, workload: { batchSize: 256, device: rtx3090 } })
    expect(near[0]?.throughput).toBeCloseTo(900, 6)
    expect(near.map(({ distance }) => distance)).toEqual(near.map(({ distance }) => distance).toSorted((a, b) => a - b))
  })

  it('follow the batch that is asked', () => {
    expect(index.nearest({ ...asked, batchSize: 8 }, 1)[0]?.throughput).toBeCloseTo(700, 6)
  })

  it('come from the same device for a model that nobody measured', () => {
    const near = index.nearest({ ...asked, modelName: 'mine', architectureKey: 'mine', macs: 10e9, parameters: 50e6 }, 1)
    expect(near[0]).toMatchObject({ workload: { modelName: 'resnet152' } })
    expect(near[0]?.distance).toBeGreaterThan(0.5)
  })
})
