import { deviceWords } from './device-name.ts'
import type { HardwareSpec } from './hardware.ts'

/** Product lines of processors whose model number tells the generation: the groups of a pattern are equal exactly for processors of one line and generation. */
const SERIES: readonly RegExp[] = [
  /^(xeon) (?:(?:platinum|gold|silver|bronze|max) )?\d(\d)\d\d[a-z+]*(?: cpu)?$/,
  /^(xeon) e[57] \d{4} (v\d)$/,
  /^(xeon) (?:6 )?6(\d)\d\d[pe]$/,
  /^(epyc) (\d)\d[0-9a-z](\d)[a-z]*(?: cpu)?$/,
  /^(ryzen) (?:(?:threadripper|pro) )*\d (?:pro )?(\d)\d{3}([a-z]?)[a-z0-9]*(?: cpu)?$/,
  /^(core) i\d (1\d|[4-9])\d{2,3}([kfst]|[a-z]{0,2}\d?)[a-z]*(?: cpu)?$/,
  /^(core ultra) \d (\d)\d\d([a-z]?)[a-z]*(?: cpu)?$/,
]

const modelNumber = (name: string): number => Number(/\d{3,}/.exec(name)?.[0] ?? 0)

/** Line and generation of a processor, such as `epyc 9 4` for every EPYC 9004. Undefined for names that tell none. */
function seriesOf(text: string): string | undefined {
  const name = deviceWords(text).join(' ')
  const groups = SERIES.map((pattern) => pattern.exec(name)).find((found) => found !== null)
  return groups?.slice(1).join(' ')
}

/**
 * The processor of the same line and generation with the nearest model number, for a model that is in no list.
 *
 * @example
 * sameSeries('AMD EPYC 9474F 48-Core Processor', HARDWARE)?.name // 'AMD EPYC 9554'
 */
export function sameSeries(text: string, devices: readonly HardwareSpec[]): HardwareSpec | undefined {
  const series = seriesOf(text)
  if (series === undefined) return undefined
  const wanted = modelNumber(deviceWords(text).join(' '))
  const distance = ({ name }: HardwareSpec) => Math.abs(modelNumber(deviceWords(name).join(' ')) - wanted)
  return devices
    .filter(({ kind, name }) => kind === 'cpu' && seriesOf(name) === series)
    .reduce<HardwareSpec | undefined>((best, device) => (best === undefined || distance(device) < distance(best) ? device : best), undefined)
}
