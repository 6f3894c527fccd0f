import { z } from 'zod'
import { OWN_MODELS } from './own-models.ts'
import { count, hardware, mode, modelName, optionalName, phase, precision, withDefault } from './predictive-performance-words.ts'
import { name, queryInteger } from './schemas.ts'

/** Which models are measured when none are named: each word takes those of the words before it too. */
export const BENCHMARK_PRIORITIES = ['critical', 'high', 'medium', 'all'] as const
/** How inputs arrive, by MLPerf's names. */
export const BENCHMARK_SCENARIOS = ['single_stream', 'multi_stream', 'server', 'offline'] as const
/** How long and how precisely is measured. */
export const BENCHMARK_PROFILES = ['quick', 'thorough'] as const

/** Configurations of one run: models x hardware x batch sizes. */
const MOST_CONFIGURATIONS = 2000
const USUAL_HARDWARE: readonly z.output<typeof hardware>[] = ['cpu']
const USUAL_BATCH_SIZES: readonly number[] = [1, 8]
const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)]

const oneOrMoreHardware = z
  .union([hardware, z.array(hardware).min(1).max(64)])
  .nullish()
  .transform((given) => unique(given == null ? USUAL_HARDWARE : [given].flat()))
  .meta({ description: 'Platforms to measure on: one, or a list. Default: ["cpu"].' })

/** Where browsers come from. */
export const BENCHMARK_BROWSERS = ['headless', 'open'] as const

const asked = z.object({
  priority: withDefault(z.enum(BENCHMARK_PRIORITIES), 'high', 'Which models to measure when none are named: critical, high (also critical ones), medium (also high ones), or all.'),
  hardware: oneOrMoreHardware,
  models: z
    .array(modelName)
    .min(1)
    .max(1000)
    .nullish()
    .meta({ description: `Models to measure. Any name is taken; one whose layers are not known is refused in the results, with the reason. ${OWN_MODELS}` }),
  model_name: modelName.nullish().meta({ description: 'One model to measure; the same as models with one name.' }),
  batch_sizes: z.array(count).min(1).max(100).nullish().meta({ description: 'Batch sizes. Default: [1, 8].' }),
  batch_size: count.nullish().meta({ description: 'One batch size; the same as batch_sizes with one number.' }),
  precision: withDefault(precision, 'fp32', 'Number format.'),
  mode: withDefault(mode, 'inference', 'inference or training.'),
  progressive_mode: withDefault(z.boolean(), true, 'Smallest first, and no larger batch of a model that ran out of memory or time.'),
  incremental: withDefault(z.boolean(), true, 'Configurations that this machine has measured before in the same way are not measured again; the results hold the earlier figures and say so.'),
  sequence_length: withDefault(count, 128, 'Tokens of one sequence; models without sequences ignore it.'),
  phase: phase.nullish().meta({
    description:
      'Of language models: prefill reads sequence_length tokens at once (the usual), decode makes one token of each sample after sequence_length cached ones, and throughput counts tokens. Models without a decode step are refused.',
  }),
  image_size: count.nullish().meta({ description: 'Pixels of one side of an image; the usual size of the model when absent.' }),
  scenario: withDefault(z.enum(BENCHMARK_SCENARIOS), 'single_stream', 'How inputs arrive, by the names of MLPerf. None of them runs as long as MLPerf asks for, and the results say so.'),
  profile: withDefault(z.enum(BENCHMARK_PROFILES), 'quick', 'quick: up to 5 s a configuration, until the median is known to 2 %. thorough: up to 60 s, to 1 %.'),
  max_seconds: z
    .number()
    .min(0.1)
    .max(3600)
    .nullish()
    .meta({ description: 'Longest measured time of one configuration, seconds; that of the profile when absent. A single run that takes far longer is ended, and the results say so.' }),
  threads: z.int().min(1).max(1024).nullish().meta({ description: 'Threads of one operator; as many as the runtime takes by itself when absent.' }),
  timeout: withDefault(z.number().min(1).max(86_400), 600, 'Longest time of one configuration, seconds, loading included.'),
  browser: z.enum(BENCHMARK_BROWSERS).nullish().meta({
    description:
      'Where webgpu and webnn are measured: headless in a Chromium of this machine, or open in a browser that you open yourself, at the address that the answer and the status name. Default: headless where there is a Chromium, else open.',
  }),
  browser_wait: withDefault(z.number().min(1).max(86_400), 600, 'With browser open: longest time until somebody opens the page and presses Start, seconds.'),
  skillset_dir: optionalName('Taken for compatibility; nothing is read from it, and the answer says so.'),
})

/** What to benchmark, with lists where one or several could be given; `models` is null where the priority chooses. */
export const RunSpeedBenchmarkRequest = asked
  .transform(({ model_name, batch_size, models, batch_sizes, ...rest }) => ({
    ...rest,
    models: model_name == null && models == null ? null : unique([...(model_name == null ? [] : [model_name]), ...(models ?? [])]),
    batch_sizes: batch_size == null ? unique(batch_sizes ?? USUAL_BATCH_SIZES) : unique([batch_size, ...(batch_sizes ?? [])]),
  }))
  .refine(({ models, hardware: platforms, batch_sizes }) => (models?.length ?? 1) * platforms.length * batch_sizes.length <= MOST_CONFIGURATIONS, {
    error: `asks for more than ${MOST_CONFIGURATIONS} configurations: name fewer models, hardware or batch sizes`,
  })

/** Filters of the results that are stored. */
export const BENCHMARK_QUERY = z.object({
  model: name(256).optional().meta({ description: 'Only this model.' }),
  hardware: hardware.optional().meta({ description: 'Only this platform.' }),
  batch_size: queryInteger(1, 2 ** 31 - 1, 'Only this batch size.').optional(),
  limit: queryInteger(1, 1000, 'Most rows.').default(100),
})
