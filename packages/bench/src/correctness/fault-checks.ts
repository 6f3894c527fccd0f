import { BenchcastError } from '@benchcast/core/errors'
import type { SampleInput } from '@benchcast/core/graph/onnx'
import { PROFILES } from '../measure/method.ts'
import { measureAnywhere } from '../run-anywhere.ts'
import { type Check, claim, Skipped, type TestType } from './check.ts'
import { results, type Subject } from './subject.ts'

const types: readonly TestType[] = ['fault_tolerance']

/** A wrong run between two right ones in one process: the wrong one is refused with a reason, and the right ones are not disturbed. */
async function refusedInBetween(subject: Subject, spoil: (inputs: readonly SampleInput[]) => readonly SampleInput[]): Promise<string> {
  const model = await subject.at()
  const { inputs } = model
  if (inputs.length === 0) throw new Skipped('It takes no inputs.')
  const [before, wrong, after] = await subject.outcomes(model, [inputs, spoil(inputs), inputs])
  results(before!)
  claim('message' in wrong!, 'It was run all the same.')
  claim(Buffer.concat(results(before!).map(({ bytes }) => bytes)).equals(Buffer.concat(results(after!).map(({ bytes }) => bytes))), 'The run after it gave something else than the run before.')
  return `refused: ${wrong.message.slice(0, 120)}`
}

/** A measurement that would last long, to be ended from outside. */
async function longRun(subject: Subject, options: { readonly signal?: AbortSignal; readonly memoryBytes?: number; readonly timeoutSeconds?: number }) {
  const { path, inputs } = await subject.at()
  const method = { ...PROFILES.quick, longestSeconds: 600, relativeHalfWidth: 0 }
  const limits = { ...subject.options.limits, ...(options.memoryBytes && { memoryBytes: options.memoryBytes }), ...(options.timeoutSeconds && { timeoutSeconds: options.timeoutSeconds }) }
  const { seed, providers } = subject.facts
  return measureAnywhere({ kind: 'measure', modelPath: path, inputs, providers, method, seed }, { ...subject.options, limits, ...(options.signal && { signal: options.signal }) })
}

/** The code of the failure, and that the model runs again afterwards. */
async function survives(subject: Subject, run: Promise<unknown>, expected: readonly string[]): Promise<string> {
  const problem = await run.then(
    () => undefined,
    (error: unknown) => error,
  )
  claim(problem instanceof Error, 'It ended well although it should have been stopped.')
  const code = problem instanceof BenchcastError ? problem.code : problem.name
  claim(expected.includes(code), `It ended with ${code}: ${problem.message}`)
  await subject.run()
  return problem.message
}

export const FAULT_CHECKS: readonly Check[] = [
  {
    id: 'wrong_shape',
    title: 'An input of the wrong shape is refused',
    types,
    run: (subject) => refusedInBetween(subject, ([first, ...rest]) => [{ ...first!, shape: [...first!.shape, 1] }, ...rest]),
  },
  {
    id: 'wrong_type',
    title: 'An input of the wrong type is refused',
    types,
    run: (subject) =>
      refusedInBetween(subject, ([first, ...rest]) => {
        const type = first!.type === 'int32' ? 'float32' : 'int32'
        const count = first!.shape.reduce((product, size) => product * size, 1)
        return [{ ...first!, type, bytes: new Uint8Array(4 * count) }, ...rest]
      }),
  },
  {
    id: 'nan_inputs',
    title: 'Inputs that are no numbers do no harm',
    types,
    run: async (subject) => {
      const model = await subject.at()
      const { inputs } = model
      const at = inputs.findIndex(({ type }) => type === 'float32' || type === 'float16')
      if (at < 0) throw new Skipped('It takes no floating-point input.')
      const spoiled = inputs.map((input, index) => (index === at ? { ...input, bytes: new Uint8Array(input.bytes.length).fill(0xff) } : input))
      const [, after] = await subject.outcomes(model, [spoiled, inputs])
      results(after!)
      return undefined
    },
  },
  {
    id: 'cancelled_run',
    title: 'A cancelled run stops at once',
    types,
    run: async (subject) => {
      const stop = new AbortController()
      const timer = setTimeout(() => stop.abort(new BenchcastError('task_cancelled', 'The run was cancelled.')), 300)
      try {
        return await survives(subject, longRun(subject, { signal: stop.signal }), ['task_cancelled'])
      } finally {
        clearTimeout(timer)
      }
    },
  },
  {
    id: 'endless_run',
    title: 'A run without end is ended',
    types,
    run: (subject) => survives(subject, longRun(subject, { timeoutSeconds: 1 }), ['run_timed_out']),
  },
  {
    id: 'out_of_memory',
    title: 'A run without memory is ended and says so',
    types,
    run: (subject) => survives(subject, longRun(subject, { memoryBytes: 2 ** 26 }), ['run_out_of_memory', 'run_crashed']),
  },
]
