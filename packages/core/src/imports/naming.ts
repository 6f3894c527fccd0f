import { PLATFORMS, type Platform } from '../hardware/hardware.ts'
import type { RecordedPrecision } from './measurement.ts'

const PRECISION_NAMES: Readonly<Record<string, RecordedPrecision>> = {
  fp32: 'fp32',
  float32: 'fp32',
  float: 'fp32',
  fp16: 'fp16',
  float16: 'fp16',
  half: 'fp16',
  bf16: 'bf16',
  bfloat16: 'bf16',
  int8: 'int8',
  w8a8: 'int8',
  int4: 'int4',
  fp8: 'fp8',
}

const known = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined => (Object.hasOwn(table, name) ? table[name] : undefined)

/** What a tool calls a number format, as a precision of ours or, failing that, in its own words. */
export function precisionNamed(name: string | undefined): { readonly precision?: RecordedPrecision; readonly reportedPrecision?: string } {
  if (name === undefined || name === 'auto') return {}
  const precision = known(PRECISION_NAMES, name.toLowerCase().replace(/^torch\./, ''))
  return precision === undefined ? { reportedPrecision: name } : { precision }
}

/** The platform of that name; undefined when it is none of ours. */
export const platformNamed = (name: string | undefined): Platform | undefined => PLATFORMS.find((platform) => platform === name?.toLowerCase())

const MODES = ['inference', 'training'] as const

export const modeNamed = (name: string | undefined): (typeof MODES)[number] | undefined => MODES.find((mode) => mode === name)

/** The platform of a graphics card, by the name its driver gives it. */
export function platformOfGpu(name: string | undefined): Platform | undefined {
  if (name === undefined || /\bintel\b/i.test(name)) return undefined
  if (/\b(?:amd|radeon|instinct)\b|\bmi\d{3}/i.test(name)) return 'rocm'
  if (/\b(?:nvidia|tesla|geforce|quadro|rtx|gtx)\b|\b(?:[abhlv]\d{2,3}|gb\d{3}|gh200|t4)\b/i.test(name)) return 'cuda'
  return /\bapple\b/i.test(name) ? 'mps' : undefined
}
