import { groupChart } from '../charts/by-group.ts'
import { featuresOf } from '../groups.ts'
import type { Section } from '../section.ts'
import { fairnessTable, groupsTable } from '../tables/groups.ts'
import type { View } from '../view.ts'

/** How each model treats each group. */
export function groupsSection(view: View): Section {
  const features = featuresOf(view)
  return {
    id: 'groups',
    title: 'Fairness by group',
    text: ['Bars are rates within a group, whiskers their confidence intervals. Wide whiskers mean a small group: the gap may be chance.'],
    tables: [...features.map((feature, i) => ({ ...groupsTable(view, feature), folded: i > 0 })), ...[fairnessTable(view) ?? []].flat()],
    figures: features.filter((feature) => !feature.includes(' & ')).flatMap((feature, i) => view.ordered.flatMap((model) => groupChart(view, feature, i, model) ?? [])),
  }
}
