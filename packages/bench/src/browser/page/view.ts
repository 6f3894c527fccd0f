import { flagsOf } from '../../measure/flags.ts'
import { summarise } from '../../measure/summary.ts'
import type { BrowserMeasurement, PageAnswer, PageJob } from '../wire.ts'

const part = (id: string): HTMLElement => document.getElementById(id)!
const progress = part('progress') as HTMLProgressElement

export const startButton = part('start') as HTMLButtonElement
export const stopButton = part('stop') as HTMLButtonElement

/** What is about to be measured, and how. */
export function showJob({ title, kind, providerTitle, method, feeds }: PageJob): void {
  part('title').textContent = title
  const rows: [string, string][] = [['Runs with', `ONNX Runtime, ${providerTitle}`]]
  if (feeds[0]) rows.push(['Inputs', feeds[0].map(({ name, shape, type }) => `${name} ${shape.join(' × ')} (${type})`).join(', ')])
  if (kind === 'measure' && method) rows.push(['Method', methodInWords(method)])
  part('facts').replaceChildren(...rows.flatMap(([name, value]) => [element('dt', name), element('dd', value)]))
  startButton.disabled = false
  showStatus('Ready. Close other programs and tabs and plug the machine in, then start.', 0)
}

const methodInWords = ({ relativeHalfWidth, leastRuns, longestSeconds }: NonNullable<PageJob['method']>): string =>
  `load, run once, warm up, then run at least ${leastRuns} times until the median is known to ±${100 * relativeHalfWidth} %, for ${longestSeconds} s at most`

const STEPS: Readonly<Record<string, string>> = { loading: 'Loading the runtime and the model …', 'first run': 'Running for the first time …', 'warming up': 'Warming up …', measuring: 'Measuring' }

export function showStep(step: string, share: number, medianSeconds?: number): void {
  const median = medianSeconds === undefined ? '' : `: median ${milliseconds(medianSeconds)} so far`
  showStatus(`${STEPS[step] ?? step}${step === 'measuring' ? median || ' …' : ''}`, step === 'measuring' ? share : 0)
}

export function showStatus(words: string, share: number): void {
  const status = part('status')
  if (status.textContent !== words) status.textContent = words
  progress.value = share
}

/** The end: figures, or what went wrong. */
export function showAnswer(answer: PageAnswer, isSent: boolean): void {
  stopButton.hidden = true
  const shown = answer.kind === 'measured' ? figures(answer.result) : answer.kind === 'ran' ? [element('p', `The model ran on ${answer.outputs.length} sets of inputs.`)] : [alert(answer.message)]
  part('outcome').replaceChildren(...shown)
  const isGood = answer.kind === 'measured' || answer.kind === 'ran'
  const sent = isGood ? 'Done: the server has the result. You can close this page.' : 'Nothing was measured, and the server knows. Ask for a new link to try again.'
  showStatus(isSent ? sent : 'The server did not take the result: ask for a new link and measure again.', 1)
  part('outcome').focus()
}

function figures(result: BrowserMeasurement): HTMLElement[] {
  const { samples, firstRunSeconds, loadSeconds, browser } = result
  const summary = summarise(samples)
  const { runs, p50, medianInterval, p90, p95, p99, mean, standardDeviation } = summary
  const times: [string, number | undefined][] = [
    ['Median', p50],
    ['Mean', mean],
    ['Standard deviation', standardDeviation],
    ['90 % of runs within', p90],
    ['95 % of runs within', p95],
    ['99 % of runs within', p99],
    ['First run', firstRunSeconds],
    ['Loading the model', loadSeconds],
  ]
  const rows: [string, string][] = times.flatMap(([name, value]) => (value === undefined || Number.isNaN(value) ? [] : [[name, milliseconds(value)]]))
  if (medianInterval) rows.splice(1, 0, ['95 % interval of the median', medianInterval.map(milliseconds).join(' to ')])
  const notes = flagsOf({ samples, summary, circumstances: result }).map(({ message }) => element('li', message))
  const list = element('ul')
  list.append(...notes)
  const where = [browser.browser, browser.adapter, browser.runtime, browser.threads === 1 ? 'one thread' : `${browser.threads} threads`].filter(Boolean).join(', ')
  return [table(`Run times of ${runs} runs`, rows), element('p', where), ...(notes.length > 0 ? [element('h2', 'What to know about it'), list] : [])]
}

function table(caption: string, rows: readonly (readonly [string, string])[]): HTMLElement {
  const made = element('table')
  const lines = rows.map(([name, value]) => {
    const head = element('th', name)
    head.setAttribute('scope', 'row')
    const row = element('tr')
    row.append(head, element('td', value))
    return row
  })
  made.append(element('caption', caption), ...lines)
  return made
}

export function alert(words: string): HTMLElement {
  const made = element('p', words)
  made.setAttribute('role', 'alert')
  return made
}

function element(name: string, words = ''): HTMLElement {
  const made = document.createElement(name)
  made.textContent = words
  return made
}

const milliseconds = (seconds: number): string => `${(1000 * seconds).toPrecision(4)} ms`
