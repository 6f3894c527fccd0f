import type { RecordOf, Store } from '../storage/store.ts'
import type { Configuration } from './configurations.ts'

type Result = RecordOf<'results'>
type Keyed = { readonly comparable?: string; readonly configuration?: unknown }

/** Newest results that are looked at for one that can be compared. */
const MOST_LOOKED_AT = 100
/** More than the configurations of any run. */
const WHOLE_RUN = 10_000

/** The newest result of a configuration that was measured in the same way on the same machine. */
export async function earlierResult(store: Store, { hardware, image_size, ...configuration }: Configuration, comparable: string): Promise<Result | undefined> {
  const { rows } = await store.listRecords('results', { limit: MOST_LOOKED_AT, offset: 0, equals: { ...configuration, hardware, status: 'completed' } })
  return rows.find(({ metadata }) => (metadata as Keyed).comparable === comparable)
}

/** What earlier attempts at a run have measured or refused, by configuration. */
export async function resultsOfRun(store: Store, runId: string): Promise<ReadonlyMap<string, Result>> {
  const { rows } = await store.listRecords('results', { limit: WHOLE_RUN, offset: 0, equals: { run_id: runId } })
  return new Map(rows.map((row) => [keyOf(row), row]))
}

/** Tells the configurations of one run apart. */
export const keyOf = ({ model_name, hardware, batch_size }: Pick<Result, 'model_name' | 'hardware' | 'batch_size'>): string => JSON.stringify([model_name, hardware, batch_size])
