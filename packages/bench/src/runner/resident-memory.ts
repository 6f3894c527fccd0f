import { memoryUsage, resourceUsage } from 'node:process'
import { readText } from '../machine/processor.ts'

/** Bytes resident now. */
export const residentBytes = (): number => memoryUsage.rss()

/** The most bytes that were ever resident: from the kernel where it tells, else as the runtime counts. */
export function peakResidentBytes(): number {
  const fromKernel = /^VmHWM:\s*(\d+) kB/m.exec(readText('/proc/self/status'))?.[1]
  return fromKernel === undefined ? resourceUsage().maxRSS * 1024 : Number(fromKernel) * 1024
}

const PAGE_BYTES = 4096

/** Bytes another process has resident now; undefined where the system does not tell, or when it is gone. */
export function residentBytesOf(pid: number): number | undefined {
  const pages = Number(readText(`/proc/${pid}/statm`).split(' ')[1])
  return Number.isFinite(pages) ? pages * PAGE_BYTES : undefined
}
