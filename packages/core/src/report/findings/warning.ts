import { visible } from '../escape.ts'
import { listed } from '../format.ts'
import { featuresOf } from '../groups.ts'
import { at, type View } from '../view.ts'

/** Warnings that the fairness findings tell with figures where there is detail by group. */
const TOLD_BY_GROUP: readonly string[] = ['four_fifths_rule', 'fairness_incomplete']

/** What a careful reader should know: the run's own warnings, then what has no value and why. */
export function warningSentences(view: View): string[] {
  const retold = featuresOf(view).length > 0 ? TOLD_BY_GROUP : []
  const warnings = view.document.warnings.filter(({ code }) => !retold.includes(code)).map(({ message }) => visible(message))
  return [...new Set(warnings), ...undefinedSentences(view)]
}

/** One sentence per metric and reason, however many models share it. */
function undefinedSentences(view: View): string[] {
  const groups = Map.groupBy(missingOf(view), ({ metric, message }) => `${metric}\n${message}`)
  return [...groups.values()].map((group) => {
    const who = group.length === view.models.length && group.length > 1 ? 'any model' : listed(group.map(({ model }) => model))
    return `No value for ${who}: ${visible(group[0]!.message)}`
  })
}

/** Every metric without a value: the model, the reason's code and sentence. */
export function missingOf(view: View): { model: string; metric: string; code: string; message: string }[] {
  return view.models.flatMap(({ id, name }) => Object.entries(at(view.document.undefined_metrics, id) ?? {}).map(([metric, { code, message }]) => ({ model: name, metric, code, message })))
}
