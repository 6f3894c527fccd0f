import type { HardwareSpec, PeakPrecision } from './hardware.ts'

/** Formats that the catalogue states a peak for where a device computes them. */
const WITH_PEAK: ReadonlySet<string> = new Set<PeakPrecision>(['fp16', 'int8', 'fp8', 'fp4'])

/** Generations that compute bf16, by their vendors' instruction sets: tensor cores from Ampere on, matrix cores of CDNA, WMMA from RDNA 3 on, AVX512-BF16 or AMX, XMX, BF16 of Armv8.6. */
const WITH_BF16: ReadonlySet<string> = new Set(
  'ampere ada hopper blackwell cdna cdna2 cdna3 cdna4 rdna3 rdna3.5 rdna4 zen4 zen4c zen5 zen5c cooperlake sapphirerapids emeraldrapids graniterapids xe-hpg xe2 xe2-hpg npu3720 npu4 m2 m3 m4 m5 neoverse-v1 neoverse-v2 neoverse-n2 cortex-x2 cortex-x3 cortex-x4 cortex-a720'.split(
    ' ',
  ),
)

/** Generations of NVIDIA with tensor cores for activations and weights of 4 bits. */
const WITH_INT4: ReadonlySet<string> = new Set(['turing', 'ampere', 'ada'])

/**
 * A sentence when a device does not compute in a format itself; undefined when it does, and for formats of weights alone such as `w8a16`. Models in `int4` have weights of 4 bits and other
 * activations, which nothing computes as such.
 *
 * @example
 * formatNote('bf16', findDevice('T4').device) // 'NVIDIA T4 has no native bf16: it is stored so and computed in another format.'
 */
export function formatNote(precision: string, { name, vendor, architecture, operationsPerSecond }: HardwareSpec): string | undefined {
  if (precision === 'int4' && vendor === 'nvidia' && WITH_INT4.has(architecture))
    return `${name} stores int4 weights so and computes with them in half precision: its int4 units need activations of 4 bits too.`
  const isNative = precision === 'bf16' ? WITH_BF16.has(architecture) : precision === 'int4' ? false : !WITH_PEAK.has(precision) || precision in operationsPerSecond
  return isNative ? undefined : `${name} has no native ${precision}: it is stored so and computed in another format.`
}
