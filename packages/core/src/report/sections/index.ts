import type { Section } from '../section.ts'
import type { View } from '../view.ts'
import { classesSection } from './classes.ts'
import { comparisonsSection } from './comparisons.ts'
import { curvesSection } from './curves.ts'
import { groupsSection } from './groups.ts'
import { leaderboardSection } from './leaderboard.ts'
import { methodSection } from './method.ts'
import { metricsSection } from './metrics.ts'
import { residualsSection } from './residuals.ts'
import { tradeoffsSection } from './tradeoffs.ts'

/** The chapters of a report in order. A new one is a file and an entry; a chapter without content is left out. */
const SECTIONS: readonly ((view: View) => Section)[] = [
  leaderboardSection,
  metricsSection,
  comparisonsSection,
  tradeoffsSection,
  groupsSection,
  curvesSection,
  classesSection,
  residualsSection,
  methodSection,
]

export const sectionsOf = (view: View): Section[] => SECTIONS.map((section) => section(view)).filter((section) => section.tables.length + section.figures.length > 0)
