import table from './generated/measured-architectures.json' with { type: 'json' }
import type { PublishedCost } from './model.ts'
import { normaliseName } from './names.ts'

/** An architecture that somebody measured, with the costs that came with the measurements. */
export interface MeasuredArchitecture {
  /** Key of measurements: `vit_base_patch16`. */
  readonly architecture: string
  /** Family as measurements name it: `resnet`, `llm`, `transformer-lm`. */
  readonly family: string
  readonly unit: string
  /** Undefined when the source did not say. */
  readonly parameters: number | undefined
  /** By input size, smallest first; empty when unknown. */
  readonly costs: readonly PublishedCost[]
  /** Pixels of one side that the name stands for, where the architecture was measured at several. */
  readonly imageSize?: number
}

/** `[family, unit, millions of parameters (0: unknown), [size, GMACs, millions of activations (0: unknown)]..., architecture where it is not the key]`. */
type Row = readonly [family: number, unit: number, millions: number, costs: readonly (readonly number[])[], architecture?: string]

const rows = new Map(Object.entries(table.architectures as unknown as Readonly<Record<string, Row>>))
let keyByName: Map<string, readonly [key: string, imageSize?: number]> | undefined

/**
 * The measured architecture of a key, with the costs that came with its measurements; undefined when nobody measured it. Made by `scripts/measured-architectures.ts`.
 *
 * @example
 * measuredArchitecture('vit_base_patch16')?.costs[0] // { inputSize: 224, macs: 17.58e9, activations: 23.9e6 }
 */
export function measuredArchitecture(key: string): MeasuredArchitecture | undefined {
  const row = rows.get(key)
  if (row === undefined) return undefined
  const [family, unit, millions, costs, architecture] = row
  return {
    architecture: architecture ?? key,
    family: table.families[family]!,
    unit: table.units[unit]!,
    parameters: millions === 0 ? undefined : Math.round(millions * 1e6),
    costs: costs.map(([inputSize, gmacs, activations]) => ({ inputSize: inputSize!, macs: gmacs! * 1e9, ...(activations ? { activations: activations * 1e6 } : {}) })),
  }
}

/** The measured architecture of a name in one spelling (`normaliseName`): its key, or a name it had in a measurement. */
export function measuredNamed(normalisedName: string): MeasuredArchitecture | undefined {
  keyByName ??= namesOfKeys()
  const [key, imageSize] = keyByName.get(normalisedName) ?? []
  const found = key === undefined ? undefined : measuredArchitecture(key)
  return found && imageSize !== undefined ? { ...found, imageSize } : found
}

function namesOfKeys(): Map<string, readonly [key: string, imageSize?: number]> {
  const names = Object.entries(table.names as unknown as Readonly<Record<string, readonly [key: string, imageSize?: number]>>)
  return new Map([...names, ...[...rows.keys()].map((key) => [normaliseName(key), [key]] as const)])
}

/** Keys of all architectures in the table. */
export const measuredArchitectureKeys = (): readonly string[] => [...rows.keys()]
