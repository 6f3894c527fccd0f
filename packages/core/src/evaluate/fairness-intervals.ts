import type { Interval } from '../api/index.ts'
import type { Metric } from '../metrics/index.ts'
import type { Measured } from './measure.ts'
import type { RunInput } from './run-input.ts'

export function fairnessIntervals(_input: RunInput, _metrics: readonly Metric[], _measured: ReadonlyMap<string, Measured>, _intervals: Record<string, Record<string, Interval>>): void {}
