import { BenchcastError } from '@benchcast/core/errors'
import type { OutputTensor } from '../runner/protocol.ts'
import type { BrowserFacts, BrowserMeasurement, BrowserOutcome, PageAnswer } from './wire.ts'

type Fields = Readonly<Record<string, unknown>>

/** No page measures longer, or more often. */
const LONGEST_SECONDS = 24 * 3600
const MOST_SAMPLES = 5_000_000
const LONGEST_TEXT = 2000

/**
 * Reads what a page says it measured. Anybody with the link can send anything: times that are not finite and positive, that do not fit into the window they are said to be from
 * or into the time since the link was made, lists without end and text that is too long are refused.
 *
 * Throws `invalid_data`, which names the place.
 */
export function decodeAnswer(value: unknown, secondsSinceOpened: number): PageAnswer {
  const answer = fieldsOf(value, 'the answer')
  if (answer.kind === 'measured') return { kind: 'measured', result: decodeMeasurement(fieldsOf(answer.result, 'result'), secondsSinceOpened) }
  if (answer.kind === 'ran') return { kind: 'ran', outputs: listOf(answer.outputs, 'outputs').map(decodeOutcome), browser: decodeBrowser(answer.browser) }
  if (answer.kind === 'failed' || answer.kind === 'unavailable') return { kind: answer.kind, message: messageOf(answer.message) }
  throw refused('kind', "must be 'measured', 'ran', 'failed' or 'unavailable'")
}

/** What a step says; the share is kept within 0 and 1. */
export function decodeStep(value: unknown): { readonly step: 'loading' | 'first run' | 'warming up' | 'measuring'; readonly share: number; readonly medianSeconds?: number } {
  const { step, share, medianSeconds } = fieldsOf(value, 'the step')
  if (step !== 'loading' && step !== 'first run' && step !== 'warming up' && step !== 'measuring') throw refused('step', 'is none that a measurement has')
  const known = { step, share: Math.min(1, secondsOf(share, 'share', 0)) } as const
  return medianSeconds === undefined ? known : { ...known, medianSeconds: secondsOf(medianSeconds, 'medianSeconds', 0) }
}

function decodeMeasurement(result: Fields, secondsSinceOpened: number): BrowserMeasurement {
  const samples = timesOf(result.samples, 'samples')
  const windowSeconds = secondsOf(result.windowSeconds, 'windowSeconds', Number.MIN_VALUE)
  if (samples.length === 0) throw refused('samples', 'must hold at least one run')
  if (windowSeconds > secondsSinceOpened + 1) throw refused('windowSeconds', 'is longer than the time since the link was made')
  const queriesPerSecond = result.queriesPerSecond === undefined ? undefined : secondsOf(result.queriesPerSecond, 'queriesPerSecond', Number.MIN_VALUE)
  if (queriesPerSecond === undefined && sumOf(samples) > 1.01 * windowSeconds + 0.001) throw refused('samples', 'add up to more than windowSeconds')
  return {
    loadSeconds: secondsOf(result.loadSeconds, 'loadSeconds', 0),
    firstRunSeconds: secondsOf(result.firstRunSeconds, 'firstRunSeconds', 0),
    warmUpSamples: timesOf(result.warmUpSamples, 'warmUpSamples'),
    samples,
    windowSeconds,
    isPrecise: result.isPrecise === true,
    ...(queriesPerSecond !== undefined && { queriesPerSecond }),
    nonFiniteOutputs: listOf(result.nonFiniteOutputs, 'nonFiniteOutputs').map((name) => textOf(name, 'nonFiniteOutputs')),
    browser: decodeBrowser(result.browser),
  }
}

function decodeBrowser(value: unknown): BrowserFacts {
  const { browser, adapter, isSoftwareAdapter, threads, runtime } = fieldsOf(value, 'browser')
  return {
    browser: textOf(browser, 'browser'),
    adapter: textOf(adapter, 'adapter'),
    isSoftwareAdapter: isSoftwareAdapter === true,
    threads: secondsOf(threads, 'threads', 1),
    runtime: textOf(runtime, 'runtime'),
  }
}

function decodeOutcome(value: unknown): BrowserOutcome {
  if (!Array.isArray(value)) return { message: messageOf(fieldsOf(value, 'outputs').message) }
  return value.map((output: unknown): OutputTensor => {
    const { name, type, shape, base64 } = fieldsOf(output, 'outputs')
    const sizes = listOf(shape, 'shape').map((size) => secondsOf(size, 'shape', 0))
    if (typeof base64 !== 'string') throw refused('base64', 'must be text')
    return { name: textOf(name, 'name'), type: textOf(type, 'type'), shape: sizes, bytes: new Uint8Array(Buffer.from(base64, 'base64')) }
  })
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0)

const timesOf = (value: unknown, name: string): Float64Array => Float64Array.from(listOf(value, name), (time) => secondsOf(time, name, 0))

function secondsOf(value: unknown, name: string, least: number): number {
  if (typeof value !== 'number' || !(value >= least && value <= LONGEST_SECONDS))
    throw refused(name, `must hold numbers from ${least === 0 ? '0' : least === 1 ? '1' : 'above 0'} to ${LONGEST_SECONDS}`)
  return value
}

function listOf(value: unknown, name: string): readonly unknown[] {
  if (!Array.isArray(value)) throw refused(name, 'must be a list')
  if (value.length > MOST_SAMPLES) throw refused(name, `has ${value.length} entries, at most ${MOST_SAMPLES} are taken`)
  return value
}

function textOf(value: unknown, name: string): string {
  if (typeof value !== 'string' || value.length > LONGEST_TEXT) throw refused(name, `must be text of at most ${LONGEST_TEXT} characters`)
  return value
}

/** A runtime's words can be long: their beginning says enough. */
const messageOf = (value: unknown): string => textOf(typeof value === 'string' ? value.slice(0, LONGEST_TEXT) : value, 'message')

function fieldsOf(value: unknown, name: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw refused(name, 'must be an object')
  return value as Fields
}

const refused = (name: string, why: string): BenchcastError => new BenchcastError('invalid_data', `The page's '${name}' ${why}: open the link again in a browser and measure anew.`)
