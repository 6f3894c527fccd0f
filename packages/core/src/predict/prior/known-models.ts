import { baseModelName } from '../facts/facts.ts'
import type { Reference } from '../surface/atlas.ts'
import type { Workload } from '../workload.ts'

type Costs = Pick<Workload, 'macs' | 'parameters' | 'activations'>

/** What measurements tell about models themselves: a caller who names a measured model need not know its costs. */
export class KnownModels {
  readonly #byName = new Map<string, Pick<Workload, 'architectureKey' | 'modelFamily'>>()
  readonly #costs = new Map<string, Costs>()

  constructor(references: readonly Reference[]) {
    for (const { facts } of references) {
      const { workload, baseName } = facts
      const { architectureKey, modelFamily, macs, parameters, activations } = workload
      if (architectureKey !== undefined && !this.#byName.has(baseName)) this.#byName.set(baseName, { architectureKey, ...(modelFamily !== undefined && { modelFamily }) })
      const key = costKey(workload)
      if (macs !== undefined && !this.#costs.has(key)) this.#costs.set(key, { macs, ...(parameters !== undefined && { parameters }), ...(activations !== undefined && { activations }) })
    }
  }

  /** The workload with what it leaves out filled in from measurements of the same model: architecture and family by its name, costs by architecture and input size. */
  complete(workload: Workload): Workload {
    const named = workload.architectureKey === undefined || workload.modelFamily === undefined ? { ...this.#byName.get(baseModelName(workload.modelName)), ...workload } : workload
    return named.macs === undefined ? { ...this.#costs.get(costKey(named)), ...named } : named
  }
}

const costKey = ({ architectureKey = '', inputSize = 0, unit }: Workload): string => `${architectureKey}|${inputSize}|${unit}`
