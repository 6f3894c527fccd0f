import type { BenchmarkStep, FetchProgress } from '@benchcast/bench'

/** Where each phase of a measurement begins and ends, as shares of one configuration. */
const PHASES: Readonly<Record<BenchmarkStep['step'], readonly [number, number]>> = { loading: [0.1, 0.2], 'first run': [0.2, 0.25], 'warming up': [0.25, 0.4], measuring: [0.4, 1] }

/** How far one configuration is, 0 to 1. */
export function shareOf({ step, share }: BenchmarkStep): number {
  const [from, to] = PHASES[step]
  return from + share * (to - from)
}

/**
 * What is being done, with the median so far.
 *
 * @example stepText({ kind: 'step', step: 'measuring', share: 0.5, medianSeconds: 0.0123 }) // 'measuring, median 12.3 ms'
 */
export const stepText = ({ step, medianSeconds }: BenchmarkStep): string => (medianSeconds === undefined ? step : `${step}, median ${shownMilliseconds(1000 * medianSeconds)} ms`)

/**
 * How far a model of the hub is that is being downloaded.
 *
 * @example fetchText({ file: 'onnx/model.onnx', bytes: 12e6, totalBytes: 90e6 }) // 'downloading onnx/model.onnx, 12 of 90 MB'
 */
export const fetchText = ({ file, bytes, totalBytes }: FetchProgress): string => `downloading ${file}, ${inMegabytes(bytes)}${totalBytes === undefined ? '' : ` of ${inMegabytes(totalBytes)}`} MB`

const inMegabytes = (bytes: number): string => (bytes / 1e6).toFixed(0)

/** Three significant digits, whole from 100 on. */
export const shownMilliseconds = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3))
