import type { RunnablePrecision, SampleInput } from '@benchcast/core/graph/onnx'
import { isBrowserProvider } from '../browser/providers.ts'
import type { OutputTensor } from '../runner/protocol.ts'
import { soakInChild } from '../runner/run-in-child.ts'
import { type Check, claim, Skipped, type TestType } from './check.ts'
import type { SizedModel, Subject } from './subject.ts'
import { floats, largestDifference, relativeDifference } from './values.ts'

const types: readonly TestType[] = ['comprehensive']

/** Largest relative difference (Euclidean norm) from single precision on the processor that rounding explains. */
export const TOLERANCES: Readonly<Record<RunnablePrecision, number>> = { fp32: 1e-4, fp16: 2e-2, int8: 0.1, int4: 0.4 }

const shown = (difference: number): string => difference.toExponential(1)

function checkClose(difference: number, precision: RunnablePrecision, what: string): string {
  claim(difference <= TOLERANCES[precision], `${what} differ by ${shown(difference)} of their size; ${TOLERANCES[precision]} is allowed for ${precision}.`)
  return `differs by ${shown(difference)}, allowed ${TOLERANCES[precision]}`
}

/** Values of the first sample of an output whose first axis is the batch. */
const firstSample = (output: OutputTensor): Float64Array | undefined =>
  floats(output)?.subarray(
    0,
    output.shape.slice(1).reduce((product, size) => product * size, 1),
  )

/** The same samples in a smaller batch: the beginning of each input. */
function cut(inputs: readonly SampleInput[], smaller: SizedModel): readonly SampleInput[] {
  return inputs.map((input) => {
    const { shape } = inputOf(smaller, input.name)!
    const [wanted, had] = [shape, input.shape].map((sizes) => sizes.reduce((product, size) => product * size, 1)) as [number, number]
    return { ...input, shape, bytes: input.bytes.subarray(0, (input.bytes.length * wanted) / had) }
  })
}

const inputOf = ({ inputs }: SizedModel, name: string): SampleInput | undefined => inputs.find((input) => input.name === name)

/** Throws `Skipped` when the length of a sequence changes nothing. */
async function checkTakesLengths(subject: Subject): Promise<void> {
  const [short, long] = [await subject.at({ size: { sequence: 7 } }), await subject.at({ size: { sequence: 64 } })].map((model) => inputOf(model, 'input_ids'))
  if (short === undefined) throw new Skipped('It reads no tokens.')
  if (String(short.shape) === String(long!.shape)) throw new Skipped(`It takes sequences of one length only: [${short.shape}].`)
}

export const COMPREHENSIVE_CHECKS: readonly Check[] = [
  {
    id: 'reference_parity',
    title: 'Agrees with single precision on the processor',
    types,
    run: async (subject) => {
      const { precision } = subject.facts
      const reference = await subject.run({ precision: 'fp32', providers: ['cpu'], threads: 1 })
      return checkClose(largestDifference(await subject.usual(), reference), precision, 'Outputs')
    },
  },
  {
    id: 'batch_invariance',
    title: 'A sample gives the same alone and in a batch',
    types,
    run: async (subject) => {
      const { inputs } = await subject.at({ size: { batch: 2 } })
      const together = await subject.run({ size: { batch: 2 } }, () => inputs)
      const alone = await subject.run({ size: { batch: 1 } }, (model) => cut(inputs, model))
      // A scale for the whole batch (dynamic quantisation) rounds a sample by its company.
      const differences = alone.map((output, index) => relativeDifference(firstSample(together[index]!) ?? new Float64Array(), firstSample(output) ?? new Float64Array()))
      return checkClose(Math.max(0, ...differences), subject.facts.precision, 'The two results')
    },
  },
  {
    id: 'dynamic_shapes',
    title: 'Runs at other batch sizes',
    types,
    run: async (subject) => {
      for (const batch of [1, 3, 5])
        claim(
          (await subject.run({ size: { batch } })).every(({ shape }) => shape[0] === batch || shape.length === 0),
          `At batch ${batch} an output has another first axis.`,
        )
      return 'batch 1, 3 and 5'
    },
  },
  {
    id: 'sequence_lengths',
    title: 'Runs at other sequence lengths',
    types,
    run: async (subject) => {
      await checkTakesLengths(subject)
      for (const sequence of [1, 7, 64]) await subject.run({ size: { sequence } })
      return '1, 7 and 64 tokens'
    },
  },
  {
    id: 'padding_invariance',
    title: 'Masked padding changes nothing',
    types,
    run: async (subject) => {
      if (inputOf(await subject.at(), 'attention_mask') === undefined) throw new Skipped('It takes no attention mask.')
      await checkTakesLengths(subject)
      const short = subject.facts.size.sequence ?? 16
      const plainModel = await subject.at({ size: { batch: 1, sequence: short } })
      const plain = await subject.run({ size: { batch: 1, sequence: short } })
      const padded = await subject.run({ size: { batch: 1, sequence: short + 5 } }, (model) => withPadding(plainModel, model))
      const [a, b] = [floats(plain[0]!), floats(padded[0]!)]
      if (a === undefined || b === undefined) throw new Skipped('Its first output holds no fractions.')
      return checkClose(relativeDifference(b.subarray(0, a.length), a), subject.facts.precision, 'Results with and without padding')
    },
  },
  {
    id: 'memory_growth',
    title: 'Repeated runs do not grow',
    types,
    run: async (subject) => {
      if (isBrowserProvider(subject.facts.providers[0])) throw new Skipped('A browser frees memory when it likes, so that its growth says nothing.')
      const { path, inputs } = await subject.at()
      const looks = await soakInChild({ kind: 'soak', modelPath: path, inputs, providers: subject.facts.providers, runs: SOAK_RUNS }, subject.options)
      const [early, late] = [looks[Math.floor(looks.length / 2)]!, looks.at(-1)!]
      const growth = late - early
      claim(growth <= MOST_GROWTH_BYTES, `Resident memory grew by ${(growth / 2 ** 20).toFixed(1)} MB over ${SOAK_RUNS / 2} runs.`)
      return `${(growth / 2 ** 20).toFixed(1)} MB over ${SOAK_RUNS / 2} runs`
    },
  },
]

const SOAK_RUNS = 60
const MOST_GROWTH_BYTES = 16 * 2 ** 20

/** The tokens of the short sequence, then tokens that the mask hides. */
function withPadding(short: SizedModel, { inputs }: SizedModel): readonly SampleInput[] {
  return inputs.map((input) => {
    const bytes = input.bytes.slice()
    const known = inputOf(short, input.name)!.bytes
    if (input.name === 'attention_mask') bytes.fill(0)
    bytes.set(known.subarray(0, Math.min(known.length, bytes.length)))
    return { ...input, bytes }
  })
}
