import { type EvaluatedRun, evaluateIfSmall, type RunIdentity } from './evaluate-body.ts'
import { type Attempt, attempt } from './tasks.ts'

export interface SmallBody {
  readonly bytes: Uint8Array
  readonly identity: RunIdentity
}

/** Small bodies in one buffer, one after the other: they cross to a worker in one piece. */
export interface PackedBodies {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Where each ends. */
  readonly ends: readonly number[]
  readonly identities: readonly RunIdentity[]
}

/** The run of each body; undefined where it turned out to be costly, an error where it was refused. */
export type SmallRuns = readonly (EvaluatedRun | undefined | Error)[]

export function packed(bodies: readonly SmallBody[]): PackedBodies {
  let end = 0
  const ends = bodies.map(({ bytes }) => {
    end += bytes.length
    return end
  })
  return { bytes: Buffer.concat(bodies.map(({ bytes }) => bytes)), ends, identities: bodies.map(({ identity }) => identity) }
}

/** In a worker. */
export const evaluatePacked = ({ bytes, ends, identities }: PackedBodies): readonly Attempt<EvaluatedRun | undefined>[] =>
  identities.map((identity, index) => attempt(() => evaluateIfSmall(bytes.subarray(ends[index - 1] ?? 0, ends[index]), identity)))

/** Where they are: one in each turn of the event loop, so that what else is ready runs between them. A fault of ours is an error of its body alone. */
export async function evaluateInTurns(bodies: readonly SmallBody[]): Promise<SmallRuns> {
  const runs: (EvaluatedRun | undefined | Error)[] = []
  for (const { bytes, identity } of bodies) {
    if (runs.length > 0) await new Promise(setImmediate)
    try {
      runs.push(evaluateIfSmall(bytes, identity))
    } catch (error) {
      runs.push(error as Error)
    }
  }
  return runs
}
