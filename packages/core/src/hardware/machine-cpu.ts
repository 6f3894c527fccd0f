import { type HardwareSpec, WORKED_OUT } from './hardware.ts'

/** What an operating system says about its processor. */
export interface MachineCpu {
  readonly model: string
  /** Physical cores where known, else the threads that can run. */
  readonly cores: number
  readonly clockHz: number
  readonly memoryBytes: number
  /** Instruction sets as /proc/cpuinfo lists them: `avx2`, `avx512f`, `amx_bf16`, `asimd`. */
  readonly flags?: readonly string[]
}

/** A class of vector unit: what one core does in one clock, in operations (a multiply-add counts two), widest first. */
interface VectorClass {
  readonly flags: readonly string[]
  readonly generation: number
  readonly fp32: number
  readonly fp16: number
  readonly int8: number
}

const VECTOR_CLASSES: readonly VectorClass[] = [
  { flags: ['amx_bf16', 'amx_int8'], generation: 600, fp32: 64, fp16: 1024, int8: 2048 },
  { flags: ['avx512f'], generation: 512, fp32: 64, fp16: 64, int8: 256 },
  { flags: ['avx2', 'fma'], generation: 256, fp32: 32, fp16: 32, int8: 64 },
  { flags: ['avx'], generation: 256, fp32: 16, fp16: 16, int8: 16 },
  { flags: ['sve'], generation: 84, fp32: 32, fp16: 64, int8: 128 },
  { flags: ['asimdhp', 'asimddp'], generation: 82, fp32: 16, fp16: 32, int8: 64 },
  { flags: ['asimd'], generation: 80, fp32: 8, fp16: 8, int8: 16 },
  { flags: ['neon'], generation: 70, fp32: 8, fp16: 8, int8: 16 },
]

/** Without flags: by far the most processors in use have 256-bit vectors, Apple's and Arm's servers two to four 128-bit ones. */
const UNKNOWN_FLAGS: VectorClass = { flags: [], generation: 256, fp32: 32, fp16: 32, int8: 64 }
const SSE_ONLY: VectorClass = { flags: [], generation: 128, fp32: 8, fp16: 8, int8: 16 }
const APPLE: VectorClass = { flags: [], generation: 1, fp32: 32, fp16: 64, int8: 128 }

/** Bandwidth by class: memory channels grow with the number of cores. Two channels of DDR4-3200, then four, eight, and twelve of DDR5-4800. */
const BANDWIDTHS: readonly { readonly moreThanCores: number; readonly bytesPerSecond: number }[] = [
  { moreThanCores: 64, bytesPerSecond: 460.8e9 },
  { moreThanCores: 24, bytesPerSecond: 204.8e9 },
  { moreThanCores: 16, bytesPerSecond: 102.4e9 },
  { moreThanCores: 2, bytesPerSecond: 51.2e9 },
  { moreThanCores: 0, bytesPerSecond: 25.6e9 },
]

function vectorClass({ model, flags }: MachineCpu): VectorClass {
  if (/^apple/i.test(model)) return APPLE
  if (flags === undefined) return UNKNOWN_FLAGS
  return VECTOR_CLASSES.find((one) => one.flags.every((flag) => flags.includes(flag))) ?? SSE_ONLY
}

/** OpenVINO runs on x86, whose vector classes start here. */
const X86_GENERATION = 128
/** The middle of the processors in use: an operating system does not tell the year. */
const ASSUMED_YEAR = 2020

const VENDORS = ['intel', 'amd', 'apple', 'ampere', 'qualcomm'] as const

/**
 * A processor that is in no list, worked out from what its operating system says: peak = cores x clock x operations of one core in one clock, which follows from the widest
 * vector unit among the flags; memory bandwidth from the class of machine, since channels grow with cores. Quality is always `estimate`.
 *
 * @example
 * describeMachineCpu({ model: 'Some CPU', cores: 8, clockHz: 3e9, memoryBytes: 16 * 2 ** 30, flags: ['avx2', 'fma'] }).operationsPerSecond.fp32 // 768e9
 */
export function describeMachineCpu(machine: MachineCpu): HardwareSpec {
  const { model, cores, clockHz, memoryBytes } = machine
  const { generation, fp32, fp16, int8 } = vectorClass(machine)
  const rate = cores * clockHz
  return {
    id: 'this-machine',
    name: model.trim() === '' ? 'Processor of this machine' : model.trim(),
    kind: 'cpu',
    vendor: VENDORS.find((vendor) => model.toLowerCase().includes(vendor)) ?? 'unknown',
    architecture: 'unknown',
    releaseYear: ASSUMED_YEAR,
    platforms: generation >= X86_GENERATION ? ['cpu', 'openvino'] : ['cpu'],
    operationsPerSecond: { fp32: rate * fp32, fp16: rate * fp16, int8: rate * int8 },
    memoryBytesPerSecond: BANDWIDTHS.find(({ moreThanCores }) => cores > moreThanCores)!.bytesPerSecond,
    memoryBytes,
    computeUnits: cores,
    clockHz,
    instructionGeneration: generation,
    launchOverhead: 'native',
    quality: 'estimate',
    source: WORKED_OUT,
    peaksBy: 'like_units',
  }
}
