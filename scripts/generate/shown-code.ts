import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../steps.ts'

const PAGES = '{README.md,docs/*.md,docs/{how-to,concepts}/*.md}'
const SHOWN = /<!-- from (\S+) -->\n+```(\w+)\n[\s\S]*?```/g

/** Every page that shows the code of an example, below a comment such as `<!-- from examples/python/gate.py -->`, with that code as it stands there now. */
export function pagesWithShownCode(): ReadonlyMap<string, string> {
  const pages = globSync(PAGES, { cwd: ROOT }).map((page) => [page, textOf(page)] as const)
  return new Map(pages.filter(([, text]) => text.includes('<!-- from ')).map(([page, text]) => [page, text.replaceAll(SHOWN, shown)]))
}

const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8')
const shown = (_: string, file: string, language: string): string => `<!-- from ${file} -->\n\`\`\`${language}\n${textOf(file).trimEnd()}\n\`\`\``
