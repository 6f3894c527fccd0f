import type { TaskType } from '../metrics/index.ts'

/** Per task the metrics that lead a report, most telling first. Those a run has, at most four; the first orders the models. */
export const HEADLINE_METRICS: Readonly<Record<TaskType, readonly string[]>> = {
  classification: ['accuracy', 'f1_score', 'roc_auc', 'log_loss'],
  regression: ['rmse', 'mae', 'r2_score', 'median_absolute_error'],
  text_generation: ['exact_match', 'token_f1', 'rougeL', 'bleu', 'chrf', 'word_error_rate', 'perplexity', 'bits_per_byte'],
  image_classification: ['accuracy', 'top_k_accuracy', 'f1_score', 'log_loss', 'expected_calibration_error'],
  multimodal: ['vqa_accuracy', 'anls', 'accuracy', 'mean_reciprocal_rank', 'ndcg_at_10', 'recall_at_10', 'exact_match', 'f1_score'],
}
