// npm test: sets up what the suite needs beside npm packages (a Python environment, a browser), then checks and tests everything.
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setUpBrowser, setUpPython } from './set-up.ts'
import { runSteps, runTogether } from './steps.ts'

const report = join(mkdtempSync(join(tmpdir(), 'benchcast-test-')), 'report.json')
await runTogether([
  { title: 'browser and Python', command: ['node', 'scripts/set-up.ts'] },
  { title: 'check', command: ['node', 'scripts/check.ts'] },
])
const chromium = setUpBrowser()
const python = setUpPython()
const env = { ...(chromium && { CHROMIUM_PATH: chromium }), ...(python && { BENCHCAST_PYTHON: python }) }

runSteps([{ title: 'tests', command: ['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`], env }])

const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'))
console.log(`\n${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`)
