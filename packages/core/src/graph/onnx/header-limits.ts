import { BenchcastError } from '../../errors.ts'

/** Beyond any published model, and small enough that reading ends within a second or two. */
export const HEADER_LIMITS = { fields: 2_000_000, depth: 48, textBytes: 4096, dimensions: 32, values: 4096, operators: 4096, opsets: 256, externalFiles: 1024 } as const

/** Throws `invalid_model` when there are more of something than a limit allows. */
export function atMost(count: number, limit: keyof typeof HEADER_LIMITS, what: string): void {
  if (count > HEADER_LIMITS[limit]) throw new BenchcastError('invalid_model', `The model has more than ${HEADER_LIMITS[limit]} ${what}: models like this are not run.`)
}
