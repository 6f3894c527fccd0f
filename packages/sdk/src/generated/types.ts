// Written by `npm run generate`; edit the registry it is read from.
import type { Column } from '../core/body.ts'

/** The stored document. */
export interface RunDocument {
  /** benchmark-run-<uuid>. */
  readonly run_id: string
  /** As sent. */
  readonly benchmark_name: string
  /** As sent. */
  readonly dataset_id: string
  /** As sent. */
  readonly task_type: "classification" | "regression" | "text_generation" | "image_classification" | "multimodal"
  /** Model ids in the order sent. */
  readonly models: readonly string[]
  /** Model id to metric values. Undefined metrics are absent and named in undefined_metrics. */
  readonly metrics: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Who is best at what. */
  readonly comparison_results: Comparison
  /** Display name and metadata by model id. */
  readonly model_info: Readonly<Record<string, ModelInfo>>
  /** Model id to metric id to interval. */
  readonly confidence_intervals: Readonly<Record<string, Readonly<Record<string, ConfidenceInterval>>>>
  /** Paired tests, corrected for multiple comparisons. */
  readonly comparisons: readonly PairedComparison[]
  /** Per-class, curve, residual and by-group detail by model id. */
  readonly details: Readonly<Record<string, ModelDetails>>
  /** Model id to metric id to the reason there is no value. */
  readonly undefined_metrics: Readonly<Record<string, Readonly<Record<string, {
    /** Machine code. */
    readonly code: string
    /** Why there is no value, and what to send. */
    readonly message: string
  }>>>>
  /** Model id to metric id: computed here, or reported in model_metadata. */
  readonly metric_sources: Readonly<Record<string, Readonly<Record<string, "computed" | "reported">>>>
  /** What was used: average, positive_label, class_labels, bins, eps, level, method, resamples, seed. */
  readonly metric_params: Readonly<Record<string, unknown>>
  /** What a careful reader should know. */
  readonly warnings: readonly RunWarning[]
  /** UTC. */
  readonly created_at: string
  /** Facts of the run. */
  readonly metadata: RunMetadata
}

export interface RunSummary {
  /** The run. */
  readonly run_id: string
  /** Its name. */
  readonly benchmark_name: string
  /** Its data set. */
  readonly dataset_id: string
  /** Its task type. */
  readonly task_type: string
  /** Its model ids. */
  readonly models: readonly string[]
  /** UTC. */
  readonly created_at: string
}

/** Who is best at what. */
export interface Comparison {
  /** Metric id to the models, best first. */
  readonly rankings: Readonly<Record<string, readonly RankedModel[]>>
  /** Metric id to the id of the best model (the first one on a tie). */
  readonly best_models: Readonly<Record<string, string>>
  /** Metric id to model id to value. */
  readonly metrics: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** In short. */
  readonly summary: {
    /** How many models. */
    readonly total_models: number
    /** Metric ids that were ranked. */
    readonly metrics_compared: readonly string[]
    /** Best by the weighted ranks of the main quality metrics; null when there is none. */
    readonly best_overall: string | null
  }
  /** Quality against latency, memory and throughput where known: models no other model beats on every axis. */
  readonly pareto?: {
    /** Metric ids of the axes. */
    readonly axes: readonly string[]
    /** Models on the front. */
    readonly front: readonly string[]
    /** Every other model to one that beats it on every axis. */
    readonly dominated: Readonly<Record<string, string>>
  } | undefined
  /** Friedman test over per-sample scores with three or more models, Nemenyi critical difference. */
  readonly friedman?: {
    /** Friedman chi-square. */
    readonly statistic: number
    /** Its p-value. */
    readonly p_value: number
    /** Nemenyi: average ranks that differ by more are significantly different. */
    readonly critical_difference: number | null
    /** Model id to average rank, 1 is best. */
    readonly average_ranks: Readonly<Record<string, number>>
  } | undefined
}

export interface RankedModel {
  /** The model. */
  readonly model_id: string
  /** Its value. */
  readonly value: number
  /** 1 is best; equal values share a rank (1, 1, 3). */
  readonly rank: number
  /** Letters; models that share one are not significantly different at the chosen level. Absent when nothing was compared. */
  readonly tie_group?: string | undefined
}

export interface PairedComparison {
  /** Metric id. */
  readonly metric: string
  /** First model. */
  readonly model_a: string
  /** Second model. */
  readonly model_b: string
  /** Value of a minus value of b. */
  readonly difference: number
  /** Lower bound of the difference; null when it cannot be estimated. */
  readonly lower: number | null
  /** Upper bound of the difference. */
  readonly upper: number | null
  /** Confidence level of the interval. */
  readonly level: number
  /** mcnemar_exact, mcnemar_continuity, delong, wilcoxon, influence_z, bootstrap_z, approximate_randomisation or exact_randomisation. */
  readonly test: string
  /** Two-sided p-value, unadjusted. */
  readonly p_value: number
  /** p-value adjusted for all pairs of this metric. */
  readonly p_adjusted: number
  /** holm, or none when there is one pair. */
  readonly adjustment: string
  /** p_adjusted <= 1 - level. */
  readonly significant: boolean
  /** Smallest difference this sample would detect with 80 % power; read it beside a non-significant result. */
  readonly minimum_detectable_effect: number | null
}

export interface ConfidenceInterval {
  /** Lower bound. */
  readonly lower: number
  /** Upper bound. */
  readonly upper: number
  /** Confidence level. */
  readonly level: number
  /** How it was made: wilson, wilson_jaccard, delong, t, influence, bootstrap_bca, bootstrap_percentile, bootstrap_exact, order_statistic or fisher_z. */
  readonly method: string
}

export interface ModelInfo {
  /** The id. */
  readonly model_id: string
  /** metadata.name, else the id. */
  readonly model_name: string
  /** As sent in model_metadata. */
  readonly metadata: Readonly<Record<string, unknown>>
}

/** Detail of one model; which parts are present depends on the task and the inputs. */
export interface ModelDetails {
  /** How often each class was taken for each. */
  readonly confusion_matrix?: {
    /** Classes, in the order of rows and columns. */
    readonly labels: readonly (number | string | boolean)[]
    /** Rows true, columns predicted. */
    readonly counts: readonly (readonly number[])[]
  } | undefined
  /** Class to its rates. */
  readonly per_class?: Readonly<Record<string, {
    /** Share of the predicted that is right. null when undefined. */
    readonly precision: number | null
    /** Share of the true that is found. null when undefined. */
    readonly recall: number | null
    /** Harmonic mean of precision and recall. null when undefined. */
    readonly f1_score: number | null
    /** Samples whose truth is this class. */
    readonly support: number
  }>> | undefined
  /** The per-class rates as one number, in three ways. */
  readonly averages?: {
    /** Plain mean over classes. */
    readonly macro: {
      /** Share of the predicted that is right. null when undefined. */
      readonly precision: number | null
      /** Share of the true that is found. null when undefined. */
      readonly recall: number | null
      /** Harmonic mean of precision and recall. null when undefined. */
      readonly f1_score: number | null
    }
    /** Over all samples at once. */
    readonly micro: {
      /** Share of the predicted that is right. null when undefined. */
      readonly precision: number | null
      /** Share of the true that is found. null when undefined. */
      readonly recall: number | null
      /** Harmonic mean of precision and recall. null when undefined. */
      readonly f1_score: number | null
    }
    /** Mean over classes weighted by support. */
    readonly weighted: {
      /** Share of the predicted that is right. null when undefined. */
      readonly precision: number | null
      /** Share of the true that is found. null when undefined. */
      readonly recall: number | null
      /** Harmonic mean of precision and recall. null when undefined. */
      readonly f1_score: number | null
    }
  } | undefined
  /** At most 1,000 points each. */
  readonly curves?: {
    /** ROC curve. */
    readonly roc?: {
      /** False positive rate of each point. */
      readonly fpr: readonly number[]
      /** True positive rate of each point. */
      readonly tpr: readonly number[]
      /** Score at and above which a sample counts as positive; null for the point (0, 0). */
      readonly thresholds: readonly (number | null)[]
    } | undefined
    /** Precision-recall curve. */
    readonly precision_recall?: {
      /** Precision of each point. */
      readonly precision: readonly number[]
      /** Recall of each point. */
      readonly recall: readonly number[]
      /** Score at and above which a sample counts as positive. */
      readonly thresholds: readonly number[]
    } | undefined
    /** Reliability diagram. */
    readonly calibration?: {
      /** Lower edge of each bin. */
      readonly bin_lower: readonly number[]
      /** Upper edge of each bin. */
      readonly bin_upper: readonly number[]
      /** Mean predicted probability in the bin; null when it is empty. */
      readonly confidence: readonly (number | null)[]
      /** Observed frequency in the bin; null when it is empty. */
      readonly accuracy: readonly (number | null)[]
      /** Samples in the bin. */
      readonly count: readonly number[]
    } | undefined
  } | undefined
  /** Truth minus prediction; regression only. */
  readonly residuals?: {
    /** Quantile (as text, "0.5") to residual. */
    readonly quantiles: Readonly<Record<string, number>>
    /** Histogram of the residuals. */
    readonly histogram: {
      /** Bin edges, one more than bins. */
      readonly edges: readonly number[]
      /** Samples in each bin. */
      readonly counts: readonly number[]
    }
    /** Samples with the largest absolute residuals. */
    readonly worst: readonly {
      /** Position of the sample, from 0. */
      readonly row: number
      /** True value. */
      readonly truth: number
      /** Predicted value. */
      readonly predicted: number
      /** Truth minus prediction. */
      readonly residual: number
    }[]
  } | undefined
  /** Feature name (or "a & b") to group to rates. */
  readonly by_group?: Readonly<Record<string, Readonly<Record<string, {
    /** Samples in the group. */
    readonly n: number
    /** Samples whose truth is the positive class; null outside binary classification. */
    readonly n_positive: number | null
    /** Share predicted positive. null when undefined. */
    readonly selection_rate: number | null
    /** True positive rate. null when undefined. */
    readonly tpr: number | null
    /** False positive rate. null when undefined. */
    readonly fpr: number | null
    /** Share predicted rightly. null when undefined. */
    readonly accuracy: number | null
    /** Share of the predicted positives that is right. null when undefined. */
    readonly precision: number | null
    /** False when the group has no sample of some class, so that a rate is missing. */
    readonly estimable: boolean
    /** Interval by name of the rate. */
    readonly confidence_intervals: Readonly<Record<string, ConfidenceInterval>>
    /** Mean of the predictions; regression only. */
    readonly mean_prediction?: number | undefined
    /** Mean absolute error; regression only. */
    readonly mean_absolute_error?: number | undefined
  }>>>> | undefined
  /** Fairness metrics of each sensitive feature and intersection alone. */
  readonly fairness?: Readonly<Record<string, Readonly<Record<string, number>>>> | undefined
}

export interface RunWarning {
  /** Machine code. */
  readonly code: string
  /** A sentence. */
  readonly message: string
  /** The model it is about; absent when about the run. */
  readonly model_id?: string | undefined
  /** The metric it is about; absent when about more. */
  readonly metric?: string | undefined
}

/** Facts of the run. */
export interface RunMetadata {
  /** As sent. */
  readonly dataset_id: string
  /** How many models. */
  readonly num_models: number
  /** How many samples. */
  readonly num_samples: number
}

export interface HistoryRecord {
  /** The model. */
  readonly model_id: string
  /** Its display name. */
  readonly model_name: string
  /** Task type of the run. */
  readonly task_type: string
  /** When the run was made. */
  readonly timestamp: string
  /** As sent in model_metadata. */
  readonly metadata: Readonly<Record<string, unknown>>
  /** The run. */
  readonly run_id: string
  /** Its name. */
  readonly benchmark_name: string
  /** Its data set. */
  readonly dataset_id: string
}

export interface Metric {
  /** Id. */
  readonly metric: string
  /** One sentence. */
  readonly description: string
  /** Group. */
  readonly category: string
  /** Name for people. */
  readonly title: string
  /** Which values are better. */
  readonly direction: "higher" | "lower"
  /** Smallest and largest value; null is unbounded. */
  readonly range: readonly [number | null, number | null]
  /** "" for a pure number. */
  readonly unit: string
  /** What the value depends on besides the data. */
  readonly params: readonly string[]
  /** Implementation or paper the values are checked against. */
  readonly reference: string
  /** Raised when the same data would give another value. */
  readonly version: number
  /** Where it applies. */
  readonly task_types: readonly string[]
}

/** Only with wait, when the task is completed. */
export interface HardwareRecommendation {
  /** The best of the available platforms. */
  readonly primary_recommendation: "cpu" | "cuda" | "rocm" | "mps" | "openvino" | "webgpu" | "webnn" | "qnn"
  /** The other usable platforms, best first. */
  readonly alternative_recommendations: readonly string[]
  /** The same as alternative_recommendations. */
  readonly fallback_options: readonly string[]
  /** Primary and alternatives. */
  readonly compatible_hardware: readonly string[]
  /** As given, or inferred. */
  readonly model_family: string
  /** As asked. */
  readonly model_name: string
  /** Parameters. */
  readonly model_size: number
  /** Below 100 million, below a billion, above. */
  readonly model_size_category: "small" | "medium" | "large"
  /** As asked. */
  readonly batch_size: number
  /** As asked. */
  readonly sequence_length: number
  /** As asked. */
  readonly precision: string
  /** As asked. */
  readonly mode: string
  /** As asked, of a language model; absent where none was named. */
  readonly phase?: string | undefined
  /** Why, in sentences. */
  readonly explanation: string
  /** Provenance of the best one. */
  readonly prediction_source: string
  /** Id of the stored recommendation; send feedback with it. */
  readonly recommendation_id: string
  /** Of the primary recommendation; only when predict_performance was asked for. */
  readonly performance?: {
    /** Samples per second. */
    readonly throughput: number
    /** Milliseconds of one batch, the median. */
    readonly latency: number
    /** Peak megabytes (2^20 bytes). */
    readonly memory_usage: number
    /** Provenance. */
    readonly source: string
    /** Id of the stored prediction. */
    readonly prediction_id: string
    /** Central prediction intervals. */
    readonly intervals: FigureIntervals
  } | undefined
  /** What was optimised. */
  readonly objective: string
  /** Every usable platform, best first. */
  readonly ranking: ReadonlyArray<{
    /** Platform. */
    readonly hardware: string
    /** Device. */
    readonly device: string
    /** The figure ranked by. */
    readonly score: number
    /** Its interval. */
    readonly score_interval: readonly [number, number]
    /** Its unit. */
    readonly score_unit: string
    /** Probability that it is the best of those ranked. */
    readonly probability_best: number
    /** The order against the best may be chance. */
    readonly tied_with_best: boolean
    /** Why it is not the first; absent for the first. */
    readonly why_not?: string | undefined
    /** What earlier feedback did to the log of the score, -0.1 to 0.1. */
    readonly feedback_shift: number
    /** What it costs an hour; only for the objective cost or under a budget. */
    readonly price_per_hour?: number | undefined
    /** Where price_per_hour comes from: yours, or the list price of a cloud, with its date; in USD. */
    readonly price_source?: string | undefined
    /** Samples per second. */
    readonly throughput: number
    /** Milliseconds of one batch, the median. */
    readonly latency: number
    /** Peak megabytes (2^20 bytes). */
    readonly memory_usage: number
    /** Watts, where known. */
    readonly power?: number | undefined
    /** How the numbers came about. */
    readonly provenance: string
  }>
  /** Platforms that cannot be recommended. */
  readonly excluded: readonly {
    /** Platform. */
    readonly hardware: string
    /** Device. */
    readonly device: string
    /** Why not. */
    readonly reason: string
  }[]
  /** The batch size that serves the objective best on the primary recommendation. */
  readonly best_batch_size?: {
    /** Batch size. */
    readonly batch_size: number
    /** Samples per second at it. */
    readonly throughput: number
    /** ms at it. */
    readonly latency: number
    /** Why this one. */
    readonly reason: string
  } | undefined
}

/** Central prediction intervals. */
export interface FigureIntervals {
  /** Share of cases whose truth lies inside: 0.9. */
  readonly level: number
  /** Lower and upper bound, samples per second. */
  readonly throughput: readonly [number, number]
  /** Lower and upper bound, ms. */
  readonly latency: readonly [number, number]
  /** Lower and upper bound, MB. */
  readonly memory_usage: readonly [number, number]
  /** Lower and upper bound, W. */
  readonly power?: readonly [number, number] | undefined
}

export interface HardwarePrediction {
  /** Samples per second. */
  readonly throughput: number
  /** Milliseconds of one batch, the median. */
  readonly latency: number
  /** Peak megabytes (2^20 bytes). */
  readonly memory_usage: number
  /** Watts, where known. */
  readonly power?: number | undefined
  /** How the number came about: the provenance. */
  readonly source: string
  /** Id of the stored prediction; send it with the measurement to compare them. */
  readonly prediction_id: string
  /** Probability that the true throughput is within 20 % of the predicted one. */
  readonly confidence: number
  /** Central prediction intervals. */
  readonly intervals: FigureIntervals
  /** measured: you measured exactly this; calibrated: your measurements moved it; learned: from public measurements; analytic: from costs and limits alone. */
  readonly provenance: "measured" | "calibrated" | "learned" | "analytic"
  /** The device that is assumed or was asked for. */
  readonly device: string
  /** True when the request named no device. */
  readonly device_assumed: boolean
  /** What limits the speed. */
  readonly bound: "compute" | "memory" | "overhead"
  /** How the number came about, in sentences. */
  readonly explanation: string
  /** Why the throughput is what it is (Shapley values): throughput = base_throughput x exp(sum of all log effects). There when the request says `explain`. */
  readonly attribution?: {
    /** Samples per second before the features: the limits of the device for the costs of the model, at the efficiency that training data have on average. */
    readonly base_throughput: number
    /** The greatest effects first. */
    readonly effects: readonly {
      /** Name of the feature. `own_measurements` is what your measurements do, `bounds` and `range` keep the sum believable. */
      readonly feature: string
      /** What it adds to the natural logarithm of the throughput. */
      readonly log_effect: number
      /** By how many percent it raises the throughput. */
      readonly percent: number
    }[]
    /** Sum of the log effects of all other features. */
    readonly other_log_effects: number
  } | undefined
  /** Measurements like this configuration, nearest first. */
  readonly nearest_measurements: ReadonlyArray<{
    /** Measured model. */
    readonly model_name: string
    /** Measured device. */
    readonly device: string
    /** How many of the device ran it together; absent where nobody said. */
    readonly device_count?: number | undefined
    /** Its precision; absent where nobody said. */
    readonly precision?: string | undefined
    /** Its batch size, over all devices; absent where nobody said. */
    readonly batch_size?: number | undefined
    /** What ran: forward, prefill, decode, train_step, or a way of serving such as decode-serving. */
    readonly phase: string
    /** Tokens of a sequence, or pixels of one side of an image; absent where nobody said. */
    readonly input_size?: number | undefined
    /** What was measured per second, over all devices, in `unit`. */
    readonly throughput: number
    /** What its throughput counts: sample (as in the question, where its phase is that of the question) or token. */
    readonly unit: string
    /** 0 for the same configuration; grows with the difference of model, device and size. */
    readonly distance: number
    /** Where it was published, or api for your own. */
    readonly source: string
  }>
  /** What may make the number wrong. */
  readonly warnings: readonly string[]
}

/** Only with wait, when the task is completed. */
export interface PerformancePredictions {
  /** As asked. */
  readonly model_name: string
  /** As given, or inferred. */
  readonly model_family: string
  /** As asked. */
  readonly batch_size: number
  /** As asked. */
  readonly sequence_length: number
  /** As asked. */
  readonly mode: string
  /** As asked. */
  readonly precision: string
  /** As asked, of a language model; absent where none was named. */
  readonly phase?: string | undefined
  /** How the model was found: exact, config, costs, family or default. */
  readonly model_source?: string | undefined
  /** By hardware platform. */
  readonly predictions: Readonly<Record<string, HardwarePrediction>>
  /** Only when one platform was asked for. */
  readonly prediction_id?: string | undefined
  /** Platforms that cannot run it, each with the reason. */
  readonly unsupported: Readonly<Record<string, string>>
}

/** Only with wait, when the task is completed. */
export interface RecordedMeasurement {
  /** Id of the stored measurement. */
  readonly measurement_id: string
  /** The prediction it was compared with; null when none matches. */
  readonly prediction_id: string | null
  /** The measurement as stored: a row of GET /measurements. */
  readonly measurement: Readonly<Record<string, unknown>>
  /** The prediction: a row of GET /predictions. Absent when none matches. */
  readonly prediction?: Readonly<Record<string, unknown>> | undefined
  /** One per figure that both have. Absent when no prediction matches. */
  readonly errors?: ReadonlyArray<{
    /** The prediction. */
    readonly prediction_id: string
    /** The measurement. */
    readonly measurement_id: string
    /** Model. */
    readonly model_name: string
    /** Platform. */
    readonly hardware_platform: string
    /** The figure compared. */
    readonly metric: "throughput" | "latency" | "memory_usage"
    /** Predicted. */
    readonly predicted_value: number
    /** Measured. */
    readonly actual_value: number
    /** |predicted - actual|. */
    readonly absolute_error: number
    /** |predicted - actual| / |actual|; null when the actual value is 0. */
    readonly relative_error: number | null
  }> | undefined
  /** 100 x (1 - relative error), mean over the figures, not below 0. */
  readonly accuracy?: number | undefined
  /** What is doubtful about the measurement, and what was made of it. Absent when nothing is. */
  readonly warnings?: readonly string[] | undefined
}

/** Only with wait, when the task is completed. */
export type PredictionAnalysis = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** Only with wait, when the task is completed. */
export interface PredictionMatrix {
  /** UTC. */
  readonly timestamp: string
  /** As asked. */
  readonly mode: string
  /** By model name. */
  readonly models: Readonly<Record<string, {
    /** Model. */
    readonly name: string
    /** Family. */
    readonly category: string
    /** hardware -> batch size -> precision -> {throughput, latency_mean, memory_usage, interval, provenance}; a cell that cannot run is {unsupported: reason}. */
    readonly predictions: Readonly<Record<string, unknown>>
  }>>
  /** As asked. */
  readonly hardware_platforms: readonly string[]
  /** As asked. */
  readonly batch_sizes: readonly number[]
  /** As asked. */
  readonly precision_options: readonly string[]
  /** Predictions stored. */
  readonly stored_predictions: number
}

/** Only with wait, when the task is completed. */
export interface BatchPredictions {
  /** Rows predicted. */
  readonly count: number
  /** With format json. */
  readonly predictions?: ReadonlyArray<{
    /** As sent. */
    readonly row_id: string
    /** Items per second; null for a row that cannot be predicted, which a warning names. */
    readonly predicted: number | null
    /** Lower bound. */
    readonly lower: number | null
    /** Upper bound. */
    readonly upper: number | null
  }> | undefined
  /** With format csv: row_id,predicted,lower,upper. */
  readonly csv?: string | undefined
  /** What may make numbers wrong. */
  readonly warnings: readonly string[]
}

/** Only with wait, when the task is completed. */
export interface TrainingResult {
  /** Id of the stored predictor. */
  readonly model_id: string
  /** Whether it serves now: only when it was better. */
  readonly activated: boolean
  /** Why, in a sentence. */
  readonly reason: string
  /** Own measurements it was trained on. */
  readonly measurements: number
  /** training, validation and test: R squared of log throughput, grouped cross-validation. */
  readonly scores: Readonly<Record<string, number | null>>
  /** The same of the predictor that served before. */
  readonly champion: Readonly<Record<string, number | null>>
  /** What it looks at. */
  readonly features: readonly string[]
}

export interface Task {
  /** Id of the task. */
  readonly task_id: string
  /** pending, running, completed or failed. A cancelled task is failed, and its message says so. */
  readonly status: "pending" | "running" | "completed" | "failed"
  /** 0 to 1; never falls within one attempt, 1 when completed. */
  readonly progress: number
  /** What it is doing, or why it failed. */
  readonly message: string
  /** Time of the last change, UTC. */
  readonly timestamp: string
  /** There exactly when the task is completed. */
  readonly result?: unknown
}

export interface Measurement {
  /** Id of the row. */
  readonly id: string
  /** When it was made, UTC. */
  readonly timestamp: string
  /** Platform. */
  readonly hardware_platform: string
  /** Model. */
  readonly model_name: string
  /** Family. */
  readonly model_family: string
  /** Batch size. */
  readonly batch_size: number
  /** Sequence length. */
  readonly sequence_length: number
  /** Precision. */
  readonly precision: string
  /** inference or training. */
  readonly mode: string
  /** Samples per second. */
  readonly throughput: number | null
  /** ms of one batch. */
  readonly latency: number | null
  /** MB. */
  readonly memory_usage: number | null
  /** Where it comes from. */
  readonly measurement_source: string
  /** Id of the measurement. */
  readonly measurement_id: string
  /** The prediction it was compared with. */
  readonly prediction_id: string | null
  /** prefill or decode, of a language model; null where none was named, which is prefill, and of other models. */
  readonly phase: "prefill" | "decode" | null
  /** What has no field of its own. */
  readonly metadata: Readonly<Record<string, unknown>>
}

export interface Prediction {
  /** Id of the row. */
  readonly id: string
  /** When it was made, UTC. */
  readonly timestamp: string
  /** Platform. */
  readonly hardware_platform: string
  /** Model. */
  readonly model_name: string
  /** Family. */
  readonly model_family: string
  /** Batch size. */
  readonly batch_size: number
  /** Sequence length. */
  readonly sequence_length: number
  /** Precision. */
  readonly precision: string
  /** inference or training. */
  readonly mode: string
  /** Samples per second. */
  readonly throughput: number
  /** ms of one batch. */
  readonly latency: number
  /** MB. */
  readonly memory_usage: number
  /** Probability that the true throughput is within 20 %. */
  readonly confidence_score: number
  /** Provenance, or sample. */
  readonly prediction_source: string
  /** Id of the prediction. */
  readonly prediction_id: string
  /** prefill or decode, of a language model; null where none was named, which is prefill, and of other models. */
  readonly phase: "prefill" | "decode" | null
  /** What has no field of its own. */
  readonly metadata: Readonly<Record<string, unknown>>
}

export interface Recommendation {
  /** Id of the row. */
  readonly id: string
  /** When it was made, UTC. */
  readonly timestamp: string
  /** Who asked. */
  readonly user_id: string | null
  /** Model. */
  readonly model_name: string
  /** Family. */
  readonly model_family: string
  /** Batch size. */
  readonly batch_size: number
  /** Sequence length. */
  readonly sequence_length: number
  /** Precision. */
  readonly precision: string
  /** inference or training. */
  readonly mode: string
  /** The best platform. */
  readonly primary_recommendation: string
  /** The others, best first. */
  readonly fallback_options: readonly string[]
  /** All usable ones. */
  readonly compatible_hardware: readonly string[]
  /** Why. */
  readonly reason: string
  /** Id for feedback. */
  readonly recommendation_id: string
  /** By the newest feedback; null without one. */
  readonly was_accepted: boolean | null
  /** Words of the newest feedback. */
  readonly user_feedback: string | null
  /** What has no field of its own. */
  readonly metadata: Readonly<Record<string, unknown>>
}

