import { BenchcastError } from '@benchcast/core/errors'

/** How a name begins that stands for a model of the Hugging Face hub. */
const HUB_MODEL = 'hub:'

/** A model of the hub as a user names it. */
export interface HubModel {
  /** Such as `Xenova/bert-base-uncased`. */
  readonly id: string
  /** Branch, tag or commit; the usual branch when absent. */
  readonly revision?: string
  /** Which of several ONNX files, without number format and ending, such as `decoder_model_merged`; `model` when absent. */
  readonly graph?: string
}

/** They become parts of paths and addresses: plain words only. */
const WORD = '[A-Za-z0-9_][\\w.-]{0,95}'
const PATTERN = new RegExp(`^hub:((?:${WORD}/)?${WORD})(?:@(${WORD}(?:/${WORD}){0,3}))?(?:#(${WORD}))?$`)

export const isHubModel = (name: string): boolean => name.startsWith(HUB_MODEL)

/**
 * Reads `hub:ORG/NAME`, with a revision after `@` and a graph after `#`. Throws `invalid_model` for anything else.
 *
 * @example hubModelOf('hub:Xenova/t5-small@main#encoder_model') // { id: 'Xenova/t5-small', revision: 'main', graph: 'encoder_model' }
 */
export function hubModelOf(name: string): HubModel {
  const [, id, revision, graph] = PATTERN.exec(name) ?? []
  if (id === undefined || name.includes('..'))
    throw new BenchcastError(
      'invalid_model',
      `${JSON.stringify(name.slice(0, 200))} is no model of the hub: write ${HUB_MODEL}ORG/NAME, such as ${HUB_MODEL}Xenova/bert-base-uncased, with @REVISION and #GRAPH after it where wanted.`,
    )
  return { id, ...(revision !== undefined && { revision }), ...(graph !== undefined && { graph }) }
}
