import { BenchcastError } from '../../errors.ts'
import { HARDWARE_BY_ID, type HardwareSpec } from '../../hardware/index.ts'
import type { Workload } from '../workload.ts'

/** Workloads by column: the distinct values of each fact, and for each row which; -1 where the fact is not known. Devices are ids. */
export interface WorkloadColumns {
  readonly rows: number
  readonly columns: Readonly<Record<string, { readonly values: readonly unknown[]; readonly codes: Int32Array }>>
}

export function packWorkloads(workloads: readonly Workload[]): WorkloadColumns {
  const plain = workloads.map((workload): Readonly<Record<string, unknown>> => ({ ...workload, device: workload.device.id }))
  const names = [...new Set(plain.flatMap((facts) => Object.keys(facts)))].sort()
  return { rows: workloads.length, columns: Object.fromEntries(names.map((name) => [name, packColumn(plain.map((facts) => facts[name]))])) }
}

function packColumn(facts: readonly unknown[]) {
  const places = new Map<unknown, number>()
  const codes = Int32Array.from(facts, (fact) => {
    if (fact === undefined) return -1
    const known = places.get(fact)
    if (known !== undefined) return known
    places.set(fact, places.size)
    return places.size - 1
  })
  return { values: [...places.keys()], codes }
}

/**
 * The workloads of {@link packWorkloads}.
 *
 * @throws BenchcastError `invalid_model` when a device has left the catalogue
 */
export function unpackWorkloads({ rows, columns }: WorkloadColumns): Workload[] {
  const entries = Object.entries(columns)
  return Array.from({ length: rows }, (_, row) => {
    const facts: Record<string, unknown> = {}
    for (const [name, { values, codes }] of entries) {
      const code = codes[row]!
      if (code >= 0) facts[name] = values[code]
    }
    return { ...facts, device: deviceOf(facts['device'] as string) } as unknown as Workload
  })
}

function deviceOf(id: string): HardwareSpec {
  const device = HARDWARE_BY_ID.get(id)
  if (device === undefined) throw new BenchcastError('invalid_model', `The prior weights know a device '${id}' that the catalogue does not: run npm run train:prior.`)
  return device
}
