import type { ClientOptions } from '../core/options.ts'
import type * as T from '../generated/types.ts'
import { type Camelized, onWire } from './camel-case.ts'
import { ClassicClient } from './classic-client.ts'

/**
 * Evaluates models on data, under the names of the model performance API. Faults are thrown.
 *
 * @example
 * const run = await new ModelPerformanceClient().runBenchmark({ benchmarkName: 'Credit risk', datasetId: 'credit-1', taskType: 'classification', modelPredictions, groundTruth })
 * console.log(run.comparison_results.best_models.accuracy)
 */
export class ModelPerformanceClient extends ClassicClient {
  constructor(options: string | ClientOptions = {}) {
    super(options, 'http://localhost:8080')
  }

  async runBenchmark(request: Camelized<T.RunBenchmarkRequest>): Promise<T.RunBenchmarkResponse> {
    return this.client.evaluate.run(onWire(request))
  }

  async compareModels(request: Camelized<T.CompareModelsRequest>): Promise<T.CompareModelsResponse> {
    return this.client.evaluate.compare(onWire(request))
  }

  async benchmarkRuns(filters: Camelized<T.ListBenchmarkRunsRequest> = {}): Promise<T.ListBenchmarkRunsResponse> {
    return this.client.evaluate.list(onWire(filters))
  }

  async benchmarkRun(runId: string): Promise<T.GetBenchmarkRunResponse> {
    return this.client.evaluate.get(runId)
  }

  async report(runId: string): Promise<T.GetBenchmarkReportResponse> {
    return this.client.evaluate.report(runId)
  }

  /** The report as a document. */
  async reportText(runId: string, format: 'markdown' | 'html' | 'csv' = 'markdown'): Promise<string> {
    return this.client.evaluate.report(runId, { format })
  }

  async performanceHistory(modelId: string, { limit }: { readonly limit?: number } = {}): Promise<T.GetPerformanceHistoryResponse> {
    return this.client.evaluate.history(modelId, { limit })
  }

  async taskTypes(): Promise<T.GetTaskTypesResponse> {
    return this.client.evaluate.taskTypes()
  }

  async performanceMetrics(): Promise<T.GetPerformanceMetricsResponse> {
    return this.client.evaluate.metrics()
  }
}
