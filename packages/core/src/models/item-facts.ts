import { resolveModel } from './resolve.ts'
import type { ResolvedModel } from './resolved-model.ts'

/** What a row of measurements says about its model. */
export interface MeasuredItem {
  readonly modelName: string
  /** Key of the architecture, tried when the name is not known. */
  readonly architecture?: string
  /** Pixels of one side, or tokens. */
  readonly inputSize?: number
  /** `token`; anything else is a sample. */
  readonly unit?: string
}

/** Facts of one item, as tables of measurements count them. */
export interface ItemFacts {
  readonly architecture?: string
  /** Family as measurements name it. */
  readonly family: string
  readonly parameters: number
  readonly macs: number
  /** Elements written by matrix products and convolutions: of image models only, as in those tables. */
  readonly activations?: number
}

/**
 * Costs of one item that a measurement does not tell, when the catalogue or the table of measured architectures knows them; undefined when they would be a guess. A sample of a
 * language model is a text of `inputSize` tokens.
 *
 * @example
 * itemFacts({ modelName: 'tf_efficientnet_b3_ns', inputSize: 300, unit: 'sample' })?.macs // 1.83e9
 */
export function itemFacts({ modelName, architecture, inputSize, unit }: MeasuredItem): ItemFacts | undefined {
  const isPart = architecture !== undefined && modelName.startsWith(`${architecture}/`)
  const model = known(modelName) ?? (architecture === undefined || isPart ? undefined : known(architecture))
  if (model === undefined) return undefined
  const { parameters, measuredFamily: family } = model
  const common = { ...(model.architecture !== undefined && { architecture: model.architecture }), family, parameters }
  const size = inputSize !== undefined && inputSize >= 1 ? Math.round(inputSize) : undefined
  if (unit === 'token') return { ...common, macs: model.activeParameters }
  if (model.unit === 'token') return size === undefined ? undefined : { ...common, macs: model.activeParameters * size }
  return { ...common, ...ofSample(model, size) }
}

function known(modelName: string): ResolvedModel | undefined {
  const model = resolveModel({ modelName })
  return model.source === 'exact' ? model : undefined
}

function ofSample(model: ResolvedModel, size: number | undefined): Pick<ItemFacts, 'macs' | 'activations'> {
  const { itemMacs, itemActivations } = model.costs({ batchSize: 1, ...(size !== undefined && { sequenceLength: size, imageSize: size }) })
  return { macs: itemMacs, ...(itemActivations !== undefined && { activations: itemActivations }) }
}