export interface Predictor {
  /** Id of the row. */
  readonly id: string
  /** When it was made, UTC. */
  readonly timestamp: string
  /** Kind of predictor. */
  readonly model_type: string
  /** What it predicts. */
  readonly target_metric: string
  /** Platform it is for. */
  readonly hardware_platform: string
  /** Family it is for. */
  readonly model_family: string | null
  /** A placeholder: the bytes are not listed. */
  readonly serialized_model: string
  /** Names of its inputs. */
  readonly features_list: readonly string[]
  /** R squared on training data. */
  readonly training_score: number | null
  /** R squared on validation data. */
  readonly validation_score: number | null
  /** R squared on test data. */
  readonly test_score: number | null
  /** Id of the predictor. */
  readonly model_id: string
  /** What has no field of its own. */
  readonly metadata: Readonly<Record<string, unknown>>
  /** Whether it serves now. None does while the shipped predictor serves. */
  readonly serving: boolean
}

export interface FeatureImportance {
  /** Id of the row. */
  readonly id: string
  /** When it was made, UTC. */
  readonly timestamp: string
  /** Predictor. */
  readonly model_id: string
  /** Input. */
  readonly feature_name: string
  /** Importance. */
  readonly importance_score: number
  /** 1 is the most important. */
  readonly rank: number
  /** gain, permutation or shap. */
  readonly method: string
  /** What has no field of its own. */
  readonly metadata: Readonly<Record<string, unknown>>
}

export interface Feedback {
  /** Id of the row. */
  readonly id: string
  /** When it was given, UTC. */
  readonly timestamp: string
  /** Id of the feedback. */
  readonly feedback_id: string
  /** The recommendation it answers. */
  readonly recommendation_id: string
  /** Whether the recommendation was followed. */
  readonly accepted: boolean
  /** Words of the person. */
  readonly feedback: string | null
  /** Who said so. */
  readonly user_id: string | null
  /** What has no field of its own. */
  readonly metadata: Readonly<Record<string, unknown>>
}

export interface PredictionError {
  /** Id of the row. */
  readonly id: string
  /** When it was compared, UTC. */
  readonly timestamp: string
  /** Prediction. */
  readonly prediction_id: string
  /** Measurement. */
  readonly measurement_id: string
  /** Model. */
  readonly model_name: string
  /** Family. */
  readonly model_family: string
  /** Platform. */
  readonly hardware_platform: string
  /** throughput, latency or memory_usage. */
  readonly metric: string
  /** What was predicted. */
  readonly predicted_value: number
  /** What was measured. */
  readonly actual_value: number
  /** Their difference, without sign. */
  readonly absolute_error: number
  /** The difference over the measured value; null where that is 0. */
  readonly relative_error: number | null
  /** What has no field of its own. */
  readonly metadata: Readonly<Record<string, unknown>>
}

export interface ModelStatistics {
  /** Model. */
  readonly model_name: string
  /** Predictions stored. */
  readonly total_predictions: number
  /** Measurements stored. */
  readonly total_measurements: number
  /** Recommendations stored. */
  readonly total_recommendations: number
  /** Mean relative error of its predictions; null when none was measured. */
  readonly mean_relative_error: number | null
  /** When it was last heard of, UTC. */
  readonly latest: string
}

export interface SuggestedMeasurement {
  /** Model. */
  readonly model_name: string
  /** Platform. */
  readonly hardware_platform: string
  /** The device that is assumed or was asked for. */
  readonly device: string
  /** No device was asked for. */
  readonly device_assumed: boolean
  /** Batch size. */
  readonly batch_size: number
  /** Sequence length. */
  readonly sequence_length: number
  /** Precision. */
  readonly precision: string
  /** inference or training. */
  readonly mode: string
  /** Share of the uncertainty of all candidates that measuring this takes away, after those before it. */
  readonly variance_reduction: number
  /** Upper over lower end of its throughput interval, now. */
  readonly current_width: number
  /** Why, in a sentence. */
  readonly reason: string
}

export interface SpeedBenchmarkStatus {
  /** Id of the run. */
  readonly run_id: string
  /** initializing, running, completed or failed. A cancelled run is failed, and its error says so. */
  readonly status: "initializing" | "running" | "completed" | "failed"
  /** 0 to 1 over all configurations; never falls within one attempt, 1 when completed. */
  readonly progress: number
  /** Which model is measured, at which batch size, and how far that is. */
  readonly current_step: string
  /** When the run was taken, UTC. */
  readonly start_time: string
  /** Seconds since then; of a run that has ended, until its end. */
  readonly elapsed_time: number
  /** Seconds left if it goes on as it went; null while nobody can tell, and at the end. */
  readonly estimated_remaining_time: number | null
  /** Models of which every configuration is done. */
  readonly completed_models: number
  /** Models of the run. */
  readonly total_models: number
  /** Why it failed. */
  readonly error?: string | undefined
}

export interface SpeedBenchmarkResults {
  /** Id of the run. */
  readonly run_id: string
  /** initializing, running, completed or failed. A cancelled run is failed, and its error says so. */
  readonly status: "initializing" | "running" | "completed" | "failed"
  /** What was asked for, with the defaults filled in. */
  readonly config: Readonly<Record<string, unknown>>
  /** By model, then by platform. */
  readonly results: Readonly<Record<string, Readonly<Record<string, {
    /** Of the first batch size that was measured. */
    readonly metrics: {
      /** Samples per second; null where nothing was measured. */
      readonly throughput_items_per_second: number | null
      /** Milliseconds of one batch: the median; null where nothing was measured. */
      readonly average_latency_ms: number | null
      /** Most memory that the process of the model had, MB (2^20 bytes); null where nothing was measured. */
      readonly memory_peak_mb: number | null
    }
    /** One entry per batch size. */
    readonly batches: readonly BatchResult[]
  }>>>>
  /** The first configuration that was asked for and measured. */
  readonly result: {
    /** Model. */
    readonly model_name: string
    /** Platform. */
    readonly hardware: string
    /** Samples of one batch. */
    readonly batch_size: number
    /** Its figures. */
    readonly metrics: {
      /** Samples per second. */
      readonly throughput: number
      /** Milliseconds of one batch: the median. */
      readonly latency: number
      /** Peak MB (2^20 bytes); null of a browser that somebody opened, which does not tell. */
      readonly memory_usage: number | null
    }
  }
  /** How it was measured, and whether that conforms to MLPerf. */
  readonly method: Readonly<Record<string, unknown>>
  /** What it was measured on. */
  readonly machine: Readonly<Record<string, unknown>>
  /** What was not measured, and why. */
  readonly warnings: readonly string[]
  /** When the run was taken, UTC. */
  readonly start_time: string
  /** When it ended, UTC. */
  readonly completion_time: string
}

export interface BatchResult {
  /** Samples of one batch. */
  readonly batch_size: number
  /** Whether it was measured. */
  readonly status: "completed" | "failed"
  /** Samples per second; null where nothing was measured. */
  readonly throughput_items_per_second: number | null
  /** Milliseconds of one batch: the median; null where nothing was measured. */
  readonly average_latency_ms: number | null
  /** Most memory that the process of the model had, MB (2^20 bytes); null where nothing was measured. */
  readonly memory_peak_mb: number | null
  /** Why it was not measured. */
  readonly error?: string | undefined
  /** True when the figures are of an earlier run on this machine (incremental). */
  readonly reused: boolean
  /** When it was measured or refused, UTC. */
  readonly measured_at: string
  /** True when the figures are not measured but simulated. This server never simulates. */
  readonly simulation_mode: boolean
  /** Latency in ms (mean, standard deviation, quantiles, 95 % interval of the median), runs, load time, processor use. */
  readonly statistics?: Readonly<Record<string, unknown>> | undefined
  /** What may be wrong with the measurement. Nothing is removed from the samples. */
  readonly flags?: readonly {
    /** What kind of disturbance. */
    readonly code: string
    /** What was seen and what to do. */
    readonly message: string
  }[] | undefined
  /** What was predicted before it was measured, with the relative error of each figure. */
  readonly prediction?: Readonly<Record<string, unknown>> | undefined
  /** The measurement that predictions learn from; null where there is none. */
  readonly measurement_id: string | null
}

export interface TestStatus {
  /** Id of the run. */
  readonly run_id: string
  /** initializing, running, completed, failed or cancelled. Completed says that every test has ended, passed or not; an error or a timeout is failed. */
  readonly status: "initializing" | "running" | "completed" | "failed" | "cancelled"
  /** 0 to 1; never falls within one attempt, 1 when completed. */
  readonly progress: number
  /** Which test runs, and where. */
  readonly current_step: string
  /** Model under test. */
  readonly model_name: string
  /** Platforms asked for. */
  readonly hardware: readonly string[]
  /** Kind of test. */
  readonly test_type: "basic" | "comprehensive" | "fault_tolerance"
  /** When the run was taken, UTC. */
  readonly started_at: string
  /** Seconds since then; of a run that has ended, until its end. */
  readonly elapsed_time: number
  /** Seconds left if it goes on as it went; null while nobody can tell, and at the end. */
  readonly estimated_remaining_time: number | null
  /** Why the run failed, or that it was cancelled. */
  readonly error?: string | undefined
}

export interface TestResults {
  /** Id of the run. */
  readonly run_id: string
  /** initializing, running, completed, failed or cancelled. Completed says that every test has ended, passed or not; an error or a timeout is failed. */
  readonly status: "initializing" | "running" | "completed" | "failed" | "cancelled"
  /** Model under test. */
  readonly model_name: string
  /** Platforms asked for. */
  readonly hardware: readonly string[]
  /** Kind of test. */
  readonly test_type: "basic" | "comprehensive" | "fault_tolerance"
  /** When the run was taken, UTC. */
  readonly started_at: string
  /** When it ended, UTC. */
  readonly completed_at: string
  /** Seconds from start to end. */
  readonly duration: number
  /** How the tests ended. */
  readonly results: {
    /** Tests that passed. */
    readonly tests_passed: number
    /** Tests that failed. */
    readonly tests_failed: number
    /** Tests that do not apply, or whose platform is not here. */
    readonly tests_skipped: number
    /** One entry per test and platform, in the order they ran. Of a run that did not end well, those that had ended. */
    readonly test_details: ReadonlyArray<{
      /** Which test, as GET /types lists it. */
      readonly method: string
      /** What it tests, in words. */
      readonly title: string
      /** Platform it ran on. */
      readonly hardware: string
      /** How it ended. */
      readonly status: "passed" | "failed" | "skipped"
      /** Milliseconds it took. Tests that look at the same runs share them: the first one takes their time. */
      readonly duration_ms: number
      /** What was seen in a test that passed. */
      readonly message?: string | undefined
      /** What is wrong, or why the test was skipped. */
      readonly error?: string | undefined
    }>
    /** By platform: one measurement of half a second of the same batch, for orientation. POST /api/benchmark/run measures in earnest. */
    readonly performance_metrics: Readonly<Record<string, {
      /** Milliseconds of one batch: the median. */
      readonly latency_ms: number
      /** Samples per second. */
      readonly throughput_items_per_sec: number
      /** Most memory that the process of the model had, MB (2^20 bytes); absent where the system does not tell. */
      readonly memory_mb?: number | undefined
    }>>
    /** What could not be measured or saved, and why. */
    readonly warnings: readonly string[]
  }
  /** Why the run failed, or that it was cancelled. */
  readonly error?: string | undefined
  /** Name of the file in the results folder of the server. */
  readonly result_file?: string | undefined
}

export interface GeneratorStatus {
  /** Id of the task. */
  readonly task_id: string
  /** initializing, running, completed or error. */
  readonly status: "initializing" | "running" | "completed" | "error"
  /** 0 to 1; never falls within one attempt, 1 when completed. */
  readonly progress: number
  /** Model. */
  readonly model_name: string
  /** What is being done, or why it failed. */
  readonly current_step: string
  /** When the task was taken, UTC. */
  readonly started_at: string
  /** Seconds since then; of a task that has ended, until its end. */
  readonly elapsed_time: number
  /** Seconds left if it goes on as it went; null while nobody can tell, and at the end. */
  readonly estimated_remaining_time: number | null
  /** Path of the script, from where the server runs. */
  readonly output_file?: string | undefined
  /** Why there is no script. */
  readonly error?: string | undefined
}

export interface StoredTestRun {
  /** Id of the run. */
  readonly run_id: string
  /** Model under test. */
  readonly model_name: string
  /** Platforms. */
  readonly hardware: readonly string[]
  /** Kind of test. */
  readonly test_type: string
  /** initializing, running, completed, failed or cancelled. */
  readonly status: string
  /** 0 to 1. */
  readonly progress: number
  /** When it was taken, UTC. */
  readonly started_at: string
  /** When it ended, UTC; null until then. */
  readonly completed_at: string | null
  /** Seconds from start to end; null until then. */
  readonly duration: number | null
  /** Tests that passed. */
  readonly tests_passed: number
  /** Tests that failed. */
  readonly tests_failed: number
  /** Tests that were skipped. */
  readonly tests_skipped: number
  /** Tests that ended. */
  readonly step_count: number
  /** Figures that were measured. */
  readonly metric_count: number
  /** Files that were written. */
  readonly artifact_count: number
  /** The batch it belongs to. */
  readonly batch_id: string | null
}

export interface StoredBenchmarkRun {
  /** Run it was measured in. */
  readonly run_id: string
  /** Model. */
  readonly model_name: string
  /** Family. */
  readonly model_family: string
  /** Platform. */
  readonly hardware: string
  /** Samples of one batch. */
  readonly batch_size: number
  /** Number format. */
  readonly precision: string
  /** completed, or failed where it could not be measured. */
  readonly status: string
  /** When it was taken, UTC. */
  readonly started_at: string
  /** When it ended, UTC; null until then. */
  readonly completed_at: string | null
  /** Seconds from start to end; null until then. */
  readonly duration: number | null
  /** Samples per second. */
  readonly throughput: number | null
  /** Milliseconds of one batch: the median. */
  readonly latency: number | null
  /** Peak MB (2^20 bytes). */
  readonly memory_usage: number | null
  /** Whether the figures are simulated. */
  readonly simulation_mode: boolean
}

export interface StoredGeneratorTask {
  /** Id of the task. */
  readonly task_id: string
  /** Model. */
  readonly model_name: string
  /** Platforms. */
  readonly hardware: readonly string[]
  /** initializing, running, completed or error. */
  readonly status: string
  /** When it was taken, UTC. */
  readonly started_at: string
  /** When it ended, UTC; null until then. */
  readonly completed_at: string | null
  /** Seconds from start to end; null until then. */
  readonly duration: number | null
  /** Architecture of the model. */
  readonly architecture: string | null
  /** Kind of script. */
  readonly template_type: string | null
  /** Path of the script. */
  readonly output_file: string | null
  /** Steps that were taken. */
  readonly step_count: number
  /** Figures that were measured. */
  readonly metric_count: number
  /** The batch it belongs to. */
  readonly batch_id: string | null
}

export interface TimedTestRun {
  /** Id of the run. */
  readonly run_id: string
  /** Model under test. */
  readonly model_name: string
  /** Platforms. */
  readonly hardware: readonly string[]
  /** Kind of test. */
  readonly test_type: string
  /** initializing, running, completed, failed or cancelled. */
  readonly status: string
  /** 0 to 1. */
  readonly progress: number
  /** When it was taken, UTC. */
  readonly started_at: string
  /** When it ended, UTC; null until then. */
  readonly completed_at: string | null
  /** Seconds from start to end, or until now where it has not ended. */
  readonly duration: number
  /** Tests that passed. */
  readonly tests_passed: number
  /** Tests that failed. */
  readonly tests_failed: number
  /** Tests that were skipped. */
  readonly tests_skipped: number
  /** Tests that ended. */
  readonly step_count: number
  /** Figures that were measured. */
  readonly metric_count: number
  /** Files that were written. */
  readonly artifact_count: number
  /** The batch it belongs to. */
  readonly batch_id: string | null
}

export interface TimedBenchmarkRun {
  /** Run it was measured in. */
  readonly run_id: string
  /** Model. */
  readonly model_name: string
  /** Family. */
  readonly model_family: string
  /** Platform. */
  readonly hardware: string
  /** Samples of one batch. */
  readonly batch_size: number
  /** Number format. */
  readonly precision: string
  /** completed, or failed where it could not be measured. */
  readonly status: string
  /** When it was taken, UTC. */
  readonly started_at: string
  /** When it ended, UTC; null until then. */
  readonly completed_at: string | null
  /** Seconds from start to end, or until now where it has not ended. */
  readonly duration: number
  /** Samples per second; 0 where status is failed. */
  readonly throughput: number
  /** Milliseconds of one batch: the median. */
  readonly latency: number | null
  /** Peak MB (2^20 bytes). */
  readonly memory_usage: number | null
  /** Whether the figures are simulated. */
  readonly simulation_mode: boolean
}

export interface TimedGeneratorTask {
  /** Id of the task. */
  readonly task_id: string
  /** Model. */
  readonly model_name: string
  /** Platforms. */
  readonly hardware: readonly string[]
  /** initializing, running, completed or error. */
  readonly status: string
  /** When it was taken, UTC. */
  readonly started_at: string
  /** When it ended, UTC; null until then. */
  readonly completed_at: string | null
  /** Seconds from start to end, or until now where it has not ended. */
  readonly duration: number
  /** Architecture of the model. */
  readonly architecture: string | null
  /** Kind of script. */
  readonly template_type: string | null
  /** Path of the script. */
  readonly output_file: string | null
  /** Steps that were taken. */
  readonly step_count: number
  /** Figures that were measured. */
  readonly metric_count: number
  /** The batch it belongs to. */
  readonly batch_id: string | null
}

export interface PredictiveRow {
  /** What the row is. */
  readonly kind: "prediction" | "measurement" | "recommendation"
  /** Id of the row. */
  readonly id: string
  /** When it was made, UTC. */
  readonly timestamp: string
  /** Model. */
  readonly model_name: string
  /** Family. */
  readonly model_family: string
  /** Platform; of a recommendation the best one. */
  readonly hardware_platform: string
  /** Batch size. */
  readonly batch_size: number
  /** Sequence length. */
  readonly sequence_length: number
  /** Precision. */
  readonly precision: string
  /** inference or training. */
  readonly mode: string
  /** Samples per second; null where none was measured, and for recommendations. */
  readonly throughput: number | null
  /** ms of one batch. */
  readonly latency: number | null
  /** MB. */
  readonly memory_usage: number | null
  /** Where it comes from. */
  readonly source: string | null
}

export interface RunBatch {
  /** Id of the batch. */
  readonly batch_id: string
  /** running while one has not ended, completed when all completed, else how a failed one is called. */
  readonly status: string
  /** When it was taken, UTC. */
  readonly created_at: string
  /** Its runs, as they were started. */
  readonly run_ids: readonly string[]
  /** All runs. */
  readonly total_runs: number
  /** Those that completed. */
  readonly completed_runs: number
  /** Those that failed. */
  readonly failed_runs: number
  /** Those that were cancelled. */
  readonly cancelled_runs: number
  /** Those that have not ended. */
  readonly running_runs: number
}

export interface TaskBatch {
  /** Id of the batch. */
  readonly batch_id: string
  /** running while one has not ended, completed when all completed, else how a failed one is called. */
  readonly status: string
  /** When it was taken, UTC. */
  readonly created_at: string
  /** Its tasks, as they were started. */
  readonly task_ids: readonly string[]
  /** All tasks. */
  readonly total_tasks: number
  /** Those that completed. */
  readonly completed_tasks: number
  /** Those that failed. */
  readonly failed_tasks: number
  /** Those that were cancelled. */
  readonly cancelled_tasks: number
  /** Those that have not ended. */
  readonly running_tasks: number
}

export interface RunCountsByModel {
  /** Model. */
  readonly model_name: string
  /** All runs. */
  readonly total_runs: number
  /** Those that completed. */
  readonly completed_runs: number
  /** Those that failed. */
  readonly failed_runs: number
  /** Those that were cancelled. */
  readonly cancelled_runs: number
  /** Those that have not ended. */
  readonly running_runs: number
  /** Mean seconds of the completed ones; null without any. */
  readonly avg_duration: number | null
  /** Shortest of them, seconds. */
  readonly min_duration: number | null
  /** Longest of them, seconds. */
  readonly max_duration: number | null
  /** When the last run was taken, UTC. */
  readonly latest_run: string
}

export interface RunCountsByHardware {
  /** Platform. */
  readonly hardware: string
  /** All runs. */
  readonly total_runs: number
  /** Those that completed. */
  readonly completed_runs: number
  /** Those that failed. */
  readonly failed_runs: number
  /** Those that were cancelled. */
  readonly cancelled_runs: number
  /** Those that have not ended. */
  readonly running_runs: number
  /** Mean seconds of the completed ones; null without any. */
  readonly avg_duration: number | null
  /** Shortest of them, seconds. */
  readonly min_duration: number | null
  /** Longest of them, seconds. */
  readonly max_duration: number | null
  /** When the last run was taken, UTC. */
  readonly latest_run: string
}

export interface TaskCountsByModel {
  /** Model. */
  readonly model_name: string
  /** All tasks. */
  readonly total_tasks: number
  /** Those that completed. */
  readonly completed_tasks: number
  /** Those that failed. */
  readonly failed_tasks: number
  /** Those that were cancelled. */
  readonly cancelled_tasks: number
  /** Those that have not ended. */
  readonly running_tasks: number
  /** Mean seconds of the completed ones; null without any. */
  readonly avg_duration: number | null
  /** Shortest of them, seconds. */
  readonly min_duration: number | null
  /** Longest of them, seconds. */
  readonly max_duration: number | null
  /** When the last task was taken, UTC. */
  readonly latest_task: string
}

export interface TaskCountsByHardware {
  /** Platform. */
  readonly hardware: string
  /** All tasks. */
  readonly total_tasks: number
  /** Those that completed. */
  readonly completed_tasks: number
  /** Those that failed. */
  readonly failed_tasks: number
  /** Those that were cancelled. */
  readonly cancelled_tasks: number
  /** Those that have not ended. */
  readonly running_tasks: number
  /** Mean seconds of the completed ones; null without any. */
  readonly avg_duration: number | null
  /** Shortest of them, seconds. */
  readonly min_duration: number | null
  /** Longest of them, seconds. */
  readonly max_duration: number | null
  /** When the last task was taken, UTC. */
  readonly latest_task: string
}

export interface RunCountsByDay {
  /** UTC day. */
  readonly date: string
  /** All runs. */
  readonly total_runs: number
  /** Those that completed. */
  readonly completed_runs: number
  /** Those that failed. */
  readonly failed_runs: number
  /** Those that were cancelled. */
  readonly cancelled_runs: number
  /** Those that have not ended. */
  readonly running_runs: number
  /** Mean seconds of the completed ones; null without any. */
  readonly avg_duration: number | null
  /** Shortest of them, seconds. */
  readonly min_duration: number | null
  /** Longest of them, seconds. */
  readonly max_duration: number | null
  /** When the last run was taken, UTC. */
  readonly latest_run: string
}

export interface MetricSummary {
  /** Model. */
  readonly model_name: string
  /** Platform. */
  readonly hardware: string
  /** Measurements that are averaged. */
  readonly measurements: number
  /** Mean of their latencies, ms. */
  readonly latency_ms: number
  /** Mean of their throughputs, samples per second. */
  readonly throughput_items_per_sec: number
  /** Mean of their peak memories, MB (2^20 bytes). */
  readonly memory_mb: number
}

export interface StartedExport {
  /** Always started. */
  readonly status: "started"
  /** Which file is going to be written. */
  readonly message: string
  /** UTC. */
  readonly timestamp: string
  /** The task that writes it. */
  readonly task_id: string
}

export interface Deletion {
  /** error when it has not ended: cancel it first. */
  readonly status: "success" | "error"
  /** What was deleted, or why not. */
  readonly message: string
  /** UTC. */
  readonly timestamp: string
}

export interface Series {
  /** What is followed: throughput, latency, memory_usage, or a quality metric. */
  readonly figure: string
  /** What was the same in all its runs: platform and sizes, or the data set. */
  readonly configuration: Readonly<Record<string, string | number>>
  /** Whether the newest value is out of the ordinary. Suspected: one run was; certain: two in a row were. too_few: fewer than five values before it. */
  readonly verdict: "too_few" | "unchanged" | "suspected_regression" | "regression" | "suspected_improvement" | "improvement"
  /** The newest value. */
  readonly latest: number
  /** Median of the values it is compared with. */
  readonly baseline: number | null
  /** Where it should lie with 99 % if nothing changed. */
  readonly expected: {
    /** Lower end. */
    readonly lower: number
    /** Upper end. */
    readonly upper: number
  } | null
  /** (latest - baseline) / baseline. */
  readonly change: number | null
  /** Values it is compared with. */
  readonly runs: number
  /** Whether it drifts; null with too few values. */
  readonly trend: {
    /** none where p is above 0.01. */
    readonly direction: "rising" | "falling" | "none"
    /** Relative for speeds, in its own unit for quality. */
    readonly changePerRun: number
    /** Of no trend (Mann and Kendall). */
    readonly p: number
  } | null
}

export interface ApiKey {
  /** Names the key; for a stored one it is the part of the key after bck_. */
  readonly key_id: string
  /** What it is for. */
  readonly name: string
  /** What it may do; admin allows everything. */
  readonly scopes: readonly ("read" | "write:benchmarks" | "write:measurements" | "tasks:cancel" | "models:run" | "db:read" | "admin")[]
  /** stored: in the database; environment: set in UNIFIED_API_KEYS when the server was started. */
  readonly source: "stored" | "environment"
  /** Only an active one opens anything. */
  readonly state: "active" | "expired" | "revoked"
  /** When it was made; null for one of the environment. */
  readonly created_at: string | null
  /** From when on it is refused; null: never. */
  readonly expires_at: string | null
  /** When it was revoked; null for one that was not. */
  readonly revoked_at: string | null
  /** When it was last used, to the hour after a restart; null: not that the server knows. */
  readonly last_used_at: string | null
}

export interface AuditEntry {
  /** Id of the entry. */
  readonly entry_id: string
  /** When, UTC. */
  readonly timestamp: string
  /** What was done: key.created (An API key was made), key.rotated (An API key was replaced by a new one), key.revoked (An API key was revoked), key.used (An API key was used; recorded once an hour for each key), access.failed (Somebody sent a wrong key, or none where one is needed), access.denied (A key was sent that may not do what was asked), data.deleted (Stored records were deleted), data.exported (Stored records were written to a file), model.run (Models were run on this machine), audit.pruned (So many entries (detail) were deleted that were older, or more, than the server keeps), model.stored (A predictor was stored, or another one put to use). */
  readonly action: string
  /** Name of the key, anonymous, or command line. */
  readonly who: string
  /** Id of the key; null when none was used. */
  readonly key_id: string | null
  /** Where the request came from; local for the command line. */
  readonly address: string
  /** What it was done to: a method with its path, or the id of a key. */
  readonly target: string
  /** ok, or the code of the failure. */
  readonly outcome: string
  /** More about it. */
  readonly detail: string
}

