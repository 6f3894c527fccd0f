/** Why a metric has no value for the data at hand. The code goes on the wire, the sentence says what to do. */
export const UNDEFINED_REASONS = {
  scores_missing: 'needs scores or probabilities: send model_probabilities for this model',
  scores_not_probabilities: 'needs probabilities between 0 and 1; the posted scores leave that range',
  single_class: 'the ground truth holds one class only, so classes cannot be told apart',
  positive_label_missing: 'needs a positive class: send positive_label',
  no_predicted_positives: 'the model never predicts the positive class',
  no_true_positives_possible: 'the ground truth has no sample of the positive class',
  no_positives: 'neither truth nor prediction holds the positive class',
  degenerate: 'truth or prediction is constant, so the denominator is zero',
  lt_2_samples: 'needs at least two samples',
  constant_truth: 'all true values are equal, so there is no variance to explain',
  constant_truth_no_error: 'all true values are equal and nothing is left unexplained, so the ratio is 0/0',
  zero_truth: 'a true value of 0 makes the relative error infinite: look at smape instead',
  single_group: 'the sensitive feature has one group only',
  no_estimable_groups: 'fewer than two groups have the samples this rate needs',
  zero_selection: 'no group is ever selected, so the ratio is 0/0',
  log_probs_missing: 'needs token_log_probs for this model',
  texts_missing: 'needs reference texts to count bytes',
  too_few_classes: 'k reaches the number of classes, so every prediction would count as right',
  no_text: 'there is no reference text to compare with',
  no_relevant_items: 'no query has a relevant item',
  features_missing: 'needs sensitive_features: send one group per sample',
  overflow: 'the value exceeds the range of a double: rescale the data',
  not_reported: 'is measured, not computed: send it in model_metadata',
  not_binary: 'it is defined for two classes only',
} as const

export type UndefinedReason = keyof typeof UNDEFINED_REASONS
