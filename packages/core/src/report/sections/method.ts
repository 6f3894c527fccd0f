import type { Section } from '../section.ts'
import { definitionsTable, missingTable, modelsTable, paramsTable } from '../tables/method.ts'
import type { View } from '../view.ts'

/** What was compared, how, and what could not be computed. */
export const methodSection = (view: View): Section => ({
  id: 'method',
  title: 'How this was made',
  text: [],
  tables: [modelsTable(view), missingTable(view) ?? [], paramsTable(view), definitionsTable(view)].flat(),
  figures: [],
})
