import { METRIC_BY_ID } from '../../metrics/index.ts'
import { visible } from '../escape.ts'
import { missingOf } from '../findings/warning.ts'
import { head, numberColumn, type Table, textColumn } from '../table.ts'
import { at, type View } from '../view.ts'

/** What the sender said about each model. */
export function modelsTable(view: View): Table {
  return {
    caption: 'Models',
    columns: [textColumn('Model'), textColumn('Id'), textColumn('Reported')],
    rows: view.models.map((model) => [head(model.name), visible(model.id), reported(view, model.id)]),
    folded: true,
  }
}

function reported(view: View, id: string): string {
  const metadata = Object.entries(at(view.document.model_info, id)?.metadata ?? {}).filter(([key]) => key !== 'name')
  return metadata.map(([key, value]) => `${visible(key)}: ${visible(typeof value === 'string' ? value : JSON.stringify(value))}`).join('; ')
}

/** The parameters that the values depend on. */
export function paramsTable(view: View): Table {
  return {
    caption: 'Parameters',
    columns: [textColumn('Parameter'), textColumn('Value')],
    rows: Object.entries(view.document.metric_params).map(([key, value]) => [head(visible(key)), visible(typeof value === 'string' ? value : JSON.stringify(value))]),
    folded: true,
  }
}

/** Definition and reference of each metric in the report. */
export function definitionsTable(view: View): Table {
  return {
    caption: 'Definitions',
    columns: [textColumn('Metric'), textColumn('Definition'), textColumn('Checked against'), numberColumn('Version')],
    rows: view.metrics.flatMap((metric) => {
      const facts = METRIC_BY_ID.get(metric.id)
      return facts === undefined ? [] : [[head(facts.title), facts.definition, facts.reference, String(facts.version)]]
    }),
    folded: true,
  }
}

/** Metrics that have no value, and what to send to get one. */
export function missingTable(view: View): Table | undefined {
  const missing = missingOf(view)
  if (missing.length === 0) return undefined
  return {
    caption: 'Without a value',
    columns: [textColumn('Metric'), textColumn('Model'), textColumn('Why')],
    rows: missing.map(({ title, model, reason }) => [head(title), model, reason]),
    folded: true,
  }
}
