import type { Quantity } from '../prediction.ts'
import type { Roofline } from '../roofline/roofline.ts'
import { withFactor } from '../spread.ts'

/** Share of the board power that a device draws while it waits for memory or the next kernel. */
const WAITING_SHARE = 0.35
/** Accelerators of one kind differ by about this factor at equal utilisation. */
const UNKNOWN = 1.4

/**
 * Watts while the workload runs: the waiting share of the board power, and the rest by utilisation, which is the achieved share of the roofline's ceiling. Analytic, never above the rating.
 */
export function powerOf(boardWatts: number | undefined, throughput: number, { computeSeconds, memorySeconds }: Roofline): Quantity | undefined {
  if (boardWatts === undefined) return undefined
  const utilisation = Math.min(1, throughput * Math.max(computeSeconds, memorySeconds))
  const watts = withFactor(boardWatts * (WAITING_SHARE + (1 - WAITING_SHARE) * utilisation), UNKNOWN)
  return { value: watts.value, lower: watts.lower, upper: Math.max(watts.value, Math.min(watts.upper, boardWatts * 1.05)) }
}
