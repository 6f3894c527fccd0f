import { readFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { describeMachineCpu, type HardwareSpec } from '@benchcast/core/hardware'

/** A common base clock, for systems that do not tell theirs. */
const USUAL_CLOCK_HZ = 2.5e9

/** The processor that the server runs on, which stands for `cpu` when a request names no device. */
export async function thisMachine(): Promise<HardwareSpec | undefined> {
  const [first] = cpus()
  if (first === undefined) return undefined
  const { flags, clockHz, threadsPerCore = 1 } = await fromProcFile()
  return describeMachineCpu({
    model: first.model.trim(),
    cores: Math.max(1, Math.round(cpus().length / threadsPerCore)),
    clockHz: (first.speed > 0 ? first.speed * 1e6 : clockHz) ?? USUAL_CLOCK_HZ,
    memoryBytes: totalmem(),
    ...(flags && { flags }),
  })
}

interface ProcFacts {
  readonly flags?: readonly string[]
  readonly clockHz?: number
  readonly threadsPerCore?: number
}

/** What Linux says of the first processor. */
async function fromProcFile(): Promise<ProcFacts> {
  const text = await readFile('/proc/cpuinfo', 'utf8').catch(() => '')
  const field = (name: string) => new RegExp(`^${name}\\s*:\\s*(.*)$`, 'm').exec(text)?.[1]
  const number = (name: string) => Number(field(name) ?? Number.NaN)
  const [clockHz, threadsPerCore] = [number('cpu MHz') * 1e6, number('siblings') / number('cpu cores')]
  const flags = field('(?:flags|Features)')?.split(' ')
  return { ...(flags && { flags }), ...(clockHz > 0 && { clockHz }), ...(threadsPerCore >= 1 && { threadsPerCore }) }
}
