import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { cannotTrain } from './cannot-train.ts'

/** What a session of the installed runtime can be asked for: of its own, and of the native one below. Asked in a process of its own, as all that loads the runtime. */
const ASK = `
  const { binding } = require('onnxruntime-node/dist/binding.js')
  const runtime = require('onnxruntime-node')
  console.log(JSON.stringify([...Object.keys(runtime), ...Object.keys(binding), ...Object.getOwnPropertyNames(binding.InferenceSession.prototype)]))`

it('Training is refused since the installed runtime has none: a version that brings it fails here', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=commonjs', '-e', ASK], { cwd: import.meta.dirname })
  const names = JSON.parse(stdout) as string[]
  expect(names).toEqual(expect.arrayContaining(['InferenceSession', 'run']))
  expect(names.filter((name) => /train|optimizer|gradient/i.test(name))).toEqual([])
  expect(cannotTrain()).toMatchObject({ code: 'cannot_run', message: expect.stringMatching(/no training.*inference.*imported/) })
})
