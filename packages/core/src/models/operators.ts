import table from './generated/operators.json' with { type: 'json' }
import { normaliseName } from './names.ts'
import { RecentlyUsed } from './recently-used.ts'

/** What an architecture's forward pass is made of besides multiply-accumulates, in the order of {@link OPERATOR_NUMBERS}, then {@link macsPerActivation}. */
export type OperatorNumbers = readonly number[]

/**
 * Names of the numbers.
 * - `kernels`: operators that do work, of one pass
 * - `…_per_activation`: elements per output of a convolution or product, in thousandths: `moved` reads and writes of everything that multiplies nothing; elements written by normalisations,
 *   activation functions, additions and the like, copies, softmax; elements read by poolings and means; outputs of depthwise convolutions, alone and times their window
 * - `…_share`: of the multiply-accumulates, in thousandths: depthwise and grouped convolutions, products of attention, convolutions of more than one pixel
 * - `mean_log_…`: of the matrix products, weighed by multiply-accumulates, in hundredths: inner dimension, width of the output, positions
 */
export const OPERATOR_NUMBERS: readonly string[] = table.columns.slice(0, -1)

/** Multiply-accumulates for each output of a convolution or product: about the same at any image size, so that the cost of an architecture tells its activations. Texts were counted at one length. */
export const macsPerActivation = (numbers: OperatorNumbers): number => numbers[OPERATOR_NUMBERS.length]!

const rows: ReadonlyMap<string, OperatorNumbers> = new Map(Object.entries(table.architectures))
let byName: ReadonlyMap<string, OperatorNumbers> | undefined
const asked = new RecentlyUsed<OperatorNumbers | null>(4096)
let otherByName: ReadonlyMap<string, OperatorNumbers> | undefined
const askedOthers = new RecentlyUsed<OperatorNumbers | null>(4096)

/**
 * What the first of these names that is an architecture of timm is made of; undefined when none is. A name also stands for the architecture at another image size.
 * Counted by `python/tools/operators/count.py` from the operators that PyTorch runs, batch normalisation and activations unfused.
 *
 * @example
 * operatorsOf('resnet50') // [174, 5328, 1000, ...]: 174 kernels, five elements moved for each output of a convolution, one of them normalised
 */
export function operatorsOf(...names: readonly string[]): OperatorNumbers | undefined {
  return firstFound(names, asked, named)
}

function firstFound(names: readonly string[], remembered: RecentlyUsed<OperatorNumbers | null>, find: (name: string) => OperatorNumbers | null): OperatorNumbers | undefined {
  for (const name of names) {
    const found = remembered.get(name, () => find(name))
    if (found !== null) return found
  }
  return undefined
}

/**
 * As {@link operatorsOf}, for architectures outside timm too: detectors, segmentation, super-resolution, texts. The name of one that was not counted itself may stand for what it is mostly made of, as
 * that of a detector for its backbone.
 */
export function operatorsOfAny(...names: readonly string[]): OperatorNumbers | undefined {
  return operatorsOf(...names) ?? firstFound(names, askedOthers, otherNamed)
}

function otherNamed(name: string): OperatorNumbers | null {
  otherByName ??= namesOfOthers()
  return otherByName.get(normaliseName(name)) ?? null
}

function namesOfOthers(): ReadonlyMap<string, OperatorNumbers> {
  const others = new Map(Object.entries(table.others))
  const also = Object.entries(table.otherNames).map(([name, now]): [string, OperatorNumbers] => [name, (others.get(now) ?? rows.get(now))!])
  return new Map([...also, ...others].map(([name, numbers]) => [normaliseName(name), numbers]))
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

/** Those of the architecture that others are taken for while nobody counted theirs: ResNet-50. */
export const TYPICAL_OPERATORS: OperatorNumbers = rows.get('resnet50')!
