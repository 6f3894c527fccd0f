import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const PAGES = globSync('{*.md,{docs,examples,packages,apps,python}/**/*.md}', { cwd: ROOT, exclude: (name) => name === 'node_modules' || name.startsWith('.venv') }).filter(
  (page) => !page.includes('testdata'),
)
const textOf = (page: string): string => readFileSync(join(ROOT, page), 'utf8')
const withoutBlocks = (text: string): string => text.replaceAll(/^(`{3,})[\s\S]*?^\1/gm, '')
/** Pages without code, where brackets are no links. */
const PROSE: ReadonlyMap<string, string> = new Map(PAGES.map((page) => [page, withoutBlocks(textOf(page)).replaceAll(/`[^`\n]*`/g, '')]))
const proseOf = (page: string): string => PROSE.get(page)!
const LINK = /\]\(([^()\s]+(?:\([^()\s]*\))?[^()\s]*)\)/g

const ANCHORS = new Map<string, ReadonlySet<string>>()
function anchorsOf(page: string): ReadonlySet<string> {
  const anchors = ANCHORS.get(page) ?? readAnchors(page)
  ANCHORS.set(page, anchors)
  return anchors
}

/** Anchors of headings, as GitHub makes them. */
function readAnchors(page: string): ReadonlySet<string> {
  const headings = withoutBlocks(textOf(page)).matchAll(/^#{1,6} +(.+)$/gm)
  return new Set([...headings].map(([, heading]) => anchor(heading!)))
}

const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-')

/** Why a link leads nowhere; undefined when it leads somewhere. */
function fault(page: string, link: string): string | undefined {
  const [path = '', fragment] = link.split('#')
  const target = path === '' ? page : relative(ROOT, join(ROOT, dirname(page), decodeURIComponent(path)))
  if (target.startsWith('..') || !existsSync(join(ROOT, target))) return `${page}: ${link} leads to no file`
  if (fragment === undefined || statSync(join(ROOT, target)).isDirectory()) return undefined
  return anchorsOf(target).has(fragment) ? undefined : `${page}: ${target} has no heading #${fragment}`
}

const linksOf = (page: string): readonly string[] => [...proseOf(page).matchAll(LINK)].map(([, link]) => link!)
const isLocal = (link: string): boolean => !/^[a-z][a-z+.-]*:/i.test(link)
const relativeTo = (page: string, link: string): string => relative(ROOT, join(ROOT, dirname(page), link.split('#')[0]!))

describe('the documents', () => {
  it('have links that lead to files and headings that exist', () => {
    const faults = PAGES.flatMap((page) =>
      linksOf(page)
        .filter(isLocal)
        .flatMap((link) => fault(page, link) ?? []),
    )
    expect(faults).toEqual([])
  })

  it('are all reached from the index', () => {
    const reached = new Set<string>()
    const visit = (page: string): void => {
      if (reached.has(page) || !PAGES.includes(page)) return
      reached.add(page)
      for (const link of linksOf(page).filter(isLocal)) visit(relativeTo(page, link))
    }
    visit('docs/README.md')
    expect(PAGES.filter((page) => page.startsWith('docs/') && !reached.has(page))).toEqual([])
  })

  it('show code of the examples as it stands there, where they say so', () => {
    const SHOWN = /<!-- from (\S+) -->\n+```\w+\n([\s\S]*?)```/g
    const shown = PAGES.flatMap((page) => [...textOf(page).matchAll(SHOWN)].map(([, file, code]) => ({ page, file: file!, code: code! })))
    expect(shown.length).toBeGreaterThan(5)
    const wrong = shown.filter(({ file, code }) => !textOf(file).includes(code.trimEnd())).map(({ page, file }) => `${page}: not the code of ${file}`)
    expect(wrong).toEqual([])
  })

  it('name no address of a web page without TLS but those of this machine', () => {
    const open = PAGES.flatMap((page) => [...proseOf(page).matchAll(/\]\((http:\/\/[^)\s]+)/g)].map(([, link]) => `${page}: ${link}`))
    expect(open.filter((link) => !/http:\/\/(127\.0\.0\.1|localhost)/.test(link))).toEqual([])
  })
})
