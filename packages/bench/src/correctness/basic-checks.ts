import { type Check, claim, type TestType } from './check.ts'
import { results } from './subject.ts'
import { floats } from './values.ts'

const types: readonly TestType[] = ['basic', 'comprehensive']

const told = (outputs: number): string => (outputs === 1 ? '1 output' : `${outputs} outputs`)

/** A dimension with a name may be anything. */
const isOf = (shape: readonly number[], expected: readonly (number | string)[]): boolean =>
  shape.length === expected.length && expected.every((dimension, place) => typeof dimension === 'string' || dimension === shape[place])

/** All of them look at the same three runs of one process. */
export const BASIC_CHECKS: readonly Check[] = [
  {
    id: 'loads_and_runs',
    title: 'Loads and runs',
    types: ['basic', 'comprehensive', 'fault_tolerance'],
    run: async (subject) => told((await subject.usual()).length),
  },
  {
    id: 'output_shapes',
    title: 'Outputs have the shapes of the architecture',
    types,
    run: async (subject) => {
      const { outputs } = await subject.at()
      for (const { name, shape } of await subject.usual()) {
        const expected = outputs.get(name)
        claim(expected === undefined || isOf(shape, expected), `Output ${name} is [${shape}], not [${expected}].`)
      }
      return undefined
    },
  },
  {
    id: 'finite_outputs',
    title: 'Outputs are finite',
    types,
    run: async (subject) => {
      for (const output of await subject.usual()) {
        const wrong = floats(output)?.findIndex((value) => !Number.isFinite(value)) ?? -1
        claim(wrong < 0, `Output ${output.name} holds a value that is no finite number, at position ${wrong}.`)
      }
      return undefined
    },
  },
  {
    id: 'deterministic',
    title: 'The same inputs give the same outputs',
    types,
    run: async (subject) => {
      const [first, ...others] = (await subject.repeated()).map((outcome) => Buffer.concat(results(outcome).map(({ bytes }) => bytes)).toString('base64'))
      claim(
        others.every((other) => other === first),
        'Three runs on the same inputs do not agree to the bit.',
      )
      return undefined
    },
  },
]
