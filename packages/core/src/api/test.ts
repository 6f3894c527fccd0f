import { z } from 'zod'
import { endpoint, STARTING_ERRORS } from './endpoint.ts'
import { name } from './schemas.ts'
import * as words from './test-words.ts'

const tag = 'Test'
export const TEST_PREFIX = '/api/test'

const params = z.object({ run_id: name(256).meta({ description: 'Id of a run.' }) })

export const startModelTest = endpoint({
  method: 'POST',
  path: `${TEST_PREFIX}/run`,
  tag,
  scope: 'write:benchmarks',
  audit: 'model.run',
  summary: 'Test that a model computes what it should on this machine',
  description:
    'The model is written with random weights from its layers, at batch 2 with 16 tokens or its usual image, and run in processes of its own. Any name is taken; a model whose layers are not known fails with a text that says what to name instead. Answers at once: read GET /status/{run_id}, or follow the WebSocket at /ws/{run_id}. Send an Idempotency-Key to be able to repeat the request safely.',
  body: words.RunTestRequest,
  output: words.StartedTest,
  errors: [...STARTING_ERRORS, 'forbidden', 'unsafe_path', 'invalid_model'],
  examples: { request: { model_name: 'bert-base-uncased', hardware: ['cpu'], test_type: 'basic', timeout: 300, save_results: true } },
})

export const startModelTests = endpoint({
  method: 'POST',
  path: `${TEST_PREFIX}/batch`,
  tag,
  scope: 'write:benchmarks',
  audit: 'model.run',
  summary: 'Test several models',
  description: 'One run per model, all alike otherwise, one after the other on a device: together they are a batch of the test database.',
  body: words.RunTestsRequest,
  output: words.StartedTests,
  errors: [...STARTING_ERRORS, 'forbidden', 'unsafe_path', 'invalid_model'],
  examples: { request: { model_names: ['bert-base-uncased', 'microsoft/resnet-50'], hardware: ['cpu'], test_type: 'basic' } },
})

export const getModelTestStatus = endpoint({
  method: 'GET',
  path: `${TEST_PREFIX}/status/{run_id}`,
  tag,
  scope: 'read',
  summary: 'How far a run is',
  params,
  output: words.TestStatus,
  errors: ['run_not_found', 'validation_failed'],
})

export const getModelTestResults = endpoint({
  method: 'GET',
  path: `${TEST_PREFIX}/results/{run_id}`,
  tag,
  scope: 'read',
  summary: 'How the tests of a run ended',
  description: 'Of a failed or cancelled run, what had been tested by then.',
  params,
  output: words.TestResults,
  errors: ['run_not_found', 'run_not_completed', 'validation_failed'],
})

export const listModelTests = endpoint({
  method: 'GET',
  path: `${TEST_PREFIX}/runs`,
  tag,
  scope: 'read',
  summary: 'Runs, newest first; those that have not ended come before the others',
  query: words.TEST_LIST_QUERY,
  output: z.array(words.TestStatus),
  errors: ['validation_failed'],
})

export const listTestableModels = endpoint({
  method: 'GET',
  path: `${TEST_PREFIX}/models`,
  tag,
  scope: 'read',
  summary: 'Models that can be tested by name',
  output: z.array(words.TestableModel),
  errors: [],
})

export const listTestHardware = endpoint({
  method: 'GET',
  path: `${TEST_PREFIX}/hardware`,
  tag,
  scope: 'read',
  summary: 'Platforms, and whether this machine has them',
  output: z.array(words.TestHardware),
  errors: [],
})

export const listTestTypes = endpoint({
  method: 'GET',
  path: `${TEST_PREFIX}/types`,
  tag,
  scope: 'read',
  summary: 'Kinds of tests and what each of them does',
  output: z.array(words.TestTypeRow),
  errors: [],
})

export const cancelModelTest = endpoint({
  method: 'POST',
  path: `${TEST_PREFIX}/cancel/{run_id}`,
  tag,
  scope: 'tasks:cancel',
  summary: 'Stop a run',
  description: 'The process of the model is ended at once. A run that has ended stays as it is.',
  params,
  output: words.CancelledTest,
  errors: ['run_not_found', 'validation_failed'],
})