/** Request of `POST /api/v1/model-performance/run-benchmark`. */
export interface RunBenchmarkRequest {
  /** A name for people; need not be unique. */
  readonly benchmark_name: string
  /** The data set the predictions were made on. Use the same id for the same rows: history and comparisons rely on it. */
  readonly dataset_id: string
  /** One of classification, regression, text_generation, image_classification, multimodal. An unknown one is refused with 400. */
  readonly task_type: "classification" | "regression" | "text_generation" | "image_classification" | "multimodal"
  /** Predictions by model id. At least one model; every list as long as ground_truth. */
  readonly model_predictions: Readonly<Record<string, Column<unknown>>>
  /** One true value per sample. For text: a string or an array of reference strings. For retrieval: an array of relevant ids. */
  readonly ground_truth: Column<unknown>
  /** By model id: `name`, system metrics (latency_ms, throughput_rps, memory_usage_mb, cpu_usage_percent) and any metric the hub cannot compute. Other keys are kept. */
  readonly model_metadata?: Readonly<Record<string, Readonly<Record<string, unknown>>>> | null | undefined
  /** Scores or class probabilities by model id; needed for roc_auc, log_loss, calibration and top-k. */
  readonly model_probabilities?: Readonly<Record<string, Column<number | Column<number>>>> | null | undefined
  /** The classes in the column order of model_probabilities. Default: the sorted labels of ground_truth and predictions. */
  readonly class_labels?: Column<number | string | boolean> | null | undefined
  /** The positive class of a binary task. Default: 1, true, "1", "true", "yes" or "positive" if it is one of the two. */
  readonly positive_label?: number | string | boolean | null | undefined
  /** How per-class precision, recall and F1 become one number. auto: binary for two classes with a known positive one, else weighted by support. */
  readonly average?: "auto" | "binary" | "macro" | "micro" | "weighted" | null | undefined
  /** One weight >= 0 per sample. */
  readonly sample_weight?: Column<number> | null | undefined
  /** Sensitive attributes by name, for fairness metrics by group and by intersection. */
  readonly sensitive_features?: Readonly<Record<string, Column<number | string | boolean | null>>> | null | undefined
  /** Token log-probabilities by model id, for perplexity and bits per byte. */
  readonly token_log_probs?: Readonly<Record<string, readonly Column<number>[]>> | null | undefined
  /** Compute only these metric ids (see GET /performance-metrics), and the curves and residuals that belong to them. Default: all that apply. */
  readonly metrics?: readonly string[] | null | undefined
  /** Confidence intervals; false turns them off. */
  readonly confidence?: false | {
    /** Confidence level, default 0.95. */
    readonly level?: number | null | undefined
    /** auto: exact or analytic where known, bootstrap (BCa) otherwise, and analytic only above a size. */
    readonly method?: "auto" | "analytic" | "bootstrap" | null | undefined
    /** Bootstrap resamples. Default: 9999, fewer (1999 at least) when there are many rows, models and metrics; metric_params says how many were drawn. */
    readonly resamples?: number | null | undefined
    /** Seed of the resampling, default 12345: the same request gives the same intervals. */
    readonly seed?: number | null | undefined
  } | null | undefined
  /** Paired comparisons of the models; false turns them off. On by default up to 20 models. */
  readonly compare?: false | {
    /** Compare every model with this one only. Default: all pairs. */
    readonly baseline?: string | null | undefined
  } | null | undefined
  /** A null in sensitive_features: its own group "(missing)" (default), or refuse the request. */
  readonly missing_group?: "group" | "refuse" | null | undefined
  /** Give the reference implementation's value where Benchcast calls a metric undefined. */
  readonly compat?: "sklearn" | null | undefined
}

/** Answer of `POST /api/v1/model-performance/run-benchmark`. */
export interface RunBenchmarkResponse {
  /** benchmark-run-<uuid>. */
  readonly run_id: string
  /** As sent. */
  readonly benchmark_name: string
  /** As sent. */
  readonly dataset_id: string
  /** As sent. */
  readonly task_type: "classification" | "regression" | "text_generation" | "image_classification" | "multimodal"
  /** Model ids in the order sent. */
  readonly models: readonly string[]
  /** Model id to metric values. Undefined metrics are absent and named in undefined_metrics. */
  readonly metrics: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Who is best at what. */
  readonly comparison_results: Comparison
  /** Display name and metadata by model id. */
  readonly model_info: Readonly<Record<string, ModelInfo>>
  /** Model id to metric id to interval. */
  readonly confidence_intervals: Readonly<Record<string, Readonly<Record<string, ConfidenceInterval>>>>
  /** Paired tests, corrected for multiple comparisons. */
  readonly comparisons: readonly PairedComparison[]
  /** Per-class, curve, residual and by-group detail by model id. */
  readonly details: Readonly<Record<string, ModelDetails>>
  /** Model id to metric id to the reason there is no value. */
  readonly undefined_metrics: Readonly<Record<string, Readonly<Record<string, {
    /** Machine code. */
    readonly code: string
    /** Why there is no value, and what to send. */
    readonly message: string
  }>>>>
  /** Model id to metric id: computed here, or reported in model_metadata. */
  readonly metric_sources: Readonly<Record<string, Readonly<Record<string, "computed" | "reported">>>>
  /** What was used: average, positive_label, class_labels, bins, eps, level, method, resamples, seed. */
  readonly metric_params: Readonly<Record<string, unknown>>
  /** What a careful reader should know. */
  readonly warnings: readonly RunWarning[]
  /** UTC. */
  readonly created_at: string
  /** Facts of the run. */
  readonly metadata: RunMetadata
  /** Always true; failures are problem+json with another status. */
  readonly success: true
}

/** Request of `POST /api/v1/model-performance/compare-models`. */
export interface CompareModelsRequest {
  /** Models to compare by their latest record each. */
  readonly model_ids: readonly string[]
  /** Metric ids. Default: every metric any of the models has. */
  readonly metrics_to_compare?: readonly string[] | null | undefined
}

/** Answer of `POST /api/v1/model-performance/compare-models`. */
export interface CompareModelsResponse {
  /** comparison-<uuid>. */
  readonly benchmark_id: string
  /** As requested. */
  readonly models: readonly string[]
  /** Metric id to model id to value. */
  readonly comparison_metrics: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Metric id to the models, best first by the metric’s own direction. */
  readonly rankings: Readonly<Record<string, readonly {
    /** The model. */
    readonly model_id: string
    /** Its value. */
    readonly value: number
    /** 1 is best; equal values share a rank (1, 1, 3). */
    readonly rank: number
  }[]>>
  /** Metric id to the id of the best model (the first one on a tie). */
  readonly best_model: Readonly<Record<string, string>>
  /** In short. */
  readonly summary: {
    /** How many models had records. */
    readonly total_models: number
    /** Metric ids that were ranked. */
    readonly metrics_compared: readonly string[]
    /** UTC. */
    readonly comparison_date: string
  }
  /** UTC. */
  readonly created_at: string
  /** Requested models without any record. */
  readonly missing_models: readonly string[]
  /** Always true; failures are problem+json with another status. */
  readonly success: true
}

/** Request of `GET /api/v1/model-performance/benchmark-runs`. */
export interface ListBenchmarkRunsRequest {
  /** Page size. Default: 10. */
  readonly limit?: number | undefined
  /** Runs to skip. Default: 0. */
  readonly offset?: number | undefined
  /** Go on where next_cursor of the previous page ended; then offset is ignored. Stable while new runs arrive. */
  readonly cursor?: string | undefined
  /** Only runs of this task type. */
  readonly task_type?: "classification" | "regression" | "text_generation" | "image_classification" | "multimodal" | undefined
  /** Only runs that hold this model. */
  readonly model_id?: string | undefined
  /** Only runs on this data set. */
  readonly dataset_id?: string | undefined
  /** Only runs whose name contains this, ignoring case. */
  readonly name?: string | undefined
  /** Only runs created at or after this time. */
  readonly start_time?: string | undefined
  /** Only runs created before this time. */
  readonly end_time?: string | undefined
  /** details: whole run documents instead of summaries. */
  readonly expand?: "details" | undefined
}

/** Answer of `GET /api/v1/model-performance/benchmark-runs`. */
export interface ListBenchmarkRunsResponse {
  /** Always true; failures are problem+json with another status. */
  readonly success: true
  /** One page. */
  readonly runs: readonly (RunSummary | RunDocument)[]
  /** All runs that match, not only this page. */
  readonly total: number
  /** As asked. */
  readonly limit: number
  /** As asked. */
  readonly offset: number
  /** null on the last page. */
  readonly next_cursor: string | null
}

/** Answer of `GET /api/v1/model-performance/benchmark-runs/{run_id}`. */
export interface GetBenchmarkRunResponse {
  /** Always true; failures are problem+json with another status. */
  readonly success: true
  /** The stored document. */
  readonly run: RunDocument
}

/** Request of `GET /api/v1/model-performance/benchmark-runs/{run_id}/report`. */
export interface GetBenchmarkReportRequest {
  /** Wins over Accept. */
  readonly format?: "json" | "markdown" | "html" | "csv" | undefined
}

/** Answer of `GET /api/v1/model-performance/benchmark-runs/{run_id}/report`. */
export interface GetBenchmarkReportResponse {
  /** Always true; failures are problem+json with another status. */
  readonly success: true
  /** The report. */
  readonly report: {
    /** The run id. */
    readonly benchmark_id: string
    /** Its name. */
    readonly benchmark_name: string
    /** Its data set. */
    readonly dataset_id: string
    /** Its task type. */
    readonly task_type: string
    /** UTC. */
    readonly created_at: string
    /** By model id. */
    readonly models: Readonly<Record<string, {
      /** Its display name. */
      readonly model_name: string
      /** Metric id to finite value. */
      readonly metrics: Readonly<Record<string, number>>
      /** As sent in model_metadata. */
      readonly metadata: Readonly<Record<string, unknown>>
    }>>
    /** Who is best at what. */
    readonly comparison: Comparison
    /** Sentences. */
    readonly recommendations: readonly string[]
    /** The same, by kind, with warnings. */
    readonly findings: readonly {
      /** best, tie, tradeoff, fairness or warning. */
      readonly kind: string
      /** A sentence. */
      readonly message: string
    }[]
  }
}

/** Request of `GET /api/v1/model-performance/models/{model_id}/performance-history`. */
export interface GetPerformanceHistoryRequest {
  /** The latest records to return; all when absent. */
  readonly limit?: number | undefined
}

/** Answer of `GET /api/v1/model-performance/models/{model_id}/performance-history`. */
export interface GetPerformanceHistoryResponse {
  /** Always true; failures are problem+json with another status. */
  readonly success: true
  /** As asked. */
  readonly model_id: string
  /** Oldest first. */
  readonly history: readonly HistoryRecord[]
  /** All records of the model. */
  readonly total_records: number
}

/** Answer of `GET /api/v1/model-performance/task-types`. */
export interface GetTaskTypesResponse {
  /** Always true; failures are problem+json with another status. */
  readonly success: true
  /** All of them. */
  readonly task_types: readonly {
    /** Id. */
    readonly type: string
    /** What it is. */
    readonly description: string
  }[]
  /** UTC. */
  readonly timestamp: string
}

/** Answer of `GET /api/v1/model-performance/performance-metrics`. */
export interface GetPerformanceMetricsResponse {
  /** Always true; failures are problem+json with another status. */
  readonly success: true
  /** All of them. */
  readonly metrics: readonly Metric[]
  /** UTC. */
  readonly timestamp: string
}

/** Request of `POST /api/predictive-performance/predict-hardware`. */
export interface PredictHardwareRequest {
  /** Seconds to wait for the end of the task before answering; the same as the header Prefer: wait=N. */
  readonly wait?: number | undefined
  /** Model: a Hugging Face id, or any name; unknown ones are resolved by the family and size in the name, and the answer says so. */
  readonly model_name: string
  /** embedding, text_generation, vision ... Inferred from the model when absent. */
  readonly model_family?: string | null | undefined
  /** Samples of one batch. Default: 1. */
  readonly batch_size?: number | null | undefined
  /** Tokens of one sequence; models without sequences ignore it. Default: 128. */
  readonly sequence_length?: number | null | undefined
  /** inference or training. Default: inference. */
  readonly mode?: "inference" | "training" | null | undefined
  /** Number format. Default: fp32; a quantised model name (-AWQ, -GPTQ, -8bit, -FP8) sets its own for inference. */
  readonly precision?: "fp32" | "fp16" | "bf16" | "int8" | "int4" | "fp8" | null | undefined
  /** Runtime and version, as in pytorch-2.4 or onnxruntime; the usual one of the platform when absent. */
  readonly framework?: string | null | undefined
  /** Pixels of one side of an image; the usual size of the model when absent. */
  readonly image_size?: number | null | undefined
  /** The config.json of a Hugging Face model: better than guessing from the name. */
  readonly model_config?: Readonly<Record<string, unknown>> | null | undefined
  /** Number of parameters, where that is all you know. */
  readonly parameters?: number | null | undefined
  /** FLOPs of one forward pass of one sample, where that is all you know. */
  readonly flops?: number | null | undefined
  /** Of language models: prefill reads sequence_length tokens at once (the usual), decode makes one token of each sample after sequence_length cached ones. Other models ignore it. */
  readonly phase?: "prefill" | "decode" | null | undefined
  /** Platforms to choose from. Default: all. */
  readonly available_hardware?: readonly ("cpu" | "cuda" | "rocm" | "mps" | "openvino" | "webgpu" | "webnn" | "qnn")[] | null | undefined
  /** Also give the figures of the best one. Default: false. */
  readonly predict_performance?: boolean | null | undefined
  /** Device by platform, where it is not the usual one. */
  readonly devices?: Readonly<Record<string, string>> | null | undefined
  /** What the best hardware is best at. Default: throughput. */
  readonly objective?: "throughput" | "latency" | "memory" | "energy" | "cost" | null | undefined
  /** Limits that a platform must keep to be recommended. Unknown names are refused. */
  readonly constraints?: {
    /** Longest batch, ms. */
    readonly max_latency_ms?: number | null | undefined
    /** Most memory, MB. */
    readonly max_memory_mb?: number | null | undefined
    /** Highest power rating of the device, W. A device whose rating is not known is not recommended under it. */
    readonly max_power_watts?: number | null | undefined
    /** Budget: highest price per hour, in the currency of prices; in USD without any. What has no known price is not recommended. */
    readonly max_cost_per_hour?: number | null | undefined
  } | null | undefined
  /** Price per hour by platform, device id or device name, in any one currency; 0 is free. Without any, the list prices in USD of well-known cloud devices are assumed. */
  readonly prices?: Readonly<Record<string, number>> | null | undefined
  /** Who asks; kept with the recommendation. */
  readonly user_id?: string | null | undefined
}

/** Answer of `POST /api/predictive-performance/predict-hardware`. */
export interface PredictHardwareResponse {
  /** Id of the task. */
  readonly task_id: string
  /** pending, running, completed or failed. A cancelled task is failed, and its message says so. */
  readonly status: "pending" | "running" | "completed" | "failed"
  /** Only with wait: 0 to 1. */
  readonly progress?: number | undefined
  /** Only with wait: what it is doing, or why it failed. */
  readonly message?: string | undefined
  /** Only with wait: time of the last change, UTC. */
  readonly timestamp?: string | undefined
  /** Only with wait, when the task is completed. */
  readonly result?: HardwareRecommendation | undefined
}

/** Request of `POST /api/predictive-performance/predict-performance`. */
export interface PredictPerformanceRequest {
  /** Seconds to wait for the end of the task before answering; the same as the header Prefer: wait=N. */
  readonly wait?: number | undefined
  /** Model: a Hugging Face id, or any name; unknown ones are resolved by the family and size in the name, and the answer says so. */
  readonly model_name: string
  /** embedding, text_generation, vision ... Inferred from the model when absent. */
  readonly model_family?: string | null | undefined
  /** Samples of one batch. Default: 1. */
  readonly batch_size?: number | null | undefined
  /** Tokens of one sequence; models without sequences ignore it. Default: 128. */
  readonly sequence_length?: number | null | undefined
  /** inference or training. Default: inference. */
  readonly mode?: "inference" | "training" | null | undefined
  /** Number format. Default: fp32; a quantised model name (-AWQ, -GPTQ, -8bit, -FP8) sets its own for inference. */
  readonly precision?: "fp32" | "fp16" | "bf16" | "int8" | "int4" | "fp8" | null | undefined
  /** Runtime and version, as in pytorch-2.4 or onnxruntime; the usual one of the platform when absent. */
  readonly framework?: string | null | undefined
  /** Pixels of one side of an image; the usual size of the model when absent. */
  readonly image_size?: number | null | undefined
  /** The config.json of a Hugging Face model: better than guessing from the name. */
  readonly model_config?: Readonly<Record<string, unknown>> | null | undefined
  /** Number of parameters, where that is all you know. */
  readonly parameters?: number | null | undefined
  /** FLOPs of one forward pass of one sample, where that is all you know. */
  readonly flops?: number | null | undefined
  /** Of language models: prefill reads sequence_length tokens at once (the usual), decode makes one token of each sample after sequence_length cached ones. Other models ignore it. */
  readonly phase?: "prefill" | "decode" | null | undefined
  /** One platform or several. */
  readonly hardware: "cpu" | "cuda" | "rocm" | "mps" | "openvino" | "webgpu" | "webnn" | "qnn" | readonly ("cpu" | "cuda" | "rocm" | "mps" | "openvino" | "webgpu" | "webnn" | "qnn")[]
  /** Id, name or alias of a device. Without one the usual device of the platform is assumed, and the answer says which. */
  readonly device?: string | null | undefined
  /** Device by platform, where it is not the usual one. */
  readonly devices?: Readonly<Record<string, string>> | null | undefined
  /** Whether each prediction says what each feature did to its throughput, in `attribution`; it takes some milliseconds. Default: false. */
  readonly explain?: boolean | null | undefined
}

/** Answer of `POST /api/predictive-performance/predict-performance`. */
export interface PredictPerformanceResponse {
  /** Id of the task. */
  readonly task_id: string
  /** pending, running, completed or failed. A cancelled task is failed, and its message says so. */
  readonly status: "pending" | "running" | "completed" | "failed"
  /** Only with wait: 0 to 1. */
  readonly progress?: number | undefined
  /** Only with wait: what it is doing, or why it failed. */
  readonly message?: string | undefined
  /** Only with wait: time of the last change, UTC. */
  readonly timestamp?: string | undefined
  /** Only with wait, when the task is completed. */
  readonly result?: PerformancePredictions | undefined
}

/** Request of `POST /api/predictive-performance/generate-matrix`. */
export interface GenerateMatrixRequest {
  /** Seconds to wait for the end of the task before answering; the same as the header Prefer: wait=N. */
  readonly wait?: number | undefined
  /** Models. */
  readonly model_configs: ReadonlyArray<{
    /** Model. */
    readonly name: string
    /** Its family; inferred when absent. */
    readonly category?: string | null | undefined
  }>
  /** Platforms. */
  readonly hardware_platforms: readonly ("cpu" | "cuda" | "rocm" | "mps" | "openvino" | "webgpu" | "webnn" | "qnn")[]
  /** Batch sizes. */
  readonly batch_sizes: readonly number[]
  /** Precisions. Default: ["fp32"]. */
  readonly precision_options?: readonly ("fp32" | "fp16" | "bf16" | "int8" | "int4" | "fp8")[] | null | undefined
  /** Tokens of one sequence; models without sequences ignore it. Default: 128. */
  readonly sequence_length?: number | null | undefined
  /** inference or training. Default: inference. */
  readonly mode?: "inference" | "training" | null | undefined
}

/** Answer of `POST /api/predictive-performance/generate-matrix`. */
export interface GenerateMatrixResponse {
  /** Id of the task. */
  readonly task_id: string
  /** pending, running, completed or failed. A cancelled task is failed, and its message says so. */
  readonly status: "pending" | "running" | "completed" | "failed"
  /** Only with wait: 0 to 1. */
  readonly progress?: number | undefined
  /** Only with wait: what it is doing, or why it failed. */
  readonly message?: string | undefined
  /** Only with wait: time of the last change, UTC. */
  readonly timestamp?: string | undefined
  /** Only with wait, when the task is completed. */
  readonly result?: PredictionMatrix | undefined
}

/** Request of `POST /api/predictive-performance/predict-batch`. */
export interface PredictBatchRequest {
  /** Seconds to wait for the end of the task before answering; the same as the header Prefer: wait=N. */
  readonly wait?: number | undefined
  /** Table of configurations: row_id, hardware_platform, device, model_name, precision, batch_size ... one line each. */
  readonly csv?: string | null | undefined
  /** The same as JSON objects, in place of csv. */
  readonly rows?: readonly (Readonly<Record<string, string | number | boolean | null>>)[] | null | undefined
  /** Measured configurations with throughput_samples_per_s to calibrate on, for this task only. */
  readonly measured_csv?: string | null | undefined
  /** The same as JSON objects, in place of measured_csv. */
  readonly measured_rows?: readonly (Readonly<Record<string, string | number | boolean | null>>)[] | null | undefined
  /** Level of the intervals. Default: 0.9. */
  readonly level?: number | null | undefined
  /** How the result is written. Default: json. */
  readonly format?: "json" | "csv" | null | undefined
}

/** Answer of `POST /api/predictive-performance/predict-batch`. */
export interface PredictBatchResponse {
  /** Id of the task. */
  readonly task_id: string
  /** pending, running, completed or failed. A cancelled task is failed, and its message says so. */
  readonly status: "pending" | "running" | "completed" | "failed"
  /** Only with wait: 0 to 1. */
  readonly progress?: number | undefined
  /** Only with wait: what it is doing, or why it failed. */
  readonly message?: string | undefined
  /** Only with wait: time of the last change, UTC. */
  readonly timestamp?: string | undefined
  /** Only with wait, when the task is completed. */
  readonly result?: BatchPredictions | undefined
}

/** Request of `POST /api/predictive-performance/record-measurement`. */
export interface RecordMeasurementRequest {
  /** Seconds to wait for the end of the task before answering; the same as the header Prefer: wait=N. */
  readonly wait?: number | undefined
  /** Model: a Hugging Face id, or any name; unknown ones are resolved by the family and size in the name, and the answer says so. */
  readonly model_name: string
  /** embedding, text_generation, vision ... Inferred from the model when absent. */
  readonly model_family?: string | null | undefined
  /** Samples of one batch. Default: 1. */
  readonly batch_size?: number | null | undefined
  /** Tokens of one sequence; models without sequences ignore it. Default: 128. */
  readonly sequence_length?: number | null | undefined
  /** inference or training. Default: inference. */
  readonly mode?: "inference" | "training" | null | undefined
  /** Number format. Default: fp32; a quantised model name (-AWQ, -GPTQ, -8bit, -FP8) sets its own for inference. */
  readonly precision?: "fp32" | "fp16" | "bf16" | "int8" | "int4" | "fp8" | null | undefined
  /** Runtime and version, as in pytorch-2.4 or onnxruntime; the usual one of the platform when absent. */
  readonly framework?: string | null | undefined
  /** Pixels of one side of an image; the usual size of the model when absent. */
  readonly image_size?: number | null | undefined
  /** The config.json of a Hugging Face model: better than guessing from the name. */
  readonly model_config?: Readonly<Record<string, unknown>> | null | undefined
  /** Number of parameters, where that is all you know. */
  readonly parameters?: number | null | undefined
  /** FLOPs of one forward pass of one sample, where that is all you know. */
  readonly flops?: number | null | undefined
  /** Of language models: prefill reads sequence_length tokens at once (the usual), decode makes one token of each sample after sequence_length cached ones. Other models ignore it. */
  readonly phase?: "prefill" | "decode" | null | undefined
  /** Platform it was measured on. */
  readonly hardware_platform: "cpu" | "cuda" | "rocm" | "mps" | "openvino" | "webgpu" | "webnn" | "qnn"
  /** Id, name or alias of a device. Without one the usual device of the platform is assumed, and the answer says which. */
  readonly device?: string | null | undefined
  /** Samples per second. */
  readonly throughput?: number | null | undefined
  /** Milliseconds of one batch. */
  readonly latency?: number | null | undefined
  /** Peak megabytes. */
  readonly memory_usage?: number | null | undefined
  /** The prediction to compare with: of the same configuration, else the task fails. A measurement that names no device is of its device. Default: the newest one of the same configuration. */
  readonly prediction_id?: string | null | undefined
  /** Where the figures come from. Rows of the source sample are never learned from. Default: api. */
  readonly source?: string | null | undefined
  /** Anything you want to keep with it. */
  readonly metadata?: Readonly<Record<string, unknown>> | null | undefined
}

/** Answer of `POST /api/predictive-performance/record-measurement`. */
export interface RecordMeasurementResponse {
  /** Id of the task. */
  readonly task_id: string
  /** pending, running, completed or failed. A cancelled task is failed, and its message says so. */
  readonly status: "pending" | "running" | "completed" | "failed"
  /** Only with wait: 0 to 1. */
  readonly progress?: number | undefined
  /** Only with wait: what it is doing, or why it failed. */
  readonly message?: string | undefined
  /** Only with wait: time of the last change, UTC. */
  readonly timestamp?: string | undefined
  /** Only with wait, when the task is completed. */
  readonly result?: RecordedMeasurement | undefined
}

/** Request of `GET /api/predictive-performance/measurements`. */
export interface ListMeasurementsRequest {
  /** Page size. Default: 10. */
  readonly limit?: number | undefined
  /** Rows to skip. Default: 0. */
  readonly offset?: number | undefined
  /** Only this model. */
  readonly model_name?: string | undefined
  /** Only this family. */
  readonly model_family?: string | undefined
  /** Only this platform. */
  readonly hardware?: "cpu" | "cuda" | "rocm" | "mps" | "openvino" | "webgpu" | "webnn" | "qnn" | undefined
  /** Only this batch size. */
  readonly batch_size?: number | undefined
  /** Only rows that name this phase of a language model. */
  readonly phase?: "prefill" | "decode" | undefined
  /** Only the last days. */
  readonly days?: number | undefined
}

/** Answer of `GET /api/predictive-performance/measurements`. */
export interface ListMeasurementsResponse {
  /** Rows of this page. */
  readonly count: number
  /** All rows that match. */
  readonly total: number
  /** As asked. */
  readonly limit: number
  /** As asked. */
  readonly offset: number
  /** One page, newest first. */
  readonly measurements: readonly Measurement[]
}

/** Request of `GET /api/predictive-performance/suggest-measurements`. */
export interface SuggestMeasurementsRequest {
  /** Suggestions to make. Default: 10. */
  readonly limit?: number | undefined
  /** Models, comma-separated. Default: those you predicted or measured last. */
  readonly models?: string | undefined
  /** Platforms that you can measure on, comma-separated. Default: cpu and cuda, or the usual platform of the device. */
  readonly hardware?: string | undefined
  /** Id, name or alias of the device to measure on, which must run the platforms. Without one the usual device of each platform is assumed, and the answer says which. */
  readonly device?: string | undefined
  /** Tokens of one sequence. Default: 128. */
  readonly sequence_length?: number | undefined
  /** inference or training. Default: "inference". */
  readonly mode?: "inference" | "training" | undefined
}

/** Answer of `GET /api/predictive-performance/suggest-measurements`. */
export interface SuggestMeasurementsResponse {
  /** Suggestions. */
  readonly count: number
  /** Most useful first. */
  readonly suggestions: readonly SuggestedMeasurement[]
  /** What they do together, and which devices were assumed. */
  readonly explanation: string
}

/** Request of `POST /api/predictive-performance/generate-sample-data`. */
export interface GenerateSampleDataRequest {
  /** Seconds to wait for the end of the task before answering; the same as the header Prefer: wait=N. */
  readonly wait?: number | undefined
  /** Models to make rows for. Default: 5. */
  readonly num_models?: number | null | undefined
}

/** Answer of `POST /api/predictive-performance/generate-sample-data`. */
export interface GenerateSampleDataResponse {
  /** Id of the task. */
  readonly task_id: string
  /** pending, running, completed or failed. A cancelled task is failed, and its message says so. */
  readonly status: "pending" | "running" | "completed" | "failed"
  /** Only with wait: 0 to 1. */
  readonly progress?: number | undefined
  /** Only with wait: what it is doing, or why it failed. */
  readonly message?: string | undefined
  /** Only with wait: time of the last change, UTC. */
  readonly timestamp?: string | undefined
  /** Only with wait, when the task is completed. */
  readonly result?: {
    /** Models that rows were made for. */
    readonly num_models: number
    /** Rows of predictions, marked sample. */
    readonly predictions: number
    /** Rows of measurements, marked sample. */
    readonly measurements: number
    /** That none of it is real. */
    readonly note: string
  } | undefined
}

