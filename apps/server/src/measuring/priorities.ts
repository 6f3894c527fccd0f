import type { BENCHMARK_PRIORITIES } from '@benchcast/core/api'

export type Priority = (typeof BENCHMARK_PRIORITIES)[number]

/** Models that a run measures when none are named, by the first priority that takes them: one of the best-known ones of each kind first, then their smaller and larger relatives. */
const MODELS_BY_PRIORITY: Readonly<Record<Priority, readonly string[]>> = {
  critical: ['google-bert/bert-base-uncased', 'microsoft/resnet-50'],
  high: ['distilbert/distilbert-base-uncased', 'sentence-transformers/all-MiniLM-L6-v2', 'openai-community/gpt2', 'google-t5/t5-small', 'google/vit-base-patch16-224', 'openai/whisper-tiny'],
  medium: ['prajjwal1/bert-tiny', 'FacebookAI/roberta-base', 'facebook/opt-125m', 'google/mobilenet_v2_1.0_224', 'facebook/convnext-tiny-224', 'openai/clip-vit-base-patch32', 'openai/whisper-base'],
  all: ['google-bert/bert-large-uncased', 'openai-community/gpt2-medium', 'google-t5/t5-base', 'microsoft/resnet-152', 'google/vit-large-patch16-224', 'openai/whisper-small'],
}

/**
 * Models of a priority and of those before it.
 *
 * @example modelsOf('critical') // ['google-bert/bert-base-uncased', 'microsoft/resnet-50']
 */
export function modelsOf(priority: Priority): readonly string[] {
  const priorities = Object.keys(MODELS_BY_PRIORITY) as Priority[]
  return priorities.slice(0, priorities.indexOf(priority) + 1).flatMap((each) => MODELS_BY_PRIORITY[each])
}
