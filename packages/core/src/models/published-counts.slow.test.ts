import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { modelCost } from '../graph/index.ts'
import { readConfig } from './config-reader.ts'

interface Published {
  readonly model: string
  readonly config: Readonly<Record<string, unknown>>
  readonly parameters: number
  readonly parametersSource: string
  readonly sequence?: number
  readonly macs?: number
  readonly macsSource?: string
  readonly activeParameters?: number
  readonly activeSource?: string
}

const { models } = JSON.parse(readFileSync(new URL('../../testdata/models/published-counts.json', import.meta.url), 'utf8')) as { models: readonly Published[] }
const withMacs = models.filter(({ macs }) => macs !== undefined)
const withActive = models.filter(({ activeParameters }) => activeParameters !== undefined)
const off = (ours: number, published: number) => Math.abs(ours / published - 1)

describe('published counts', () => {
  it('are of at least 20 models, and each names its source', () => {
    expect(models.length).toBeGreaterThanOrEqual(20)
    expect(models.filter(({ parametersSource }) => !parametersSource.includes('https://'))).toEqual([])
    expect(withMacs.filter(({ macsSource }) => !macsSource!.includes('https://'))).toEqual([])
  })

  it.each(models.map((published) => [published.model, published] as const))('%s has its parameters within 0.2 %%', (_model, { config, parameters }) => {
    expect(off(modelCost(readConfig(config), { batch: 1, sequence: 16 }).parameters, parameters)).toBeLessThan(0.002)
  })

  it.each(withMacs.map((published) => [published.model, published] as const))('%s has its multiply-accumulates within 2 %%', (_model, { config, sequence, macs }) => {
    expect(off(modelCost(readConfig(config), { batch: 1, sequence: sequence! }).macs, macs!)).toBeLessThan(0.02)
  })

  it.each(withActive.map((published) => [published.model, published] as const))('%s computes with the parameters that are active in a token', (_model, { config, activeParameters }) => {
    const architecture = readConfig(config)
    const { macs } = modelCost(architecture, { batch: 1, phase: 'decode', past: 0 })
    const table = architecture.builder === 'decoder' ? architecture.config.vocabulary * architecture.config.width : 0
    expect(off(macs + table, activeParameters!)).toBeLessThan(0.02)
  })
})
