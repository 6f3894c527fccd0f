import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ENDPOINTS, RunBenchmarkRequest, type RunDocument } from '../api/index.ts'
import { evaluateRun } from '../evaluate/index.ts'
import { anyCharacter } from '../testing/any-character.ts'
import { CSV_COLUMNS } from './csv.ts'
import { reportCsv, reportHtml, reportJson, reportMarkdown } from './index.ts'
import { handMadeRun } from './testing.ts'

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  'javascript:alert(1)',
  '</style><script>alert(1)</script>',
  '</title><svg onload=alert(1)>',
  '=HYPERLINK("http://evil.example")',
  'a|b`c`[d](javascript:alert(1))',
  '\u202e\u001b[31m\u0000',
  '__proto__',
  'constructor',
]
const text = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: anyCharacter, minLength: 1, maxLength: 30 }))
const distinct = (minLength: number, maxLength: number) => fc.uniqueArray(text, { minLength, maxLength })

const examples = new Map<string, RunDocument>()

/** A real run over a bundled example, without resampling; evaluated once. */
function example(file: string): RunDocument {
  const run = examples.get(file) ?? evaluated(file)
  examples.set(file, run)
  return run
}

function evaluated(file: string): RunDocument {
  const body = JSON.parse(readFileSync(new URL(`../../../../examples/data/${file}`, import.meta.url), 'utf8'))
  return evaluateRun(RunBenchmarkRequest.parse({ ...body, confidence: { method: 'analytic' } }), { runId: 'benchmark-run-1', createdAt: '2026-08-01T12:00:00.000Z' })
}

describe('the HTML report', () => {
  it('holds no tag, attribute or address that a name brought along', () => {
    fc.assert(
      fc.property(distinct(2, 4), text, fc.tuple(text, text), distinct(2, 3), (models, feature, groups, classes) => {
        const html = reportHtml(handMadeRun({ models, names: models, feature, groups, classes, benchmarkName: feature }))
        expect(tagsOf(html).difference(TAGS)).toEqual(new Set())
      }),
      { numRuns: 10 },
    )
  })

  it('names and describes every chart and gives it a table', () => {
    const html = reportHtml(handMadeRun({ models: ['a', 'b', 'c'] }))
    const charts = [...html.matchAll(/<svg role="img" aria-labelledby="([^"]+)" aria-describedby="([^"]+)"/g)]
    expect(charts.length).toBeGreaterThan(10)
    for (const [, title, about] of charts) expect(html).toMatch(new RegExp(`<title id="${title}">[^<]+</title><desc id="${about}">[^<]+</desc>`))
    expect(html.match(/<figure>/g)).toHaveLength(charts.length)
    expect(html.match(/<details class="twin">/g)).toHaveLength(charts.length)
    expect(new Set(charts.map((m) => m[1])).size).toBe(charts.length)
  })

  it('works with 1 to 20 models and draws at most six curves in colour', () => {
    for (const count of [1, 2, 7, 20]) {
      const html = reportHtml(handMadeRun({ models: Array.from({ length: count }, (_, i) => `m${i}`) }))
      expect(html).not.toMatch(/NaN|Infinity|undefined/)
      expect((/<svg[^>]*aria-labelledby="roc-title".*?<\/svg>/s.exec(html)![0].match(/class="other"/g) ?? []).length).toBe(count > 6 ? count - 6 + 1 : 0)
    }
  })
})

describe('the Markdown report', () => {
  it('keeps every table row to its columns whatever the names', () => {
    fc.assert(
      fc.property(distinct(2, 4), text, (models, feature) => {
        for (const table of tablesOf(reportMarkdown(handMadeRun({ models, names: models, feature })))) expect(new Set(table.map(cellCount)).size).toBe(1)
      }),
      { numRuns: 10 },
    )
  })

  it('reads as it did', async () => {
    const markdown = reportMarkdown(handMadeRun({ models: ['m1', 'm2', 'm3'], names: ['Forest', 'Boosting', 'Neighbours'] }))
    await expect(markdown.split('## How this was made')[0]).toMatchFileSnapshot('testdata/report.md')
  })
})

describe('the CSV report', () => {
  it('parses back to every value at full precision', () => {
    const run = example('diabetes-progression.json')
    const [header, ...rows] = parseCsv(reportCsv(run))
    expect(header).toEqual(CSV_COLUMNS)
    const values = rows.map(([model, metric, value]) => [model, metric, Number(value)])
    expect(values).toHaveLength(Object.values(run.metrics).reduce((sum, metrics) => sum + Object.keys(metrics).length, 0))
    for (const [model, metric, value] of values as [string, string, number][]) expect(value).toBe(run.metrics[model]![metric])
  })

  it('holds no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(distinct(1, 4), (models) => {
        const cells = parseCsv(reportCsv(handMadeRun({ models }))).flat()
        expect(cells.filter((cell) => /^[=+\-@\t\r\n]/.test(cell) && Number.isNaN(Number(cell)))).toEqual([])
      }),
      { numRuns: 40 },
    )
  })
})

describe('the JSON report', () => {
  it('has the shape that the endpoint promises, and recommends what the findings say', () => {
    for (const file of ['diabetes-progression.json', 'digits.json']) {
      const report = reportJson(example(file))
      expect(ENDPOINTS.getBenchmarkReport.output.parse({ success: true, report }).report).toEqual(report)
      expect(report.recommendations).toEqual(report.findings.map(({ message }) => message))
      expect(report.findings.map(({ kind }) => kind)).toContain('best')
    }
  })

  it('keeps models that are called like parts of an object', () => {
    const models = ['__proto__', 'constructor', 'toString']
    expect(Object.keys(reportJson(handMadeRun({ models })).models)).toEqual(models)
  })
})

/** Every tag with the names of its attributes, and every address; text between tags is left out. */
function tagsOf(html: string): Set<string> {
  const tags = [...html.matchAll(/<([a-z!]\w*)([^>]*)>/gi)]
  return new Set(
    tags.map(([, name, rest]) => [name, ...[...rest!.matchAll(/([\w:-]+)(="([^"]*)")?/g)].map(([, key, , value]) => (key === 'href' || key === 'src' ? `${key}=${value}` : key))].join(' ')),
  )
}
const TAGS = tagsOf(reportHtml(handMadeRun({ models: ['a', 'b', 'c', 'd'], classes: ['a', 'b', 'c'] })) + reportHtml(handMadeRun({ models: ['a', 'b'] })))

/** Runs of lines that start with a pipe. */
const tablesOf = (markdown: string): string[][] =>
  markdown
    .split('\n\n')
    .map((block) => block.split('\n'))
    .filter((lines) => lines[0]!.startsWith('|'))
const cellCount = (row: string) => row.replace(/\\./g, '').split('|').length

/** A small reader of RFC 4180. */
function parseCsv(csv: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, bare, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)!.push(quoted === undefined ? bare! : quoted.replaceAll('""', '"'))
    if (end !== ',') rows.push([])
  }
  return rows.slice(0, -1)
}
