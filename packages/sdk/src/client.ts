import { BaseClient } from './core/base-client.ts'
import type { ClientOptions } from './core/options.ts'
import * as resources from './generated/resources.ts'

/**
 * A client of a Benchcast server. Without options it calls `BENCHCAST_URL`, else http://localhost:8080, with the key in `BENCHCAST_API_KEY` if there is one.
 *
 * @example
 * const client = new Benchcast()
 * const task = await client.tasks.wait(client.predict.hardware({ model_name: 'bert-base-uncased' }))
 * console.log(task.result.primary_recommendation)
 */
export class Benchcast extends BaseClient implements resources.Resources {
  /** Evaluate models on data, rank and compare them; runs, reports, histories. */
  readonly evaluate = new resources.Evaluate(this)
  /** Predict speed and memory of models, recommend hardware. */
  readonly predict = new resources.Predict(this)
  /** What was measured, and what to measure next. */
  readonly measurements = new resources.Measurements(this)
  /** Predictions that were made, and how good they were. */
  readonly predictions = new resources.Predictions(this)
  /** Recommendations that were made, and whether they were followed. */
  readonly recommendations = new resources.Recommendations(this)
  /** Stored predictors: train, store, put to use. */
  readonly predictors = new resources.Predictors(this)
  /** What goes on in the background: read, wait for, cancel. */
  readonly tasks = new resources.Tasks(this)
  /** Measure how fast models are on the machine of the server. */
  readonly benchmarks = new resources.Benchmarks(this)
  /** Test that models compute what they should on the machine of the server. */
  readonly tests = new resources.Tests(this)
  /** Scripts that measure models elsewhere. */
  readonly generator = new resources.Generator(this)
  /** What is stored, with filters on every column; needs an API key. */
  readonly database = new resources.Database(this)
  /** API keys; needs a key of an administrator. */
  readonly keys = new resources.Keys(this)
  /** Who did what; needs a key of an administrator. */
  readonly audit = new resources.Audit(this)
  /** What is served, and whether it is well. */
  readonly system = new resources.System(this)

  /** The same client with other options. */
  withOptions(options: ClientOptions): Benchcast {
    return new Benchcast({ ...this.options, ...options })
  }
}
