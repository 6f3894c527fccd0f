import { existsSync } from 'node:fs'
import type { RunBenchmarkRequest, RunDocument } from '@benchcast/core/api'
import type { Benchcast } from '@benchcast/sdk'
import { formatOf } from '../columns/source.ts'
import { evaluateHere } from '../evaluate/evaluate-here.ts'
import { type Inputs, isRunId, type RequestFlags, readInputs } from '../evaluate/inputs.ts'
import { sameColumn } from '../evaluate/same-rows.ts'
import { CommandError } from '../exit-codes.ts'
import type { Output } from '../output/output.ts'
import type { PlaceFlags } from '../server/place-options.ts'
import { withServer } from '../server/with-server.ts'

/** What candidates are measured against. */
export interface Baseline {
  /** For people: a branch, a file, a run. */
  readonly title: string
  /** Its values; undefined for a model of the candidates' own files. */
  readonly document?: RunDocument
  /** Its predictions on the same rows: to be evaluated together with the candidates. */
  readonly request?: RunBenchmarkRequest
  /** A model of the candidates' own files. */
  readonly model?: string
}

/** How the sentence about a baseline that is not there begins. */
const NONE = 'There is no baseline'
export const isAbsent = (error: unknown): boolean => error instanceof CommandError && error.message.startsWith(NONE)

/** Names under which a run with a tag is stored: `--name X --tag main` gives X@main. */
export const taggedName = (name: string, tag: string | undefined): string => (tag === undefined ? name : `${name}@${tag}`)

/** Finds a baseline: a model of the same files, a file, a stored run by its id, else the newest stored run of that name or tag. */
export async function findBaseline(said: string, candidates: Inputs, flags: RequestFlags & PlaceFlags, output: Output): Promise<Baseline> {
  const { request, document } = candidates
  if (Object.hasOwn(request?.model_predictions ?? {}, said) || document?.models.includes(said)) return { title: said, model: said }
  if (existsSync(said)) return fromFile(said, request, flags, output)
  if (formatOf(said) !== undefined) throw new CommandError('notFound', `${NONE} '${said}': there is no such file.`)
  const stored = await withServer(flags, ({ client }) =>
    isRunId(said) ? client.evaluate.get(said).then(({ run }) => run as RunDocument) : newest(client, said, (request ?? document)!.benchmark_name),
  )
  output.note(`Baseline: run ${stored.run_id} of ${stored.created_at.slice(0, 16).replace('T', ' ')} UTC, ${stored.benchmark_name}.`)
  const dataset = (request ?? document)!.dataset_id
  if (stored.dataset_id !== dataset) output.note(`Its data set is ${stored.dataset_id}, not ${dataset}: give --dataset when they are the same rows.`)
  return { title: said, document: stored }
}

async function fromFile(path: string, request: RunBenchmarkRequest | undefined, flags: RequestFlags, output: Output): Promise<Baseline> {
  const inputs = await readAlike(path, { ...flags, ...(request && { task: request.task_type as NonNullable<RequestFlags['task']> }) }, output)
  if (inputs.document) return { title: path, document: inputs.document }
  if (request && sameColumn(request.ground_truth, inputs.request!.ground_truth)) return { title: path, request: inputs.request! }
  output.note(`${path} holds other rows than the candidates: compared by their intervals, as unpaired samples.`)
  return { title: path, document: await evaluateHere(inputs.request!) }
}

/** A file that is laid out as the candidates' are, or that tells by the names of its columns what they are. */
async function readAlike(path: string, flags: RequestFlags, output: Output): Promise<Inputs> {
  const { model, ...others } = flags
  return readInputs([path], flags, output).catch((error: unknown) => {
    if (model !== undefined && error instanceof CommandError) return readInputs([path], others, output)
    throw error
  })
}

/** The newest run that is called NAME@TAG, or TAG. Exit code 5 when there is none. */
async function newest(client: Benchcast, tag: string, name: string): Promise<RunDocument> {
  const wanted = [taggedName(name, tag), tag]
  for await (const run of client.evaluate.list({ name: tag, limit: 100 })) if (wanted.includes(run.benchmark_name)) return (await client.evaluate.get(run.run_id)).run as RunDocument
  throw new CommandError('notFound', `${NONE} '${tag}': no model, no file, and no stored run called ${wanted.join(' or ')}. Store one with benchcast evaluate … --save --tag ${tag}.`)
}

/** Candidates and baseline as one request, the baseline's models under names of their own. */
export function together(candidates: RunBenchmarkRequest, { title, request }: Baseline): { readonly request: RunBenchmarkRequest; readonly renamed: ReadonlyMap<string, string> } | undefined {
  if (request === undefined) return undefined
  const renamed = new Map(Object.keys(request.model_predictions).map((id) => [id, `${id} (${title})`]))
  const under = <V>(values: Readonly<Record<string, V>> | null | undefined) => Object.fromEntries(Object.entries(values ?? {}).map(([id, value]) => [renamed.get(id) ?? id, value]))
  const join = <V>(own: Readonly<Record<string, V>> | null | undefined, others: Readonly<Record<string, V>> | null | undefined) => (own || others ? { ...own, ...under(others) } : undefined)
  return {
    renamed,
    request: {
      ...candidates,
      model_predictions: { ...candidates.model_predictions, ...under(request.model_predictions) },
      model_probabilities: join(candidates.model_probabilities, request.model_probabilities),
      model_metadata: join(candidates.model_metadata, request.model_metadata),
      token_log_probs: join(candidates.token_log_probs, request.token_log_probs),
    },
  }
}
