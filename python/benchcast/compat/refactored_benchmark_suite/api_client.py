from benchcast.benchmark import AsyncBenchmarkApiClient, BenchmarkApiClient

__all__ = ["AsyncBenchmarkApiClient", "BenchmarkApiClient"]
