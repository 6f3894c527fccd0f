import { nearWords } from '../words/index.ts'
import { deviceWords } from './device-name.ts'
import type { DeviceKind, HardwareSpec } from './hardware.ts'

/** Words that ask for one part of a chip. */
const KIND_WORDS: Readonly<Record<string, readonly DeviceKind[]>> = { cpu: ['cpu'], gpu: ['gpu', 'igpu'], igpu: ['igpu'], npu: ['npu'] }

/** A model number: has a digit, and is not a size of memory. */
const isModelNumber = (word: string): boolean => /\d/.test(word) && !/^\d+(?:gb|g|c|cu|gcd)$/.test(word)
const weightOf = (word: string): number => (isModelNumber(word) ? 3 : 1)
const total = (words: Iterable<string>): number => [...words].reduce((sum, word) => sum + weightOf(word), 0)

/** Share of leading characters that two model numbers have in common: `3050` and `3060` 0.5. */
function commonStart(a: string, b: string): number {
  const length = Math.max(a.length, b.length)
  const differs = Array.from({ length }, (_, at) => a[at] !== b[at]).indexOf(true)
  return differs < 0 ? 1 : differs / length
}

/** How far apart two model numbers are within their length: `3050` is nearer to `3060` than to `3090`. */
const gap = (a: string, b: string): number => Math.abs(Number.parseInt(a.replace(/\D+/, ''), 10) - Number.parseInt(b.replace(/\D+/, ''), 10)) || 0

/** Credit for a model number that is not the device's but of its series; never as much as one ordinary word. */
function nearNumber(number: string, words: ReadonlySet<string>): number {
  return Math.max(0, ...[...words].filter(isModelNumber).map((word) => commonStart(number, word) / (1 + gap(number, word) / 1000)))
}

/** How much two sets of words share, 0 to 1: model numbers count three times, and numbers of one series a little. */
function likeness(asked: ReadonlySet<string>, words: ReadonlySet<string>): number {
  const near = [...asked].filter((word) => isModelNumber(word) && !words.has(word)).map((number) => nearNumber(number, words))
  return (total(asked.intersection(words)) + near.reduce((sum, credit) => sum + credit, 0)) / total(asked.union(words))
}

interface Candidate {
  readonly device: HardwareSpec
  readonly score: number
  /** Every model number that was asked for is the device's; single digits, which many share, beside a word that is. */
  readonly sameModel: boolean
  /** Every word that was asked for is the device's. */
  readonly isShort: boolean
  /** Words of the name that say more than was asked. */
  readonly more: number
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
  const judged = namesOf(device).map((words) => {
    const isModel = numbers.length > 0 && numbers.every((number) => words.has(number))
    const common = asked.intersection(words)
    return {
      device,
      score: likeness(asked, words),
      sameModel: isModel && (numbers.some((number) => number.length > 1) || [...common].some((word) => !isModelNumber(word))),
      isShort: common.size === asked.size,
      more: words.size - common.size,
    }
  })
  const best = judged.reduce((first, one) => (one.score > first.score ? one : first))
  const short = judged.filter(({ isShort }) => isShort)
  return { ...best, isShort: short.length > 0, more: Math.min(...short.map(({ more }) => more)) }
}

/** Whether a device has a word of what was asked, or its whole name or a word of three letters or more is one that few edits lead to: `H800` and `H100`, `8480` and `8480+`. */
export function isSpeltLike(text: string, device: HardwareSpec): boolean {
  const asked = deviceWords(text)
  return namesOf(device).some(
    (words) => isNearTo(asked.join(''), [[...words].join('')]) || asked.some((word) => (word.length > 1 && words.has(word)) || (word.length > 2 && isNearTo(word, [...words]))),
  )
}

const isNearTo = (word: string, words: readonly string[]): boolean =>
  nearWords(
    word,
    words.filter((each) => each.length > 2),
  ).length > 0

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

/**
 * The device that a short name singles out: the one whose name has all of its words, or of several the one that says least besides. `exact` where there is only one and its model number was
 * named. Undefined when several fit alike, and for a single word without a model number.
 *
 * @example
 * shortNamed('i9-13900K', similarDevices('i9-13900K', HARDWARE)) // { device: Intel Core i9-13900K, isExact: true }
 */
export function shortNamed(text: string, candidates: readonly Candidate[]): { readonly device: HardwareSpec; readonly isExact: boolean } | undefined {
  const asked = deviceWords(text)
  const isModel = asked.some((word) => isModelNumber(word) && word.replaceAll(/\D/g, '').length > 1)
  const fitting = candidates.filter(({ isShort }) => isShort).sort((a, b) => a.more - b.more)
  const [first, second] = fitting
  if (first === undefined || (asked.length < 2 && !isModel) || first.more === second?.more) return undefined
  return { device: first.device, isExact: isModel && second === undefined }
}
