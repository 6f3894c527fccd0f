import { describe, expect, it } from 'vitest'
import { createOutput, type Output } from './output.ts'
import { progressLine, progressOn } from './progress.ts'

/** What an output of this format prints, on each stream. */
function printed(format: Output['format'], use: (output: Output) => void, { isTTY = false, environment = {} as Record<string, string> } = {}) {
  const [out, err]: [string[], string[]] = [[], []]
  use(createOutput(format, { stdout: { isTTY, columns: 80, write: (text) => out.push(text) }, stderr: { isTTY, columns: 80, write: (text) => err.push(text) }, environment }))
  return { out: out.join(''), err: err.join('') }
}

const ANSWER = { data: { id: 'a', value: 1.5 }, ids: () => ['a'], page: ({ ink, width }: { ink: { strong: (text: string) => string }; width: number }) => `${ink.strong('A')} ${width}` }

describe('an answer', () => {
  it('is a page, JSON, CSV, or ids alone', () => {
    const texts = (['human', 'json', 'csv', 'quiet'] as const).map((format) => printed(format, (output) => output.print(ANSWER)).out)
    expect(texts).toEqual(['A 80\n', '{\n  "id": "a",\n  "value": 1.5\n}\n', 'id,value\na,1.5\n', 'a\n'])
  })

  it('has colour on a terminal alone, and never with NO_COLOR', () => {
    const print = (output: Output) => output.print(ANSWER)
    expect(printed('human', print, { isTTY: true }).out).toContain('\u001b[1mA')
    expect(printed('human', print, { isTTY: true, environment: { NO_COLOR: '1' } }).out).toBe('A 80\n')
    expect(printed('json', print, { isTTY: true }).out).not.toContain('\u001b')
  })

  it('as CSV has a column for each nested field, joins lists, and runs no formula', () => {
    const rows = () => [
      { a: { b: 1 }, c: [1, 2] },
      { a: null, d: '=1+1', e: 'x,"y"' },
    ]
    expect(printed('csv', (output) => output.print({ ...ANSWER, rows })).out).toBe('a.b,c,a,d,e\n1,1;2,,,\n,,,\'=1+1,"x,""y"""\n')
  })
})

describe('notes and progress', () => {
  it('go to standard error, and nowhere with -q', () => {
    const say = (output: Output) => output.note('Hello.')
    expect(printed('json', say)).toEqual({ out: '', err: 'Hello.\n' })
    expect(printed('quiet', say)).toEqual({ out: '', err: '' })
  })

  it('are a bar that fits on a terminal and is taken away, nothing in a log for what ends soon, and the first and the last line of what is watched', () => {
    const texts: string[] = []
    const stream = { columns: 40, write: (text: string) => texts.push(text) }
    const bar = progressOn({ ...stream, isTTY: true }, false)
    bar.update('Measuring a model with a very long name', 0.5)
    bar.end()
    expect(texts[0]).toBe('\r\u001b[K████████████░░░░░░░░░░░░  50 %  Measur…')
    expect(texts[1]).toBe('\r\u001b[K')
    progressOn(stream, false).update('x', 0.1)
    progressOn({ ...stream, isTTY: true }, true).update('x', 0.1)
    expect(texts).toHaveLength(2)
    const watched = progressOn(stream, false, true)
    watched.update('x', 0.1)
    watched.update('x', 0.9)
    watched.update('Done', 1)
    watched.end()
    expect(texts.slice(2)).toEqual([' 10 %  x\n', '100 %  Done\n'])
    expect(progressLine('x', undefined)).toBe('x')
  })
})
