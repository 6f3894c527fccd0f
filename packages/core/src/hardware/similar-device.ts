import { deviceWords } from './device-name.ts'
import type { DeviceKind, HardwareSpec } from './hardware.ts'

/** Words that ask for one part of a chip. */
const KIND_WORDS: Readonly<Record<string, readonly DeviceKind[]>> = { cpu: ['cpu'], gpu: ['gpu', 'igpu'], igpu: ['igpu'], npu: ['npu'] }

/** A model number: has a digit, and is not a size of memory. */
const isModelNumber = (word: string): boolean => /\d/.test(word) && !/^\d+(?:gb|g|c|cu|gcd)$/.test(word)
const weightOf = (word: string): number => (isModelNumber(word) ? 3 : 1)
const total = (words: Iterable<string>): number => [...words].reduce((sum, word) => sum + weightOf(word), 0)

/** How much two sets of words share, 0 to 1: model numbers count three times. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return total(a.intersection(b)) / total(a.union(b))
}

interface Candidate {
  readonly device: HardwareSpec
  readonly score: number
  /** Every model number that was asked for is the device's. */
  readonly sameModel: boolean
}

const wordsOf = new WeakMap<HardwareSpec, readonly ReadonlySet<string>[]>()

/** The words of each name of a device, worked out once. */
function namesOf(device: HardwareSpec): readonly ReadonlySet<string>[] {
  const known = wordsOf.get(device)
  if (known !== undefined) return known
  const made = [device.name, ...(device.aliases ?? [])].map((name) => new Set(deviceWords(name)))
  wordsOf.set(device, made)
  return made
}

function candidate(device: HardwareSpec, asked: ReadonlySet<string>): Candidate {
  const numbers = [...asked].filter(isModelNumber)
  return namesOf(device)
    .map((words) => ({ device, score: likeness(asked, words), sameModel: numbers.length > 0 && numbers.every((number) => words.has(number)) }))
    .reduce((best, one) => (one.score > best.score ? one : best))
}

/** Devices whose names share words with `text`, best first; a word such as `npu` keeps the other parts of a chip away. */
export function similarDevices(text: string, devices: readonly HardwareSpec[]): readonly Candidate[] {
  const words = deviceWords(text)
  const kinds = words.flatMap((word) => KIND_WORDS[word] ?? [])
  const asked = new Set(words)
  return devices
    .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
    .map((device) => candidate(device, asked))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
}
