"""Read by mypy --strict, never run: what the methods of both kinds of clients take and give."""

from collections.abc import AsyncIterator, Iterator
from typing import Any

from typing_extensions import assert_type

from benchcast import (
    ApiClient,
    AsyncApiClient,
    AsyncModelPerformanceClient,
    AsyncPredictivePerformanceClient,
    BenchmarkApiClient,
    HardwarePlatform,
    ModelPerformanceClient,
    PredictivePerformanceClient,
)


def blocking() -> None:
    with PredictivePerformanceClient("http://localhost:8080") as client:
        assert_type(client, PredictivePerformanceClient)
        assert_type(client.predict_hardware("m", available_hardware=[HardwarePlatform.CPU, HardwarePlatform.CUDA], wait=True), dict[str, Any])
        assert_type(client.with_options(timeout=5).list_recommendations(limit=5), dict[str, Any])
        assert_type(client.each("measurements", limit=5), Iterator[dict[str, Any]])
        client.predict_hardware(batch_size=8)  # type: ignore[call-arg]
        client.predict_hardware("m", batch_size="8")  # type: ignore[arg-type]
    assert_type(BenchmarkApiClient().list_models(), list[dict[str, Any]])
    assert_type(ModelPerformanceClient().report_text("benchmark-run-1", "html"), str)
    ModelPerformanceClient().report_text("benchmark-run-1", "pdf")  # type: ignore[arg-type]
    assert_type(ApiClient().receive_updates(), Iterator[dict[str, Any]])


async def awaited() -> None:
    async with AsyncPredictivePerformanceClient() as client:
        assert_type(client, AsyncPredictivePerformanceClient)
        assert_type(await client.predict_hardware("m", wait=True), dict[str, Any])
        assert_type(client.each("measurements"), AsyncIterator[dict[str, Any]])
    assert_type(await AsyncModelPerformanceClient().compare_models(["a", "b"]), dict[str, Any])
    assert_type(AsyncApiClient().receive_updates(), AsyncIterator[dict[str, Any]])
    assert_type(await AsyncApiClient().close_websocket(), None)