/** Request of `GET /api/predictive-performance/predictions`. */
export interface ListPredictionsRequest {
  /** Page size. Default: 10. */
  readonly limit?: number | undefined
  /** Rows to skip. Default: 0. */
  readonly offset?: number | undefined
  /** Only this model. */
  readonly model_name?: string | undefined
  /** Only this family. */
  readonly model_family?: string | undefined
  /** Only this platform. */
  readonly hardware?: "cpu" | "cuda" | "rocm" | "mps" | "openvino" | "webgpu" | "webnn" | "qnn" | undefined
  /** Only this batch size. */
  readonly batch_size?: number | undefined
  /** Only rows that name this phase of a language model. */
  readonly phase?: "prefill" | "decode" | undefined
}

/** Answer of `GET /api/predictive-performance/predictions`. */
export interface ListPredictionsResponse {
  /** Rows of this page. */
  readonly count: number
  /** All rows that match. */
  readonly total: number
  /** As asked. */
  readonly limit: number
  /** As asked. */
  readonly offset: number
  /** One page, newest first. */
  readonly predictions: readonly Prediction[]
}

/** Request of `POST /api/predictive-performance/analyze-predictions`. */
export interface AnalyzePredictionsRequest {
  /** Seconds to wait for the end of the task before answering; the same as the header Prefer: wait=N. */
  readonly wait?: number | undefined
  /** Only this model. */
  readonly model_name?: string | null | undefined
  /** Only this platform. */
  readonly hardware_platform?: "cpu" | "cuda" | "rocm" | "mps" | "openvino" | "webgpu" | "webnn" | "qnn" | null | undefined
  /** Only this figure. */
  readonly metric?: "throughput" | "latency" | "memory_usage" | null | undefined
  /** Only the last days. */
  readonly days?: number | null | undefined
}

/** Answer of `POST /api/predictive-performance/analyze-predictions`. */
export interface AnalyzePredictionsResponse {
  /** Id of the task. */
  readonly task_id: string
  /** pending, running, completed or failed. A cancelled task is failed, and its message says so. */
  readonly status: "pending" | "running" | "completed" | "failed"
  /** Only with wait: 0 to 1. */
  readonly progress?: number | undefined
  /** Only with wait: what it is doing, or why it failed. */
  readonly message?: string | undefined
  /** Only with wait: time of the last change, UTC. */
  readonly timestamp?: string | undefined
  /** Only with wait, when the task is completed. */
  readonly result?: PredictionAnalysis | undefined
}

/** Answer of `GET /api/predictive-performance/stats`. */
export type GetPredictiveStatisticsResponse = readonly ModelStatistics[]

/** Request of `GET /api/predictive-performance/recommendations`. */
export interface ListRecommendationsRequest {
  /** Page size. Default: 10. */
  readonly limit?: number | undefined
  /** Rows to skip. Default: 0. */
  readonly offset?: number | undefined
  /** Only this model. */
  readonly model_name?: string | undefined
  /** Only this family. */
  readonly model_family?: string | undefined
  /** Only this platform. */
  readonly hardware?: "cpu" | "cuda" | "rocm" | "mps" | "openvino" | "webgpu" | "webnn" | "qnn" | undefined
  /** Only those whose newest feedback says so. */
  readonly accepted?: boolean | undefined
  /** Only the last days. */
  readonly days?: number | undefined
}

/** Answer of `GET /api/predictive-performance/recommendations`. */
export interface ListRecommendationsResponse {
  /** Rows of this page. */
  readonly count: number
  /** All rows that match. */
  readonly total: number
  /** As asked. */
  readonly limit: number
  /** As asked. */
  readonly offset: number
  /** One page, newest first. */
  readonly recommendations: readonly Recommendation[]
}

/** Request of `POST /api/predictive-performance/record-feedback`. */
export interface RecordFeedbackRequest {
  /** Seconds to wait for the end of the task before answering; the same as the header Prefer: wait=N. */
  readonly wait?: number | undefined
  /** The recommendation. */
  readonly recommendation_id: string
  /** Whether it was followed. */
  readonly accepted: boolean
  /** Why, in words. */
  readonly feedback?: string | null | undefined
  /** Who says so. */
  readonly user_id?: string | null | undefined
}

/** Answer of `POST /api/predictive-performance/record-feedback`. */
export interface RecordFeedbackResponse {
  /** Id of the task. */
  readonly task_id: string
  /** pending, running, completed or failed. A cancelled task is failed, and its message says so. */
  readonly status: "pending" | "running" | "completed" | "failed"
  /** Only with wait: 0 to 1. */
  readonly progress?: number | undefined
  /** Only with wait: what it is doing, or why it failed. */
  readonly message?: string | undefined
  /** Only with wait: time of the last change, UTC. */
  readonly timestamp?: string | undefined
  /** Only with wait, when the task is completed. */
  readonly result?: {
    /** False when there is no such recommendation. */
    readonly success: boolean
    /** As sent. */
    readonly recommendation_id: string
    /** What was wrong; absent on success. */
    readonly message?: string | undefined
  } | undefined
}

/** Request of `GET /api/predictive-performance/models`. */
export interface ListPredictionModelsRequest {
  /** Page size. Default: 10. */
  readonly limit?: number | undefined
  /** Rows to skip. Default: 0. */
  readonly offset?: number | undefined
  /** Only this family. */
  readonly model_family?: string | undefined
  /** Only this platform. */
  readonly hardware?: "cpu" | "cuda" | "rocm" | "mps" | "openvino" | "webgpu" | "webnn" | "qnn" | undefined
  /** Only this kind. */
  readonly model_type?: string | undefined
  /** Only this figure. */
  readonly target_metric?: "throughput" | "latency" | "memory_usage" | undefined
}

/** Answer of `GET /api/predictive-performance/models`. */
export interface ListPredictionModelsResponse {
  /** Rows of this page. */
  readonly count: number
  /** All rows that match. */
  readonly total: number
  /** As asked. */
  readonly limit: number
  /** As asked. */
  readonly offset: number
  /** One page, newest first. */
  readonly models: readonly Predictor[]
  /** Id of the predictor that serves now; prior is the shipped one, which is not listed. */
  readonly serving_model_id: string
}

/** Request of `POST /api/predictive-performance/train`. */
export interface TrainModelRequest {
  /** Seconds to wait for the end of the task before answering; the same as the header Prefer: wait=N. */
  readonly wait?: number | undefined
  /** Seed of folds and sampling. Default: 12345. */
  readonly seed?: number | null | undefined
  /** Let it serve when it is better than the one that serves. Default: true. */
  readonly activate?: boolean | null | undefined
}

/** Answer of `POST /api/predictive-performance/train`. */
export interface TrainModelResponse {
  /** Id of the task. */
  readonly task_id: string
  /** pending, running, completed or failed. A cancelled task is failed, and its message says so. */
  readonly status: "pending" | "running" | "completed" | "failed"
  /** Only with wait: 0 to 1. */
  readonly progress?: number | undefined
  /** Only with wait: what it is doing, or why it failed. */
  readonly message?: string | undefined
  /** Only with wait: time of the last change, UTC. */
  readonly timestamp?: string | undefined
  /** Only with wait, when the task is completed. */
  readonly result?: TrainingResult | undefined
}

/** Request of `POST /api/predictive-performance/store-model`. */
export interface StoreModelRequest {
  /** Seconds to wait for the end of the task before answering; the same as the header Prefer: wait=N. */
  readonly wait?: number | undefined
  /** What kind of predictor it is. */
  readonly model_type: string
  /** The figure it predicts. */
  readonly target_metric: "throughput" | "latency" | "memory_usage"
  /** The platform it is for. */
  readonly hardware_platform: "cpu" | "cuda" | "rocm" | "mps" | "openvino" | "webgpu" | "webnn" | "qnn"
  /** Names of its inputs: those that the file names, or of the columns of the one table of an ONNX file that names none. */
  readonly features: readonly string[]
  /** Path inside the models folder of the server (--models-dir) of an ONNX file, or of serialised trees (JSON). Pickle and joblib are refused: they are programs. */
  readonly serialized_model_path: string
  /** The family it is for; all when absent. */
  readonly model_family?: string | null | undefined
  /** R squared on its training data, at most 1. */
  readonly training_score?: number | null | undefined
  /** R squared on validation data, at most 1. */
  readonly validation_score?: number | null | undefined
  /** R squared on test data, at most 1. */
  readonly test_score?: number | null | undefined
}

/** Answer of `POST /api/predictive-performance/store-model`. */
export interface StoreModelResponse {
  /** Id of the task. */
  readonly task_id: string
  /** pending, running, completed or failed. A cancelled task is failed, and its message says so. */
  readonly status: "pending" | "running" | "completed" | "failed"
  /** Only with wait: 0 to 1. */
  readonly progress?: number | undefined
  /** Only with wait: what it is doing, or why it failed. */
  readonly message?: string | undefined
  /** Only with wait: time of the last change, UTC. */
  readonly timestamp?: string | undefined
  /** Only with wait, when the task is completed. */
  readonly result?: {
    /** Id of the stored predictor. */
    readonly model_id: string
    /** onnx or trees. */
    readonly format: string
    /** Importances found in the file and stored. */
    readonly feature_importances: number
    /** Whether POST /models/{model_id}/activate can let it serve. */
    readonly can_serve: boolean
    /** What it can be used for, and why not for more. */
    readonly message: string
  } | undefined
}

/** Request of `POST /api/predictive-performance/models/{model_id}/activate`. */
export interface ActivateModelRequest {
  /** Seconds to wait for the end of the task before answering; the same as the header Prefer: wait=N. */
  readonly wait?: number | undefined
}

/** Answer of `POST /api/predictive-performance/models/{model_id}/activate`. */
export interface ActivateModelResponse {
  /** Id of the task. */
  readonly task_id: string
  /** pending, running, completed or failed. A cancelled task is failed, and its message says so. */
  readonly status: "pending" | "running" | "completed" | "failed"
  /** Only with wait: 0 to 1. */
  readonly progress?: number | undefined
  /** Only with wait: what it is doing, or why it failed. */
  readonly message?: string | undefined
  /** Only with wait: time of the last change, UTC. */
  readonly timestamp?: string | undefined
  /** Only with wait, when the task is completed. */
  readonly result?: {
    /** The predictor that serves now; prior is the shipped one. */
    readonly model_id: string
    /** The one that served before it, which `previous` brings back; prior where none did. */
    readonly previous_model_id: string
    /** Whether another one serves now than before. */
    readonly changed: boolean
    /** What was done, in a sentence. */
    readonly message: string
  } | undefined
}

/** Request of `GET /api/predictive-performance/feature-importance`. */
export interface ListFeatureImportanceRequest {
  /** Page size. Default: 100. */
  readonly limit?: number | undefined
  /** Rows to skip. Default: 0. */
  readonly offset?: number | undefined
  /** Only this predictor. */
  readonly model_id?: string | undefined
  /** Only this input. */
  readonly feature_name?: string | undefined
  /** Only this method. */
  readonly method?: string | undefined
}

/** Answer of `GET /api/predictive-performance/feature-importance`. */
export interface ListFeatureImportanceResponse {
  /** Rows of this page. */
  readonly count: number
  /** All rows that match. */
  readonly total: number
  /** As asked. */
  readonly limit: number
  /** As asked. */
  readonly offset: number
  /** One page, newest first. */
  readonly feature_importance: readonly FeatureImportance[]
}

/** Request of `GET /api/predictive-performance/task/{task_id}`. */
export interface GetTaskRequest {
  /** Seconds to wait for the end of the task before answering; the same as the header Prefer: wait=N. */
  readonly wait?: number | undefined
}

/** Answer of `GET /api/predictive-performance/task/{task_id}`. */
export type GetTaskResponse = Task

/** Answer of `DELETE /api/predictive-performance/task/{task_id}`. */
export type CancelTaskResponse = Task

/** Answer of `GET /api/predictive-performance/task/{task_id}/events`. */
export type GetTaskEventsResponse = Task

/** Request of `POST /api/benchmark/run`. */
export interface StartSpeedBenchmarkRequest {
  /** Which models to measure when none are named: critical, high (also critical ones), medium (also high ones), or all. Default: high. */
  readonly priority?: "critical" | "high" | "medium" | "all" | null | undefined
  /** Platforms to measure on: one, or a list. Default: ["cpu"]. */
  readonly hardware?: "cpu" | "cuda" | "rocm" | "mps" | "openvino" | "webgpu" | "webnn" | "qnn" | readonly ("cpu" | "cuda" | "rocm" | "mps" | "openvino" | "webgpu" | "webnn" | "qnn")[] | null | undefined
  /** Models to measure. Any name is taken; one whose layers are not known is refused in the results, with the reason. A name file:PATH stands for an ONNX file or a Hugging Face folder of your own at that path inside the models folder of the server (--models-dir), and hub:ORG/NAME, with @REVISION after it where wanted, for a model of the Hugging Face hub that has ONNX files, where the package @huggingface/transformers is installed beside the server; they are run with their own weights. Callers without a key need the server started with --allow-models, others the scope models:run. */
  readonly models?: readonly string[] | null | undefined
  /** One model to measure; the same as models with one name. */
  readonly model_name?: string | null | undefined
  /** Batch sizes. Default: [1, 8]. */
  readonly batch_sizes?: readonly number[] | null | undefined
  /** One batch size; the same as batch_sizes with one number. */
  readonly batch_size?: number | null | undefined
  /** Number format. Default: fp32. */
  readonly precision?: "fp32" | "fp16" | "bf16" | "int8" | "int4" | "fp8" | null | undefined
  /** inference or training. Default: inference. */
  readonly mode?: "inference" | "training" | null | undefined
  /** Smallest first, and no larger batch of a model that ran out of memory or time. Default: true. */
  readonly progressive_mode?: boolean | null | undefined
  /** Configurations that this machine has measured before in the same way are not measured again; the results hold the earlier figures and say so. Default: true. */
  readonly incremental?: boolean | null | undefined
  /** Tokens of one sequence; models without sequences ignore it. Default: 128. */
  readonly sequence_length?: number | null | undefined
  /** Of language models: prefill reads sequence_length tokens at once (the usual), decode makes one token of each sample after sequence_length cached ones, and throughput counts tokens. Models without a decode step are refused. */
  readonly phase?: "prefill" | "decode" | null | undefined
  /** Pixels of one side of an image; the usual size of the model when absent. */
  readonly image_size?: number | null | undefined
  /** How inputs arrive, by the names of MLPerf. None of them runs as long as MLPerf asks for, and the results say so. Default: single_stream. */
  readonly scenario?: "single_stream" | "multi_stream" | "server" | "offline" | null | undefined
  /** quick: up to 5 s a configuration, until the median is known to 2 %. thorough: up to 60 s, to 1 %. Default: quick. */
  readonly profile?: "quick" | "thorough" | null | undefined
  /** Longest measured time of one configuration, seconds; that of the profile when absent. A single run that takes far longer is ended, and the results say so. */
  readonly max_seconds?: number | null | undefined
  /** Threads of one operator; as many as the runtime takes by itself when absent. */
  readonly threads?: number | null | undefined
  /** Longest time of one configuration, seconds, loading included. Default: 600. */
  readonly timeout?: number | null | undefined
  /** Where webgpu and webnn are measured: headless in a Chromium of this machine, or open in a browser that you open yourself, at the address that the answer and the status name. Default: headless where there is a Chromium, else open. */
  readonly browser?: "headless" | "open" | null | undefined
  /** With browser open: longest time until somebody opens the page and presses Start, seconds. Default: 600. */
  readonly browser_wait?: number | null | undefined
  /** Taken for compatibility; nothing is read from it, and the answer says so. */
  readonly skillset_dir?: string | null | undefined
}

/** Answer of `POST /api/benchmark/run`. */
export interface StartSpeedBenchmarkResponse {
  /** Id of the run. */
  readonly run_id: string
  /** initializing, running, completed or failed. A cancelled run is failed, and its error says so. */
  readonly status: "initializing" | "running" | "completed" | "failed"
  /** What is going to be measured. */
  readonly message: string
  /** When the run was taken, UTC. */
  readonly started_at: string
  /** What of the request was not followed, and why. */
  readonly warnings: readonly string[]
  /** Of a run of several models or platforms: its batch in the benchmark database, with the configurations that it measures itself. */
  readonly batch_id?: string | undefined
}

/** Answer of `GET /api/benchmark/status/{run_id}`. */
export type GetSpeedBenchmarkStatusResponse = SpeedBenchmarkStatus

/** Answer of `GET /api/benchmark/results/{run_id}`. */
export type GetSpeedBenchmarkResultsResponse = SpeedBenchmarkResults

/** Answer of `DELETE /api/benchmark/run/{run_id}`. */
export type CancelSpeedBenchmarkResponse = SpeedBenchmarkStatus

/** Answer of `GET /api/benchmark/models`. */
export type ListBenchmarkableModelsResponse = readonly {
  /** Name to ask for. */
  readonly name: string
  /** embedding, text_generation, vision ... */
  readonly family: string
  /** Architecture: bert, resnet, whisper ... */
  readonly type: string
  /** text, image, audio, video, tabular or multimodal. */
  readonly modality: string
}[]

/** Answer of `GET /api/benchmark/hardware`. */
export type ListBenchmarkHardwareResponse = readonly {
  /** Platform, as hardware takes it. */
  readonly name: string
  /** Name of the device. */
  readonly device: string
  /** Its memory, GB (2^30 bytes). */
  readonly memory_gb: number
  /** Whether figures of it would be simulated. This server never simulates. */
  readonly simulation_mode: boolean
}[]

/** Answer of `GET /api/benchmark/reports`. */
export type ListSpeedBenchmarkReportsResponse = ReadonlyArray<{
  /** Id of the run. */
  readonly run_id: string
  /** initializing, running, completed or failed. A cancelled run is failed, and its error says so. */
  readonly status: "initializing" | "running" | "completed" | "failed"
  /** Documents of the run: GET them below path. */
  readonly reports: readonly string[]
  /** Where they are, below the prefix of this API. */
  readonly path: string
}>

/** Answer of `GET /api/benchmark/reports/{run_id}/{file}`. */
export type GetSpeedBenchmarkReportResponse = SpeedBenchmarkResults

/** Request of `GET /api/benchmark/query`. */
export interface QuerySpeedBenchmarksRequest {
  /** Only this model. */
  readonly model?: string | undefined
  /** Only this platform. */
  readonly hardware?: "cpu" | "cuda" | "rocm" | "mps" | "openvino" | "webgpu" | "webnn" | "qnn" | undefined
  /** Only this batch size. */
  readonly batch_size?: number | undefined
  /** Most rows. Default: 100. */
  readonly limit?: number | undefined
}

/** Answer of `GET /api/benchmark/query`. */
export type QuerySpeedBenchmarksResponse = ReadonlyArray<{
  /** Model. */
  readonly model_name: string
  /** Family. */
  readonly model_family: string
  /** Platform. */
  readonly hardware_type: string
  /** Device. */
  readonly device_name: string
  /** inference or training. */
  readonly test_case: string
  /** Batch size. */
  readonly batch_size: number
  /** Number format. */
  readonly precision: string
  /** Samples per second. */
  readonly throughput_items_per_second: number
  /** Milliseconds of one batch: the median. */
  readonly average_latency_ms: number
  /** Peak MB (2^20 bytes); null of a browser that somebody opened. */
  readonly memory_peak_mb: number | null
  /** Whether the figures are simulated. */
  readonly simulation_mode: boolean
  /** When it was measured, UTC. */
  readonly created_at: string
}>

/** Request of `POST /api/test/run`. */
export interface StartModelTestRequest {
  /** Model to test, by a name that GET /models lists. A name file:PATH stands for an ONNX file or a Hugging Face folder of your own at that path inside the models folder of the server (--models-dir), and hub:ORG/NAME, with @REVISION after it where wanted, for a model of the Hugging Face hub that has ONNX files, where the package @huggingface/transformers is installed beside the server; they are run with their own weights. Callers without a key need the server started with --allow-models, others the scope models:run. */
  readonly model_name: string
  /** Platforms to test on: one, or a list. What this machine does not have is skipped, with the reason. Default: ["cpu"]. */
  readonly hardware?: "cpu" | "cuda" | "rocm" | "mps" | "openvino" | "webgpu" | "webnn" | "qnn" | readonly ("cpu" | "cuda" | "rocm" | "mps" | "openvino" | "webgpu" | "webnn" | "qnn")[] | null | undefined
  /** basic: does it run and compute something sound. comprehensive: does it compute the right thing at any size. fault_tolerance: what happens when something goes wrong. Default: basic. */
  readonly test_type?: "basic" | "comprehensive" | "fault_tolerance" | null | undefined
  /** Number format. Default: fp32. */
  readonly precision?: "fp32" | "fp16" | "bf16" | "int8" | "int4" | "fp8" | null | undefined
  /** Longest time of the run, seconds, counted from when its turn on the device comes. Default: 300. */
  readonly timeout?: number | null | undefined
  /** Also writes the results as a JSON file into the results folder of the server. Default: true. */
  readonly save_results?: boolean | null | undefined
}

/** Answer of `POST /api/test/run`. */
export interface StartModelTestResponse {
  /** Id of the run. */
  readonly run_id: string
  /** initializing, running, completed, failed or cancelled. Completed says that every test has ended, passed or not; an error or a timeout is failed. */
  readonly status: "initializing" | "running" | "completed" | "failed" | "cancelled"
  /** What is going to be tested. */
  readonly message: string
  /** When the run was taken, UTC. */
  readonly started_at: string
}

/** Request of `POST /api/test/batch`. */
export interface StartModelTestsRequest {
  /** Models to test, each by a name that GET /models lists. A name file:PATH stands for an ONNX file or a Hugging Face folder of your own at that path inside the models folder of the server (--models-dir), and hub:ORG/NAME, with @REVISION after it where wanted, for a model of the Hugging Face hub that has ONNX files, where the package @huggingface/transformers is installed beside the server; they are run with their own weights. Callers without a key need the server started with --allow-models, others the scope models:run. */
  readonly model_names: readonly string[]
  /** Platforms to test on: one, or a list. What this machine does not have is skipped, with the reason. Default: ["cpu"]. */
  readonly hardware?: "cpu" | "cuda" | "rocm" | "mps" | "openvino" | "webgpu" | "webnn" | "qnn" | readonly ("cpu" | "cuda" | "rocm" | "mps" | "openvino" | "webgpu" | "webnn" | "qnn")[] | null | undefined
  /** basic: does it run and compute something sound. comprehensive: does it compute the right thing at any size. fault_tolerance: what happens when something goes wrong. Default: basic. */
  readonly test_type?: "basic" | "comprehensive" | "fault_tolerance" | null | undefined
  /** Number format. Default: fp32. */
  readonly precision?: "fp32" | "fp16" | "bf16" | "int8" | "int4" | "fp8" | null | undefined
  /** Longest time of the run, seconds, counted from when its turn on the device comes. Default: 300. */
  readonly timeout?: number | null | undefined
  /** Also writes the results as a JSON file into the results folder of the server. Default: true. */
  readonly save_results?: boolean | null | undefined
}

/** Answer of `POST /api/test/batch`. */
export interface StartModelTestsResponse {
  /** Id of the batch: GET /api/test/db/batch/{batch_id} shows how far it is. */
  readonly batch_id: string
  /** Runs, in the order of the models. */
  readonly run_ids: readonly string[]
  /** Models of the batch. */
  readonly model_count: number
  /** When it was taken, UTC. */
  readonly started_at: string
  /** Read the status of each run. */
  readonly status: "running"
  /** What is going to be tested. */
  readonly message: string
}

/** Answer of `GET /api/test/status/{run_id}`. */
export type GetModelTestStatusResponse = TestStatus

/** Answer of `GET /api/test/results/{run_id}`. */
export type GetModelTestResultsResponse = TestResults

/** Answer of `POST /api/test/cancel/{run_id}`. */
export interface CancelModelTestResponse {
  /** Id of the run. */
  readonly run_id: string
  /** True when the run was stopped; false when it had ended before. */
  readonly cancelled: boolean
}

/** Request of `GET /api/test/runs`. */
export interface ListModelTestsRequest {
  /** Most runs. Default: 100. */
  readonly limit?: number | undefined
  /** Only runs with this status. */
  readonly status?: "initializing" | "running" | "completed" | "failed" | "cancelled" | undefined
}

/** Answer of `GET /api/test/runs`. */
export type ListModelTestsResponse = readonly TestStatus[]

/** Answer of `GET /api/test/models`. */
export type ListTestableModelsResponse = readonly {
  /** Name to ask for. */
  readonly name: string
  /** Architecture: bert, resnet, whisper ... */
  readonly type: string
  /** text, image, audio, video, tabular or multimodal. */
  readonly modality: string
}[]

/** Answer of `GET /api/test/hardware`. */
export type ListTestHardwareResponse = readonly {
  /** Platform, as hardware takes it. */
  readonly name: string
  /** Whether this machine has it. */
  readonly available: boolean
  /** cpu, gpu, npu or browser. */
  readonly type: string
  /** The device, or what is missing. */
  readonly description: string
}[]

/** Answer of `GET /api/test/types`. */
export type ListTestTypesResponse = ReadonlyArray<{
  /** As test_type takes it. */
  readonly id: "basic" | "comprehensive" | "fault_tolerance"
  /** For people. */
  readonly name: string
  /** What it tells. */
  readonly description: string
  /** Its tests, in the order they run. */
  readonly methods: readonly string[]
}>

/** Request of `POST /api/generator/model`. */
export interface GenerateScriptRequest {
  /** Model: a Hugging Face id, or any name; unknown ones are resolved by the family and size in the name, and the answer says so. */
  readonly model_name: string
  /** Platforms the script can measure on: one, or a list, the usual one first. Default: ["cpu"]. */
  readonly hardware?: "cpu" | "cuda" | "rocm" | "mps" | "openvino" | "webgpu" | "webnn" | "qnn" | readonly ("cpu" | "cuda" | "rocm" | "mps" | "openvino" | "webgpu" | "webnn" | "qnn")[] | null | undefined
  /** Folder for the file, inside the output folder of the server (--output-dir); that folder itself when absent. */
  readonly output_dir?: string | null | undefined
  /** Kind of script. By default browser for webgpu and webnn, else onnxruntime_python. */
  readonly template_type?: "onnxruntime_python" | "browser" | "transformers_python" | "optimum_python" | "onnxruntime_node" | null | undefined
  /** What the script measures, and whether the model is written with it. */
  readonly template_context?: {
    /** Also write the ONNX file beside the script, with random weights: how long it runs does not depend on them. Default: false. */
    readonly write_model?: boolean | null | undefined
    /** Samples of one batch. Default: 1. */
    readonly batch_size?: number | null | undefined
    /** Tokens of one sequence; models without sequences ignore it. Default: 128. */
    readonly sequence_length?: number | null | undefined
    /** Pixels of one side of an image; the usual size of the model when absent. */
    readonly image_size?: number | null | undefined
    /** Number format. Default: fp32. */
    readonly precision?: "fp32" | "fp16" | "bf16" | "int8" | "int4" | "fp8" | null | undefined
    /** Of a page: where it loads ONNX Runtime Web from (a module such as .../ort.webgpu.min.mjs); from the Benchcast server that wrote it when absent. */
    readonly runtime_url?: string | null | undefined
  } | null | undefined
  /** What a model with real weights is loaded for, as the Hugging Face hub names it (fill-mask, text-classification ...); the bare model when absent. */
  readonly task?: string | null | undefined
  /** Taken for compatibility: scripts are made of tested templates and have no syntax to be fixed. Default: true. */
  readonly fix_syntax?: boolean | null | undefined
  /** Replace the file if it exists; the task ends with an error otherwise. Default: false. */
  readonly force?: boolean | null | undefined
}

