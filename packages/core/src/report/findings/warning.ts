import { METRIC_BY_ID } from '../../metrics/index.ts'
import { visible } from '../escape.ts'
import { listed } from '../format.ts'
import { featuresOf } from '../groups.ts'
import { inSentence } from '../phrases.ts'
import { at, type View } from '../view.ts'

/** Warnings that the fairness findings tell with figures where there is detail by group. */
const TOLD_BY_GROUP: readonly string[] = ['four_fifths_rule', 'fairness_incomplete']

/** What a careful reader should know: the run's own warnings, then what has no value and why. */
export function warningSentences(view: View): string[] {
  const retold = featuresOf(view).length > 0 ? TOLD_BY_GROUP : []
  const warnings = view.document.warnings.filter(({ code }) => !retold.includes(code)).map(({ message }) => visible(message))
  return [...new Set(warnings), ...undefinedSentences(view)]
}

interface Missing {
  readonly model: string
  readonly metric: string
  /** The metric's name for people. */
  readonly title: string
  /** Why there is no value, and what to send. */
  readonly reason: string
}

const MOST_NAMED = 12

/** One sentence per reason and set of models, however many metrics share them. */
function undefinedSentences(view: View): string[] {
  const byMetric = Map.groupBy(missingOf(view), ({ metric, reason }) => `${metric}\n${reason}`)
  const told = [...byMetric.values()].map((all) => ({ title: all[0]!.title, reason: all[0]!.reason, who: whoIn(view, all) }))
  return [...Map.groupBy(told, ({ who, reason }) => `${who}\n${reason}`).values()].map((all) => {
    const titles = all.map(({ title }) => inSentence(title))
    return `No ${listed(titles, MOST_NAMED)} for ${all[0]!.who}: ${all[0]!.reason}`
  })
}

function whoIn(view: View, all: readonly Missing[]): string {
  return all.length === view.models.length && all.length > 1 ? 'any model' : listed(all.map(({ model }) => model))
}

/** Every metric without a value. */
export function missingOf(view: View): Missing[] {
  return view.models.flatMap(({ id, name }) =>
    Object.entries(at(view.document.undefined_metrics, id) ?? {}).map(([metric, { message }]) => {
      const title = METRIC_BY_ID.get(metric)?.title ?? visible(metric)
      return { model: name, metric, title, reason: visible(message.startsWith(`${title}: `) ? message.slice(title.length + 2) : message) }
    }),
  )
}
