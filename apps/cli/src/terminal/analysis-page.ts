import type { Analysis as FullAnalysis } from '@benchcast/core/predict'
import { counted } from '@benchcast/core/report'
import type { Page } from '../output/output.ts'
import { figure, percent } from './figure.ts'
import { rowsTable } from './rows-table.ts'
import { sparkline } from './sparkline.ts'
import { renderTable } from './table.ts'
import { bulleted, wrapped } from './text.ts'

export type Analysis = FullAnalysis

/** Errors of predictions: by metric and platform as tables, by day as a sparkline, and what would help. */
export function analysisPage(analysis: Analysis, { width, ink }: Page): string {
  const { overall, ...metrics } = analysis
  if (overall === undefined) return 'No prediction has been measured yet: benchcast record compares a measurement with its prediction.'
  const { coverage, trend, drift } = overall
  return [
    [
      ink.strong(`${counted(overall.measurements, 'measurement')}, ${counted(overall.count, 'comparison')}, median accuracy ${figure(overall.median_accuracy)} of 100`),
      ...(coverage === null ? [] : wrapped(coverageText(coverage), width)),
    ].join('\n'),
    renderTable(
      rowsTable(
        'By metric',
        METRIC_COLUMNS,
        Object.entries(metrics).map(([metric, summary]) => ({ metric, ...summary, ...shares(summary) })),
      ),
      width,
      ink,
    ),
    renderTable(
      rowsTable(
        'By platform',
        ['platform', 'compared', 'error', 'inside'],
        Object.entries(overall.by_hardware).map(([platform, group]) => ({
          platform,
          compared: group.count,
          error: percent(group.mean_relative_error),
          inside: group.coverage === null ? null : percent(group.coverage),
        })),
      ),
      width,
      ink,
    ),
    trend.length < 2 ? '' : `${ink.strong('Error by day')}  ${sparkline(trend.map(({ mean_relative_error }) => mean_relative_error))}  ${trend[0]!.day} to ${trend.at(-1)!.day}`,
    wrapped(drift.explanation, width).join('\n'),
    overall.improvement_opportunities.flatMap((sentence) => bulleted(sentence, width)).join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

const METRIC_COLUMNS = ['metric', 'compared', 'error', 'mean_predicted', 'mean_actual', 'bias', 'r_squared']

const shares = ({ count, mean_relative_error }: { readonly count: number; readonly mean_relative_error: number }) => ({ compared: count, error: percent(mean_relative_error) })

const coverageText = ({ actual, expected, interval: [lower, upper], count, measurements }: NonNullable<NonNullable<Analysis['overall']>['coverage']>): string =>
  `${percent(actual)} of ${counted(count, 'measured figure')} lie inside their intervals (${percent(lower)} to ${percent(upper)} with ${counted(measurements, 'measurement')}; ${percent(expected)} were promised).`