/** Answer of `POST /api/generator/model`. */
export interface GenerateScriptResponse {
  /** Id of the task. */
  readonly task_id: string
  /** initializing, running, completed or error. */
  readonly status: "initializing" | "running" | "completed" | "error"
  /** What is going to be written. */
  readonly message: string
  /** When the task was taken, UTC. */
  readonly started_at: string
}

/** Request of `POST /api/generator/batch`. */
export interface GenerateScriptsRequest {
  /** Replace the file if it exists; the task ends with an error otherwise. Default: false. */
  readonly force?: boolean | null | undefined
  /** Folder for the file, inside the output folder of the server (--output-dir); that folder itself when absent. */
  readonly output_dir?: string | null | undefined
  /** Kind of script. By default browser for webgpu and webnn, else onnxruntime_python. */
  readonly template_type?: "onnxruntime_python" | "browser" | "transformers_python" | "optimum_python" | "onnxruntime_node" | null | undefined
  /** What a model with real weights is loaded for, as the Hugging Face hub names it (fill-mask, text-classification ...); the bare model when absent. */
  readonly task?: string | null | undefined
  /** Models; one script is written for each. */
  readonly model_names: readonly string[]
  /** Platforms the script can measure on: one, or a list, the usual one first. Default: ["cpu"]. */
  readonly hardware?: "cpu" | "cuda" | "rocm" | "mps" | "openvino" | "webgpu" | "webnn" | "qnn" | readonly ("cpu" | "cuda" | "rocm" | "mps" | "openvino" | "webgpu" | "webnn" | "qnn")[] | null | undefined
  /** What the script measures, and whether the model is written with it. */
  readonly template_context?: {
    /** Also write the ONNX file beside the script, with random weights: how long it runs does not depend on them. Default: false. */
    readonly write_model?: boolean | null | undefined
    /** Samples of one batch. Default: 1. */
    readonly batch_size?: number | null | undefined
    /** Tokens of one sequence; models without sequences ignore it. Default: 128. */
    readonly sequence_length?: number | null | undefined
    /** Pixels of one side of an image; the usual size of the model when absent. */
    readonly image_size?: number | null | undefined
    /** Number format. Default: fp32. */
    readonly precision?: "fp32" | "fp16" | "bf16" | "int8" | "int4" | "fp8" | null | undefined
    /** Of a page: where it loads ONNX Runtime Web from (a module such as .../ort.webgpu.min.mjs); from the Benchcast server that wrote it when absent. */
    readonly runtime_url?: string | null | undefined
  } | null | undefined
  /** Taken for compatibility: scripts are made of tested templates and have no syntax to be fixed. Default: true. */
  readonly fix_syntax?: boolean | null | undefined
}

/** Answer of `POST /api/generator/batch`. */
export interface GenerateScriptsResponse {
  /** Id of the batch. */
  readonly batch_id: string
  /** Tasks, in the order of the models. */
  readonly task_ids: readonly string[]
  /** Models of the batch. */
  readonly model_count: number
  /** When the task was taken, UTC. */
  readonly started_at: string
  /** Read the status of each task. */
  readonly status: "running"
  /** What is going to be written. */
  readonly message: string
}

/** Answer of `GET /api/generator/status/{task_id}`. */
export type GetGeneratorStatusResponse = GeneratorStatus

/** Answer of `GET /api/generator/result/{task_id}`. */
export interface GetGeneratorResultResponse {
  /** Id of the task. */
  readonly task_id: string
  /** initializing, running, completed or error. */
  readonly status: "initializing" | "running" | "completed" | "error"
  /** Model. */
  readonly model_name: string
  /** Path of the script, from where the server runs. */
  readonly output_file?: string | undefined
  /** Of a page: where this server shows it, so that it may load the runtime and the model and record its result. */
  readonly page?: string | undefined
  /** Path of the ONNX file beside it, if one was asked for. */
  readonly model_file?: string | undefined
  /** Architecture: bert, resnet, whisper ... Absent for a model whose layers are not known. */
  readonly architecture?: string | undefined
  /** Kind of script. */
  readonly template_type?: string | undefined
  /** When the task was taken, UTC. */
  readonly started_at: string
  /** When it ended, UTC. */
  readonly completed_at: string
  /** Seconds it took. */
  readonly duration: number
  /** Why there is no script. */
  readonly error?: string | undefined
}

/** Answer of `GET /api/generator/file/{task_id}`. */
export interface GetGeneratedFileResponse {
  /** The whole script. */
  readonly content: string
}

/** Answer of `GET /api/generator/templates`. */
export type ListTemplatesResponse = ReadonlyArray<{
  /** Name, as template_type takes it. */
  readonly name: string
  /** Language: python, typescript or html. */
  readonly type: string
  /** What it does and what it needs. */
  readonly description: string
  /** Platforms it can measure on. */
  readonly supported_hardware: readonly ("cpu" | "cuda" | "rocm" | "mps" | "openvino" | "webgpu" | "webnn" | "qnn")[]
}>

/** Answer of `GET /api/generator/hardware`. */
export type ListGeneratorHardwareResponse = ReadonlyArray<{
  /** Platform, as hardware takes it. */
  readonly name: "cpu" | "cuda" | "rocm" | "mps" | "openvino" | "webgpu" | "webnn" | "qnn"
  /** Whether this machine has it. */
  readonly available: boolean
  /** The device, or what is missing. */
  readonly details: string
}>

/** Answer of `GET /api/db/overview`. */
export interface GetDatabaseOverviewResponse {
  /** Test runs by model, as GET /api/db/test/models/stats. { error } when the component is down. */
  readonly test_stats: readonly (Readonly<Record<string, unknown>>)[] | {
    /** Why the component cannot be asked. */
    readonly error: string
  }
  /** Generator tasks by model. { error } when the component is down. */
  readonly generator_stats: readonly (Readonly<Record<string, unknown>>)[] | {
    /** Why the component cannot be asked. */
    readonly error: string
  }
  /** Measured configurations by model. { error } when the component is down. */
  readonly benchmark_stats: readonly (Readonly<Record<string, unknown>>)[] | {
    /** Why the component cannot be asked. */
    readonly error: string
  }
  /** Predictions, measurements and recommendations by model. { error } when the component is down. */
  readonly predictive_stats: readonly ModelStatistics[] | {
    /** Why the component cannot be asked. */
    readonly error: string
  }
  /** UTC. */
  readonly timestamp: string
}

/** Answer of `GET /api/db/model/{model_name}`. */
export interface GetModelDataResponse {
  /** Model. */
  readonly model_name: string
  /** Counts. */
  readonly overview: {
    /** Test runs. */
    readonly total_test_runs: number
    /** Generator tasks. */
    readonly total_generator_tasks: number
    /** Configurations that were measured or refused. */
    readonly total_benchmark_runs: number
    /** Completed test runs of all; 0 without any. */
    readonly test_success_rate: number
    /** Completed generator tasks of all; 0 without any. */
    readonly generator_success_rate: number
    /** Configurations that could be measured of all; 0 without any. */
    readonly benchmark_success_rate: number
    /** Predictions. */
    readonly total_predictions: number
    /** Measurements. */
    readonly total_measurements: number
  }
  /** The newest test runs. */
  readonly recent_test_runs: readonly TimedTestRun[]
  /** The newest generator tasks. */
  readonly recent_generator_tasks: readonly TimedGeneratorTask[]
  /** The newest configurations that were measured; those that could not be are counted in the success rate. */
  readonly recent_benchmark_runs: readonly TimedBenchmarkRun[]
  /** The newest predictions. */
  readonly recent_predictions: readonly Prediction[]
  /** The newest measurements. */
  readonly recent_measurements: readonly Measurement[]
  /** Components that could not be asked, with the reason: their lists are empty and their counts 0. */
  readonly unavailable: Readonly<Record<string, string>>
  /** UTC. */
  readonly timestamp: string
}

/** Answer of `GET /api/db/model/{model_name}/analysis`. */
export interface AnalyzeModelResponse {
  /** Model. */
  readonly model_name: string
  /** Components that ran it. */
  readonly success: readonly {
    /** test, generator or benchmark. */
    readonly component: string
    /** Runs. */
    readonly total: number
    /** Those that completed. */
    readonly completed: number
    /** completed / total. */
    readonly rate: number
  }[]
  /** How good it is. */
  readonly quality: ReadonlyArray<{
    /** Metric. */
    readonly metric: string
    /** Value in the newest evaluation. */
    readonly value: number
    /** Its direction. */
    readonly better: "higher" | "lower"
    /** The evaluation. */
    readonly run_id: string
  }>
  /** How fast it is, the fastest platform first. */
  readonly speed: ReadonlyArray<{
    /** Platform. */
    readonly hardware_platform: string
    /** Best median throughput of a configuration there, samples per second. */
    readonly throughput: number
    /** Median latency of that configuration, ms. */
    readonly latency: number | null
    /** Of that configuration. */
    readonly batch_size: number
    /** Of that configuration. */
    readonly precision: string
    /** Measurements of that configuration. */
    readonly measurements: number
  }>
  /** How good predictions of it were. */
  readonly prediction_errors: ReadonlyArray<{
    /** throughput, latency or memory_usage. */
    readonly metric: string
    /** Predictions that were measured. */
    readonly count: number
    /** Median of predicted / measured - 1: above 0 it promises too much. */
    readonly bias: number
    /** Median of |predicted - measured| / measured, 1 is 100 %. */
    readonly median_absolute_percentage_error: number
    /** Share of intervals that held the measured value; null without intervals. */
    readonly coverage: number | null
  }>
  /** Every figure over time: what changed first. */
  readonly series: readonly Series[]
  /** The same in sentences. */
  readonly findings: readonly string[]
  /** Components that could not be asked, with the reason. */
  readonly unavailable: Readonly<Record<string, string>>
  /** UTC. */
  readonly timestamp: string
}

/** Request of `POST /api/db/search`. */
export interface SearchDatabasesRequest {
  /** Text to look for. */
  readonly query: string
  /** Most rows of each component. Default: 100. */
  readonly limit?: number | undefined
}

/** Answer of `POST /api/db/search`. */
export interface SearchDatabasesResponse {
  /** As asked. */
  readonly query: string
  /** Test runs, newest first. */
  readonly test_results: readonly TimedTestRun[]
  /** Generator tasks, newest first. */
  readonly generator_results: readonly TimedGeneratorTask[]
  /** Configurations that were measured or refused, newest first. */
  readonly benchmark_results: readonly TimedBenchmarkRun[]
  /** Predictions, measurements and recommendations, newest first. */
  readonly predictive_results: readonly PredictiveRow[]
  /** How many rows there are. */
  readonly result_counts: {
    /** Rows of test_results. */
    readonly test: number
    /** Rows of generator_results. */
    readonly generator: number
    /** Rows of benchmark_results. */
    readonly benchmark: number
    /** Rows of predictive_results. */
    readonly predictive: number
    /** All of them. */
    readonly total: number
  }
  /** Components that could not be asked, with the reason: their lists are empty and their counts 0. */
  readonly unavailable: Readonly<Record<string, string>>
  /** UTC. */
  readonly timestamp: string
}

/** Request of `POST /api/db/predictive-performance/search`. */
export interface SearchPredictiveDatabaseRequest {
  /** Text to look for. */
  readonly query: string
  /** Most rows. Default: 100. */
  readonly limit?: number | null | undefined
}

/** Answer of `POST /api/db/predictive-performance/search`. */
export type SearchPredictiveDatabaseResponse = readonly PredictiveRow[]

/** Request of `POST /api/db/predictive-performance/export`. */
export interface PredictiveDatabaseExportRequest {
  /** Name of the file in the export folder of the server; its ending is the format. A file of that name is replaced. */
  readonly filename: string
  /** What is exported. */
  readonly table: "measurements" | "predictions" | "recommendations" | "models" | "feature-importance" | "feedback" | "prediction-errors"
}

/** Answer of `POST /api/db/predictive-performance/export`. */
export type PredictiveDatabaseExportResponse = StartedExport

/** Request of `GET /api/db/predictive-performance/hardware/stats`. */
export interface PredictiveDatabaseHardwareStatsRequest {
  /** Only this model. */
  readonly model_name?: string | undefined
}

/** Answer of `GET /api/db/predictive-performance/hardware/stats`. */
export type PredictiveDatabaseHardwareStatsResponse = ReadonlyArray<{
  /** Platform. */
  readonly hardware: string
  /** Predictions. */
  readonly total_predictions: number
  /** Measurements. */
  readonly total_measurements: number
  /** Mean relative error of its predictions, over all figures; null without any comparison. */
  readonly mean_relative_error: number | null
  /** Mean of the measured throughputs, samples per second, over all sizes. */
  readonly mean_throughput: number | null
  /** Mean of the measured latencies, ms of one batch. */
  readonly mean_latency: number | null
  /** Mean of the measured peak memories, MB (2^20 bytes). */
  readonly mean_memory_usage: number | null
  /** When it was last heard of, UTC. */
  readonly latest: string
}>

/** Request of `GET /api/db/predictive-performance/performance`. */
export interface PredictiveDatabasePerformanceRequest {
  /** Only the last days. Default: 30. */
  readonly days?: number | undefined
  /** Only this model. */
  readonly model_name?: string | undefined
}

/** Answer of `GET /api/db/predictive-performance/performance`. */
export interface PredictiveDatabasePerformanceResponse {
  /** By day, newest first. */
  readonly daily_stats: ReadonlyArray<{
    /** UTC day. */
    readonly date: string
    /** Predictions. */
    readonly total_predictions: number
    /** Measurements. */
    readonly total_measurements: number
    /** Mean relative error of its predictions, over all figures; null without any comparison. */
    readonly mean_relative_error: number | null
    /** Mean of the measured throughputs, samples per second, over all sizes. */
    readonly mean_throughput: number | null
    /** Mean of the measured latencies, ms of one batch. */
    readonly mean_latency: number | null
    /** Mean of the measured peak memories, MB (2^20 bytes). */
    readonly mean_memory_usage: number | null
    /** When it was last heard of, UTC. */
    readonly latest: string
  }>
  /** By model, the last heard of first. */
  readonly model_stats: ReadonlyArray<{
    /** Model. */
    readonly model_name: string
    /** Predictions. */
    readonly total_predictions: number
    /** Measurements. */
    readonly total_measurements: number
    /** Mean relative error of its predictions, over all figures; null without any comparison. */
    readonly mean_relative_error: number | null
    /** Mean of the measured throughputs, samples per second, over all sizes. */
    readonly mean_throughput: number | null
    /** Mean of the measured latencies, ms of one batch. */
    readonly mean_latency: number | null
    /** Mean of the measured peak memories, MB (2^20 bytes). */
    readonly mean_memory_usage: number | null
    /** When it was last heard of, UTC. */
    readonly latest: string
  }>
  /** By platform, the last heard of first. */
  readonly hardware_stats: ReadonlyArray<{
    /** Platform. */
    readonly hardware: string
    /** Predictions. */
    readonly total_predictions: number
    /** Measurements. */
    readonly total_measurements: number
    /** Mean relative error of its predictions, over all figures; null without any comparison. */
    readonly mean_relative_error: number | null
    /** Mean of the measured throughputs, samples per second, over all sizes. */
    readonly mean_throughput: number | null
    /** Mean of the measured latencies, ms of one batch. */
    readonly mean_latency: number | null
    /** Mean of the measured peak memories, MB (2^20 bytes). */
    readonly mean_memory_usage: number | null
    /** When it was last heard of, UTC. */
    readonly latest: string
  }>
  /** The ten newest measurements. */
  readonly latest_measurements: readonly Measurement[]
  /** When this was counted, UTC. */
  readonly generated_at: string
}

/** Request of `GET /api/db/predictive-performance/measurements`. */
export interface DatabaseMeasurementsRequest {
  /** Only where it is this: when it was made, UTC. */
  readonly timestamp?: string | undefined
  /** Only from this on: when it was made, UTC. */
  readonly min_timestamp?: string | undefined
  /** Only up to this: when it was made, UTC. */
  readonly max_timestamp?: string | undefined
  /** Only where it is this: platform. */
  readonly hardware_platform?: string | undefined
  /** Only where it is this: model. */
  readonly model_name?: string | undefined
  /** Only where it is this: family. */
  readonly model_family?: string | undefined
  /** Only where it is this: batch size. */
  readonly batch_size?: number | undefined
  /** Only from this on: batch size. */
  readonly min_batch_size?: number | undefined
  /** Only up to this: batch size. */
  readonly max_batch_size?: number | undefined
  /** Only where it is this: sequence length. */
  readonly sequence_length?: number | undefined
  /** Only from this on: sequence length. */
  readonly min_sequence_length?: number | undefined
  /** Only up to this: sequence length. */
  readonly max_sequence_length?: number | undefined
  /** Only where it is this: precision. */
  readonly precision?: string | undefined
  /** Only where it is this: inference or training. */
  readonly mode?: string | undefined
  /** Only where it is this: samples per second. */
  readonly throughput?: number | undefined
  /** Only from this on: samples per second. */
  readonly min_throughput?: number | undefined
  /** Only up to this: samples per second. */
  readonly max_throughput?: number | undefined
  /** Only where it is this: ms of one batch. */
  readonly latency?: number | undefined
  /** Only from this on: ms of one batch. */
  readonly min_latency?: number | undefined
  /** Only up to this: ms of one batch. */
  readonly max_latency?: number | undefined
  /** Only where it is this: MB. */
  readonly memory_usage?: number | undefined
  /** Only from this on: MB. */
  readonly min_memory_usage?: number | undefined
  /** Only up to this: MB. */
  readonly max_memory_usage?: number | undefined
  /** Only where it is this: where it comes from. */
  readonly measurement_source?: string | undefined
  /** Only where it is this: id of the measurement. */
  readonly measurement_id?: string | undefined
  /** Only where it is this: the prediction it was compared with. */
  readonly prediction_id?: string | undefined
  /** Only where it is this: prefill or decode, of a language model; null where none was named, which is prefill, and of other models. */
  readonly phase?: string | undefined
  /** Only from this time on (timestamp). */
  readonly start_time?: string | undefined
  /** Only before this time (timestamp). */
  readonly end_time?: string | undefined
  /** Only the last days (timestamp). */
  readonly days?: number | undefined
  /** Column to order by. Default: the order in which rows were written. */
  readonly order_by?: "timestamp" | "hardware_platform" | "model_name" | "model_family" | "batch_size" | "sequence_length" | "precision" | "mode" | "throughput" | "latency" | "memory_usage" | "measurement_source" | "measurement_id" | "prediction_id" | "phase" | undefined
  /** asc: smallest or oldest first; desc: largest or newest first. Default: "desc". */
  readonly order?: "asc" | "desc" | undefined
  /** Page size. Default: 100. */
  readonly limit?: number | undefined
  /** Rows to skip. Default: 0. */
  readonly offset?: number | undefined
  /** next_cursor of an earlier page, in place of offset. It goes with the same filters and order. */
  readonly cursor?: string | undefined
  /** Short for hardware_platform. */
  readonly hardware?: string | undefined
  /** Short for measurement_source. */
  readonly source?: string | undefined
}

/** Answer of `GET /api/db/predictive-performance/measurements`. */
export interface DatabaseMeasurementsResponse {
  /** Rows of this page. */
  readonly count: number
  /** All rows that match. */
  readonly total: number
  /** As asked. */
  readonly limit: number
  /** As asked. */
  readonly offset: number
  /** One page, newest first. */
  readonly measurements: readonly Measurement[]
  /** Cursor of the next page; null on the last one. */
  readonly next_cursor: string | null
}

/** Request of `GET /api/db/predictive-performance/measurements/export`. */
export interface ExportMeasurementsRequest {
  /** Only where it is this: when it was made, UTC. */
  readonly timestamp?: string | undefined
  /** Only from this on: when it was made, UTC. */
  readonly min_timestamp?: string | undefined
  /** Only up to this: when it was made, UTC. */
  readonly max_timestamp?: string | undefined
  /** Only where it is this: platform. */
  readonly hardware_platform?: string | undefined
  /** Only where it is this: model. */
  readonly model_name?: string | undefined
  /** Only where it is this: family. */
  readonly model_family?: string | undefined
  /** Only where it is this: batch size. */
  readonly batch_size?: number | undefined
  /** Only from this on: batch size. */
  readonly min_batch_size?: number | undefined
  /** Only up to this: batch size. */
  readonly max_batch_size?: number | undefined
  /** Only where it is this: sequence length. */
  readonly sequence_length?: number | undefined
  /** Only from this on: sequence length. */
  readonly min_sequence_length?: number | undefined
  /** Only up to this: sequence length. */
  readonly max_sequence_length?: number | undefined
  /** Only where it is this: precision. */
  readonly precision?: string | undefined
  /** Only where it is this: inference or training. */
  readonly mode?: string | undefined
  /** Only where it is this: samples per second. */
  readonly throughput?: number | undefined
  /** Only from this on: samples per second. */
  readonly min_throughput?: number | undefined
  /** Only up to this: samples per second. */
  readonly max_throughput?: number | undefined
  /** Only where it is this: ms of one batch. */
  readonly latency?: number | undefined
  /** Only from this on: ms of one batch. */
  readonly min_latency?: number | undefined
  /** Only up to this: ms of one batch. */
  readonly max_latency?: number | undefined
  /** Only where it is this: MB. */
  readonly memory_usage?: number | undefined
  /** Only from this on: MB. */
  readonly min_memory_usage?: number | undefined
  /** Only up to this: MB. */
  readonly max_memory_usage?: number | undefined
  /** Only where it is this: where it comes from. */
  readonly measurement_source?: string | undefined
  /** Only where it is this: id of the measurement. */
  readonly measurement_id?: string | undefined
  /** Only where it is this: the prediction it was compared with. */
  readonly prediction_id?: string | undefined
  /** Only where it is this: prefill or decode, of a language model; null where none was named, which is prefill, and of other models. */
  readonly phase?: string | undefined
  /** Only from this time on (timestamp). */
  readonly start_time?: string | undefined
  /** Only before this time (timestamp). */
  readonly end_time?: string | undefined
  /** Only the last days (timestamp). */
  readonly days?: number | undefined
  /** asc: smallest or oldest first; desc: largest or newest first. Default: "desc". */
  readonly order?: "asc" | "desc" | undefined
  /** Short for hardware_platform. */
  readonly hardware?: string | undefined
  /** Short for measurement_source. */
  readonly source?: string | undefined
  /** json: a list; ndjson: a row a line; csv: a table for spreadsheets, in which no cell is run as a formula; parquet: typed columns. Default: "json". */
  readonly format?: "json" | "ndjson" | "csv" | "parquet" | undefined
}

/** Answer of `GET /api/db/predictive-performance/measurements/export`. */
export type ExportMeasurementsResponse = readonly Measurement[]

/** Request of `GET /api/db/predictive-performance/predictions`. */
export interface DatabasePredictionsRequest {
  /** Only where it is this: when it was made, UTC. */
  readonly timestamp?: string | undefined
  /** Only from this on: when it was made, UTC. */
  readonly min_timestamp?: string | undefined
  /** Only up to this: when it was made, UTC. */
  readonly max_timestamp?: string | undefined
  /** Only where it is this: platform. */
  readonly hardware_platform?: string | undefined
  /** Only where it is this: model. */
  readonly model_name?: string | undefined
  /** Only where it is this: family. */
  readonly model_family?: string | undefined
  /** Only where it is this: batch size. */
  readonly batch_size?: number | undefined
  /** Only from this on: batch size. */
  readonly min_batch_size?: number | undefined
  /** Only up to this: batch size. */
  readonly max_batch_size?: number | undefined
  /** Only where it is this: sequence length. */
  readonly sequence_length?: number | undefined
  /** Only from this on: sequence length. */
  readonly min_sequence_length?: number | undefined
  /** Only up to this: sequence length. */
  readonly max_sequence_length?: number | undefined
  /** Only where it is this: precision. */
  readonly precision?: string | undefined
  /** Only where it is this: inference or training. */
  readonly mode?: string | undefined
  /** Only where it is this: samples per second. */
  readonly throughput?: number | undefined
  /** Only from this on: samples per second. */
  readonly min_throughput?: number | undefined
  /** Only up to this: samples per second. */
  readonly max_throughput?: number | undefined
  /** Only where it is this: ms of one batch. */
  readonly latency?: number | undefined
  /** Only from this on: ms of one batch. */
  readonly min_latency?: number | undefined
  /** Only up to this: ms of one batch. */
  readonly max_latency?: number | undefined
  /** Only where it is this: MB. */
  readonly memory_usage?: number | undefined
  /** Only from this on: MB. */
  readonly min_memory_usage?: number | undefined
  /** Only up to this: MB. */
  readonly max_memory_usage?: number | undefined
  /** Only where it is this: probability that the true throughput is within 20 %. */
  readonly confidence_score?: number | undefined
  /** Only from this on: probability that the true throughput is within 20 %. */
  readonly min_confidence_score?: number | undefined
  /** Only up to this: probability that the true throughput is within 20 %. */
  readonly max_confidence_score?: number | undefined
  /** Only where it is this: provenance, or sample. */
  readonly prediction_source?: string | undefined
  /** Only where it is this: id of the prediction. */
  readonly prediction_id?: string | undefined
  /** Only where it is this: prefill or decode, of a language model; null where none was named, which is prefill, and of other models. */
  readonly phase?: string | undefined
  /** Only from this time on (timestamp). */
  readonly start_time?: string | undefined
  /** Only before this time (timestamp). */
  readonly end_time?: string | undefined
  /** Only the last days (timestamp). */
  readonly days?: number | undefined
  /** Column to order by. Default: the order in which rows were written. */
  readonly order_by?: "timestamp" | "hardware_platform" | "model_name" | "model_family" | "batch_size" | "sequence_length" | "precision" | "mode" | "throughput" | "latency" | "memory_usage" | "confidence_score" | "prediction_source" | "prediction_id" | "phase" | undefined
  /** asc: smallest or oldest first; desc: largest or newest first. Default: "desc". */
  readonly order?: "asc" | "desc" | undefined
  /** Page size. Default: 100. */
  readonly limit?: number | undefined
  /** Rows to skip. Default: 0. */
  readonly offset?: number | undefined
  /** next_cursor of an earlier page, in place of offset. It goes with the same filters and order. */
  readonly cursor?: string | undefined
  /** Short for hardware_platform. */
  readonly hardware?: string | undefined
  /** Short for prediction_source. */
  readonly source?: string | undefined
}

/** Answer of `GET /api/db/predictive-performance/predictions`. */
export interface DatabasePredictionsResponse {
  /** Rows of this page. */
  readonly count: number
  /** All rows that match. */
  readonly total: number
  /** As asked. */
  readonly limit: number
  /** As asked. */
  readonly offset: number
  /** One page, newest first. */
  readonly predictions: readonly Prediction[]
  /** Cursor of the next page; null on the last one. */
  readonly next_cursor: string | null
}

