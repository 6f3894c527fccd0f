// node scripts/measured-architectures.ts FOLDER: writes packages/core/src/models/generated/measured-architectures.json from the perf_*.csv of a folder of measurements.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { nameCandidates, normaliseName } from '../packages/core/src/models/names.ts'
import { ROOT } from './steps.ts'

type Row = Readonly<Record<string, string>>

const folder = process.argv[2]
if (folder === undefined) throw new Error('Name the folder that holds perf_*.csv: node scripts/measured-architectures.ts FOLDER')

const rows = readdirSync(folder)
  .filter((name) => /^perf_.*\.csv$/.test(name))
  .sort()
  .flatMap((name) => readCsv(readFileSync(join(folder, name), 'utf8')))

/** Millions of parameters most measurements of a key have. */
const usualMillions = new Map(
  [...Map.groupBy(rows, (row) => row.arch_key!)].flatMap(([key, group]) => (commonest(group, 'params_m') === undefined ? [] : [[key, Number(commonest(group, 'params_m'))] as const])),
)

const families: string[] = []
const units: string[] = []
const architectures: Record<string, unknown[]> = {}
for (const [key, group] of [...Map.groupBy(rows, keyOf)].sort(([a], [b]) => (a < b ? -1 : 1))) architectures[key] = entry(key, group)

const known = new Set(Object.keys(architectures).map(normaliseName))
const names: Record<string, unknown[]> = {}
for (const [name, group] of Map.groupBy(rows, (row) => normaliseName(row.model_name!))) {
  const key = keyOf(group[0]!)
  const first = nameCandidates(group[0]!.model_name!).find((candidate) => known.has(candidate.name))
  const sizes = new Set(group.map((row) => Number(row.sequence_length_or_image_size)))
  const [only] = sizes.size === 1 && group[0]!.unit === 'sample' ? sizes : []
  const isOneOfMany = only !== undefined && only > 0 && (architectures[key]![3] as unknown[]).length > 1
  const isMisread = first?.imageSize !== undefined && !sizes.has(first.imageSize)
  if (isMisread || first?.name !== normaliseName(key) || (isOneOfMany && first.imageSize !== only && name !== normaliseName(key))) names[name] = isOneOfMany ? [key, only] : [key]
}

const body = Object.entries(architectures).map(line)
const others = Object.entries(names)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(line)
const text = `{"families":${JSON.stringify(families)},\n"units":${JSON.stringify(units)},\n"architectures":{\n${body.join(',\n')}\n},\n"names":{\n${others.join(',\n')}\n}}\n`
writeFileSync(join(ROOT, 'packages/core/src/models/generated/measured-architectures.json'), text)
console.log(`${body.length} architectures, ${others.length} names, ${Math.round(text.length / 1024)} kB`)

function line([key, value]: readonly [string, unknown]): string {
  return `${JSON.stringify(key)}:${JSON.stringify(value)}`
}

/** Parts of one model (`trocr/TrOCREncoder`), and sizes of one that share a key (`levit`), are architectures of their own. */
function keyOf(row: Row): string {
  if (row.source === 'qai-hub' && row.model_name!.includes('/')) return row.model_name!
  const usual = usualMillions.get(row.arch_key!)
  const isOfKey = usual === undefined || row.params_m === '' || Math.abs(Math.log(Number(row.params_m) / usual)) < Math.log(1.1)
  return isOfKey ? row.arch_key! : row.model_name!
}

function entry(key: string, group: readonly Row[]): unknown[] {
  const architecture = group[0]!.arch_key!
  const millions = Number(commonest(group, 'params_m') ?? 0)
  const counted = group.filter((row) => row.gmacs !== '')
  const sizes = Map.groupBy(counted, (row) => Number(row.sequence_length_or_image_size || 0))
  const sized = [...sizes].filter(([size]) => size > 0 || sizes.size === 1)
  const costs = group[0]!.unit === 'token' ? oneCost(group) : sized.sort(([a], [b]) => a - b).map(([size, same]) => cost(size, same))
  return [indexIn(families, commonest(group, 'model_family')!), indexIn(units, group[0]!.unit!), millions, costs, ...(architecture === key ? [] : [architecture])]
}

/** A token costs the same whatever the length of the text: the parameters it meets. */
function oneCost(group: readonly Row[]): number[][] {
  const gmacs = commonest(group, 'gmacs')
  return gmacs === undefined ? [] : [[1, Number(gmacs)]]
}

function cost(size: number, rowsOfSize: readonly Row[]): number[] {
  const gmacs = commonest(rowsOfSize, 'gmacs')!
  const activations = commonest(rowsOfSize, 'macts_m')
  return activations === undefined ? [size, Number(gmacs)] : [size, Number(gmacs), Number(activations)]
}

/** The value most rows have; timm's own count wins, since most architectures were counted there. */
function commonest(group: readonly Row[], column: string): string | undefined {
  const told = group.filter((row) => row[column] !== '')
  const timm = told.filter(({ source }) => source === 'timm')
  const counts = [...Map.groupBy(timm.length > 0 ? timm : told, (row) => row[column]!)].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
  return counts[0]?.[0]
}

function indexIn(list: string[], word: string): number {
  if (!list.includes(word)) list.push(word)
  return list.indexOf(word)
}

function readCsv(text: string): Row[] {
  const [head, ...lines] = text.trimEnd().split('\n').map(cells)
  return lines.map((line) => Object.fromEntries(head!.map((name, i) => [name, line[i] ?? ''])))
}

function cells(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain!.trim())
}
