import { unreadable } from './fields.ts'

/** A line that holds something: its indentation, the rest of it, and its number in the file. */
interface Line {
  readonly indent: number
  readonly content: string
  readonly number: number
}

const MAX_DEPTH = 32
const LONGEST_LINE = 10_000
/** What a program dumps of plain data needs none of: anchors, aliases, tags, flow collections, block texts, complex keys, directives, merges. */
const BEYOND_SUBSET = /^[&*!|>?%@`[{]/
const PLAIN_KEY = /^((?:[^\s"'#:]|:(?=\S)|\s(?=[^#\s])|#(?!\s))+?)\s*:(?:\s+(.*))?$/

/**
 * Reads the YAML that programs dump of plain data: nested maps and lists in block style, plain and quoted scalars, comments, `{}` and `[]`. Anything beyond
 * (anchors, tags, flow collections, block texts) is refused with its line, and so are keys that stand twice, the key `__proto__`, tabs, and nesting beyond 32 levels.
 *
 * @example readYaml('sizes:\n- 1\n- 2\nname: "a b"', 'x.yaml') // { sizes: [1, 2], name: 'a b' }
 */
export function readYaml(text: string, file: string): unknown {
  return new YamlReader(text, file).read()
}

class YamlReader {
  private readonly lines: Line[]
  private readonly file: string
  private at = 0
  private depth = 0

  constructor(text: string, file: string) {
    this.file = file
    this.lines = text.split(/\r?\n/).flatMap((line, i) => this.lineOf(line, i + 1))
  }

  read(): unknown {
    const value = this.block(0)
    const left = this.lines[this.at]
    if (left !== undefined) this.refuse(left, 'is indented in a way that fits nothing above it')
    return value
  }

  private lineOf(line: string, number: number): Line[] {
    const content = line.trim()
    if (content === '' || content.startsWith('#') || content === '---') return []
    const indent = line.length - line.trimStart().length
    const found = { indent, content, number }
    if (content.length > LONGEST_LINE) this.refuse(found, `is longer than ${LONGEST_LINE} characters`)
    if (line.slice(0, indent).includes('\t')) this.refuse(found, 'is indented with a tab')
    return [found]
  }

  /** The map, list or scalar that starts at the current line, whose lines are indented by `indent` or more. */
  private block(indent: number): unknown {
    const line = this.lines[this.at]
    if (line === undefined || line.indent < indent) return null
    if (++this.depth > MAX_DEPTH) this.refuse(line, `is nested deeper than ${MAX_DEPTH} levels`)
    const value = isItem(line.content) ? this.list(line.indent) : this.map(line.indent)
    this.depth--
    return value
  }

  private list(indent: number): unknown[] {
    const items: unknown[] = []
    for (let line = this.lines[this.at]; line?.indent === indent && isItem(line.content); line = this.lines[this.at]) {
      const rest = line.content.slice(1).trimStart()
      if (rest === '' || isItem(rest) || this.keyOf({ ...line, content: rest }, false) !== undefined) items.push(this.itemBlock(line, rest))
      else {
        this.at++
        items.push(this.scalar(rest, line))
      }
    }
    return items
  }

  /** A map or list that starts beside the dash (its further lines are indented as far as its first) or below it. */
  private itemBlock(line: Line, rest: string): unknown {
    const indent = line.indent + line.content.length - rest.length
    if (rest === '') this.at++
    else this.lines[this.at] = { ...line, indent, content: rest }
    return this.block(rest === '' ? line.indent + 1 : indent)
  }

  private map(indent: number): Record<string, unknown> {
    const map: Record<string, unknown> = {}
    for (let line = this.lines[this.at]; line?.indent === indent && !isItem(line.content); line = this.lines[this.at]) {
      const [key, rest] = this.keyOf(line, true)!
      if (key === '__proto__' || Object.hasOwn(map, key)) this.refuse(line, `has the key "${key}" ${key === '__proto__' ? 'which is not accepted' : 'a second time'}`)
      this.at++
      map[key] = rest === '' ? this.valueBelow(indent) : this.scalar(rest, line)
    }
    return map
  }

  /** What stands under a key with nothing beside it. A list may stand at the indentation of its key. */
  private valueBelow(indent: number): unknown {
    const next = this.lines[this.at]
    return this.block(next !== undefined && next.indent === indent && isItem(next.content) ? indent : indent + 1)
  }

  private keyOf(line: Line, needed: boolean): readonly [key: string, rest: string] | undefined {
    const quoted = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*:(?:\s+(.*))?$/.exec(line.content)
    const found = quoted ?? PLAIN_KEY.exec(line.content)
    if (found === null) return needed ? this.refuse(line, 'is neither "key: value" nor "- item"') : undefined
    const [, key = '', rest = ''] = found
    if (quoted === null && (BEYOND_SUBSET.test(key) || key === '<<')) return this.refuse(line, 'is YAML beyond what is read here')
    return [quoted === null ? key : String(this.scalar(key, line)), rest.startsWith('#') ? '' : rest]
  }

  private scalar(text: string, line: Line): unknown {
    const double = /^"((?:[^"\\]|\\.)*)"\s*(?:#.*)?$/.exec(text)
    if (double) return this.unescaped(double[1]!, line)
    const single = /^'((?:[^']|'')*)'\s*(?:#.*)?$/.exec(text)
    if (single) return single[1]!.replaceAll("''", "'")
    const comment = text.search(/\s#/)
    const plain = (comment === -1 ? text : text.slice(0, comment)).trimEnd()
    if (plain === '{}') return {}
    if (plain === '[]') return []
    if (/^["']/.test(plain) || BEYOND_SUBSET.test(plain)) return this.refuse(line, 'is YAML beyond what is read here')
    return plainScalar(plain)
  }

  private unescaped(text: string, line: Line): string {
    try {
      return JSON.parse(`"${text}"`)
    } catch {
      return this.refuse(line, 'has an escape that is not read here')
    }
  }

  private refuse(line: Line, what: string): never {
    throw unreadable(this.file, '', `line ${line.number} ${what}`)
  }
}

const isItem = (content: string) => content === '-' || content.startsWith('- ')

function plainScalar(text: string): unknown {
  if (/^(?:null|Null|NULL|~)$/.test(text)) return null
  if (/^(?:true|True|TRUE)$/.test(text)) return true
  if (/^(?:false|False|FALSE)$/.test(text)) return false
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(text) ? Number(text) : text
}
