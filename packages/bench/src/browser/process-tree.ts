import { readdirSync } from 'node:fs'
import { readText } from '../machine/processor.ts'

const PAGE_BYTES = 4096
/** Of Linux' clock, a second (USER_HZ). */
const TICKS = 100

/** What a process and all that it started use now. */
export interface TreeUse {
  /** Resident and not shared with another process. */
  readonly bytes: number
  /** Processor time since each started. */
  readonly processorSeconds: number
}

/** Finds a process by a word of its command line; undefined where the system has no /proc. */
export function processWith(word: string): number | undefined {
  return processIds().find((pid) => readText(`/proc/${pid}/cmdline`).split('\0').includes(word))
}

export function treeUse(root: number): TreeUse {
  const lines = processIds().map((pid) => ({ pid, fields: readText(`/proc/${pid}/stat`).split(') ').at(-1)!.split(' ') }))
  const members = new Set([root])
  for (let before = 0; before !== members.size; ) {
    before = members.size
    for (const { pid, fields } of lines) if (members.has(Number(fields[1]))) members.add(pid)
  }
  const own = lines.filter(({ pid }) => members.has(pid))
  return { bytes: own.reduce((sum, { pid }) => sum + privateBytes(pid), 0), processorSeconds: own.reduce((sum, { fields }) => sum + (Number(fields[11]) + Number(fields[12])) / TICKS, 0) }
}

function privateBytes(pid: number): number {
  const [, resident = 0, shared = 0] = readText(`/proc/${pid}/statm`).split(' ').map(Number)
  return (resident - shared) * PAGE_BYTES
}

function processIds(): readonly number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger)
  } catch {
    return []
  }
}
