import type { HardwareSpec, PeakPrecision } from '../../hardware/hardware.ts'

/** How a number format loads a device. */
export interface NumberFormat {
  readonly weightBytes: number
  readonly activationBytes: number
  /** Units that can compute it, the native one first; the first one the device has counts. */
  readonly peaks: readonly PeakPrecision[]
}

const halfPrecision = (weightBytes: number): NumberFormat => ({ weightBytes, activationBytes: 2, peaks: ['fp16', 'fp32'] })

/** Formats as measurement tables name them. `int1` to `int6`, `w4`, `w4a16`, `w8a16` store weights small and compute in half precision. */
const NUMBER_FORMATS: Readonly<Record<string, NumberFormat>> = {
  fp32: { weightBytes: 4, activationBytes: 4, peaks: ['fp32', 'fp16'] },
  tf32: { weightBytes: 4, activationBytes: 4, peaks: ['fp16', 'fp32'] },
  fp16: halfPrecision(2),
  bf16: halfPrecision(2),
  w16a16: halfPrecision(2),
  int8: { weightBytes: 1, activationBytes: 1, peaks: ['int8', 'fp16', 'fp32'] },
  fp8: { weightBytes: 1, activationBytes: 1, peaks: ['fp8', 'int8', 'fp16', 'fp32'] },
  fp4: { weightBytes: 0.5625, activationBytes: 1, peaks: ['fp4', 'fp8', 'fp16', 'fp32'] },
  w8a16: halfPrecision(1),
  w4a16: halfPrecision(0.5625),
  w4: halfPrecision(0.5625),
  int6: halfPrecision(0.82),
  int5: halfPrecision(0.69),
  int4: halfPrecision(0.5625),
  int3: halfPrecision(0.45),
  int2: halfPrecision(0.33),
  int1: halfPrecision(0.22),
}

/** Whether {@link numberFormat} knows the name. */
export const isKnownFormat = (precision: string): boolean => Object.hasOwn(NUMBER_FORMATS, precision)

/** The format of that name; half precision when the name is absent or strange. */
export function numberFormat(precision: string | undefined): NumberFormat {
  return NUMBER_FORMATS[precision ?? ''] ?? halfPrecision(2)
}

/** Peak operations per second of a device in a format; a tenth of a teraflop where the device names no figure at all. */
export function peakOperations({ operationsPerSecond }: HardwareSpec, format: NumberFormat): number {
  const native = format.peaks.find((peak) => operationsPerSecond[peak] !== undefined)
  return (native === undefined ? undefined : operationsPerSecond[native]) ?? operationsPerSecond.fp32 ?? 1e11
}
