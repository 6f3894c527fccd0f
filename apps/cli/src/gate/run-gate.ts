import type { RunDocument } from '@benchcast/core/api'
import { viewOf } from '@benchcast/core/report'
import { evaluateHere } from '../evaluate/evaluate-here.ts'
import type { Inputs, RequestFlags } from '../evaluate/inputs.ts'
import { CommandError } from '../exit-codes.ts'
import type { Output } from '../output/output.ts'
import type { PlaceFlags } from '../server/place-options.ts'
import { type Baseline, findBaseline, isAbsent, together } from './baseline.ts'
import type { Gate } from './check.ts'
import { judge } from './judge.ts'
import { type Against, regressionChecks } from './regressions.ts'
import { knownMetric, thresholdChecks, thresholdOf } from './thresholds.ts'

/** What the command line says about a gate. */
export interface GateFlags {
  readonly failBelow?: readonly string[]
  readonly failAbove?: readonly string[]
  readonly baseline?: string
  readonly baselineModel?: string
  readonly gateModels?: string
  readonly gateMetrics?: string
  readonly significant?: boolean
  readonly allowMissingBaseline?: boolean
}

/** What was evaluated, and what the gate says about it; without one, nothing was asked for. */
export interface Gated {
  readonly document: RunDocument
  readonly gate?: Gate
}

/** Evaluates candidates, together with the baseline where its rows are the same, and judges them. */
export async function runGate(inputs: Inputs, flags: GateFlags & RequestFlags & PlaceFlags, output: Output): Promise<Gated> {
  const thresholds = [...(flags.failBelow ?? []).map((said) => thresholdOf('below', said)), ...(flags.failAbove ?? []).map((said) => thresholdOf('above', said))]
  const named = listOf(flags.gateMetrics)?.map((metric) => knownMetric(metric, '--gate-metrics'))
  const baseline = flags.baseline === undefined ? undefined : await findBaseline(flags.baseline, inputs, flags, output).catch((error: unknown) => absent(error, flags, output))
  const merged = baseline && inputs.request && together(inputs.request, baseline)
  const document = inputs.document ?? (await evaluateHere(merged?.request ?? inputs.request!))
  if (thresholds.length === 0 && baseline === undefined) return { document }
  const candidates = [...(inputs.document?.models ?? Object.keys(inputs.request!.model_predictions))].filter((model) => model !== baseline?.model)
  const models = chosen(candidates, listOf(flags.gateModels))
  const metrics = named ?? (thresholds.length > 0 ? [...new Set(thresholds.map(({ metric }) => metric))] : [viewOf(document).quality!.id])
  const pairs = baseline === undefined ? [] : models.map((model) => against(model, { document, baseline, renamed: merged?.renamed }, flags.baselineModel))
  const checks = [...thresholdChecks(document, models, thresholds), ...regressionChecks(document, pairs, metrics)]
  return { document, gate: judge(checks, { level: levelOf(document), significant: flags.significant !== false }) }
}

/** The first build on a branch has nothing to be compared with. */
function absent(error: unknown, { allowMissingBaseline }: GateFlags, output: Output): undefined {
  if (!allowMissingBaseline || !isAbsent(error)) throw error
  output.note(`${(error as Error).message} Nothing is compared with it.`)
  return undefined
}

const listOf = (text: string | undefined): string[] | undefined => text?.split(',').map((item) => item.trim())
const levelOf = ({ metric_params }: RunDocument): number => (typeof metric_params.confidence_level === 'number' ? metric_params.confidence_level : 0.95)

function chosen(models: readonly string[], wanted: readonly string[] | undefined): readonly string[] {
  const unknown = wanted?.find((model) => !models.includes(model))
  if (unknown !== undefined) throw new CommandError('usage', `--gate-models names '${unknown}'; the models are ${models.join(', ')}.`)
  if (models.length === 0) throw new CommandError('usage', 'There is no model beside the baseline: nothing to check.')
  return wanted ?? models
}

interface Found {
  readonly document: RunDocument
  readonly baseline: Baseline
  readonly renamed: ReadonlyMap<string, string> | undefined
}

/** The baseline's model for one of the candidates: the one that is named, the one of the same id, or its only one. */
function against(model: string, { document, baseline, renamed }: Found, named: string | undefined): Against {
  const ids = baseline.model === undefined ? (renamed ? [...renamed.keys()] : baseline.document!.models) : [baseline.model]
  const id = named ?? (ids.includes(model) ? model : ids.length === 1 ? ids[0]! : undefined)
  if (id === undefined || !ids.includes(id))
    throw new CommandError('usage', `The baseline ${baseline.title} has the models ${ids.join(', ')}: say which one ${model} is measured against with --baseline-model.`)
  const title = id === baseline.title ? baseline.title : `${id} of ${baseline.title}`
  return { model, baseline: baseline.document ?? document, baselineModel: renamed?.get(id) ?? id, title }
}
