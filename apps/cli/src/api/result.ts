import type { EndpointName, Endpoints, Output } from '@benchcast/core/api'

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T

/** What an endpoint answers with. */
export type AnswerOf<N extends EndpointName> = DeepReadonly<Output<Endpoints[N]>>

/** What a task that an endpoint starts ends with. */
export type ResultOf<N extends EndpointName> = Output<Endpoints[N]> extends { readonly result?: infer R } ? DeepReadonly<NonNullable<R>> : never
