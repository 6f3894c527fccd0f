// npm run bench: every benchmark with its target, against the peer of python/tools/peer where there is one.
//   -- --only NAME    one benchmark (soak is run by its name alone, for --seconds 600)       -- --quick    small and short       -- --json FILE    the results as JSON as well
import { writeFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { parseArgs } from 'node:util'
import type { Result } from './bench/benchmark.ts'
import { BENCHMARKS } from './bench/index.ts'
import { table } from './bench/table.ts'
import { setUpPython } from './set-up.ts'

const { values: flags } = parseArgs({ options: { only: { type: 'string' }, quick: { type: 'boolean', default: false }, seconds: { type: 'string', default: '600' }, json: { type: 'string' } } })
const chosen = BENCHMARKS.filter(({ name, onlyByName = false }) => (flags.only === undefined ? !onlyByName : flags.only === name))
if (chosen.length === 0) {
  console.error(`There is no benchmark ${flags.only}. Use one of ${BENCHMARKS.map(({ name }) => name).join(', ')}.`)
  process.exit(2)
}

let peer: string | undefined
const python = (): string => {
  peer ??= setUpPython({ folder: '.venv-peer', requirements: 'python/tools/peer/requirements.txt' })
  if (peer === undefined) throw new Error('The peer needs Python 3.11 or newer with venv.')
  return peer
}

console.log(`Node ${process.versions.node}, ${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores`)
const results: Record<string, Result> = {}
for (const { name, title, run } of chosen) {
  console.log(`\n── ${title}`)
  const result = await run({ quick: flags.quick, python, seconds: Number(flags.seconds) })
  results[name] = result
  if (result.lines.length > 0) console.log(table(result.lines))
  for (const note of result.notes ?? []) console.log(`   ${note}`)
}

const lines = Object.entries(results).flatMap(([name, result]) => result.lines.map(({ what, ok }) => ({ label: `${name}, ${what}`, ok })))
const missed = lines.filter(({ ok }) => !ok)
console.log(`\n${lines.length - missed.length} of ${lines.length} targets met${missed.length === 0 ? '' : `; missed:\n${missed.map(({ label }) => `  ${label}`).join('\n')}`}`)
if (flags.json !== undefined) writeFileSync(flags.json, `${JSON.stringify({ node: process.versions.node, cores: availableParallelism(), quick: flags.quick, results }, null, 2)}\n`)
