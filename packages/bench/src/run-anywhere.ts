import { measureInBrowser, runFeedsInBrowser } from './browser/measure-in-browser.ts'
import { isBrowserProvider } from './browser/providers.ts'
import type { BrowserOutcome } from './browser/wire.ts'
import type { MeasureJob, RawMeasurement, RunJob } from './runner/protocol.ts'
import { type ChildOptions, measureInChild, runFeedsInChild } from './runner/run-in-child.ts'

/** Measures where the first provider is at home: in a headless browser, else in a process of ONNX Runtime's own. */
export function measureAnywhere(job: MeasureJob, options?: ChildOptions): Promise<RawMeasurement> {
  return isBrowserProvider(job.providers[0]) ? measureInBrowser(job, options) : measureInChild(job, options)
}

/** Runs a model on given inputs where the first provider is at home. */
export async function runFeedsAnywhere(job: RunJob, options?: ChildOptions): Promise<readonly BrowserOutcome[]> {
  return isBrowserProvider(job.providers[0]) ? (await runFeedsInBrowser(job, options)).outputs : runFeedsInChild(job, options)
}
