import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'

/** Processor time of the whole machine since boot, in seconds. */
export interface ProcessorTime {
  readonly busy: number
  readonly own: number
}

/** Now. `busy` counts all cores but idle ones, `own` this process. */
export function processorTime(): ProcessorTime {
  const busy = cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0) / 1000
  const { user, system } = process.cpuUsage()
  return { busy, own: (user + system) / 1e6 }
}

/** Clock of the fastest core now, Hz; undefined where the system does not tell. */
export function clockHz(): number | undefined {
  const text = readText('/proc/cpuinfo')
  const clocks = [...text.matchAll(/^cpu MHz\s*:\s*([\d.]+)/gm)].map(([, value]) => Number(value) * 1e6)
  return clocks.length > 0 ? Math.max(...clocks) : undefined
}

/** The text of a file of the system, or nothing. */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
