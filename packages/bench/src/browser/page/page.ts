import type { NextJob, PageAnswer, PageJob } from '../wire.ts'
import { encodeAnswer } from './encode-answer.ts'
import { showAnswer, showJob, showStatus, showStep, startButton, stopButton } from './view.ts'
import type { WorkerMessage } from './worker.ts'

/** Asks the server for the job and runs it: at once when the address ends in `#start`, else when the person says so. */
async function open(): Promise<void> {
  const response = await fetch('job')
  if (!response.ok) return showStatus('This link is not valid any more: ask the server for a new one.', 0)
  const job = (await response.json()) as PageJob
  showJob(job)
  startButton.addEventListener('click', () => run(job), { once: true })
  if (location.hash === '#start') startButton.click()
}

function run(job: PageJob): void {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  const end = async (answer: PageAnswer, goesOn = true): Promise<void> => {
    worker.terminate()
    const isSent = await send('answer', encodeAnswer(answer))
    showAnswer(answer, isSent)
    if (isSent && goesOn && job.next !== undefined) await goOn(job.next)
  }
  startButton.hidden = true
  stopButton.hidden = false
  stopButton.addEventListener('click', () => void end({ kind: 'failed', message: 'The measurement was stopped on the page.' }, false), { once: true })
  worker.addEventListener('error', ({ message }) => void end({ kind: 'failed', message: `The page could not run the model: ${message || 'a file of the runtime could not be loaded'}.` }))
  worker.addEventListener('message', ({ data }: MessageEvent<WorkerMessage>) => (data.kind === 'step' ? follow(data) : void end(data)))
  worker.postMessage(absolute(job))
}

const ASK_AGAIN_MS = 500

/** Opens the page of the run's next job and starts it, once there is one; stays with the figures when there is none any more. */
async function goOn(next: string): Promise<void> {
  for (;;) {
    const answer = (await fetch(next).then((response) => (response.ok ? response.json() : undefined))) as NextJob | undefined
    if (answer === undefined || answer.state === 'ended') return
    if (answer.state === 'open') return location.replace(`${answer.address}#start`)
    showStatus('The server has the result. The next measurement starts in a moment …', 1)
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS))
  }
}

/** A worker's addresses are relative to itself: the page makes them whole. */
const absolute = (job: PageJob): PageJob => ({
  ...job,
  runtime: whole(job.runtime),
  model: whole(job.model),
  externalData: job.externalData.map(({ path, data }) => ({ path, data: whole(data) })),
  feeds: job.feeds.map((feed) => feed.map((input) => ({ ...input, data: whole(input.data) }))),
})
const whole = (address: string): string => new URL(address, location.href).href

let lastStep = ''
let isTelling = false

/** Shows a step, and tells the server unless it is still busy with the one before. */
function follow(message: Extract<WorkerMessage, { readonly kind: 'step' }>): void {
  showStep(message.step, message.share, message.medianSeconds)
  if (isTelling && message.step === lastStep) return
  lastStep = message.step
  isTelling = true
  void send('step', message).finally(() => {
    isTelling = false
  })
}

/** Whether the server took it. */
const send = (to: 'step' | 'answer', what: unknown): Promise<boolean> =>
  fetch(to, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(what) }).then(
    ({ ok }) => ok,
    () => false,
  )

await open().catch((error: Error) => {
  showStatus(`The page failed: ${error.message}. Reload it, or use a newer browser.`, 0)
  throw error
})
