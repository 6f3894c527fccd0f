import { describe, expect, it } from 'vitest'
import { PLAIN } from './ink.ts'
import { type SpeedRow, speedPage } from './speed-page.ts'
import { displayWidth } from './text.ts'

const row: SpeedRow = { title: 'ViT-B/16', device: 'RTX 3090', configuration: 'fp16, batch 8', predicted: 1500, lower: 1200, upper: 1900, measured: 1570, provenance: 'learned' }
const page = (rows: readonly SpeedRow[], width = 100) => speedPage(rows, 0.9, width, PLAIN).split('\n')
const barsOf = (rows: readonly SpeedRow[]) => page(rows).filter((line) => line.includes('●') && !line.includes('Interval'))

describe('speedPage', () => {
  it('shows prediction, interval, measurement and how far off', () => {
    const lines = page([row]).join('\n')
    expect(lines).toContain('1,500')
    expect(lines).toContain('1,200 to 1,900')
    expect(lines).toContain('−4 %')
    expect(lines).toContain('1 of 1 measurements lie inside their intervals.')
  })

  it('does not hide a measurement outside its interval', () => {
    const missed = { ...row, measured: 4000 }
    expect(page([row, missed]).join('\n')).toContain('1 of 2 measurements lie inside')
    expect(barsOf([missed])[0]).toMatch(/├─*●─*┤ +×$/)
    expect(barsOf([row])[0]).toMatch(/├─*●─*×─*┤$/)
  })

  it('fits the page', () => {
    for (const width of [60, 80, 120])
      for (const line of page([row, { ...row, measured: 0.0123, predicted: 0.01, lower: 0.005, upper: 0.02 }], width)) expect(displayWidth(line)).toBeLessThanOrEqual(width)
  })
})
