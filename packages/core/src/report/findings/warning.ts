import { METRIC_BY_ID } from '../../metrics/index.ts'
import { visible } from '../escape.ts'
import { listed } from '../format.ts'
import { at, type View } from '../view.ts'

/** What a careful reader should know: the run's own warnings, then what has no value and why. */
export function warningSentences(view: View): string[] {
  return [...new Set(view.document.warnings.map((warning) => visible(warning.message)))].concat(undefinedSentences(view))
}

/** One sentence per metric and reason, however many models share it. */
function undefinedSentences(view: View): string[] {
  const groups = Map.groupBy(missingOf(view), ({ metric, message }) => `${metric}\n${message}`)
  return [...groups.values()].map((group) => {
    const { metric, message } = group[0]!
    const who = group.length === view.models.length && group.length > 1 ? 'any model' : listed(group.map(({ model }) => model))
    return `${METRIC_BY_ID.get(metric)?.title ?? visible(metric)} has no value for ${who}: ${visible(message)}.`.replace(/\.\.$/, '.')
  })
}

/** Every metric without a value: the model, the reason's code and sentence. */
export function missingOf(view: View): { model: string; metric: string; code: string; message: string }[] {
  return view.models.flatMap(({ id, name }) => Object.entries(at(view.document.undefined_metrics, id) ?? {}).map(([metric, { code, message }]) => ({ model: name, metric, code, message })))
}
