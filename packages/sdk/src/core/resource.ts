import type { APIPromise } from './api-promise.ts'
import type { Source, State } from './follow.ts'
import type { ListPromise, Paging } from './list-promise.ts'
import type { Call, RequestOptions } from './options.ts'

/** What resources need of the client. */
export interface Caller {
  call<T>(call: Call, options?: RequestOptions): APIPromise<T>
  list<Page, Row>(call: Call, paging: Paging, options?: RequestOptions): ListPromise<Page, Row>
  events<T>(path: string, options?: RequestOptions): AsyncGenerator<T>
  source<S extends State>(id: string, webSocket: string, ask: Source<S>['ask']): Source<S>
}

/** A group of endpoints. */
export class Resource {
  protected readonly client: Caller

  constructor(client: Caller) {
    this.client = client
  }
}
