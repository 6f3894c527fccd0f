import { partOf } from '@benchcast/core/api'
import { isWithin, type Reach } from '../gateway/reach.ts'
import { openApiTagOf } from './open-api-tag.ts'
import type { DocsPages } from './pages.ts'

type Pages = Pick<DocsPages, 'openApi' | 'openApiTag'>
interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly tags: readonly string[] }>>>>
  readonly tags: readonly { readonly name: string }[]
}

const made = new WeakMap<object, Pages>()

/** The description of what is served at an address. Made once for each set of parts. */
export function reachedOpenApi(pages: Pages, reach: Reach): Pages {
  if (reach === undefined) return pages
  const known = made.get(reach)
  if (known !== undefined) return known
  const openApi = JSON.stringify(within(JSON.parse(pages.openApi) as Described, reach))
  const reached = { openApi, openApiTag: openApiTagOf(openApi) }
  made.set(reach, reached)
  return reached
}

function within(document: Described, reach: Reach): Described {
  const paths = Object.fromEntries(Object.entries(document.paths).filter(([path]) => isWithin(reach, partOf(path))))
  const used = new Set(Object.values(paths).flatMap((operations) => Object.values(operations).flatMap(({ tags }) => tags)))
  return { ...document, tags: document.tags.filter(({ name }) => used.has(name)), paths }
}
