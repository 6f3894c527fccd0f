import type { BrowserFacts, PageJob } from '../wire.ts'
import { Unavailable } from './unavailable.ts'

interface AdapterInfo {
  readonly vendor: string
  readonly architecture: string
  readonly device: string
  readonly description: string
  readonly isFallbackAdapter?: boolean
}
interface Devices {
  readonly gpu?: { requestAdapter(options: object): Promise<{ readonly info: AdapterInfo } | null> }
  readonly ml?: { createContext(): Promise<unknown> }
  readonly userAgentData?: { readonly brands: readonly { readonly brand: string; readonly version: string }[]; getHighEntropyValues(names: readonly string[]): Promise<{ fullVersionList?: Brands }> }
}
type Brands = readonly { readonly brand: string; readonly version: string }[]

const devices = navigator as unknown as Devices
/** Programs that stand in for a GPU. */
const SOFTWARE = /swiftshader|llvmpipe|lavapipe|softpipe|microsoft basic render|warp/i
/** More threads seldom help a browser, and onnxruntime-web takes no more by itself. */
const MOST_THREADS = 4

/** What runs the job. Throws `Unavailable` when the browser has not what the job asks for. */
export async function browserFacts(job: PageJob): Promise<BrowserFacts> {
  const info = job.provider === 'webgpu' ? await adapterInfo(job) : undefined
  if (job.provider === 'webnn') await checkWebnn(job)
  const words = info ? [info.vendor, info.architecture, info.device, info.description].filter(Boolean) : []
  const adapter = [...new Set(words)].join(' ')
  const isSoftwareAdapter = info !== undefined && (info.isFallbackAdapter === true || SOFTWARE.test(adapter))
  return { browser: await browserName(), adapter, isSoftwareAdapter, threads: threadsOf(job), runtime: '' }
}

/** Threads share memory, which a browser allows only to a page that is isolated from others. */
const threadsOf = ({ threads }: PageJob): number => (globalThis.crossOriginIsolated ? (threads ?? Math.min(MOST_THREADS, Math.ceil(navigator.hardwareConcurrency / 2))) : 1)

async function adapterInfo({ remedy }: PageJob): Promise<AdapterInfo> {
  if (devices.gpu === undefined) throw new Unavailable(`This browser has no WebGPU. ${remedy}`)
  const adapter = await devices.gpu.requestAdapter({ powerPreference: 'high-performance' })
  if (adapter === null) throw new Unavailable(`This browser has WebGPU, but found no graphics adapter for it. ${remedy}`)
  return adapter.info
}

async function checkWebnn({ remedy }: PageJob): Promise<void> {
  if (devices.ml === undefined) throw new Unavailable(`This browser has no WebNN. ${remedy}`)
  await devices.ml.createContext().catch((error: Error) => {
    throw new Unavailable(`This browser has WebNN, but nothing that runs it (${error.message}). ${remedy}`)
  })
}

async function browserName(): Promise<string> {
  const told: { fullVersionList?: Brands } = (await devices.userAgentData?.getHighEntropyValues(['fullVersionList']).catch(() => undefined)) ?? {}
  const brands = (told.fullVersionList ?? devices.userAgentData?.brands ?? []).filter(({ brand }) => !/not.?a.?brand/i.test(brand))
  const own = brands.find(({ brand }) => brand !== 'Chromium') ?? brands[0]
  if (own !== undefined) return `${own.brand} ${own.version}`
  const [, name, version] = /(Firefox|Edg|Chrome)\/([\d.]+)/.exec(navigator.userAgent) ?? /(Version)\/([\d.]+).*Safari/.exec(navigator.userAgent) ?? []
  return name === undefined ? navigator.userAgent.slice(0, 100) : `${name === 'Version' ? 'Safari' : name} ${version}`
}
