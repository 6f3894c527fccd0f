import { aiperf } from './aiperf.ts'
import { bencher } from './bencher.ts'
import { guidellm } from './guidellm.ts'
import { hyperfine } from './hyperfine.ts'
import type { Importer } from './importer.ts'
import { mlperfLoadgen } from './mlperf-loadgen.ts'
import { onnxruntimePerfTest } from './onnxruntime-perf-test.ts'
import { optimumBenchmark } from './optimum-benchmark.ts'
import { pytestBenchmark } from './pytest-benchmark.ts'
import { qualcommAiHub } from './qualcomm-ai-hub.ts'
import { vllmBench } from './vllm-bench.ts'

/** Every tool whose files can be imported, by id. */
export const IMPORTS: ReadonlyMap<string, Importer> = new Map(
  [optimumBenchmark, mlperfLoadgen, vllmBench, aiperf, guidellm, onnxruntimePerfTest, hyperfine, pytestBenchmark, qualcommAiHub, bencher].map((importer) => [importer.id, importer]),
)
