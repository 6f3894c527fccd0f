import {
  HARDWARE,
  HARDWARE_BY_ID,
  type HardwareSpec,
  LIST_PRICES,
  limitSources,
  PEAK_METHODS,
  type PeakMethod,
  type PeakPrecision,
  PLATFORMS,
  type Platform,
  REPRESENTATIVES,
  representative,
  WORKED_OUT,
} from '@benchcast/core/hardware'
import { code, table } from './markdown.ts'

const PRECISIONS = ['fp32', 'fp16', 'int8', 'fp8', 'fp4'] as const satisfies readonly PeakPrecision[]

const NOTE = `Peaks are dense (without sparsity), in 10¹² operations per second; a multiply-add counts two, and bf16 runs at the fp16 rate. Bandwidth is in GB/s, memory in GiB, power in watts. \
Where no vendor publishes a figure it is an estimate (marked ≈): peaks are cores × clock × vector lanes × 2, bandwidth is that of the memory interface, memory is what such a machine usually carries; [where figures come from](#where-figures-come-from) says more.

A device is named by its id, its name, or as people, drivers and operating systems write it (\`rtx 4090\`, \`NVIDIA H100 80GB HBM3\`, \`13th Gen Intel(R) Core(TM) i9-13900K\`). \
A request that names none gets the platform's usual device, given below; for \`cpu\` the processor of the server itself is taken when it is known. Through \`webgpu\` and \`webnn\` every device starts kernels at a browser's pace.`

/** Every device with its figures, under the platform it usually serves. */
export function hardwarePage(): string {
  return `# Hardware\n\n${HARDWARE.length} devices over ${PLATFORMS.length} platforms.\n\n${NOTE}\n\n${PLATFORMS.map(section).join('\n')}\n${methods()}\n${prices()}`
}

function section(platform: Platform): string {
  const serving = HARDWARE.filter(({ platforms }) => platforms.includes(platform))
  const usual = serving.filter(({ platforms }) => platforms[0] === platform)
  const others = serving.filter(({ platforms }) => platforms[0] !== platform)
  const parts = [
    `## ${platform}`,
    `${serving.length} devices. Without a device a request means ${representative(platform).name}: ${REPRESENTATIVES[platform].reason}.`,
    ...(usual.length === 0 ? [] : [table(HEAD, usual.map(row))]),
    ...(others.length === 0 ? [] : [`Listed under the platform they usually serve: ${others.map(({ name }) => name).join('; ')}.`]),
  ]
  return `${parts.join('\n\n')}\n`
}

const PRICE_NOTE =
  'What clouds ask for these devices by the hour, on demand, in USD. `predict-hardware` assumes them for `objective: "cost"` and `max_cost_per_hour` when a request sends no `prices`, and says so. They are list prices of the month given, of one offer each: send what you pay. A device that is not here has no price until you send one.'

const plain = (method: string): string => method.replaceAll('_', ' ')

/** How each kind of figure was come by, for those that have no address. */
function methods(): string {
  const worked = HARDWARE.filter(({ source }) => source === WORKED_OUT)
  const rows = (Object.entries(PEAK_METHODS) as [PeakMethod, string][]).map(([method, words]) => [plain(method), words, String(worked.filter(({ peaksBy }) => peaksBy === method).length)])
  const { memoryBytesPerSecond, memoryBytes } = limitSources(worked[0]!)
  return `## Where figures come from

A link in the column Source is the page that the figures, or what they were worked out from, were read on. ${worked.length} devices have none. Their fp32 rates were worked out in one of these ways, of which \
the table gives the factors where every unit is like the others; the factors are public specifications whose addresses were not kept.

${table(['Peaks by', 'How', 'Devices'], rows)}

Rates of other formats are the fp32 rate times what the instruction set does more of them in a clock. Bandwidth: ${memoryBytesPerSecond}. Memory: ${memoryBytes}.
`
}

function prices(): string {
  const rows = [...LIST_PRICES].map(([id, { usdPerHour, offer, region, asOf, source }]) => [HARDWARE_BY_ID.get(id)!.name, String(usdPerHour), `[${offer}](${source})`, region, asOf])
  return `## List prices\n\n${PRICE_NOTE}\n\n${table(['Device', 'USD/h', 'Offer', 'Region', 'As of'], rows)}\n`
}

const HEAD = ['Device', 'Id', 'Kind', 'Year', ...PRECISIONS, 'GB/s', 'GiB', 'W', 'Source']

const figure = (value: number | undefined, unit: number): string => (value === undefined ? '' : String(Number((value / unit).toPrecision(4))))

function row(device: HardwareSpec): string[] {
  const { name, id, kind, releaseYear, operationsPerSecond, memoryBytesPerSecond, memoryBytes, powerWatts } = device
  const peaks = PRECISIONS.map((precision) => figure(operationsPerSecond[precision], 1e12))
  return [name, code(id), kind, String(releaseYear), ...peaks, figure(memoryBytesPerSecond, 1e9), figure(memoryBytes, 2 ** 30), figure(powerWatts, 1), sourceOf(device)]
}

function sourceOf(device: HardwareSpec): string {
  const { source, quality, peaksBy } = device
  const mark = quality === 'estimate' ? '≈ ' : ''
  if (source !== WORKED_OUT) return `${mark}[${new URL(source).hostname.replace('www.', '')}](${source})`
  return mark + (peaksBy === 'like_units' ? limitSources(device).operationsPerSecond : `[${plain(peaksBy!)}](#where-figures-come-from)`)
}
