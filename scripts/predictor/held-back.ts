import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deviceNamed, type Platform } from '../../packages/core/src/hardware/index.ts'
import type { Reference } from '../../packages/core/src/predict/surface/atlas.ts'

interface Example {
  readonly architecture: string
  readonly hardware_platform: Platform
  readonly device: string
}

const EXAMPLES = join(import.meta.dirname, '../../examples/speed/measured.json')

/** Leaves out every measurement of the models on the devices that the demo predicts, so that what it shows was not learnt by heart. */
export function withoutExamples<R extends Reference>(references: readonly R[]): R[] {
  const { measurements } = JSON.parse(readFileSync(EXAMPLES, 'utf8')) as { readonly measurements: readonly Example[] }
  const pairs = new Set(measurements.map(({ architecture, device, hardware_platform }) => `${architecture} ${deviceNamed(device, hardware_platform).device.id}`))
  return references.filter(({ facts }) => !pairs.has(`${facts.architecture} ${facts.workload.device.id}`))
}
