import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { arch, cpus, freemem, platform, release, totalmem } from 'node:os'
import { nvidiaGpu } from './nvidia.ts'
import { readText } from './processor.ts'

/** What machine something was measured on: two results can be compared when these agree. */
export interface Fingerprint {
  readonly processor: string
  readonly logicalCores: number
  /** Frequency governor of Linux; '' where there is none. */
  readonly governor: string
  readonly memoryBytes: number
  readonly freeMemoryBytes: number
  readonly gpu: string
  readonly driver: string
  readonly system: string
  readonly runtime: string
  readonly node: string
  /** `mains`, `battery`, or '' when the system does not tell. */
  readonly power: string
}

export async function fingerprint(): Promise<Fingerprint> {
  const gpu = await nvidiaGpu()
  return {
    processor: cpus()[0]?.model.trim() ?? '',
    logicalCores: cpus().length,
    governor: readText('/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor').trim(),
    memoryBytes: totalmem(),
    freeMemoryBytes: freemem(),
    gpu: gpu?.name ?? '',
    driver: gpu?.driver ?? '',
    system: `${platform()} ${release()} ${arch()}`,
    runtime: `onnxruntime-node ${runtimeVersion()}`,
    node: process.versions.node,
    power: powerSource(),
  }
}

function runtimeVersion(): string {
  const path = createRequire(import.meta.url).resolve('onnxruntime-node/package.json')
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version
}

function powerSource(): string {
  const online = readText('/sys/class/power_supply/AC/online').trim()
  return online === '' ? '' : online === '1' ? 'mains' : 'battery'
}
