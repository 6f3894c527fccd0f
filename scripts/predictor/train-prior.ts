import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { withTreeHelpers } from '../../apps/server/src/jobs/tree-helpers.ts'
import { writePrior } from '../../packages/core/src/predict/prior/prior-file.ts'
import { trainPrior } from '../../packages/core/src/predict/prior/train-prior.ts'
import { readCsv } from '../../packages/core/src/predict/table/read-csv.ts'
import { withoutExamples } from './held-back.ts'
import { readMeasurements } from './measurements.ts'

/** Version of what is learnt and how. It changes when the weights do. */
const VERSION = '2026.11'

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join(import.meta.dirname, '../../../shared/data/perf') },
    out: { type: 'string', default: join(import.meta.dirname, '../../packages/core/src/predict/weights/prior.bin') },
  },
})

const started = performance.now()
const say = (message: string) => console.error(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${message}`)
const all = readMeasurements(values.data)
const references = withoutExamples(all)
say(`read ${all.length} measurements from ${values.data}, left out ${all.length - references.length} that the demo predicts`)
const prior = await withTreeHelpers(() => trainPrior(VERSION, references, undefined, say))
const bytes = writePrior(prior, { data: origins(values.data) })
mkdirSync(dirname(values.out), { recursive: true })
writeFileSync(values.out, bytes)
say(`wrote ${values.out}: ${(bytes.length / 1e6).toFixed(2)} MB, SHA-256 ${createHash('sha256').update(bytes).digest('hex')}`)

function origins(folder: string) {
  const files = readdirSync(folder)
    .filter((file) => /^perf_.*\.csv$/.test(file))
    .sort()
  return files.map((file) => {
    const content = readFileSync(join(folder, file))
    return { file, sha256: createHash('sha256').update(content).digest('hex'), rows: readCsv(content.toString('utf8')).length }
  })
}
