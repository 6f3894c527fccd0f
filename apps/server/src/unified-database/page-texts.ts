import { RecentlyUsed } from '../storage/memory/recently-used.ts'
import type { Store } from '../storage/store.ts'

/** A page of a list as it is sent, and the cursor of the next one. */
export interface PageText {
  readonly text: string
  readonly nextCursor: string | null
}

const MOST_CHARACTERS = 16 * 1024 * 1024

/**
 * Pages of lists as JSON text, for as long as the tables they show are as they were. Who asks for a page that another caller is
 * waiting for waits with it: sixteen dashboards that ask the same of a million rows are one query.
 */
export class PageTexts {
  readonly #kept = new RecentlyUsed<PageText & { readonly version: string }>(MOST_CHARACTERS, ({ text }) => text.length)
  readonly #making = new Map<string, Promise<PageText>>()

  /** The page of a query at a version of its tables. `make` reads what is stored at that version or later. */
  async of(query: string, version: string, make: () => Promise<PageText>): Promise<PageText> {
    const kept = this.#kept.get(query)
    if (kept?.version === version) return kept
    const key = `${version} ${query}`
    const page = this.#making.get(key) ?? this.#make(key, make)
    const made = await page
    this.#kept.set(query, { ...made, version })
    return made
  }

  #make(key: string, make: () => Promise<PageText>): Promise<PageText> {
    const page = make().finally(() => this.#making.delete(key))
    this.#making.set(key, page)
    return page
  }
}

const texts = new WeakMap<Store, PageTexts>()

/** The pages kept of a database. */
export function pageTextsOf(store: Store): PageTexts {
  const known = texts.get(store)
  if (known !== undefined) return known
  const made = new PageTexts()
  texts.set(store, made)
  return made
}
