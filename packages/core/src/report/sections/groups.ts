import { groupChart } from '../charts/by-group.ts'
import { featuresOf } from '../groups.ts'
import type { Section } from '../section.ts'
import { MOST_OPEN_ROWS, type Table } from '../table.ts'
import { fairnessTable, groupsTable } from '../tables/groups.ts'
import type { View } from '../view.ts'

/** The first feature's table lies open unless it is long. */
function groupsTableAt(view: View, feature: string, index: number): Table {
  const table = groupsTable(view, feature)
  return { ...table, folded: index > 0 || table.rows.length > MOST_OPEN_ROWS }
}

/** How each model treats each group. */
export function groupsSection(view: View): Section {
  const features = featuresOf(view)
  return {
    id: 'groups',
    title: 'Fairness by group',
    text: ['Bars are rates within a group, whiskers their confidence intervals. Wide whiskers mean a small group: the gap may be chance.'],
    tables: [...features.map((feature, i) => groupsTableAt(view, feature, i)), ...[fairnessTable(view) ?? []].flat()],
    figures: features.filter((feature) => !feature.includes(' & ')).flatMap((feature, i) => view.ordered.flatMap((model) => groupChart(view, feature, i, model) ?? [])),
  }
}
