import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Method, ModelFiles, PROFILES } from '../../packages/bench/src/index.ts'
import { measureInChild } from '../../packages/bench/src/runner/run-in-child.ts'
import { type Graph, GraphBuilder } from '../../packages/core/src/graph/index.ts'
import { runnableGraph, type SampleInput, sampleInputs } from '../../packages/core/src/graph/onnx/index.ts'
import { resolveModel } from '../../packages/core/src/models/index.ts'
import { ROOT } from '../steps.ts'
import { type Benchmark, duration, type Line, limitLine, median } from './benchmark.ts'
import { inFolder } from './processes.ts'

const SEED = 7
const ROUNDS = 5
/** Pairs of a run of ours and one of the peer's, the first of them by turns. */
const PAIRS = 11
const MOST_APART = 0.03
const MOST_OVERHEAD_SECONDS = 20e-6
const BUILT_AND_LOADED_SECONDS = 3
const LOADED_BYTES = 1e9
/** Graphs whose medians are compared, from a few hundred microseconds to tens of milliseconds. */
const MODELS = [
  { name: 'prajjwal1/bert-tiny', size: { batch: 1, sequence: 128 } },
  { name: 'sentence-transformers/all-MiniLM-L6-v2', size: { batch: 1, sequence: 128 } },
  { name: 'microsoft/resnet-18', size: { batch: 1, imageSize: 224 } },
] as const

/** The runner against a plain Python loop over the same files, by turns, and against a bare loop around `session.run`. */
export const measuring: Benchmark = {
  name: 'measuring',
  title: 'Measuring models, against a plain onnxruntime loop in Python',
  run: async ({ quick, python }) =>
    inFolder(async (folder) => {
      const files = await ModelFiles.create({ folder: join(folder, 'models') })
      const method: Method = { ...PROFILES.quick, relativeHalfWidth: 0, longestSeconds: quick ? 0.3 : 1 }
      const lines: Line[] = []
      for (const { name, size } of MODELS) lines.push(await againstPython(name, runnableGraph(resolveModel({ modelName: name }).graph!, size, 'fp32'), { files, folder, method, python: python() }))
      lines.push(await overhead(files, quick ? 2000 : 20_000))
      lines.push(...(await bertBase(files)))
      return { lines, notes: [`medians of ${PAIRS} alternating pairs of ${method.longestSeconds} s each; the ratio is the median of theirs`] }
    }),
}

interface World {
  readonly files: ModelFiles
  readonly folder: string
  readonly method: Method
  readonly python: string
}

async function againstPython(name: string, graph: Graph, { files, folder, method, python }: World): Promise<Line> {
  const modelPath = await files.write(graph, SEED)
  const inputs = sampleInputs(graph, SEED)
  const list = writeInputs(inputs, folder)
  const measureOurs = async () => median([...(await measureInChild({ kind: 'measure', modelPath, inputs, providers: ['cpu'], method, seed: SEED })).samples])
  const measureTheirs = () => (JSON.parse(execFileSync(python, [join(ROOT, 'python/tools/peer/run_onnx.py'), modelPath, list, String(method.longestSeconds)]).toString()) as { median: number }).median
  const pairs: { readonly ours: number; readonly theirs: number }[] = []
  for (let pair = 0; pair < PAIRS; pair++) {
    if (pair % 2 === 0) pairs.push({ ours: await measureOurs(), theirs: measureTheirs() })
    else pairs.push({ theirs: measureTheirs(), ours: await measureOurs() })
  }
  // Of two neighbours in time: what the machine does besides is much the same for both.
  const ratio = median(pairs.map(({ ours, theirs }) => theirs / ours))
  const [a, b] = [median(pairs.map(({ ours }) => ours)), median(pairs.map(({ theirs }) => theirs))]
  return { what: `median of ${name}`, ours: duration(a), other: duration(b), ratio, target: `within ${100 * MOST_APART} %`, ok: Math.abs(1 / ratio - 1) <= MOST_APART }
}

function writeInputs(inputs: readonly SampleInput[], folder: string): string {
  const list = inputs.map(({ name, type, shape, bytes }, index) => {
    const file = join(folder, `input-${index}.bin`)
    writeFileSync(file, bytes)
    return { name, type, shape, file }
  })
  const path = join(folder, 'inputs.json')
  writeFileSync(path, JSON.stringify(list))
  return path
}

/** What a run costs beyond a bare loop, with a model that does next to nothing. */
async function overhead(files: ModelFiles, runs: number): Promise<Line> {
  const b = new GraphBuilder('nothing')
  b.output(b.relu(b.input('x', [1])))
  const graph = b.build()
  const modelPath = await files.write(graph, SEED)
  const inputs = sampleInputs(graph, SEED)
  const bareArguments = JSON.stringify(inputs.map((input) => ({ ...input, bytes: Buffer.from(input.bytes).toString('base64') })))
  const differences: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const bare = Number(execFileSync(process.execPath, [join(import.meta.dirname, 'bare-loop.ts'), modelPath, bareArguments, String(runs)]).toString())
    const { samples, windowSeconds } = await measureInChild({
      kind: 'measure',
      modelPath,
      inputs,
      providers: ['cpu'],
      method: { ...PROFILES.quick, relativeHalfWidth: 0, longestSeconds: bare * runs },
      seed: SEED,
    })
    differences.push(windowSeconds / samples.length - bare)
  }
  return limitLine('beyond a bare session.run, per run', Math.max(0, median(differences)), MOST_OVERHEAD_SECONDS, duration)
}

async function bertBase(files: ModelFiles): Promise<Line[]> {
  const started = performance.now()
  const graph = runnableGraph(resolveModel({ modelName: 'bert-base-uncased' }).graph!, { batch: 1, sequence: 128 }, 'fp32')
  const modelPath = await files.write(graph, SEED)
  const built = (performance.now() - started) / 1000
  const { loadSeconds, memory } = await measureInChild({
    kind: 'measure',
    modelPath,
    inputs: sampleInputs(graph, SEED),
    providers: ['cpu'],
    method: { ...PROFILES.quick, longestSeconds: 0.1, longestWarmUpSeconds: 0.1 },
    seed: SEED,
  })
  return [
    limitLine('BERT-base built, written and loaded', built + loadSeconds, BUILT_AND_LOADED_SECONDS, duration),
    limitLine('BERT-base resident once loaded', memory!.loaded, LOADED_BYTES, (bytes) => `${(bytes / 1e6).toFixed(0)} MB`),
  ]
}
