// npm test: sets up what the suite needs beside npm packages (a Python environment, a browser), then checks and tests everything.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setUpBrowser, setUpPython } from './set-up.ts'
import { runSteps, runTogether, type Step } from './steps.ts'
import { temporaryFolder } from './temporary-folder.ts'

const folder = temporaryFolder('benchcast-test-')
/** Runs tests, with a report in a file that is named after them. */
const vitest = (name: string, ...projects: readonly string[]): Step => ({
  title: `${name} tests`,
  command: ['vitest', 'run', ...projects.flatMap((project) => ['--project', project]), '--reporter=dot', '--reporter=json', `--outputFile.json=${join(folder, `${name}.json`)}`],
})

await runTogether([{ title: 'browser and Python', command: ['node', 'scripts/set-up.ts'] }, { title: 'check', command: ['node', 'scripts/check.ts'] }, vitest('fast', 'fast')])
const chromium = setUpBrowser()
const python = setUpPython()
const env = { ...(chromium && { CHROMIUM_PATH: chromium }), ...(python && { BENCHCAST_PYTHON: python }) }

runSteps([{ ...vitest('slow', 'slow', 'alone'), env }])

const reports = ['fast', 'slow'].map((name) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')))
const sum = (count: string): number => reports.reduce((total, report) => total + report[count], 0)
console.log(`\n${sum('numPassedTests')} passed, ${sum('numFailedTests')} failed, ${sum('numPendingTests')} skipped`)