/** Request of `GET /api/db/predictive-performance/predictions/export`. */
export interface ExportPredictionsRequest {
  /** Only where it is this: when it was made, UTC. */
  readonly timestamp?: string | undefined
  /** Only from this on: when it was made, UTC. */
  readonly min_timestamp?: string | undefined
  /** Only up to this: when it was made, UTC. */
  readonly max_timestamp?: string | undefined
  /** Only where it is this: platform. */
  readonly hardware_platform?: string | undefined
  /** Only where it is this: model. */
  readonly model_name?: string | undefined
  /** Only where it is this: family. */
  readonly model_family?: string | undefined
  /** Only where it is this: batch size. */
  readonly batch_size?: number | undefined
  /** Only from this on: batch size. */
  readonly min_batch_size?: number | undefined
  /** Only up to this: batch size. */
  readonly max_batch_size?: number | undefined
  /** Only where it is this: sequence length. */
  readonly sequence_length?: number | undefined
  /** Only from this on: sequence length. */
  readonly min_sequence_length?: number | undefined
  /** Only up to this: sequence length. */
  readonly max_sequence_length?: number | undefined
  /** Only where it is this: precision. */
  readonly precision?: string | undefined
  /** Only where it is this: inference or training. */
  readonly mode?: string | undefined
  /** Only where it is this: samples per second. */
  readonly throughput?: number | undefined
  /** Only from this on: samples per second. */
  readonly min_throughput?: number | undefined
  /** Only up to this: samples per second. */
  readonly max_throughput?: number | undefined
  /** Only where it is this: ms of one batch. */
  readonly latency?: number | undefined
  /** Only from this on: ms of one batch. */
  readonly min_latency?: number | undefined
  /** Only up to this: ms of one batch. */
  readonly max_latency?: number | undefined
  /** Only where it is this: MB. */
  readonly memory_usage?: number | undefined
  /** Only from this on: MB. */
  readonly min_memory_usage?: number | undefined
  /** Only up to this: MB. */
  readonly max_memory_usage?: number | undefined
  /** Only where it is this: probability that the true throughput is within 20 %. */
  readonly confidence_score?: number | undefined
  /** Only from this on: probability that the true throughput is within 20 %. */
  readonly min_confidence_score?: number | undefined
  /** Only up to this: probability that the true throughput is within 20 %. */
  readonly max_confidence_score?: number | undefined
  /** Only where it is this: provenance, or sample. */
  readonly prediction_source?: string | undefined
  /** Only where it is this: id of the prediction. */
  readonly prediction_id?: string | undefined
  /** Only where it is this: prefill or decode, of a language model; null where none was named, which is prefill, and of other models. */
  readonly phase?: string | undefined
  /** Only from this time on (timestamp). */
  readonly start_time?: string | undefined
  /** Only before this time (timestamp). */
  readonly end_time?: string | undefined
  /** Only the last days (timestamp). */
  readonly days?: number | undefined
  /** asc: smallest or oldest first; desc: largest or newest first. Default: "desc". */
  readonly order?: "asc" | "desc" | undefined
  /** Short for hardware_platform. */
  readonly hardware?: string | undefined
  /** Short for prediction_source. */
  readonly source?: string | undefined
  /** json: a list; ndjson: a row a line; csv: a table for spreadsheets, in which no cell is run as a formula; parquet: typed columns. Default: "json". */
  readonly format?: "json" | "ndjson" | "csv" | "parquet" | undefined
}

/** Answer of `GET /api/db/predictive-performance/predictions/export`. */
export type ExportPredictionsResponse = readonly Prediction[]

/** Request of `GET /api/db/predictive-performance/recommendations`. */
export interface DatabaseRecommendationsRequest {
  /** Only where it is this: when it was made, UTC. */
  readonly timestamp?: string | undefined
  /** Only from this on: when it was made, UTC. */
  readonly min_timestamp?: string | undefined
  /** Only up to this: when it was made, UTC. */
  readonly max_timestamp?: string | undefined
  /** Only where it is this: who asked. */
  readonly user_id?: string | undefined
  /** Only where it is this: model. */
  readonly model_name?: string | undefined
  /** Only where it is this: family. */
  readonly model_family?: string | undefined
  /** Only where it is this: batch size. */
  readonly batch_size?: number | undefined
  /** Only from this on: batch size. */
  readonly min_batch_size?: number | undefined
  /** Only up to this: batch size. */
  readonly max_batch_size?: number | undefined
  /** Only where it is this: sequence length. */
  readonly sequence_length?: number | undefined
  /** Only from this on: sequence length. */
  readonly min_sequence_length?: number | undefined
  /** Only up to this: sequence length. */
  readonly max_sequence_length?: number | undefined
  /** Only where it is this: precision. */
  readonly precision?: string | undefined
  /** Only where it is this: inference or training. */
  readonly mode?: string | undefined
  /** Only where it is this: the best platform. */
  readonly primary_recommendation?: string | undefined
  /** Only where it holds this: the others, best first. */
  readonly fallback_options?: string | undefined
  /** Only where it holds this: all usable ones. */
  readonly compatible_hardware?: string | undefined
  /** Only where it is this: why. */
  readonly reason?: string | undefined
  /** Only where it is this: id for feedback. */
  readonly recommendation_id?: string | undefined
  /** Only from this time on (timestamp). */
  readonly start_time?: string | undefined
  /** Only before this time (timestamp). */
  readonly end_time?: string | undefined
  /** Only the last days (timestamp). */
  readonly days?: number | undefined
  /** Column to order by. Default: the order in which rows were written. */
  readonly order_by?: "timestamp" | "user_id" | "model_name" | "model_family" | "batch_size" | "sequence_length" | "precision" | "mode" | "primary_recommendation" | "reason" | "recommendation_id" | undefined
  /** asc: smallest or oldest first; desc: largest or newest first. Default: "desc". */
  readonly order?: "asc" | "desc" | undefined
  /** Page size. Default: 100. */
  readonly limit?: number | undefined
  /** Rows to skip. Default: 0. */
  readonly offset?: number | undefined
  /** next_cursor of an earlier page, in place of offset. It goes with the same filters and order. */
  readonly cursor?: string | undefined
  /** Short for primary_recommendation. */
  readonly hardware?: string | undefined
  /** Only those whose newest feedback says so. */
  readonly accepted?: boolean | undefined
}

/** Answer of `GET /api/db/predictive-performance/recommendations`. */
export interface DatabaseRecommendationsResponse {
  /** Rows of this page. */
  readonly count: number
  /** All rows that match. */
  readonly total: number
  /** As asked. */
  readonly limit: number
  /** As asked. */
  readonly offset: number
  /** One page, newest first. */
  readonly recommendations: readonly Recommendation[]
  /** Cursor of the next page; null on the last one. */
  readonly next_cursor: string | null
}

/** Request of `GET /api/db/predictive-performance/recommendations/export`. */
export interface ExportRecommendationsRequest {
  /** Only where it is this: when it was made, UTC. */
  readonly timestamp?: string | undefined
  /** Only from this on: when it was made, UTC. */
  readonly min_timestamp?: string | undefined
  /** Only up to this: when it was made, UTC. */
  readonly max_timestamp?: string | undefined
  /** Only where it is this: who asked. */
  readonly user_id?: string | undefined
  /** Only where it is this: model. */
  readonly model_name?: string | undefined
  /** Only where it is this: family. */
  readonly model_family?: string | undefined
  /** Only where it is this: batch size. */
  readonly batch_size?: number | undefined
  /** Only from this on: batch size. */
  readonly min_batch_size?: number | undefined
  /** Only up to this: batch size. */
  readonly max_batch_size?: number | undefined
  /** Only where it is this: sequence length. */
  readonly sequence_length?: number | undefined
  /** Only from this on: sequence length. */
  readonly min_sequence_length?: number | undefined
  /** Only up to this: sequence length. */
  readonly max_sequence_length?: number | undefined
  /** Only where it is this: precision. */
  readonly precision?: string | undefined
  /** Only where it is this: inference or training. */
  readonly mode?: string | undefined
  /** Only where it is this: the best platform. */
  readonly primary_recommendation?: string | undefined
  /** Only where it holds this: the others, best first. */
  readonly fallback_options?: string | undefined
  /** Only where it holds this: all usable ones. */
  readonly compatible_hardware?: string | undefined
  /** Only where it is this: why. */
  readonly reason?: string | undefined
  /** Only where it is this: id for feedback. */
  readonly recommendation_id?: string | undefined
  /** Only from this time on (timestamp). */
  readonly start_time?: string | undefined
  /** Only before this time (timestamp). */
  readonly end_time?: string | undefined
  /** Only the last days (timestamp). */
  readonly days?: number | undefined
  /** asc: smallest or oldest first; desc: largest or newest first. Default: "desc". */
  readonly order?: "asc" | "desc" | undefined
  /** Short for primary_recommendation. */
  readonly hardware?: string | undefined
  /** Only those whose newest feedback says so. */
  readonly accepted?: boolean | undefined
  /** json: a list; ndjson: a row a line; csv: a table for spreadsheets, in which no cell is run as a formula; parquet: typed columns. Default: "json". */
  readonly format?: "json" | "ndjson" | "csv" | "parquet" | undefined
}

/** Answer of `GET /api/db/predictive-performance/recommendations/export`. */
export type ExportRecommendationsResponse = ReadonlyArray<{
  /** Id of the row. */
  readonly id: string
  /** When it was made, UTC. */
  readonly timestamp: string
  /** Who asked. */
  readonly user_id: string | null
  /** Model. */
  readonly model_name: string
  /** Family. */
  readonly model_family: string
  /** Batch size. */
  readonly batch_size: number
  /** Sequence length. */
  readonly sequence_length: number
  /** Precision. */
  readonly precision: string
  /** inference or training. */
  readonly mode: string
  /** The best platform. */
  readonly primary_recommendation: string
  /** The others, best first. */
  readonly fallback_options: readonly string[]
  /** All usable ones. */
  readonly compatible_hardware: readonly string[]
  /** Why. */
  readonly reason: string
  /** Id for feedback. */
  readonly recommendation_id: string
  /** What has no field of its own. */
  readonly metadata: Readonly<Record<string, unknown>>
}>

/** Request of `GET /api/db/predictive-performance/models`. */
export interface DatabaseModelsRequest {
  /** Only where it is this: when it was made, UTC. */
  readonly timestamp?: string | undefined
  /** Only from this on: when it was made, UTC. */
  readonly min_timestamp?: string | undefined
  /** Only up to this: when it was made, UTC. */
  readonly max_timestamp?: string | undefined
  /** Only where it is this: kind of predictor. */
  readonly model_type?: string | undefined
  /** Only where it is this: what it predicts. */
  readonly target_metric?: string | undefined
  /** Only where it is this: platform it is for. */
  readonly hardware_platform?: string | undefined
  /** Only where it is this: family it is for. */
  readonly model_family?: string | undefined
  /** Only where it holds this: names of its inputs. */
  readonly features_list?: string | undefined
  /** Only where it is this: r squared on training data. */
  readonly training_score?: number | undefined
  /** Only from this on: r squared on training data. */
  readonly min_training_score?: number | undefined
  /** Only up to this: r squared on training data. */
  readonly max_training_score?: number | undefined
  /** Only where it is this: r squared on validation data. */
  readonly validation_score?: number | undefined
  /** Only from this on: r squared on validation data. */
  readonly min_validation_score?: number | undefined
  /** Only up to this: r squared on validation data. */
  readonly max_validation_score?: number | undefined
  /** Only where it is this: r squared on test data. */
  readonly test_score?: number | undefined
  /** Only from this on: r squared on test data. */
  readonly min_test_score?: number | undefined
  /** Only up to this: r squared on test data. */
  readonly max_test_score?: number | undefined
  /** Only where it is this: id of the predictor. */
  readonly model_id?: string | undefined
  /** Only from this time on (timestamp). */
  readonly start_time?: string | undefined
  /** Only before this time (timestamp). */
  readonly end_time?: string | undefined
  /** Only the last days (timestamp). */
  readonly days?: number | undefined
  /** Column to order by. Default: the order in which rows were written. */
  readonly order_by?: "timestamp" | "model_type" | "target_metric" | "hardware_platform" | "model_family" | "training_score" | "validation_score" | "test_score" | "model_id" | undefined
  /** asc: smallest or oldest first; desc: largest or newest first. Default: "desc". */
  readonly order?: "asc" | "desc" | undefined
  /** Page size. Default: 100. */
  readonly limit?: number | undefined
  /** Rows to skip. Default: 0. */
  readonly offset?: number | undefined
  /** next_cursor of an earlier page, in place of offset. It goes with the same filters and order. */
  readonly cursor?: string | undefined
  /** Short for hardware_platform. */
  readonly hardware?: string | undefined
}

/** Answer of `GET /api/db/predictive-performance/models`. */
export interface DatabaseModelsResponse {
  /** Rows of this page. */
  readonly count: number
  /** All rows that match. */
  readonly total: number
  /** As asked. */
  readonly limit: number
  /** As asked. */
  readonly offset: number
  /** One page, newest first. */
  readonly models: ReadonlyArray<{
    /** Id of the row. */
    readonly id: string
    /** When it was made, UTC. */
    readonly timestamp: string
    /** Kind of predictor. */
    readonly model_type: string
    /** What it predicts. */
    readonly target_metric: string
    /** Platform it is for. */
    readonly hardware_platform: string
    /** Family it is for. */
    readonly model_family: string | null
    /** A placeholder: the bytes are not listed. */
    readonly serialized_model: string
    /** Names of its inputs. */
    readonly features_list: readonly string[]
    /** R squared on training data. */
    readonly training_score: number | null
    /** R squared on validation data. */
    readonly validation_score: number | null
    /** R squared on test data. */
    readonly test_score: number | null
    /** Id of the predictor. */
    readonly model_id: string
    /** What has no field of its own. */
    readonly metadata: Readonly<Record<string, unknown>>
  }>
  /** Cursor of the next page; null on the last one. */
  readonly next_cursor: string | null
}

/** Request of `GET /api/db/predictive-performance/models/export`. */
export interface ExportModelsRequest {
  /** Only where it is this: when it was made, UTC. */
  readonly timestamp?: string | undefined
  /** Only from this on: when it was made, UTC. */
  readonly min_timestamp?: string | undefined
  /** Only up to this: when it was made, UTC. */
  readonly max_timestamp?: string | undefined
  /** Only where it is this: kind of predictor. */
  readonly model_type?: string | undefined
  /** Only where it is this: what it predicts. */
  readonly target_metric?: string | undefined
  /** Only where it is this: platform it is for. */
  readonly hardware_platform?: string | undefined
  /** Only where it is this: family it is for. */
  readonly model_family?: string | undefined
  /** Only where it holds this: names of its inputs. */
  readonly features_list?: string | undefined
  /** Only where it is this: r squared on training data. */
  readonly training_score?: number | undefined
  /** Only from this on: r squared on training data. */
  readonly min_training_score?: number | undefined
  /** Only up to this: r squared on training data. */
  readonly max_training_score?: number | undefined
  /** Only where it is this: r squared on validation data. */
  readonly validation_score?: number | undefined
  /** Only from this on: r squared on validation data. */
  readonly min_validation_score?: number | undefined
  /** Only up to this: r squared on validation data. */
  readonly max_validation_score?: number | undefined
  /** Only where it is this: r squared on test data. */
  readonly test_score?: number | undefined
  /** Only from this on: r squared on test data. */
  readonly min_test_score?: number | undefined
  /** Only up to this: r squared on test data. */
  readonly max_test_score?: number | undefined
  /** Only where it is this: id of the predictor. */
  readonly model_id?: string | undefined
  /** Only from this time on (timestamp). */
  readonly start_time?: string | undefined
  /** Only before this time (timestamp). */
  readonly end_time?: string | undefined
  /** Only the last days (timestamp). */
  readonly days?: number | undefined
  /** asc: smallest or oldest first; desc: largest or newest first. Default: "desc". */
  readonly order?: "asc" | "desc" | undefined
  /** Short for hardware_platform. */
  readonly hardware?: string | undefined
  /** json: a list; ndjson: a row a line; csv: a table for spreadsheets, in which no cell is run as a formula; parquet: typed columns. Default: "json". */
  readonly format?: "json" | "ndjson" | "csv" | "parquet" | undefined
}

/** Answer of `GET /api/db/predictive-performance/models/export`. */
export type ExportModelsResponse = ReadonlyArray<{
  /** Id of the row. */
  readonly id: string
  /** When it was made, UTC. */
  readonly timestamp: string
  /** Kind of predictor. */
  readonly model_type: string
  /** What it predicts. */
  readonly target_metric: string
  /** Platform it is for. */
  readonly hardware_platform: string
  /** Family it is for. */
  readonly model_family: string | null
  /** A placeholder: the bytes are not listed. */
  readonly serialized_model: string
  /** Names of its inputs. */
  readonly features_list: readonly string[]
  /** R squared on training data. */
  readonly training_score: number | null
  /** R squared on validation data. */
  readonly validation_score: number | null
  /** R squared on test data. */
  readonly test_score: number | null
  /** Id of the predictor. */
  readonly model_id: string
  /** What has no field of its own. */
  readonly metadata: Readonly<Record<string, unknown>>
}>

/** Request of `GET /api/db/predictive-performance/feature-importance`. */
export interface DatabaseFeatureImportanceRequest {
  /** Only where it is this: when it was made, UTC. */
  readonly timestamp?: string | undefined
  /** Only from this on: when it was made, UTC. */
  readonly min_timestamp?: string | undefined
  /** Only up to this: when it was made, UTC. */
  readonly max_timestamp?: string | undefined
  /** Only where it is this: predictor. */
  readonly model_id?: string | undefined
  /** Only where it is this: input. */
  readonly feature_name?: string | undefined
  /** Only where it is this: importance. */
  readonly importance_score?: number | undefined
  /** Only from this on: importance. */
  readonly min_importance_score?: number | undefined
  /** Only up to this: importance. */
  readonly max_importance_score?: number | undefined
  /** Only where it is this: 1 is the most important. */
  readonly rank?: number | undefined
  /** Only from this on: 1 is the most important. */
  readonly min_rank?: number | undefined
  /** Only up to this: 1 is the most important. */
  readonly max_rank?: number | undefined
  /** Only where it is this: gain, permutation or shap. */
  readonly method?: string | undefined
  /** Only from this time on (timestamp). */
  readonly start_time?: string | undefined
  /** Only before this time (timestamp). */
  readonly end_time?: string | undefined
  /** Only the last days (timestamp). */
  readonly days?: number | undefined
  /** Column to order by. Default: the order in which rows were written. */
  readonly order_by?: "timestamp" | "model_id" | "feature_name" | "importance_score" | "rank" | "method" | undefined
  /** asc: smallest or oldest first; desc: largest or newest first. Default: "desc". */
  readonly order?: "asc" | "desc" | undefined
  /** Page size. Default: 100. */
  readonly limit?: number | undefined
  /** Rows to skip. Default: 0. */
  readonly offset?: number | undefined
  /** next_cursor of an earlier page, in place of offset. It goes with the same filters and order. */
  readonly cursor?: string | undefined
}

/** Answer of `GET /api/db/predictive-performance/feature-importance`. */
export interface DatabaseFeatureImportanceResponse {
  /** Rows of this page. */
  readonly count: number
  /** All rows that match. */
  readonly total: number
  /** As asked. */
  readonly limit: number
  /** As asked. */
  readonly offset: number
  /** One page, newest first. */
  readonly feature_importance: readonly FeatureImportance[]
  /** Cursor of the next page; null on the last one. */
  readonly next_cursor: string | null
}

/** Request of `GET /api/db/predictive-performance/feature-importance/export`. */
export interface ExportFeatureImportanceRequest {
  /** Only where it is this: when it was made, UTC. */
  readonly timestamp?: string | undefined
  /** Only from this on: when it was made, UTC. */
  readonly min_timestamp?: string | undefined
  /** Only up to this: when it was made, UTC. */
  readonly max_timestamp?: string | undefined
  /** Only where it is this: predictor. */
  readonly model_id?: string | undefined
  /** Only where it is this: input. */
  readonly feature_name?: string | undefined
  /** Only where it is this: importance. */
  readonly importance_score?: number | undefined
  /** Only from this on: importance. */
  readonly min_importance_score?: number | undefined
  /** Only up to this: importance. */
  readonly max_importance_score?: number | undefined
  /** Only where it is this: 1 is the most important. */
  readonly rank?: number | undefined
  /** Only from this on: 1 is the most important. */
  readonly min_rank?: number | undefined
  /** Only up to this: 1 is the most important. */
  readonly max_rank?: number | undefined
  /** Only where it is this: gain, permutation or shap. */
  readonly method?: string | undefined
  /** Only from this time on (timestamp). */
  readonly start_time?: string | undefined
  /** Only before this time (timestamp). */
  readonly end_time?: string | undefined
  /** Only the last days (timestamp). */
  readonly days?: number | undefined
  /** asc: smallest or oldest first; desc: largest or newest first. Default: "desc". */
  readonly order?: "asc" | "desc" | undefined
  /** json: a list; ndjson: a row a line; csv: a table for spreadsheets, in which no cell is run as a formula; parquet: typed columns. Default: "json". */
  readonly format?: "json" | "ndjson" | "csv" | "parquet" | undefined
}

/** Answer of `GET /api/db/predictive-performance/feature-importance/export`. */
export type ExportFeatureImportanceResponse = readonly FeatureImportance[]

/** Request of `GET /api/db/predictive-performance/feedback`. */
export interface DatabaseFeedbackRequest {
  /** Only where it is this: when it was given, UTC. */
  readonly timestamp?: string | undefined
  /** Only from this on: when it was given, UTC. */
  readonly min_timestamp?: string | undefined
  /** Only up to this: when it was given, UTC. */
  readonly max_timestamp?: string | undefined
  /** Only where it is this: id of the feedback. */
  readonly feedback_id?: string | undefined
  /** Only where it is this: the recommendation it answers. */
  readonly recommendation_id?: string | undefined
  /** Only where it is this: whether the recommendation was followed. */
  readonly accepted?: boolean | undefined
  /** Only where it is this: words of the person. */
  readonly feedback?: string | undefined
  /** Only where it is this: who said so. */
  readonly user_id?: string | undefined
  /** Only from this time on (timestamp). */
  readonly start_time?: string | undefined
  /** Only before this time (timestamp). */
  readonly end_time?: string | undefined
  /** Only the last days (timestamp). */
  readonly days?: number | undefined
  /** Column to order by. Default: the order in which rows were written. */
  readonly order_by?: "timestamp" | "feedback_id" | "recommendation_id" | "accepted" | "feedback" | "user_id" | undefined
  /** asc: smallest or oldest first; desc: largest or newest first. Default: "desc". */
  readonly order?: "asc" | "desc" | undefined
  /** Page size. Default: 100. */
  readonly limit?: number | undefined
  /** Rows to skip. Default: 0. */
  readonly offset?: number | undefined
  /** next_cursor of an earlier page, in place of offset. It goes with the same filters and order. */
  readonly cursor?: string | undefined
}

/** Answer of `GET /api/db/predictive-performance/feedback`. */
export interface DatabaseFeedbackResponse {
  /** Rows of this page. */
  readonly count: number
  /** All rows that match. */
  readonly total: number
  /** As asked. */
  readonly limit: number
  /** As asked. */
  readonly offset: number
  /** One page, newest first. */
  readonly feedback: readonly Feedback[]
  /** Cursor of the next page; null on the last one. */
  readonly next_cursor: string | null
}

/** Request of `GET /api/db/predictive-performance/feedback/export`. */
export interface ExportFeedbackRequest {
  /** Only where it is this: when it was given, UTC. */
  readonly timestamp?: string | undefined
  /** Only from this on: when it was given, UTC. */
  readonly min_timestamp?: string | undefined
  /** Only up to this: when it was given, UTC. */
  readonly max_timestamp?: string | undefined
  /** Only where it is this: id of the feedback. */
  readonly feedback_id?: string | undefined
  /** Only where it is this: the recommendation it answers. */
  readonly recommendation_id?: string | undefined
  /** Only where it is this: whether the recommendation was followed. */
  readonly accepted?: boolean | undefined
  /** Only where it is this: words of the person. */
  readonly feedback?: string | undefined
  /** Only where it is this: who said so. */
  readonly user_id?: string | undefined
  /** Only from this time on (timestamp). */
  readonly start_time?: string | undefined
  /** Only before this time (timestamp). */
  readonly end_time?: string | undefined
  /** Only the last days (timestamp). */
  readonly days?: number | undefined
  /** asc: smallest or oldest first; desc: largest or newest first. Default: "desc". */
  readonly order?: "asc" | "desc" | undefined
  /** json: a list; ndjson: a row a line; csv: a table for spreadsheets, in which no cell is run as a formula; parquet: typed columns. Default: "json". */
  readonly format?: "json" | "ndjson" | "csv" | "parquet" | undefined
}

/** Answer of `GET /api/db/predictive-performance/feedback/export`. */
export type ExportFeedbackResponse = readonly Feedback[]

/** Request of `GET /api/db/predictive-performance/prediction-errors`. */
export interface DatabaseErrorsRequest {
  /** Only where it is this: when it was compared, UTC. */
  readonly timestamp?: string | undefined
  /** Only from this on: when it was compared, UTC. */
  readonly min_timestamp?: string | undefined
  /** Only up to this: when it was compared, UTC. */
  readonly max_timestamp?: string | undefined
  /** Only where it is this: prediction. */
  readonly prediction_id?: string | undefined
  /** Only where it is this: measurement. */
  readonly measurement_id?: string | undefined
  /** Only where it is this: model. */
  readonly model_name?: string | undefined
  /** Only where it is this: family. */
  readonly model_family?: string | undefined
  /** Only where it is this: platform. */
  readonly hardware_platform?: string | undefined
  /** Only where it is this: throughput, latency or memory_usage. */
  readonly metric?: string | undefined
  /** Only where it is this: what was predicted. */
  readonly predicted_value?: number | undefined
  /** Only from this on: what was predicted. */
  readonly min_predicted_value?: number | undefined
  /** Only up to this: what was predicted. */
  readonly max_predicted_value?: number | undefined
  /** Only where it is this: what was measured. */
  readonly actual_value?: number | undefined
  /** Only from this on: what was measured. */
  readonly min_actual_value?: number | undefined
  /** Only up to this: what was measured. */
  readonly max_actual_value?: number | undefined
  /** Only where it is this: their difference, without sign. */
  readonly absolute_error?: number | undefined
  /** Only from this on: their difference, without sign. */
  readonly min_absolute_error?: number | undefined
  /** Only up to this: their difference, without sign. */
  readonly max_absolute_error?: number | undefined
  /** Only where it is this: the difference over the measured value; null where that is 0. */
  readonly relative_error?: number | undefined
  /** Only from this on: the difference over the measured value; null where that is 0. */
  readonly min_relative_error?: number | undefined
  /** Only up to this: the difference over the measured value; null where that is 0. */
  readonly max_relative_error?: number | undefined
  /** Only from this time on (timestamp). */
  readonly start_time?: string | undefined
  /** Only before this time (timestamp). */
  readonly end_time?: string | undefined
  /** Only the last days (timestamp). */
  readonly days?: number | undefined
  /** Column to order by. Default: the order in which rows were written. */
  readonly order_by?: "timestamp" | "prediction_id" | "measurement_id" | "model_name" | "model_family" | "hardware_platform" | "metric" | "predicted_value" | "actual_value" | "absolute_error" | "relative_error" | undefined
  /** asc: smallest or oldest first; desc: largest or newest first. Default: "desc". */
  readonly order?: "asc" | "desc" | undefined
  /** Page size. Default: 100. */
  readonly limit?: number | undefined
  /** Rows to skip. Default: 0. */
  readonly offset?: number | undefined
  /** next_cursor of an earlier page, in place of offset. It goes with the same filters and order. */
  readonly cursor?: string | undefined
  /** Short for hardware_platform. */
  readonly hardware?: string | undefined
}

