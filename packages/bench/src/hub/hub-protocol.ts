import type { ErrorCode } from '@benchcast/core/errors'
import type { HubModel } from './hub-model.ts'

/** What the process that fetches is asked for. */
export interface FetchJob {
  readonly library: string
  readonly model: HubModel
  /** Number format by the library's names. */
  readonly format: string
  /** Of all files together. */
  readonly mostBytes: number
}

/** How far the file is that is being downloaded. */
export interface FetchProgress {
  /** Such as `onnx/model.onnx`. */
  readonly file: string
  readonly bytes: number
  /** Where the hub told. */
  readonly totalBytes?: number
}

export type FetchMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly progress: FetchProgress }
  | { readonly kind: 'fetched'; readonly path: string }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly message: string }
