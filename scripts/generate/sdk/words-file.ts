import type { EndpointName } from '@benchcast/core/api'
import type { JsonSchema } from './json-schema.ts'
import { OPERATIONS } from './operations.ts'

/** Words that programs name, with a request that takes them. */
const WORDS: Readonly<Record<string, readonly [EndpointName, string, string]>> = {
  HardwarePlatform: ['recordMeasurement', 'hardware_platform', 'Platforms that models run on.'],
  PrecisionType: ['recordMeasurement', 'precision', 'Number formats.'],
  ModelMode: ['recordMeasurement', 'mode', 'What a model is run for.'],
}

/** Words as constants: `HardwarePlatform.CUDA`. */
export function wordsFile(): string {
  return Object.entries(WORDS)
    .map(([name, [endpoint, field, title]]) => constants(name, title, wordsOf(OPERATIONS.find((known) => known.name === endpoint)!.body[field]!.schema)))
    .join('\n')
}

const wordsOf = ({ enum: words, anyOf = [] }: JsonSchema): readonly string[] => (words as string[] | undefined) ?? anyOf.flatMap(wordsOf)

function constants(name: string, title: string, words: readonly string[]): string {
  const members = words.map((word) => `  ${word.toUpperCase().replaceAll('-', '_')}: '${word}',\n`)
  return `/** ${title} */\nexport const ${name} = {\n${members.join('')}} as const\nexport type ${name} = (typeof ${name})[keyof typeof ${name}]\n`
}