/** Answer of `GET /api/db/predictive-performance/prediction-errors`. */
export interface DatabaseErrorsResponse {
  /** Rows of this page. */
  readonly count: number
  /** All rows that match. */
  readonly total: number
  /** As asked. */
  readonly limit: number
  /** As asked. */
  readonly offset: number
  /** One page, newest first. */
  readonly prediction_errors: readonly PredictionError[]
  /** Cursor of the next page; null on the last one. */
  readonly next_cursor: string | null
}

/** Request of `GET /api/db/predictive-performance/prediction-errors/export`. */
export interface ExportErrorsRequest {
  /** Only where it is this: when it was compared, UTC. */
  readonly timestamp?: string | undefined
  /** Only from this on: when it was compared, UTC. */
  readonly min_timestamp?: string | undefined
  /** Only up to this: when it was compared, UTC. */
  readonly max_timestamp?: string | undefined
  /** Only where it is this: prediction. */
  readonly prediction_id?: string | undefined
  /** Only where it is this: measurement. */
  readonly measurement_id?: string | undefined
  /** Only where it is this: model. */
  readonly model_name?: string | undefined
  /** Only where it is this: family. */
  readonly model_family?: string | undefined
  /** Only where it is this: platform. */
  readonly hardware_platform?: string | undefined
  /** Only where it is this: throughput, latency or memory_usage. */
  readonly metric?: string | undefined
  /** Only where it is this: what was predicted. */
  readonly predicted_value?: number | undefined
  /** Only from this on: what was predicted. */
  readonly min_predicted_value?: number | undefined
  /** Only up to this: what was predicted. */
  readonly max_predicted_value?: number | undefined
  /** Only where it is this: what was measured. */
  readonly actual_value?: number | undefined
  /** Only from this on: what was measured. */
  readonly min_actual_value?: number | undefined
  /** Only up to this: what was measured. */
  readonly max_actual_value?: number | undefined
  /** Only where it is this: their difference, without sign. */
  readonly absolute_error?: number | undefined
  /** Only from this on: their difference, without sign. */
  readonly min_absolute_error?: number | undefined
  /** Only up to this: their difference, without sign. */
  readonly max_absolute_error?: number | undefined
  /** Only where it is this: the difference over the measured value; null where that is 0. */
  readonly relative_error?: number | undefined
  /** Only from this on: the difference over the measured value; null where that is 0. */
  readonly min_relative_error?: number | undefined
  /** Only up to this: the difference over the measured value; null where that is 0. */
  readonly max_relative_error?: number | undefined
  /** Only from this time on (timestamp). */
  readonly start_time?: string | undefined
  /** Only before this time (timestamp). */
  readonly end_time?: string | undefined
  /** Only the last days (timestamp). */
  readonly days?: number | undefined
  /** asc: smallest or oldest first; desc: largest or newest first. Default: "desc". */
  readonly order?: "asc" | "desc" | undefined
  /** Short for hardware_platform. */
  readonly hardware?: string | undefined
  /** json: a list; ndjson: a row a line; csv: a table for spreadsheets, in which no cell is run as a formula; parquet: typed columns. Default: "json". */
  readonly format?: "json" | "ndjson" | "csv" | "parquet" | undefined
}

/** Answer of `GET /api/db/predictive-performance/prediction-errors/export`. */
export type ExportErrorsResponse = readonly PredictionError[]

/** Answer of `DELETE /api/db/predictive-performance/measurements/{id}`. */
export type MeasurementsDatabaseDeleteOneResponse = Deletion

/** Answer of `DELETE /api/db/predictive-performance/predictions/{id}`. */
export type PredictionsDatabaseDeleteOneResponse = Deletion

/** Answer of `DELETE /api/db/predictive-performance/recommendations/{id}`. */
export type RecommendationsDatabaseDeleteOneResponse = Deletion

/** Answer of `DELETE /api/db/predictive-performance/models/{id}`. */
export type ModelsDatabaseDeleteOneResponse = Deletion

/** Answer of `DELETE /api/db/predictive-performance/feature-importance/{id}`. */
export type FeatureImportanceDatabaseDeleteOneResponse = Deletion

/** Answer of `DELETE /api/db/predictive-performance/feedback/{id}`. */
export type FeedbackDatabaseDeleteOneResponse = Deletion

/** Answer of `DELETE /api/db/predictive-performance/prediction-errors/{id}`. */
export type ErrorsDatabaseDeleteOneResponse = Deletion

/** Request of `POST /api/db/predictive-performance/measurements/delete`. */
export interface MeasurementsDatabaseDeleteManyRequest {
  /** Ids of the rows, at most 1000. */
  readonly ids: readonly string[]
}

/** Answer of `POST /api/db/predictive-performance/measurements/delete`. */
export type MeasurementsDatabaseDeleteManyResponse = Deletion

/** Request of `POST /api/db/predictive-performance/predictions/delete`. */
export interface PredictionsDatabaseDeleteManyRequest {
  /** Ids of the rows, at most 1000. */
  readonly ids: readonly string[]
}

/** Answer of `POST /api/db/predictive-performance/predictions/delete`. */
export type PredictionsDatabaseDeleteManyResponse = Deletion

/** Request of `POST /api/db/predictive-performance/recommendations/delete`. */
export interface RecommendationsDatabaseDeleteManyRequest {
  /** Ids of the rows, at most 1000. */
  readonly ids: readonly string[]
}

/** Answer of `POST /api/db/predictive-performance/recommendations/delete`. */
export type RecommendationsDatabaseDeleteManyResponse = Deletion

/** Request of `POST /api/db/predictive-performance/models/delete`. */
export interface ModelsDatabaseDeleteManyRequest {
  /** Ids of the rows, at most 1000. */
  readonly ids: readonly string[]
}

/** Answer of `POST /api/db/predictive-performance/models/delete`. */
export type ModelsDatabaseDeleteManyResponse = Deletion

/** Request of `POST /api/db/predictive-performance/feature-importance/delete`. */
export interface FeatureImportanceDatabaseDeleteManyRequest {
  /** Ids of the rows, at most 1000. */
  readonly ids: readonly string[]
}

/** Answer of `POST /api/db/predictive-performance/feature-importance/delete`. */
export type FeatureImportanceDatabaseDeleteManyResponse = Deletion

/** Request of `POST /api/db/predictive-performance/feedback/delete`. */
export interface FeedbackDatabaseDeleteManyRequest {
  /** Ids of the rows, at most 1000. */
  readonly ids: readonly string[]
}

/** Answer of `POST /api/db/predictive-performance/feedback/delete`. */
export type FeedbackDatabaseDeleteManyResponse = Deletion

/** Request of `POST /api/db/predictive-performance/prediction-errors/delete`. */
export interface ErrorsDatabaseDeleteManyRequest {
  /** Ids of the rows, at most 1000. */
  readonly ids: readonly string[]
}

/** Answer of `POST /api/db/predictive-performance/prediction-errors/delete`. */
export type ErrorsDatabaseDeleteManyResponse = Deletion

/** Request of `GET /api/db/model-performance/runs`. */
export interface ModelPerformanceDatabaseListRequest {
  /** Only runs of this task type. */
  readonly task_type?: "classification" | "regression" | "text_generation" | "image_classification" | "multimodal" | undefined
  /** Only runs that hold this model. */
  readonly model_name?: string | undefined
  /** Only runs on this data set. */
  readonly dataset_id?: string | undefined
  /** Only runs whose name contains this, ignoring case. */
  readonly name?: string | undefined
  /** Only runs made from this time on. */
  readonly start_time?: string | undefined
  /** Only runs made before this time. */
  readonly end_time?: string | undefined
  /** Page size. Default: 100. */
  readonly limit?: number | undefined
  /** Rows to skip. Default: 0. */
  readonly offset?: number | undefined
  /** next_cursor of an earlier page, in place of offset. It goes with the same filters. */
  readonly cursor?: string | undefined
}

/** Answer of `GET /api/db/model-performance/runs`. */
export interface ModelPerformanceDatabaseListResponse {
  /** Rows of this page. */
  readonly count: number
  /** All rows that match. */
  readonly total: number
  /** As asked. */
  readonly limit: number
  /** As asked. */
  readonly offset: number
  /** The page. */
  readonly runs: readonly RunSummary[]
  /** Cursor of the next page; null on the last one. */
  readonly next_cursor: string | null
}

/** Request of `GET /api/db/model-performance/runs/export`. */
export interface ModelPerformanceDatabaseExportRequest {
  /** Only runs of this task type. */
  readonly task_type?: "classification" | "regression" | "text_generation" | "image_classification" | "multimodal" | undefined
  /** Only runs that hold this model. */
  readonly model_name?: string | undefined
  /** Only runs on this data set. */
  readonly dataset_id?: string | undefined
  /** Only runs whose name contains this, ignoring case. */
  readonly name?: string | undefined
  /** Only runs made from this time on. */
  readonly start_time?: string | undefined
  /** Only runs made before this time. */
  readonly end_time?: string | undefined
  /** json: a list; ndjson: a run a line. Default: "json". */
  readonly format?: "json" | "ndjson" | undefined
}

/** Answer of `GET /api/db/model-performance/runs/export`. */
export type ModelPerformanceDatabaseExportResponse = readonly (Readonly<Record<string, unknown>>)[]

/** Request of `GET /api/db/model-performance/models/stats`. */
export interface ModelPerformanceDatabaseModelStatsRequest {
  /** Most rows. Default: 1000. */
  readonly limit?: number | undefined
}

/** Answer of `GET /api/db/model-performance/models/stats`. */
export type ModelPerformanceDatabaseModelStatsResponse = readonly {
  /** Model. */
  readonly model_name: string
  /** Evaluations that hold it. */
  readonly total_runs: number
  /** Different data sets. */
  readonly datasets: number
  /** When it was first evaluated, UTC. */
  readonly first_run: string
  /** When it was last evaluated, UTC. */
  readonly latest_run: string
}[]

/** Request of `POST /api/db/model-performance/search`. */
export interface ModelPerformanceDatabaseSearchRequest {
  /** Text to look for. */
  readonly query: string
  /** Most rows. Default: 100. */
  readonly limit?: number | null | undefined
}

/** Answer of `POST /api/db/model-performance/search`. */
export type ModelPerformanceDatabaseSearchResponse = readonly RunSummary[]

/** Request of `GET /api/test/db/runs`. */
export interface TestDatabaseListRequest {
  /** Only where it is this: id of the run. */
  readonly run_id?: string | undefined
  /** Only where it is this: model under test. */
  readonly model_name?: string | undefined
  /** Only where it holds this: platforms. */
  readonly hardware?: string | undefined
  /** Only where it is this: kind of test. */
  readonly test_type?: string | undefined
  /** Only where it is this: initializing, running, completed, failed or cancelled. */
  readonly status?: string | undefined
  /** Only where it is this: 0 to 1. */
  readonly progress?: number | undefined
  /** Only from this on: 0 to 1. */
  readonly min_progress?: number | undefined
  /** Only up to this: 0 to 1. */
  readonly max_progress?: number | undefined
  /** Only where it is this: when it was taken, UTC. */
  readonly started_at?: string | undefined
  /** Only from this on: when it was taken, UTC. */
  readonly min_started_at?: string | undefined
  /** Only up to this: when it was taken, UTC. */
  readonly max_started_at?: string | undefined
  /** Only where it is this: when it ended, UTC; null until then. */
  readonly completed_at?: string | undefined
  /** Only from this on: when it ended, UTC; null until then. */
  readonly min_completed_at?: string | undefined
  /** Only up to this: when it ended, UTC; null until then. */
  readonly max_completed_at?: string | undefined
  /** Only where it is this: seconds from start to end; null until then. */
  readonly duration?: number | undefined
  /** Only from this on: seconds from start to end; null until then. */
  readonly min_duration?: number | undefined
  /** Only up to this: seconds from start to end; null until then. */
  readonly max_duration?: number | undefined
  /** Only where it is this: tests that passed. */
  readonly tests_passed?: number | undefined
  /** Only from this on: tests that passed. */
  readonly min_tests_passed?: number | undefined
  /** Only up to this: tests that passed. */
  readonly max_tests_passed?: number | undefined
  /** Only where it is this: tests that failed. */
  readonly tests_failed?: number | undefined
  /** Only from this on: tests that failed. */
  readonly min_tests_failed?: number | undefined
  /** Only up to this: tests that failed. */
  readonly max_tests_failed?: number | undefined
  /** Only where it is this: tests that were skipped. */
  readonly tests_skipped?: number | undefined
  /** Only from this on: tests that were skipped. */
  readonly min_tests_skipped?: number | undefined
  /** Only up to this: tests that were skipped. */
  readonly max_tests_skipped?: number | undefined
  /** Only where it is this: tests that ended. */
  readonly step_count?: number | undefined
  /** Only from this on: tests that ended. */
  readonly min_step_count?: number | undefined
  /** Only up to this: tests that ended. */
  readonly max_step_count?: number | undefined
  /** Only where it is this: figures that were measured. */
  readonly metric_count?: number | undefined
  /** Only from this on: figures that were measured. */
  readonly min_metric_count?: number | undefined
  /** Only up to this: figures that were measured. */
  readonly max_metric_count?: number | undefined
  /** Only where it is this: files that were written. */
  readonly artifact_count?: number | undefined
  /** Only from this on: files that were written. */
  readonly min_artifact_count?: number | undefined
  /** Only up to this: files that were written. */
  readonly max_artifact_count?: number | undefined
  /** Only where it is this: the batch it belongs to. */
  readonly batch_id?: string | undefined
  /** Only from this time on (started_at). */
  readonly start_time?: string | undefined
  /** Only before this time (started_at). */
  readonly end_time?: string | undefined
  /** Only the last days (started_at). */
  readonly days?: number | undefined
  /** Column to order by. Default: the order in which rows were written. */
  readonly order_by?: "run_id" | "model_name" | "test_type" | "status" | "progress" | "started_at" | "completed_at" | "duration" | "tests_passed" | "tests_failed" | "tests_skipped" | "step_count" | "metric_count" | "artifact_count" | "batch_id" | undefined
  /** asc: smallest or oldest first; desc: largest or newest first. Default: "desc". */
  readonly order?: "asc" | "desc" | undefined
  /** Page size. Default: 100. */
  readonly limit?: number | undefined
  /** Rows to skip. Default: 0. */
  readonly offset?: number | undefined
  /** next_cursor of an earlier page, in place of offset. It goes with the same filters and order. */
  readonly cursor?: string | undefined
}

/** Answer of `GET /api/test/db/runs`. */
export type TestDatabaseListResponse = readonly StoredTestRun[]

/** Request of `GET /api/test/db/runs/export`. */
export interface TestDatabaseExportRowsRequest {
  /** Only where it is this: id of the run. */
  readonly run_id?: string | undefined
  /** Only where it is this: model under test. */
  readonly model_name?: string | undefined
  /** Only where it holds this: platforms. */
  readonly hardware?: string | undefined
  /** Only where it is this: kind of test. */
  readonly test_type?: string | undefined
  /** Only where it is this: initializing, running, completed, failed or cancelled. */
  readonly status?: string | undefined
  /** Only where it is this: 0 to 1. */
  readonly progress?: number | undefined
  /** Only from this on: 0 to 1. */
  readonly min_progress?: number | undefined
  /** Only up to this: 0 to 1. */
  readonly max_progress?: number | undefined
  /** Only where it is this: when it was taken, UTC. */
  readonly started_at?: string | undefined
  /** Only from this on: when it was taken, UTC. */
  readonly min_started_at?: string | undefined
  /** Only up to this: when it was taken, UTC. */
  readonly max_started_at?: string | undefined
  /** Only where it is this: when it ended, UTC; null until then. */
  readonly completed_at?: string | undefined
  /** Only from this on: when it ended, UTC; null until then. */
  readonly min_completed_at?: string | undefined
  /** Only up to this: when it ended, UTC; null until then. */
  readonly max_completed_at?: string | undefined
  /** Only where it is this: seconds from start to end; null until then. */
  readonly duration?: number | undefined
  /** Only from this on: seconds from start to end; null until then. */
  readonly min_duration?: number | undefined
  /** Only up to this: seconds from start to end; null until then. */
  readonly max_duration?: number | undefined
  /** Only where it is this: tests that passed. */
  readonly tests_passed?: number | undefined
  /** Only from this on: tests that passed. */
  readonly min_tests_passed?: number | undefined
  /** Only up to this: tests that passed. */
  readonly max_tests_passed?: number | undefined
  /** Only where it is this: tests that failed. */
  readonly tests_failed?: number | undefined
  /** Only from this on: tests that failed. */
  readonly min_tests_failed?: number | undefined
  /** Only up to this: tests that failed. */
  readonly max_tests_failed?: number | undefined
  /** Only where it is this: tests that were skipped. */
  readonly tests_skipped?: number | undefined
  /** Only from this on: tests that were skipped. */
  readonly min_tests_skipped?: number | undefined
  /** Only up to this: tests that were skipped. */
  readonly max_tests_skipped?: number | undefined
  /** Only where it is this: tests that ended. */
  readonly step_count?: number | undefined
  /** Only from this on: tests that ended. */
  readonly min_step_count?: number | undefined
  /** Only up to this: tests that ended. */
  readonly max_step_count?: number | undefined
  /** Only where it is this: figures that were measured. */
  readonly metric_count?: number | undefined
  /** Only from this on: figures that were measured. */
  readonly min_metric_count?: number | undefined
  /** Only up to this: figures that were measured. */
  readonly max_metric_count?: number | undefined
  /** Only where it is this: files that were written. */
  readonly artifact_count?: number | undefined
  /** Only from this on: files that were written. */
  readonly min_artifact_count?: number | undefined
  /** Only up to this: files that were written. */
  readonly max_artifact_count?: number | undefined
  /** Only where it is this: the batch it belongs to. */
  readonly batch_id?: string | undefined
  /** Only from this time on (started_at). */
  readonly start_time?: string | undefined
  /** Only before this time (started_at). */
  readonly end_time?: string | undefined
  /** Only the last days (started_at). */
  readonly days?: number | undefined
  /** asc: smallest or oldest first; desc: largest or newest first. Default: "desc". */
  readonly order?: "asc" | "desc" | undefined
  /** json: a list; ndjson: a row a line; csv: a table for spreadsheets, in which no cell is run as a formula; parquet: typed columns. Default: "json". */
  readonly format?: "json" | "ndjson" | "csv" | "parquet" | undefined
}

/** Answer of `GET /api/test/db/runs/export`. */
export type TestDatabaseExportRowsResponse = readonly StoredTestRun[]

/** Request of `GET /api/test/db/batches`. */
export interface TestDatabaseBatchesRequest {
  /** Most rows. Default: 100. */
  readonly limit?: number | undefined
  /** Only those with this status. */
  readonly status?: string | undefined
}

/** Answer of `GET /api/test/db/batches`. */
export type TestDatabaseBatchesResponse = readonly RunBatch[]

/** Request of `GET /api/test/db/models/stats`. */
export interface TestDatabaseModelStatsRequest {
  /** Only this model. */
  readonly model_name?: string | undefined
}

/** Answer of `GET /api/test/db/models/stats`. */
export type TestDatabaseModelStatsResponse = readonly RunCountsByModel[]

/** Request of `GET /api/test/db/hardware/stats`. */
export interface TestDatabaseHardwareStatsRequest {
  /** Only this model. */
  readonly model_name?: string | undefined
}

/** Answer of `GET /api/test/db/hardware/stats`. */
export type TestDatabaseHardwareStatsResponse = readonly RunCountsByHardware[]

/** Answer of `GET /api/test/db/run/{run_id}`. */
export interface TestDatabaseOneResponse {
  /** Id of the run. */
  readonly run_id: string
  /** Model under test. */
  readonly model_name: string
  /** Platforms. */
  readonly hardware: readonly string[]
  /** Kind of test. */
  readonly test_type: string
  /** initializing, running, completed, failed or cancelled. */
  readonly status: string
  /** 0 to 1. */
  readonly progress: number
  /** When it was taken, UTC. */
  readonly started_at: string
  /** When it ended, UTC; null until then. */
  readonly completed_at: string | null
  /** Seconds from start to end; null until then. */
  readonly duration: number | null
  /** Tests that passed. */
  readonly tests_passed: number
  /** Tests that failed. */
  readonly tests_failed: number
  /** Tests that were skipped. */
  readonly tests_skipped: number
  /** Tests that ended. */
  readonly step_count: number
  /** Figures that were measured. */
  readonly metric_count: number
  /** Files that were written. */
  readonly artifact_count: number
  /** The batch it belongs to. */
  readonly batch_id: string | null
  /** Why the run failed. */
  readonly error: string | null
  /** What was asked for. */
  readonly config: Readonly<Record<string, unknown>>
  /** What came of it; null while the run has not ended. */
  readonly results: unknown
}

/** Answer of `GET /api/test/db/batch/{batch_id}`. */
export interface TestDatabaseBatchResponse {
  /** Id of the batch. */
  readonly batch_id: string
  /** running while one has not ended, completed when all completed, else how a failed one is called. */
  readonly status: string
  /** When it was taken, UTC. */
  readonly created_at: string
  /** Its runs, as they were started. */
  readonly run_ids: readonly string[]
  /** All runs. */
  readonly total_runs: number
  /** Those that completed. */
  readonly completed_runs: number
  /** Those that failed. */
  readonly failed_runs: number
  /** Those that were cancelled. */
  readonly cancelled_runs: number
  /** Those that have not ended. */
  readonly running_runs: number
  /** Its runs, newest first. */
  readonly runs: readonly StoredTestRun[]
}

/** Request of `GET /api/test/db/performance`. */
export interface TestDatabasePerformanceRequest {
  /** Only the last days. Default: 30. */
  readonly days?: number | undefined
  /** Only this model. */
  readonly model_name?: string | undefined
}

/** Answer of `GET /api/test/db/performance`. */
export interface TestDatabasePerformanceResponse {
  /** By day, newest first. */
  readonly daily_stats: readonly RunCountsByDay[]
  /** By model, the last used first. */
  readonly model_stats: readonly RunCountsByModel[]
  /** By platform, the last used first. */
  readonly hardware_stats: readonly RunCountsByHardware[]
  /** The ten newest runs. */
  readonly latest_runs: readonly StoredTestRun[]
  /** What was measured, by model and platform, over all sizes; empty where nothing is. */
  readonly performance_metrics: readonly MetricSummary[]
  /** When this was counted, UTC. */
  readonly generated_at: string
}

/** Request of `POST /api/test/db/search`. */
export interface TestDatabaseSearchRequest {
  /** Text to look for. */
  readonly query: string
  /** Most rows. Default: 100. */
  readonly limit?: number | null | undefined
}

/** Answer of `POST /api/test/db/search`. */
export type TestDatabaseSearchResponse = readonly StoredTestRun[]

/** Request of `POST /api/test/db/export`. */
export interface TestDatabaseExportRequest {
  /** Name of the file in the export folder of the server; .json holds everything, .ndjson, .csv and .parquet the rows alone, however many. A file of that name is replaced. */
  readonly filename: string
  /** Also what was measured. Default: true. */
  readonly include_metrics?: boolean | null | undefined
  /** Also the runs. Default: true. */
  readonly include_runs?: boolean | null | undefined
  /** Also the batches. Default: true. */
  readonly include_batches?: boolean | null | undefined
}

/** Answer of `POST /api/test/db/export`. */
export type TestDatabaseExportResponse = StartedExport

/** Answer of `DELETE /api/test/db/run/{run_id}`. */
export type TestDatabaseDeleteOneResponse = Deletion

/** Request of `DELETE /api/test/db/batch/{batch_id}`. */
export interface TestDatabaseDeleteBatchRequest {
  /** Also its runs, which all must have ended. Default: false. */
  readonly delete_runs?: boolean | undefined
}

/** Answer of `DELETE /api/test/db/batch/{batch_id}`. */
export type TestDatabaseDeleteBatchResponse = Deletion

/** Request of `GET /api/benchmark/db/runs`. */
export interface BenchmarkDatabaseListRequest {
  /** Only where it is this: run it was measured in. */
  readonly run_id?: string | undefined
  /** Only where it is this: model. */
  readonly model_name?: string | undefined
  /** Only where it is this: family. */
  readonly model_family?: string | undefined
  /** Only where it is this: platform. */
  readonly hardware?: string | undefined
  /** Only where it is this: samples of one batch. */
  readonly batch_size?: number | undefined
  /** Only from this on: samples of one batch. */
  readonly min_batch_size?: number | undefined
  /** Only up to this: samples of one batch. */
  readonly max_batch_size?: number | undefined
  /** Only where it is this: number format. */
  readonly precision?: string | undefined
  /** Only where it is this: completed, or failed where it could not be measured. */
  readonly status?: string | undefined
  /** Only where it is this: when it was taken, UTC. */
  readonly started_at?: string | undefined
  /** Only from this on: when it was taken, UTC. */
  readonly min_started_at?: string | undefined
  /** Only up to this: when it was taken, UTC. */
  readonly max_started_at?: string | undefined
  /** Only where it is this: when it ended, UTC; null until then. */
  readonly completed_at?: string | undefined
  /** Only from this on: when it ended, UTC; null until then. */
  readonly min_completed_at?: string | undefined
  /** Only up to this: when it ended, UTC; null until then. */
  readonly max_completed_at?: string | undefined
  /** Only where it is this: seconds from start to end; null until then. */
  readonly duration?: number | undefined
  /** Only from this on: seconds from start to end; null until then. */
  readonly min_duration?: number | undefined
  /** Only up to this: seconds from start to end; null until then. */
  readonly max_duration?: number | undefined
  /** Only where it is this: samples per second. */
  readonly throughput?: number | undefined
  /** Only from this on: samples per second. */
  readonly min_throughput?: number | undefined
  /** Only up to this: samples per second. */
  readonly max_throughput?: number | undefined
  /** Only where it is this: milliseconds of one batch: the median. */
  readonly latency?: number | undefined
  /** Only from this on: milliseconds of one batch: the median. */
  readonly min_latency?: number | undefined
  /** Only up to this: milliseconds of one batch: the median. */
  readonly max_latency?: number | undefined
  /** Only where it is this: peak MB (2^20 bytes). */
  readonly memory_usage?: number | undefined
  /** Only from this on: peak MB (2^20 bytes). */
  readonly min_memory_usage?: number | undefined
  /** Only up to this: peak MB (2^20 bytes). */
  readonly max_memory_usage?: number | undefined
  /** Only where it is this: whether the figures are simulated. */
  readonly simulation_mode?: boolean | undefined
  /** Only from this time on (started_at). */
  readonly start_time?: string | undefined
  /** Only before this time (started_at). */
  readonly end_time?: string | undefined
  /** Only the last days (started_at). */
  readonly days?: number | undefined
  /** Column to order by. Default: the order in which rows were written. */
  readonly order_by?: "run_id" | "model_name" | "model_family" | "hardware" | "batch_size" | "precision" | "status" | "started_at" | "completed_at" | "duration" | "throughput" | "latency" | "memory_usage" | "simulation_mode" | undefined
  /** asc: smallest or oldest first; desc: largest or newest first. Default: "desc". */
  readonly order?: "asc" | "desc" | undefined
  /** Page size. Default: 100. */
  readonly limit?: number | undefined
  /** Rows to skip. Default: 0. */
  readonly offset?: number | undefined
  /** next_cursor of an earlier page, in place of offset. It goes with the same filters and order. */
  readonly cursor?: string | undefined
}

