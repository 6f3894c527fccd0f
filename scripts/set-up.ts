import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './steps.ts'

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']
const PYTHONS = ['python3', 'python3.13', 'python3.12', 'python3.11', 'python']
const required = process.env.CI === 'true'

const works = (program: string, ...args: string[]): boolean => spawnSync(program, args, { stdio: 'ignore' }).status === 0
const runs = (program: string, ...args: string[]): boolean => spawnSync(program, args, { stdio: 'inherit', cwd: ROOT }).status === 0

/** The path of a Chromium, installed by the system's package manager when there is none and we may. Without one the browser tests skip, except in CI. */
export function setUpBrowser(): string | undefined {
  const known = [process.env.CHROMIUM_PATH, ...BROWSERS].find((path) => path && existsSync(path))
  if (known) return known
  console.log('No Chromium found; installing one for the browser tests.')
  if (process.getuid?.() === 0 && works('apt-get', '--version') && runs('apt-get', 'update', '-q')) runs('apt-get', 'install', '-y', '-q', '--no-install-recommends', 'chromium')
  const installed = BROWSERS.find(existsSync)
  if (installed) return installed
  return skipped('Chromium', "install it (Debian: 'apt-get install chromium') or set CHROMIUM_PATH")
}

/** A virtual environment of the repository and what is installed in it. */
interface PythonEnvironment {
  readonly folder: string
  readonly requirements: string
}
const TEST_ENVIRONMENT: PythonEnvironment = { folder: '.venv', requirements: 'python/tools/requirements.txt' }

/** The Python of an environment, made and filled when its requirements changed. Without a Python 3.11 what needs it skips, except in CI. */
export function setUpPython(environment = TEST_ENVIRONMENT): string | undefined {
  const requirements = join(ROOT, environment.requirements)
  const python = join(ROOT, environment.folder, 'bin/python')
  const stamp = join(ROOT, environment.folder, 'requirements.txt')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === readFileSync(requirements, 'utf8')) return python
  const base = PYTHONS.find((program) => works(program, '-c', 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))'))
  if (!base) return skipped('Python 3.11 or newer with venv', 'install python3 and python3-venv')
  console.log(`Setting up ${environment.folder} from ${environment.requirements}.`)
  // Python compiles what it imports, which is little of it all: compiling everything beforehand is half of the work.
  const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-compile', '-r', requirements]
  if (!runs(base, '-m', 'venv', environment.folder) || !runs(python, ...install)) return skipped('the Python environment', 'see the messages above')
  writeFileSync(stamp, readFileSync(requirements))
  return python
}

function skipped(what: string, remedy: string): undefined {
  const message = `${what} could not be set up: ${remedy}. The tests that need it are skipped.`
  if (required) throw new Error(message)
  console.warn(message)
  return undefined
}

// As a program of its own it sets up all that the tests need, beside other work.
if (import.meta.main) {
  setUpBrowser()
  setUpPython()
}
