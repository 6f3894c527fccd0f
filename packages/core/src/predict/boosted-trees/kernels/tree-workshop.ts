import { BlockSplitter } from './block-splitter.ts'
import { BlockTeam } from './block-team.ts'
import type { Kernels } from './kernels.ts'
import { plainKernels } from './plain-kernels.ts'
import type { SplitPlan } from './split-plan.ts'
import type { TreeHelpers } from './tree-helpers.ts'
import { addressesOf, blockCount, type TreeAddresses } from './tree-memory.ts'
import { wasmKernels, wasmKernelsModule } from './wasm-kernels.ts'

const PAGE_BYTES = 65_536
/** 4 GB, the most that addresses reach. */
const MAX_PAGES = 65_536

/** A flat memory with kernels that work on it, and threads that help. */
export interface TreeWorkshop {
  readonly buffer: ArrayBufferLike
  readonly addresses: TreeAddresses
  readonly kernels: Kernels
  readonly team: BlockTeam
}

const modules = new Map<boolean, WebAssembly.Module>()

/** The compiled kernels for memory that is shared or not; undefined where WebAssembly is missing or forbidden. */
function moduleFor(shared: boolean): WebAssembly.Module | undefined {
  try {
    const module = modules.get(shared) ?? new WebAssembly.Module(wasmKernelsModule({ shared, maxPages: MAX_PAGES }))
    modules.set(shared, module)
    return module
  } catch {
    return undefined
  }
}

/** Memory for a training, without helpers where there are none or memory cannot be shared. */
export function openWorkshop(plan: SplitPlan, helpers: TreeHelpers | undefined): TreeWorkshop {
  const module = moduleFor(helpers !== undefined)
  const addresses = addressesOf(plan.shape)
  const [buffer, kernels] = module === undefined ? plain(addresses.bytes) : fast(module, addresses.bytes, plan, helpers)
  const team = new BlockTeam(new Int32Array(buffer, addresses.control, 16), new BlockSplitter(plan, kernels, buffer, 0), blockCount(plan.shape))
  return { buffer, addresses, kernels, team }
}

function plain(bytes: number): readonly [ArrayBufferLike, Kernels] {
  const buffer = new ArrayBuffer(bytes)
  return [buffer, plainKernels(buffer)]
}

function fast(module: WebAssembly.Module, bytes: number, plan: SplitPlan, helpers: TreeHelpers | undefined): readonly [ArrayBufferLike, Kernels] {
  const pages = Math.ceil(bytes / PAGE_BYTES)
  const memory = new WebAssembly.Memory(helpers === undefined ? { initial: pages } : { initial: pages, maximum: pages, shared: true })
  for (let thread = 1; thread <= (helpers?.count ?? 0); thread++) helpers!.start({ module, memory, plan, thread })
  return [memory.buffer, wasmKernels(module, memory)]
}
