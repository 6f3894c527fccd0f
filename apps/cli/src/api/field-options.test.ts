import { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { addFieldOptions, requestOf } from './field-options.ts'
import { fieldsOf } from './fields.ts'

const FIELDS = fieldsOf('predictHardware').filter(({ path }) => path[0] !== 'wait')

/** The request that a command line makes. */
function asked(...args: readonly string[]): unknown {
  const command = new Command('recommend').exitOverride().configureOutput({ writeErr: () => {} })
  addFieldOptions(command, FIELDS)
  command.parse(['--model', 'm', ...args], { from: 'user' })
  return requestOf(FIELDS, command.opts())
}

describe('options made from the schemas of an endpoint', () => {
  it('become the fields of the request, with the kinds that it has', () => {
    expect(asked('--batch', '8', '--hardware', 'cpu, cuda', '--predict-performance', '--precision', 'fp16')).toEqual({
      model_name: 'm',
      batch_size: 8,
      available_hardware: ['cpu', 'cuda'],
      predict_performance: true,
      precision: 'fp16',
    })
  })

  it('go by the names of the fields too', () => {
    expect(asked('--batch-size', '4', '--available-hardware', 'cpu')).toEqual(asked('--batch', '4', '--hardware', 'cpu'))
  })

  it('reach fields inside fields, and take maps as pairs or as JSON', () => {
    expect(asked('--max-latency-ms', '20', '--max-memory-mb', '1e3')).toMatchObject({ constraints: { max_latency_ms: 20, max_memory_mb: 1000 } })
    expect(asked('--devices', 'cuda=NVIDIA L4,cpu=my cpu', '--prices', '{"cuda": 1.5}')).toMatchObject({ devices: { cuda: 'NVIDIA L4', cpu: 'my cpu' }, prices: { cuda: 1.5 } })
  })

  it.each([
    [['--batch', 'many'], "--batch is 'many': give a number."],
    [['--hardware', 'abacus'], "--hardware is 'abacus': give one of cpu, cuda"],
    [['--predict-performance', 'maybe'], 'give yes or no'],
    [['--devices', 'cuda'], 'give key=value pairs'],
    [['--model-config', 'no-such-file.json'], '--model-config cannot be read'],
  ])('%j is a usage error', (args, message) => {
    expect(() => asked(...args)).toThrow(expect.objectContaining({ exitCode: 2, message: expect.stringContaining(message) }))
  })

  it('ask for what is needed', () => {
    expect(() => requestOf(FIELDS, {})).toThrow(/--model is needed/)
  })
})
