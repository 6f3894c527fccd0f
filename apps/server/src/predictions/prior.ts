import { readFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { describeMachineCpu, type HardwareSpec } from '@benchcast/core/hardware'
import { loadEstimator, type ThroughputEstimator } from '@benchcast/core/predict'

const WEIGHTS = new URL('weights/prior.bin', import.meta.resolve('@benchcast/core/predict'))

/** The estimator that ships with the program, read once per thread. */
export function priorEstimator(): Promise<ThroughputEstimator> {
  made ??= readFile(WEIGHTS).then(loadEstimator)
  return made
}
let made: Promise<ThroughputEstimator> | undefined

/** Instruction sets of this machine's processor; undefined where the system does not list them. */
const processorFlags = (): Promise<readonly string[] | undefined> =>
  readFile('/proc/cpuinfo', 'utf8').then(
    (text) => /^(?:flags|Features)\s*:\s*(.*)$/m.exec(text)?.[1]?.split(' '),
    () => undefined,
  )

/** The processor that the server runs on, which stands for `cpu` when a request names no device. */
export async function thisMachine(): Promise<HardwareSpec | undefined> {
  const [first] = cpus()
  if (first === undefined) return undefined
  const flags = await processorFlags()
  return describeMachineCpu({ model: first.model.trim(), cores: cpus().length, clockHz: first.speed * 1e6, memoryBytes: totalmem(), ...(flags && { flags }) })
}
