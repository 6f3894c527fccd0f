import { calibrationChart } from '../charts/calibration.ts'
import { precisionRecallChart } from '../charts/precision-recall.ts'
import { rocChart } from '../charts/roc.ts'
import type { Section } from '../section.ts'
import type { View } from '../view.ts'

const CURVES = [rocChart, precisionRecallChart, calibrationChart]

/** Behaviour over all thresholds, where probabilities were sent. */
export const curvesSection = (view: View): Section => ({
  id: 'curves',
  title: 'Scores and probabilities',
  text: ['What the models do at other thresholds than the one behind their predictions, and whether their probabilities can be taken at their word.'],
  tables: [],
  figures: CURVES.flatMap((curve) => curve(view) ?? []),
})
