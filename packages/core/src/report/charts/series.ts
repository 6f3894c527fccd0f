import { shortened } from '../escape.ts'
import { type Markup, markup } from '../markup.ts'
import type { ModelView } from '../view.ts'
import { label, line, path, px } from './svg.ts'

/** Okabe and Ito's palette, told apart with every common kind of colour blindness; the page's style gives s0 ... s7 these colours. */
export const SERIES_COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', 'var(--ink)', '#f0e442'] as const

/** Unit shapes of radius about 1, drawn larger; with colours and dashes of other cycle lengths, 20 models differ in at least two ways. */
const SHAPES = [
  'M-1 0a1 1 0 1 0 2 0a1 1 0 1 0 -2 0z',
  'M-.9-.9h1.8v1.8h-1.8z',
  'M0-1.15L1.1.85H-1.1z',
  'M0-1.25L1.25 0L0 1.25L-1.25 0z',
  'M0 1.15L1.1-.85H-1.1z',
  'M-.4-1.1h.8v.7h.7v.8h-.7v.7h-.8v-.7h-.7v-.8h.7z',
]
const DASHES = ['', '7 3', '2 3', '9 3 2 3', '5 2 2 2 2 2']

const cycle = <T>(items: readonly T[], i: number): T => items[i % items.length]!

export const seriesClass = (model: ModelView): string => `s${model.series % SERIES_COLOURS.length}`
export const dashOf = (model: ModelView): string => cycle(DASHES, model.series)

/** The model's mark at a point: its colour and its shape. */
export function mark(model: ModelView, x: number, y: number, radius = 5): Markup {
  return markup`<path transform="translate(${px(x)} ${px(y)}) scale(${radius})" d="${cycle(SHAPES, model.series)}" class="mark ${seriesClass(model)}"/>`
}

const LEGEND_ROW = 20

export const legendHeight = (models: number, greyed: number): number => LEGEND_ROW * (models + (greyed > 0 ? 1 : 0))

/** Marks, dashes and names below each other; models drawn in grey are counted in one line. */
export function legend(models: readonly ModelView[], greyed: number, x: number, y: number): Markup[] {
  const rows = models.map((model, i) => {
    const at = y + i * LEGEND_ROW
    return markup`${path(
      [
        [x, at],
        [x + 28, at],
      ],
      `line ${seriesClass(model)}`,
      dashOf(model),
    )}${mark(model, x + 14, at, 4)}${label(x + 36, at + 4, shortened(model.name, 38))}`
  })
  const at = y + models.length * LEGEND_ROW
  return greyed === 0 ? rows : [...rows, markup`${line(x, at, x + 28, at, 'other')}${label(x + 36, at + 4, `${greyed} other models`, 'muted')}`]
}
