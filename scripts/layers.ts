/** A room of the architecture: what it may import besides itself. */
export type Layers = Readonly<Record<string, readonly string[]>>

const CORE = 'packages/core/src'
const BENCH = 'packages/bench/src'
const SDK = 'packages/sdk/src'
const SERVER = 'apps/server/src'

/** Who may import whom, lowest first. The one picture of the architecture that the tests keep true; a change of direction is an edit here. */
export const LAYERS: Layers = {
  [`${CORE}/errors.ts`]: [],
  [`${CORE}/words`]: [],
  [`${CORE}/json`]: [`${CORE}/errors.ts`],
  [`${CORE}/stats`]: [`${CORE}/errors.ts`],
  [`${CORE}/metrics`]: [`${CORE}/errors.ts`, `${CORE}/stats`],
  [`${CORE}/hardware`]: [`${CORE}/errors.ts`, `${CORE}/words`],
  [`${CORE}/imports`]: [`${CORE}/errors.ts`, `${CORE}/json`, `${CORE}/stats`, `${CORE}/hardware`],
  [`${CORE}/graph`]: [`${CORE}/errors.ts`],
  [`${CORE}/models`]: [`${CORE}/errors.ts`, `${CORE}/words`, `${CORE}/graph`],
  [`${CORE}/predict`]: [`${CORE}/errors.ts`, `${CORE}/words`, `${CORE}/stats`, `${CORE}/hardware`, `${CORE}/graph`, `${CORE}/models`],
  [`${CORE}/api`]: [`${CORE}/errors.ts`, `${CORE}/words`, `${CORE}/json`, `${CORE}/metrics`, `${CORE}/hardware`],
  [`${CORE}/evaluate`]: [`${CORE}/errors.ts`, `${CORE}/json`, `${CORE}/stats`, `${CORE}/metrics`, `${CORE}/api`],
  [`${CORE}/report`]: [`${CORE}/errors.ts`, `${CORE}/stats`, `${CORE}/metrics`, `${CORE}/api`],
  [BENCH]: [`${CORE}/errors.ts`, `${CORE}/stats`, `${CORE}/hardware`, `${CORE}/graph`, `${CORE}/models`],
  /** Clients of the server know it by the generated types alone. */
  [SDK]: [],
  [`${SERVER}/storage`]: [`${CORE}/errors.ts`, `${CORE}/api`],
  [SERVER]: [
    `${SERVER}/storage`,
    BENCH,
    `${CORE}/errors.ts`,
    `${CORE}/json`,
    `${CORE}/imports`,
    `${CORE}/metrics`,
    `${CORE}/api`,
    `${CORE}/evaluate`,
    `${CORE}/report`,
    `${CORE}/hardware`,
    `${CORE}/graph`,
    `${CORE}/models`,
    `${CORE}/predict`,
  ],
  'apps/cli/src': [
    SERVER,
    `${SERVER}/storage`,
    BENCH,
    SDK,
    `${CORE}/stats`,
    `${CORE}/graph`,
    `${CORE}/errors.ts`,
    `${CORE}/json`,
    `${CORE}/evaluate`,
    `${CORE}/imports`,
    `${CORE}/metrics`,
    `${CORE}/api`,
    `${CORE}/report`,
    `${CORE}/hardware`,
    `${CORE}/models`,
    `${CORE}/predict`,
  ],
}

/** Rooms that must run anywhere: no Node API, no clock, no randomness. */
export const PURE: readonly string[] = [CORE]
