import { APIPromise } from './api-promise.ts'
import type { Answer } from './attempt.ts'

/** How a list comes in pages. */
export interface Paging {
  /** Field of the answer that holds the rows; undefined where the answer is the list itself. */
  readonly rows?: string
  /** Pages follow each other by a cursor, or by counting rows. */
  readonly by: 'cursor' | 'offset'
  /** Largest page. */
  readonly most: number
}

/** What differs from page to page. */
export interface PageQuery {
  readonly limit?: number | undefined
  readonly offset?: number | undefined
  readonly cursor?: string | undefined
}
type Fetch = (query: PageQuery) => Promise<Answer>

/**
 * What a list answers with: awaited it is one page as the server sent it; iterated it is every row of every page.
 *
 * @example for await (const row of client.measurements.list({ model_name: 'bert-base-uncased' })) console.log(row.throughput)
 */
export class ListPromise<Page, Row> extends APIPromise<Page> implements AsyncIterable<Row> {
  readonly #fetch: Fetch
  readonly #query: PageQuery
  readonly #paging: Paging

  constructor(first: () => Promise<Answer>, fetch: Fetch, query: PageQuery, paging: Paging) {
    super(first)
    this.#fetch = fetch
    this.#query = query
    this.#paging = paging
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Row> {
    yield* this.#rows({ limit: this.#paging.most, ...this.#query })
  }

  /** At most `limit` rows, of as many pages as that takes. */
  async toArray({ limit }: { readonly limit: number }): Promise<Row[]> {
    const rows: Row[] = []
    if (limit < 1) return rows
    for await (const row of this.#rows({ limit: Math.min(limit, this.#paging.most), ...this.#query })) if (rows.push(row) >= limit) break
    return rows
  }

  async *#rows(first: PageQuery): AsyncGenerator<Row> {
    let query: PageQuery | undefined = first
    while (query !== undefined) {
      const { data, response } = await this.#page(query)
      const rows = this.#rowsOf(data)
      yield* rows
      query = this.#next(query, rows.length, cursorOf(data, response))
    }
  }

  #page(query: PageQuery) {
    return new APIPromise<unknown>(() => this.#fetch(query)).withResponse()
  }

  #rowsOf(data: unknown): readonly Row[] {
    const { rows } = this.#paging
    return (rows === undefined ? data : (data as Record<string, unknown>)[rows]) as readonly Row[]
  }

  /** The query of the next page; undefined after the last one. A list that grows meanwhile is not read for ever: a short page is the last. */
  #next(query: PageQuery, rows: number, cursor: string | undefined): PageQuery | undefined {
    if (this.#paging.by === 'cursor') return cursor === undefined ? undefined : { ...query, offset: undefined, cursor }
    return rows < (query.limit ?? this.#paging.most) ? undefined : { ...query, offset: (query.offset ?? 0) + rows }
  }
}

/** The cursor of the next page: in the answer, else in the address that its Link header names. */
function cursorOf(data: unknown, response: Response): string | undefined {
  const named = (data as { readonly next_cursor?: string | null }).next_cursor
  if (named !== undefined) return named ?? undefined
  const address = /<([^>]*)>;\s*rel="?next"?/.exec(response.headers.get('link') ?? '')?.[1]
  return address === undefined ? undefined : (new URL(address, 'http://server').searchParams.get('cursor') ?? undefined)
}
