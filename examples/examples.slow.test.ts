import { execFile } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunningServer, startServer } from '@benchcast/server'
import { parseConfig } from '@benchcast/server/config'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const python = process.env.BENCHCAST_PYTHON ?? join(ROOT, '.venv/bin/python')
const hasPython = existsSync(python)

interface Language {
  readonly name: string
  readonly extension: string
  readonly program: string
  readonly runs: boolean
}
const SHELL: Language = { name: 'shell', extension: 'sh', program: 'bash', runs: true }
const LANGUAGES: readonly Language[] = [{ name: 'typescript', extension: 'ts', program: process.execPath, runs: true }, { name: 'python', extension: 'py', program: python, runs: hasPython }, SHELL]

interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

let server: RunningServer
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'benchcast-examples-'))
  server = await startServer(parseConfig({ port: '0', db: join(folder, 'examples.duckdb'), benchmarkDir: join(folder, 'none') }))
})

afterAll(async () => {
  await server?.close()
  await rm(join(ROOT, 'recommendation.json'), { force: true })
  if (folder) await rm(folder, { recursive: true, force: true })
})

/** Runs a program as a person would, from the root of the repository; only the address of the server and the folder for files are ours. */
function start(program: string, args: readonly string[]): Promise<Ended> {
  const env = { ...process.env, BENCHCAST_URL: server.url, TMPDIR: folder, PYTHONPATH: join(ROOT, 'python'), NO_PROXY: '127.0.0.1,localhost', NO_COLOR: '1' }
  return new Promise((resolve) => {
    execFile(program, args, { cwd: ROOT, env }, (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, stdout, stderr }))
  })
}

const run = ({ name, extension, program }: Language, example: string, ...args: readonly string[]): Promise<Ended> => start(program, [`examples/${name}/${example}.${extension}`, ...args])

/** Checks that it went well before looking at what it printed. */
async function printed(language: Language, example: string, ...args: readonly string[]): Promise<Ended> {
  const ended = await run(language, example, ...args)
  expect(ended, ended.stderr).toMatchObject({ code: 0 })
  return ended
}

for (const language of LANGUAGES) {
  describe.skipIf(!language.runs)(`the examples in ${language.name}`, () => {
    it('evaluate two models, with intervals, and say whether the difference is chance', async () => {
      const { stdout } = await printed(language, 'evaluate')
      expect(stdout).toContain('0.954')
      expect(stdout).toContain('0.924')
      expect(stdout).toContain('0.912')
    })

    it('recommend hardware with an interval', async () => {
      const { stdout } = await printed(language, 'recommend')
      expect(stdout).toMatch(/NVIDIA L4/)
      expect(stdout).toMatch(/90 % interval/)
    })

    it('record a measurement, after which the same is answered with it', async () => {
      const { stdout } = await printed(language, 'record')
      expect(stdout).toMatch(/After: .*\(measured\)|very\s+configuration\s+was\s+measured/)
    })

    it.skipIf(language.name === 'shell')('show the progress of a task up to its end', async () => {
      const { stdout, stderr } = await printed(language, 'progress')
      expect(stderr).toMatch(/█+ +100 ?%/)
      expect(stdout).toBe('192 predictions for 4 models\n')
    })

    it('pass a candidate that is as good as the model in use', async () => {
      expect(await run(language, 'gate', 'random-forest')).toMatchObject({ code: 0 })
    })

    it('fail a candidate that is significantly worse, with exit code 3', async () => {
      const { code, stdout } = await run(language, 'gate', 'gradient-boosting')
      expect(code).toBe(3)
      expect(stdout).toContain('0.912')
    })

    it('show all of it in one file', async () => {
      const { stdout } = await printed(language, 'tour')
      expect(stdout).toMatch(/90 % interval/)
      expect(stdout).toContain('meas-')
    })
  })
}

const TERMINAL = '/usr/bin/script'

describe('the progress in a shell', () => {
  const matrix = () => join(folder, 'matrix.json')

  it.skipIf(process.platform !== 'linux' || !existsSync(TERMINAL))('is a bar where a person looks (needs script of util-linux)', async () => {
    const { code, stdout } = await start(TERMINAL, ['-qec', `bash examples/shell/progress.sh ${matrix()}`, '/dev/null'])
    expect(code, stdout).toBe(0)
    expect(stdout).toMatch(/█░* +\d+ %/)
  })

  it('leaves standard output to the result', async () => {
    await printed(SHELL, 'progress', matrix())
    expect(JSON.parse(readFileSync(matrix(), 'utf8'))).toMatchObject({ status: 'completed', progress: 1, result: { stored_predictions: 72 } })
  })
})

it('the requests that the README shows with curl are answered', async () => {
  const requests = [...readFileSync(join(ROOT, 'README.md'), 'utf8').matchAll(/^```sh\n(curl [\s\S]*?)```/gm)].map(([, request]) => request!.replaceAll('http://127.0.0.1:8080', server.url))
  expect(requests.length).toBeGreaterThan(1)
  for (const request of requests) {
    const { code, stdout } = await start('bash', ['-c', `curl() { command curl -sS --fail-with-body "$@"; }; ${request}`])
    expect(code, stdout).toBe(0)
    expect(Object.keys(JSON.parse(stdout))).toContain(request.includes('run-benchmark') ? 'run_id' : 'task_id')
  }
})

it('are the same in every language', () => {
  const named = ({ name, extension }: Language) => globSync(`*.${extension}`, { cwd: join(import.meta.dirname, name) }).map((file) => file.slice(0, -extension.length - 1))
  for (const language of LANGUAGES) expect(named(language).toSorted(), language.name).toEqual(['evaluate', 'gate', 'progress', 'recommend', 'record', 'tour'])
})
