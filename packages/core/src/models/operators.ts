import table from './generated/operators.json' with { type: 'json' }
import { normaliseName } from './names.ts'
import { RecentlyUsed } from './recently-used.ts'

/** What an architecture's forward pass is made of besides multiply-accumulates, in the order of {@link OPERATOR_NUMBERS}. */
export type OperatorNumbers = readonly number[]

/**
 * Names of the numbers.
 * - `kernels`: operators that do work, of one pass
 * - `…_per_activation`: elements per output of a convolution or product, in thousandths: `moved` reads and writes of everything that multiplies nothing; elements written by normalisations,
 *   activation functions, additions and the like, copies, softmax; elements read by poolings and means; outputs of depthwise convolutions, alone and times their window
 * - `…_share`: of the multiply-accumulates, in thousandths: depthwise and grouped convolutions, products of attention, convolutions of more than one pixel
 * - `mean_log_…`: of the matrix products, weighed by multiply-accumulates, in hundredths: inner dimension, width of the output, positions
 */
export const OPERATOR_NUMBERS: readonly string[] = table.columns

const rows: ReadonlyMap<string, OperatorNumbers> = new Map(Object.entries(table.architectures))
let byName: ReadonlyMap<string, OperatorNumbers> | undefined
const asked = new RecentlyUsed<OperatorNumbers | null>(4096)

/**
 * What the first of these names that is an architecture of timm is made of; undefined when none is. A name also stands for the architecture at another image size.
 * Counted by `python/tools/operators/count.py` from the operators that PyTorch runs, batch normalisation and activations unfused.
 *
 * @example
 * operatorsOf('resnet50') // [174, 5328, 1000, ...]: 174 kernels, five elements moved for each output of a convolution, one of them normalised
 */
export function operatorsOf(...names: readonly string[]): OperatorNumbers | undefined {
  for (const name of names) {
    const found = asked.get(name, () => named(name))
    if (found !== null) return found
  }
  return undefined
}

function named(name: string): OperatorNumbers | null {
  const own = rows.get(name)
  if (own !== undefined) return own
  byName ??= namesOfRows()
  return byName.get(normaliseName(name)) ?? null
}

/** Later entries win: a name of its own before one without its image size, before one of an earlier version. */
function namesOfRows(): ReadonlyMap<string, OperatorNumbers> {
  const earlier = Object.entries(table.earlierNames).map(([name, now]): [string, OperatorNumbers] => [name, rows.get(now)!])
  const withoutSize = [...rows].map(([name, numbers]): [string, OperatorNumbers] => [name.replace(IMAGE_SIZE, ''), numbers]).reverse()
  return new Map([...earlier, ...withoutSize, ...rows].map(([name, numbers]) => [normaliseName(name), numbers]))
}

/** `_224`, `_x_384` at the end of a name. */
const IMAGE_SIZE = /_\d{3}$/
