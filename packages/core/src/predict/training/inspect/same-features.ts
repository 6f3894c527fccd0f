import { BenchcastError } from '../../../errors.ts'

/**
 * Refuses names of features that are not those of the file, in whatever order: whoever reads the list later would feed the predictor something else.
 *
 * @throws BenchcastError `invalid_model`
 */
export function refuseOtherFeatures(features: readonly string[], name: string, declared: readonly string[] | undefined): void {
  if (declared === undefined) return
  const unexpected = declared.find((feature) => !features.includes(feature)) ?? features.find((feature) => !declared.includes(feature))
  if (unexpected !== undefined)
    throw new BenchcastError('invalid_model', `${name} has the features ${list(features)}, but '${unexpected}' is only in one of it and the request: name the same features.`)
}

export const list = (names: readonly string[]): string => (names.length <= 8 ? names.join(', ') : `${names.slice(0, 8).join(', ')} and ${names.length - 8} more`)
