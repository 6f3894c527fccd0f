import type { Workload } from '../workload.ts'
import type { Prepared } from './prepare.ts'

/** The name under which all measurements of a model are kept: the catalogue's for all of its names, else the model's own. */
export const commonName = ({ model, request }: Prepared): string => model.catalogueId ?? request.modelName

/** The same for all measurements of one model: its common name, and its size where the caller gave its configuration or costs. */
export const ownKey = ({ modelName, modelGiven = '' }: Pick<Workload, 'modelName' | 'modelGiven'>): string => `${modelName}|${modelGiven}`

/** A measured workload under the name that all names of its model share; the name it came with stays with it. */
export function underCommonName(prepared: Prepared): Workload {
  const modelName = commonName(prepared)
  return modelName === prepared.workload.modelName ? prepared.workload : { ...prepared.workload, modelName, calledAs: prepared.request.modelName }
}

/** What is asked, under the common name when `own`, the keys of what the caller has measured, have it: then it is asked of what was measured under any of its names. */
export function askedOfOwn(prepared: Prepared, own: ReadonlySet<string>): Prepared {
  const modelName = commonName(prepared)
  return own.has(ownKey({ ...prepared.workload, modelName })) ? { ...prepared, isOwn: true, workload: { ...prepared.workload, modelName } } : prepared
}
