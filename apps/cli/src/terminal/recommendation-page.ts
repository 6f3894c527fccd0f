import { type Cell, type Table, visible } from '@benchcast/core/report'
import type { ResultOf } from '../api/result.ts'
import type { Page } from '../output/output.ts'
import { figure, percent } from './figure.ts'
import { barsOf } from './interval-bar.ts'
import { renderTable } from './table.ts'
import { bulleted, wrapped } from './text.ts'

type Recommendation = ResultOf<'predictHardware'>
type Ranked = Recommendation['ranking'][number]

const left = (label: string) => ({ label, align: 'left' as const })
const right = (label: string) => ({ label, align: 'right' as const })

/** A probability in whole percent; what is rounded to all or nothing is not certain. */
function chance(probability: number): string {
  const shown = percent(probability).replace(' %', '%')
  if (shown === '100%') return '>99%'
  return shown === '0%' ? '<1%' : shown
}

/** A recommendation as a page: the answer in a sentence, the ranking, its intervals as bars, and why not the others. */
export function recommendationPage(recommendation: Recommendation, { width, ink }: Page): string {
  const { primary_recommendation, model_name, ranking, excluded, explanation, best_batch_size, recommendation_id } = recommendation
  const [best] = ranking
  const about = `batch ${recommendation.batch_size}, ${recommendation.precision}, ${recommendation.mode}, best ${recommendation.objective}`
  const bars = barsOf(
    ranking
      .filter(isPositive)
      .map(({ hardware, device, score, score_interval: [lower, upper] }, i) => ({ name: `${hardware}: ${visible(device)}`, value: score, interval: { lower, upper }, isBest: i === 0 })),
    { text: figure, isLogarithmic: true },
    width,
    ink,
  )
  return [
    [ink.strong(`${visible(model_name)} runs best on ${primary_recommendation}${best === undefined ? '' : ` (${visible(best.device)})`}`), ink.soft(about), ...wrapped(explanation, width)].join('\n'),
    renderTable(rankingTable(ranking), width, ink),
    bars.length === 0 ? '' : [ink.strong(`${best!.score_unit}, prediction and interval (logarithmic)`), ...bars].join('\n'),
    whyNot(recommendation, width),
    best_batch_size === undefined
      ? ''
      : wrapped(`Batch size ${best_batch_size.batch_size} would serve best: ${figure(best_batch_size.throughput)} items/s. ${best_batch_size.reason}`, width).join('\n'),
    excluded.length === 0 ? '' : ['Left out', ...excluded.flatMap(({ hardware, reason }) => bulleted(`${hardware}: ${reason}`, width))].join('\n'),
    ink.soft(`Recommendation ${recommendation_id}`),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

const isPositive = ({ score_interval: [lower] }: Ranked): boolean => lower > 0

function whyNot({ ranking }: Recommendation, width: number): string {
  const reasons = ranking.filter(({ why_not }) => why_not !== undefined)
  return reasons.length === 0 ? '' : ['Why not the others', ...reasons.flatMap(({ hardware, why_not }) => bulleted(`${hardware}: ${why_not}`, width))].join('\n')
}

function rankingTable(ranking: readonly Ranked[]): Table {
  return {
    caption: 'Ranking',
    columns: [left('Hardware'), left('Device'), right('Items/s'), right('ms'), right('MB'), right('Is best'), left('Known from')],
    rows: ranking.map(({ hardware, device, throughput, latency, memory_usage, probability_best, tied_with_best, provenance }, i): Cell[] => [
      { text: hardware, mark: 'head' },
      visible(device),
      { text: figure(throughput), ...(i === 0 && { mark: 'best' as const }) },
      figure(latency),
      figure(memory_usage),
      `${chance(probability_best)}${tied_with_best && i > 0 ? ' tie' : ''}`,
      provenance,
    ]),
  }
}
