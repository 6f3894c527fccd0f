import type { Method } from '../measure/method.ts'
import type { OutputTensor, RawMeasurement } from '../runner/protocol.ts'
import type { BrowserProvider } from './providers.ts'

/** What the page is asked to do. Addresses are relative to the page. */
export interface PageJob {
  readonly kind: 'measure' | 'run'
  /** What a person reads above the page. */
  readonly title: string
  readonly provider: BrowserProvider
  readonly providerTitle: string
  readonly remedy: string
  /** The runtime's module. */
  readonly runtime: string
  readonly model: string
  /** Weights beside the model: `path` is what the model calls them. */
  readonly externalData: readonly { readonly path: string; readonly data: string }[]
  /** Sets of inputs; a measurement has one. */
  readonly feeds: readonly (readonly PageInput[])[]
  readonly threads?: number
  readonly method?: Method
  readonly seed: number
  /** Where the page asks for what is to be done after this, if anybody knows: it answers with a {@link NextJob}. */
  readonly next?: string
}

/** What a page does once its job is done. `address` is that of the next job's page. */
export type NextJob = { readonly state: 'open'; readonly address: string } | { readonly state: 'waiting' | 'ended' }

export interface PageInput {
  readonly name: string
  readonly type: string
  readonly shape: readonly number[]
  /** Where its bytes are. */
  readonly data: string
}

/** What ran a model. */
export interface BrowserFacts {
  /** Name and version, such as `Chromium 156.0.8078.79`. */
  readonly browser: string
  /** Name of the graphics adapter that WebGPU uses; '' without one. */
  readonly adapter: string
  /** Whether that adapter is a program: right results, times that say nothing of any GPU. */
  readonly isSoftwareAdapter: boolean
  /** Threads that WebAssembly may use; 1 where the page may not share memory. */
  readonly threads: number
  readonly runtime: string
}

/** A measurement in a browser. */
export type BrowserMeasurement = RawMeasurement & { readonly browser: BrowserFacts }

export type BrowserOutcome = readonly OutputTensor[] | { readonly message: string }

/** What the page tells when it is done, as the server reads it after checking. */
export type PageAnswer =
  | { readonly kind: 'measured'; readonly result: BrowserMeasurement }
  | { readonly kind: 'ran'; readonly outputs: readonly BrowserOutcome[]; readonly browser: BrowserFacts }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'unavailable'; readonly message: string }
