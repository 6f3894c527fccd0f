from test.api_client.predictive_performance_client import PredictivePerformanceClient
from test.refactored_benchmark_suite.api_client import BenchmarkApiClient

# Create clients
benchmark_client = BenchmarkApiClient(base_url="http://localhost:8080")
predictive_client = PredictivePerformanceClient(base_url="http://localhost:8080")

# Run a benchmark
benchmark_result = benchmark_client.run_benchmark(
    model_name="bert-base-uncased",
    hardware="cuda",
    batch_size=8,
    wait=True
)

# Record the benchmark result in the Predictive Performance system
if benchmark_result["status"] == "completed":
    metrics = benchmark_result["result"]["metrics"]
    predictive_client.record_measurement(
        model_name="bert-base-uncased",
        hardware_platform="cuda",
        batch_size=8,
        throughput=metrics["throughput"],
        latency=metrics["latency"],
        memory_usage=metrics["memory_usage"],
        source="benchmark",
        wait=True
    )