/** Answer of `GET /api/benchmark/db/runs`. */
export type BenchmarkDatabaseListResponse = readonly StoredBenchmarkRun[]

/** Request of `GET /api/benchmark/db/runs/export`. */
export interface BenchmarkDatabaseExportRowsRequest {
  /** Only where it is this: run it was measured in. */
  readonly run_id?: string | undefined
  /** Only where it is this: model. */
  readonly model_name?: string | undefined
  /** Only where it is this: family. */
  readonly model_family?: string | undefined
  /** Only where it is this: platform. */
  readonly hardware?: string | undefined
  /** Only where it is this: samples of one batch. */
  readonly batch_size?: number | undefined
  /** Only from this on: samples of one batch. */
  readonly min_batch_size?: number | undefined
  /** Only up to this: samples of one batch. */
  readonly max_batch_size?: number | undefined
  /** Only where it is this: number format. */
  readonly precision?: string | undefined
  /** Only where it is this: completed, or failed where it could not be measured. */
  readonly status?: string | undefined
  /** Only where it is this: when it was taken, UTC. */
  readonly started_at?: string | undefined
  /** Only from this on: when it was taken, UTC. */
  readonly min_started_at?: string | undefined
  /** Only up to this: when it was taken, UTC. */
  readonly max_started_at?: string | undefined
  /** Only where it is this: when it ended, UTC; null until then. */
  readonly completed_at?: string | undefined
  /** Only from this on: when it ended, UTC; null until then. */
  readonly min_completed_at?: string | undefined
  /** Only up to this: when it ended, UTC; null until then. */
  readonly max_completed_at?: string | undefined
  /** Only where it is this: seconds from start to end; null until then. */
  readonly duration?: number | undefined
  /** Only from this on: seconds from start to end; null until then. */
  readonly min_duration?: number | undefined
  /** Only up to this: seconds from start to end; null until then. */
  readonly max_duration?: number | undefined
  /** Only where it is this: samples per second. */
  readonly throughput?: number | undefined
  /** Only from this on: samples per second. */
  readonly min_throughput?: number | undefined
  /** Only up to this: samples per second. */
  readonly max_throughput?: number | undefined
  /** Only where it is this: milliseconds of one batch: the median. */
  readonly latency?: number | undefined
  /** Only from this on: milliseconds of one batch: the median. */
  readonly min_latency?: number | undefined
  /** Only up to this: milliseconds of one batch: the median. */
  readonly max_latency?: number | undefined
  /** Only where it is this: peak MB (2^20 bytes). */
  readonly memory_usage?: number | undefined
  /** Only from this on: peak MB (2^20 bytes). */
  readonly min_memory_usage?: number | undefined
  /** Only up to this: peak MB (2^20 bytes). */
  readonly max_memory_usage?: number | undefined
  /** Only where it is this: whether the figures are simulated. */
  readonly simulation_mode?: boolean | undefined
  /** Only from this time on (started_at). */
  readonly start_time?: string | undefined
  /** Only before this time (started_at). */
  readonly end_time?: string | undefined
  /** Only the last days (started_at). */
  readonly days?: number | undefined
  /** asc: smallest or oldest first; desc: largest or newest first. Default: "desc". */
  readonly order?: "asc" | "desc" | undefined
  /** json: a list; ndjson: a row a line; csv: a table for spreadsheets, in which no cell is run as a formula; parquet: typed columns. Default: "json". */
  readonly format?: "json" | "ndjson" | "csv" | "parquet" | undefined
}

/** Answer of `GET /api/benchmark/db/runs/export`. */
export type BenchmarkDatabaseExportRowsResponse = readonly StoredBenchmarkRun[]

/** Request of `GET /api/benchmark/db/batches`. */
export interface BenchmarkDatabaseBatchesRequest {
  /** Most rows. Default: 100. */
  readonly limit?: number | undefined
  /** Only those with this status. */
  readonly status?: string | undefined
}

/** Answer of `GET /api/benchmark/db/batches`. */
export type BenchmarkDatabaseBatchesResponse = readonly RunBatch[]

/** Request of `GET /api/benchmark/db/models/stats`. */
export interface BenchmarkDatabaseModelStatsRequest {
  /** Only this model. */
  readonly model_name?: string | undefined
}

/** Answer of `GET /api/benchmark/db/models/stats`. */
export type BenchmarkDatabaseModelStatsResponse = readonly RunCountsByModel[]

/** Request of `GET /api/benchmark/db/hardware/stats`. */
export interface BenchmarkDatabaseHardwareStatsRequest {
  /** Only this model. */
  readonly model_name?: string | undefined
}

/** Answer of `GET /api/benchmark/db/hardware/stats`. */
export type BenchmarkDatabaseHardwareStatsResponse = readonly RunCountsByHardware[]

/** Answer of `GET /api/benchmark/db/run/{run_id}`. */
export interface BenchmarkDatabaseOneResponse {
  /** Id of the run. */
  readonly run_id: string
  /** Models. */
  readonly models: readonly string[]
  /** Platforms. */
  readonly hardware: readonly string[]
  /** initializing, running, completed, failed or cancelled. */
  readonly status: string
  /** 0 to 1. */
  readonly progress: number
  /** When it was taken, UTC. */
  readonly started_at: string
  /** When it ended, UTC; null until then. */
  readonly completed_at: string | null
  /** Seconds from start to end; null until then. */
  readonly duration: number | null
  /** Why the run failed. */
  readonly error: string | null
  /** What was asked for. */
  readonly config: Readonly<Record<string, unknown>>
  /** One row per configuration that was measured or refused in this run. */
  readonly results: readonly StoredBenchmarkRun[]
}

/** Answer of `GET /api/benchmark/db/batch/{batch_id}`. */
export interface BenchmarkDatabaseBatchResponse {
  /** Id of the batch. */
  readonly batch_id: string
  /** running while one has not ended, completed when all completed, else how a failed one is called. */
  readonly status: string
  /** When it was taken, UTC. */
  readonly created_at: string
  /** Its runs, as they were started. */
  readonly run_ids: readonly string[]
  /** All runs. */
  readonly total_runs: number
  /** Those that completed. */
  readonly completed_runs: number
  /** Those that failed. */
  readonly failed_runs: number
  /** Those that were cancelled. */
  readonly cancelled_runs: number
  /** Those that have not ended. */
  readonly running_runs: number
  /** Its runs, newest first. */
  readonly runs: readonly StoredBenchmarkRun[]
}

/** Request of `GET /api/benchmark/db/performance`. */
export interface BenchmarkDatabasePerformanceRequest {
  /** Only the last days. Default: 30. */
  readonly days?: number | undefined
  /** Only this model. */
  readonly model_name?: string | undefined
}

/** Answer of `GET /api/benchmark/db/performance`. */
export interface BenchmarkDatabasePerformanceResponse {
  /** By day, newest first. */
  readonly daily_stats: readonly RunCountsByDay[]
  /** By model, the last used first. */
  readonly model_stats: readonly RunCountsByModel[]
  /** By platform, the last used first. */
  readonly hardware_stats: readonly RunCountsByHardware[]
  /** The ten newest runs. */
  readonly latest_runs: readonly StoredBenchmarkRun[]
  /** What was measured, by model and platform, over all sizes; empty where nothing is. */
  readonly performance_metrics: readonly MetricSummary[]
  /** When this was counted, UTC. */
  readonly generated_at: string
}

/** Request of `POST /api/benchmark/db/search`. */
export interface BenchmarkDatabaseSearchRequest {
  /** Text to look for. */
  readonly query: string
  /** Most rows. Default: 100. */
  readonly limit?: number | null | undefined
}

/** Answer of `POST /api/benchmark/db/search`. */
export type BenchmarkDatabaseSearchResponse = readonly StoredBenchmarkRun[]

/** Request of `POST /api/benchmark/db/export`. */
export interface BenchmarkDatabaseExportRequest {
  /** Name of the file in the export folder of the server; .json holds everything, .ndjson, .csv and .parquet the rows alone, however many. A file of that name is replaced. */
  readonly filename: string
  /** Also what was measured. Default: true. */
  readonly include_metrics?: boolean | null | undefined
  /** Also the runs. Default: true. */
  readonly include_runs?: boolean | null | undefined
  /** Also the batches. Default: true. */
  readonly include_batches?: boolean | null | undefined
}

/** Answer of `POST /api/benchmark/db/export`. */
export type BenchmarkDatabaseExportResponse = StartedExport

/** Answer of `DELETE /api/benchmark/db/run/{run_id}`. */
export type BenchmarkDatabaseDeleteOneResponse = Deletion

/** Request of `DELETE /api/benchmark/db/batch/{batch_id}`. */
export interface BenchmarkDatabaseDeleteBatchRequest {
  /** Also its runs, which all must have ended. Default: false. */
  readonly delete_runs?: boolean | undefined
}

/** Answer of `DELETE /api/benchmark/db/batch/{batch_id}`. */
export type BenchmarkDatabaseDeleteBatchResponse = Deletion

/** Request of `GET /api/generator/db/tasks`. */
export interface GeneratorDatabaseListRequest {
  /** Only where it is this: id of the task. */
  readonly task_id?: string | undefined
  /** Only where it is this: model. */
  readonly model_name?: string | undefined
  /** Only where it holds this: platforms. */
  readonly hardware?: string | undefined
  /** Only where it is this: initializing, running, completed or error. */
  readonly status?: string | undefined
  /** Only where it is this: when it was taken, UTC. */
  readonly started_at?: string | undefined
  /** Only from this on: when it was taken, UTC. */
  readonly min_started_at?: string | undefined
  /** Only up to this: when it was taken, UTC. */
  readonly max_started_at?: string | undefined
  /** Only where it is this: when it ended, UTC; null until then. */
  readonly completed_at?: string | undefined
  /** Only from this on: when it ended, UTC; null until then. */
  readonly min_completed_at?: string | undefined
  /** Only up to this: when it ended, UTC; null until then. */
  readonly max_completed_at?: string | undefined
  /** Only where it is this: seconds from start to end; null until then. */
  readonly duration?: number | undefined
  /** Only from this on: seconds from start to end; null until then. */
  readonly min_duration?: number | undefined
  /** Only up to this: seconds from start to end; null until then. */
  readonly max_duration?: number | undefined
  /** Only where it is this: architecture of the model. */
  readonly architecture?: string | undefined
  /** Only where it is this: kind of script. */
  readonly template_type?: string | undefined
  /** Only where it is this: path of the script. */
  readonly output_file?: string | undefined
  /** Only where it is this: steps that were taken. */
  readonly step_count?: number | undefined
  /** Only from this on: steps that were taken. */
  readonly min_step_count?: number | undefined
  /** Only up to this: steps that were taken. */
  readonly max_step_count?: number | undefined
  /** Only where it is this: figures that were measured. */
  readonly metric_count?: number | undefined
  /** Only from this on: figures that were measured. */
  readonly min_metric_count?: number | undefined
  /** Only up to this: figures that were measured. */
  readonly max_metric_count?: number | undefined
  /** Only where it is this: the batch it belongs to. */
  readonly batch_id?: string | undefined
  /** Only from this time on (started_at). */
  readonly start_time?: string | undefined
  /** Only before this time (started_at). */
  readonly end_time?: string | undefined
  /** Only the last days (started_at). */
  readonly days?: number | undefined
  /** Column to order by. Default: the order in which rows were written. */
  readonly order_by?: "task_id" | "model_name" | "status" | "started_at" | "completed_at" | "duration" | "architecture" | "template_type" | "output_file" | "step_count" | "metric_count" | "batch_id" | undefined
  /** asc: smallest or oldest first; desc: largest or newest first. Default: "desc". */
  readonly order?: "asc" | "desc" | undefined
  /** Page size. Default: 100. */
  readonly limit?: number | undefined
  /** Rows to skip. Default: 0. */
  readonly offset?: number | undefined
  /** next_cursor of an earlier page, in place of offset. It goes with the same filters and order. */
  readonly cursor?: string | undefined
}

/** Answer of `GET /api/generator/db/tasks`. */
export type GeneratorDatabaseListResponse = readonly StoredGeneratorTask[]

/** Request of `GET /api/generator/db/tasks/export`. */
export interface GeneratorDatabaseExportRowsRequest {
  /** Only where it is this: id of the task. */
  readonly task_id?: string | undefined
  /** Only where it is this: model. */
  readonly model_name?: string | undefined
  /** Only where it holds this: platforms. */
  readonly hardware?: string | undefined
  /** Only where it is this: initializing, running, completed or error. */
  readonly status?: string | undefined
  /** Only where it is this: when it was taken, UTC. */
  readonly started_at?: string | undefined
  /** Only from this on: when it was taken, UTC. */
  readonly min_started_at?: string | undefined
  /** Only up to this: when it was taken, UTC. */
  readonly max_started_at?: string | undefined
  /** Only where it is this: when it ended, UTC; null until then. */
  readonly completed_at?: string | undefined
  /** Only from this on: when it ended, UTC; null until then. */
  readonly min_completed_at?: string | undefined
  /** Only up to this: when it ended, UTC; null until then. */
  readonly max_completed_at?: string | undefined
  /** Only where it is this: seconds from start to end; null until then. */
  readonly duration?: number | undefined
  /** Only from this on: seconds from start to end; null until then. */
  readonly min_duration?: number | undefined
  /** Only up to this: seconds from start to end; null until then. */
  readonly max_duration?: number | undefined
  /** Only where it is this: architecture of the model. */
  readonly architecture?: string | undefined
  /** Only where it is this: kind of script. */
  readonly template_type?: string | undefined
  /** Only where it is this: path of the script. */
  readonly output_file?: string | undefined
  /** Only where it is this: steps that were taken. */
  readonly step_count?: number | undefined
  /** Only from this on: steps that were taken. */
  readonly min_step_count?: number | undefined
  /** Only up to this: steps that were taken. */
  readonly max_step_count?: number | undefined
  /** Only where it is this: figures that were measured. */
  readonly metric_count?: number | undefined
  /** Only from this on: figures that were measured. */
  readonly min_metric_count?: number | undefined
  /** Only up to this: figures that were measured. */
  readonly max_metric_count?: number | undefined
  /** Only where it is this: the batch it belongs to. */
  readonly batch_id?: string | undefined
  /** Only from this time on (started_at). */
  readonly start_time?: string | undefined
  /** Only before this time (started_at). */
  readonly end_time?: string | undefined
  /** Only the last days (started_at). */
  readonly days?: number | undefined
  /** asc: smallest or oldest first; desc: largest or newest first. Default: "desc". */
  readonly order?: "asc" | "desc" | undefined
  /** json: a list; ndjson: a row a line; csv: a table for spreadsheets, in which no cell is run as a formula; parquet: typed columns. Default: "json". */
  readonly format?: "json" | "ndjson" | "csv" | "parquet" | undefined
}

/** Answer of `GET /api/generator/db/tasks/export`. */
export type GeneratorDatabaseExportRowsResponse = readonly StoredGeneratorTask[]

/** Request of `GET /api/generator/db/batches`. */
export interface GeneratorDatabaseBatchesRequest {
  /** Most rows. Default: 100. */
  readonly limit?: number | undefined
  /** Only those with this status. */
  readonly status?: string | undefined
}

/** Answer of `GET /api/generator/db/batches`. */
export type GeneratorDatabaseBatchesResponse = readonly TaskBatch[]

/** Request of `GET /api/generator/db/models/stats`. */
export interface GeneratorDatabaseModelStatsRequest {
  /** Only this model. */
  readonly model_name?: string | undefined
}

/** Answer of `GET /api/generator/db/models/stats`. */
export type GeneratorDatabaseModelStatsResponse = readonly TaskCountsByModel[]

/** Request of `GET /api/generator/db/hardware/stats`. */
export interface GeneratorDatabaseHardwareStatsRequest {
  /** Only this model. */
  readonly model_name?: string | undefined
}

/** Answer of `GET /api/generator/db/hardware/stats`. */
export type GeneratorDatabaseHardwareStatsResponse = readonly TaskCountsByHardware[]

/** Answer of `GET /api/generator/db/task/{task_id}`. */
export interface GeneratorDatabaseOneResponse {
  /** Id of the task. */
  readonly task_id: string
  /** Model. */
  readonly model_name: string
  /** Platforms. */
  readonly hardware: readonly string[]
  /** initializing, running, completed or error. */
  readonly status: string
  /** When it was taken, UTC. */
  readonly started_at: string
  /** When it ended, UTC; null until then. */
  readonly completed_at: string | null
  /** Seconds from start to end; null until then. */
  readonly duration: number | null
  /** Architecture of the model. */
  readonly architecture: string | null
  /** Kind of script. */
  readonly template_type: string | null
  /** Path of the script. */
  readonly output_file: string | null
  /** Steps that were taken. */
  readonly step_count: number
  /** Figures that were measured. */
  readonly metric_count: number
  /** The batch it belongs to. */
  readonly batch_id: string | null
  /** Why the task failed. */
  readonly error: string | null
  /** What was asked for. */
  readonly config: Readonly<Record<string, unknown>>
  /** What came of it; null while the task has not ended. */
  readonly results: unknown
}

/** Answer of `GET /api/generator/db/batch/{batch_id}`. */
export interface GeneratorDatabaseBatchResponse {
  /** Id of the batch. */
  readonly batch_id: string
  /** running while one has not ended, completed when all completed, else how a failed one is called. */
  readonly status: string
  /** When it was taken, UTC. */
  readonly created_at: string
  /** Its tasks, as they were started. */
  readonly task_ids: readonly string[]
  /** All tasks. */
  readonly total_tasks: number
  /** Those that completed. */
  readonly completed_tasks: number
  /** Those that failed. */
  readonly failed_tasks: number
  /** Those that were cancelled. */
  readonly cancelled_tasks: number
  /** Those that have not ended. */
  readonly running_tasks: number
  /** Its tasks, newest first. */
  readonly tasks: readonly StoredGeneratorTask[]
}

/** Request of `GET /api/generator/db/performance`. */
export interface GeneratorDatabasePerformanceRequest {
  /** Only the last days. Default: 30. */
  readonly days?: number | undefined
  /** Only this model. */
  readonly model_name?: string | undefined
}

/** Answer of `GET /api/generator/db/performance`. */
export interface GeneratorDatabasePerformanceResponse {
  /** By day, newest first. */
  readonly daily_stats: ReadonlyArray<{
    /** UTC day. */
    readonly date: string
    /** All tasks. */
    readonly total_tasks: number
    /** Those that completed. */
    readonly completed_tasks: number
    /** Those that failed. */
    readonly failed_tasks: number
    /** Those that were cancelled. */
    readonly cancelled_tasks: number
    /** Those that have not ended. */
    readonly running_tasks: number
    /** Mean seconds of the completed ones; null without any. */
    readonly avg_duration: number | null
    /** Shortest of them, seconds. */
    readonly min_duration: number | null
    /** Longest of them, seconds. */
    readonly max_duration: number | null
    /** When the last task was taken, UTC. */
    readonly latest_task: string
  }>
  /** By model, the last used first. */
  readonly model_stats: readonly TaskCountsByModel[]
  /** By platform, the last used first. */
  readonly hardware_stats: readonly TaskCountsByHardware[]
  /** The ten newest tasks. */
  readonly latest_tasks: readonly StoredGeneratorTask[]
  /** What was measured, by model and platform, over all sizes; empty where nothing is. */
  readonly performance_metrics: readonly MetricSummary[]
  /** When this was counted, UTC. */
  readonly generated_at: string
}

/** Request of `POST /api/generator/db/search`. */
export interface GeneratorDatabaseSearchRequest {
  /** Text to look for. */
  readonly query: string
  /** Most rows. Default: 100. */
  readonly limit?: number | null | undefined
}

/** Answer of `POST /api/generator/db/search`. */
export type GeneratorDatabaseSearchResponse = readonly StoredGeneratorTask[]

/** Request of `POST /api/generator/db/export`. */
export interface GeneratorDatabaseExportRequest {
  /** Name of the file in the export folder of the server; .json holds everything, .ndjson, .csv and .parquet the rows alone, however many. A file of that name is replaced. */
  readonly filename: string
  /** Also what was measured. Default: true. */
  readonly include_metrics?: boolean | null | undefined
  /** Also the tasks. Default: true. */
  readonly include_tasks?: boolean | null | undefined
  /** Also the batches. Default: true. */
  readonly include_batches?: boolean | null | undefined
}

/** Answer of `POST /api/generator/db/export`. */
export type GeneratorDatabaseExportResponse = StartedExport

/** Answer of `DELETE /api/generator/db/task/{task_id}`. */
export type GeneratorDatabaseDeleteOneResponse = Deletion

/** Request of `DELETE /api/generator/db/batch/{batch_id}`. */
export interface GeneratorDatabaseDeleteBatchRequest {
  /** Also its tasks, which all must have ended. Default: false. */
  readonly delete_tasks?: boolean | undefined
}

/** Answer of `DELETE /api/generator/db/batch/{batch_id}`. */
export type GeneratorDatabaseDeleteBatchResponse = Deletion

/** Request of `POST /api/keys`. */
export interface CreateKeyRequest {
  /** What it is for; no other active key has this name. */
  readonly name: string
  /** What it may do: read, write:benchmarks, write:measurements, tasks:cancel, models:run, db:read, admin. Default: db:read and read. */
  readonly scopes?: readonly ("read" | "write:benchmarks" | "write:measurements" | "tasks:cancel" | "models:run" | "db:read" | "admin")[] | null | undefined
  /** Days until it expires; 0: never. Default: 90. */
  readonly expires_in_days?: number | null | undefined
}

/** Answer of `POST /api/keys`. */
export interface CreateKeyResponse {
  /** Names the key; for a stored one it is the part of the key after bck_. */
  readonly key_id: string
  /** What it is for. */
  readonly name: string
  /** What it may do; admin allows everything. */
  readonly scopes: readonly ("read" | "write:benchmarks" | "write:measurements" | "tasks:cancel" | "models:run" | "db:read" | "admin")[]
  /** stored: in the database; environment: set in UNIFIED_API_KEYS when the server was started. */
  readonly source: "stored" | "environment"
  /** Only an active one opens anything. */
  readonly state: "active" | "expired" | "revoked"
  /** When it was made; null for one of the environment. */
  readonly created_at: string | null
  /** From when on it is refused; null: never. */
  readonly expires_at: string | null
  /** When it was revoked; null for one that was not. */
  readonly revoked_at: string | null
  /** When it was last used, to the hour after a restart; null: not that the server knows. */
  readonly last_used_at: string | null
  /** The key itself: send it as X-API-Key. It is shown now and never again. */
  readonly key: string
}

/** Answer of `GET /api/keys`. */
export interface ListKeysResponse {
  /** Keys in the list. */
  readonly count: number
  /** All keys, also those that have expired or were revoked. */
  readonly keys: readonly ApiKey[]
}

/** Request of `POST /api/keys/{key_id}/rotate`. */
export interface RotateKeyRequest {
  /** Hours for which the old key stays good. Default: 24. */
  readonly grace_hours?: number | null | undefined
}

/** Answer of `POST /api/keys/{key_id}/rotate`. */
export interface RotateKeyResponse {
  /** Names the key; for a stored one it is the part of the key after bck_. */
  readonly key_id: string
  /** What it is for. */
  readonly name: string
  /** What it may do; admin allows everything. */
  readonly scopes: readonly ("read" | "write:benchmarks" | "write:measurements" | "tasks:cancel" | "models:run" | "db:read" | "admin")[]
  /** stored: in the database; environment: set in UNIFIED_API_KEYS when the server was started. */
  readonly source: "stored" | "environment"
  /** Only an active one opens anything. */
  readonly state: "active" | "expired" | "revoked"
  /** When it was made; null for one of the environment. */
  readonly created_at: string | null
  /** From when on it is refused; null: never. */
  readonly expires_at: string | null
  /** When it was revoked; null for one that was not. */
  readonly revoked_at: string | null
  /** When it was last used, to the hour after a restart; null: not that the server knows. */
  readonly last_used_at: string | null
  /** The key itself: send it as X-API-Key. It is shown now and never again. */
  readonly key: string
  /** The old key, with the end of its time. */
  readonly replaces: ApiKey
}

/** Answer of `DELETE /api/keys/{key_id}`. */
export type RevokeKeyResponse = ApiKey

/** Request of `GET /api/audit`. */
export interface ListAuditRequest {
  /** Most entries. Default: 100. */
  readonly limit?: number | undefined
  /** Entries to leave out. Default: 0. */
  readonly offset?: number | undefined
  /** Only entries of this action. */
  readonly action?: "key.created" | "key.rotated" | "key.revoked" | "key.used" | "access.failed" | "access.denied" | "data.deleted" | "data.exported" | "model.run" | "audit.pruned" | "model.stored" | undefined
  /** Only entries of this key. */
  readonly key_id?: string | undefined
  /** Only the last days. */
  readonly days?: number | undefined
}

/** Answer of `GET /api/audit`. */
export interface ListAuditResponse {
  /** Entries in this answer. */
  readonly count: number
  /** All entries that match. */
  readonly total: number
  /** The entries. */
  readonly entries: readonly AuditEntry[]
}

/** Answer of `GET /`. */
export interface GetGatewayResponse {
  /** Of the server. */
  readonly message: string
  /** Of this server. */
  readonly version: string
  /** Components. */
  readonly services: readonly {
    /** Of the component. */
    readonly name: string
    /** Where it is, on this server. */
    readonly url: string
  }[]
  /** Databases of the components; they need an API key. */
  readonly database_endpoints: readonly {
    /** Of the component. */
    readonly name: string
    /** Where it is, on this server. */
    readonly url: string
  }[]
  /** Documentation of the API. */
  readonly docs_url: string
}

/** Answer of `GET /health`. */
export interface GetHealthResponse {
  /** Always ok: a process that cannot say so does not answer. */
  readonly status: "ok"
  /** UTC. */
  readonly timestamp: string
  /** Of this server. */
  readonly version: string
  /** Parts of the predictive API, and the components, wherever they run. */
  readonly services: {
    /** The database takes and gives records. */
    readonly repository: boolean
    /** Hardware can be recommended. */
    readonly hardware_adapter: boolean
    /** Performance can be predicted. */
    readonly ml_adapter: boolean
    /** The Test API answers; absent where it is not served. */
    readonly test?: boolean | undefined
    /** The Generator API answers; absent where it is not served. */
    readonly generator?: boolean | undefined
    /** The Benchmark API answers; absent where it is not served. */
    readonly benchmark?: boolean | undefined
    /** The Predictive Performance API answers; absent where it is not served. */
    readonly "predictive-performance"?: boolean | undefined
    /** The Model Performance API answers; absent where it is not served. */
    readonly "model-performance"?: boolean | undefined
  }
  /** The database is a DuckDB file. */
  readonly duckdb_available: boolean
  /** Performance can be predicted. */
  readonly hardware_model_predictor_available: boolean
  /** What was found at start, such as rows missing from a damaged write-ahead log. */
  readonly warnings: readonly string[]
}

/** Answer of `GET /health/ready`. */
export interface GetReadinessResponse {
  /** Always ready: otherwise the answer is 503 with the failed checks in errors. */
  readonly status: "ready"
  /** UTC. */
  readonly timestamp: string
  /** Each part. */
  readonly checks: readonly {
    /** What was checked. */
    readonly name: string
    /** Whether it is as it should be. */
    readonly ok: boolean
    /** What was found, and what to do. */
    readonly message: string
  }[]
}
