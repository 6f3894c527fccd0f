"""Every client, blocking and asynchronous, against a real server."""

from __future__ import annotations

import asyncio
import inspect
import uuid
from pathlib import Path
from typing import Any

import pytest
from both import BOTH, Opened
from conftest import KEY

import benchcast
from benchcast.fields import FIELDS

TINY = "prajjwal1/bert-tiny"
PAIRS = ("PredictivePerformanceClient", "BenchmarkApiClient", "ApiClient", "ModelPerformanceClient", "DatabaseClient")
CONTRACT = {
    "PredictivePerformanceClient": "predict_hardware predict_performance record_measurement list_recommendations analyze_predictions record_feedback generate_sample_data "
    "get_task_status wait_for_task list_measurements list_predictions monitor_task close",
    "BenchmarkApiClient": "run_benchmark start_benchmark get_status get_results list_models list_hardware list_reports query_results monitor_progress close",
    "ApiClient": "run_test get_test_status get_test_results monitor_test connect_websocket receive_updates close_websocket monitor_test_ws close",
    "ModelPerformanceClient": "run_benchmark compare_models benchmark_runs benchmark_run report performance_history task_types performance_metrics close",
    "DatabaseClient": "overview model search measurements predictions recommendations models close",
}


def methods(kind: type) -> dict[str, inspect.Signature]:
    return {name: inspect.signature(getattr(kind, name)) for name in dir(kind) if not name.startswith("_") and callable(getattr(kind, name)) and name not in ("run", "iterate", "request")}


@pytest.mark.parametrize("name", PAIRS)
def test_both_kinds_of_a_client_have_the_same_methods_with_the_same_parameters(name: str) -> None:
    blocking, asynchronous = methods(getattr(benchcast, name)), methods(getattr(benchcast, f"Async{name}"))
    assert blocking == asynchronous
    assert set(CONTRACT[name].split()) <= set(blocking)
    assert all(getattr(getattr(benchcast, name), method).__doc__ for method in blocking)


@BOTH
def test_hardware_is_recommended_with_and_without_waiting(url: str, opened: Opened) -> None:
    with opened("PredictivePerformanceClient", url) as client:
        started = client.predict_hardware("bert-base-uncased", available_hardware=["cpu", benchcast.HardwarePlatform.CUDA], objective="latency")
        assert started == {"task_id": started["task_id"], "status": "pending"}
        task = client.wait_for_task(started["task_id"])
        assert (task["status"], task["result"]["objective"]) == ("completed", "latency")
        assert client.get_task_status(started["task_id"]) == task
        assert client.record_feedback(task["result"]["recommendation_id"], True, "bought", wait=True)["result"]["success"] is True
        assert client.list_recommendations(accepted=True, limit=1)["recommendations"][0]["user_feedback"] == "bought"
        with pytest.raises(TypeError, match="no field 'objektive': did you mean 'objective'"):
            client.predict_hardware("m", objektive="latency")


@BOTH
def test_a_task_is_followed_on_its_websocket_and_told_of_while_it_is_waited_for(url: str, opened: Opened) -> None:
    seen: list[Any] = []
    with opened("PredictivePerformanceClient", url) as client:
        task = client.generate_matrix([{"name": TINY, "category": "embedding"}], ["cpu", "cuda"], [1, 2], wait=True, on_progress=seen.append)
        assert set(task["result"]["models"][TINY]["predictions"]) == {"cpu", "cuda"}
        assert seen[-1]["status"] == "completed"
        assert client.monitor_task(task["task_id"], seen.append)["result"] == task["result"]
        assert client.monitor_task("hardware-unknown")["status_code"] == 404


@BOTH
def test_measurements_are_recorded_analysed_and_listed_page_by_page(url: str, opened: Opened) -> None:
    model = f"own-{uuid.uuid4()}"
    with opened("PredictivePerformanceClient", url) as client:
        for batch in (1, 2, 3):
            recorded = client.record_measurement(model, "cpu", batch_size=batch, throughput=10.0 * batch, latency=100, wait=True)
            assert recorded["result"]["measurement"]["batch_size"] == batch
        assert client.list_measurements(model_name=model, limit=2)["total"] == 3
        assert [row["batch_size"] for row in client.each("measurements", model_name=model)] == [3, 2, 1]
        assert [row["batch_size"] for row in client.each("measurements", model_name=model, limit=2)] == [3, 2]
        assert next(iter(client.each("measurements", model_name=model)))["batch_size"] == 3
        assert client.analyze_predictions(model_name=model, wait=True)["status"] == "completed"


@BOTH
def test_what_takes_longer_than_the_timeout_goes_on_and_says_so(url: str, opened: Opened) -> None:
    with opened("PredictivePerformanceClient", url) as client:
        late = client.train(wait=True, timeout=0)
        assert set(late) == {"error", "task_id"}
        assert "goes on" in late["error"]
        client.cancel_task(late["task_id"])
        assert client.wait_for_task(late["task_id"])["status"] in ("failed", "completed")
        started = client.train()
        with pytest.raises(benchcast.WaitTimeout):
            client.with_options(raise_errors=True).wait_for_task(started["task_id"], timeout=0)
        client.cancel_task(started["task_id"])


def test_many_tasks_are_awaited_at_the_same_time(url: str) -> None:
    async def main() -> list[Any]:
        async with benchcast.AsyncPredictivePerformanceClient(url) as client:
            return await asyncio.gather(*(client.predict_performance("bert-base-uncased", ["cpu", "cuda"], batch_size=2**power, wait=True) for power in range(6)))

    tasks = asyncio.run(main())
    assert [task["result"]["batch_size"] for task in tasks] == [1, 2, 4, 8, 16, 32]


def test_a_cancelled_wait_ends_at_once_and_closes_its_socket(url: str) -> None:
    async def main() -> None:
        async with benchcast.AsyncPredictivePerformanceClient(url) as client:
            started = await client.train()
            with pytest.raises(asyncio.TimeoutError):
                await asyncio.wait_for(client.monitor_task(started["task_id"], lambda _: asyncio.sleep(60)), 0.3)
            await client.cancel_task(started["task_id"])

    asyncio.run(main())


@BOTH
def test_a_benchmark_is_followed_to_its_results(url: str, opened: Opened) -> None:
    seen: list[Any] = []
    with opened("BenchmarkApiClient", url) as client:
        run = client.start_benchmark({"models": [TINY], "hardware": ["cpu"], "batch_sizes": [1], "max_seconds": 0.2})
        results = client.monitor_progress(run["run_id"], seen.append)
        assert results["status"] == seen[-1]["status"] == "completed"
        assert results["result"]["metrics"]["latency"] > 0
        assert client.get_results(run["run_id"])["result"] == results["result"]
        assert client.query_results(model=TINY)[0]["batch_size"] >= 1
        assert "cpu" in [platform["name"] for platform in client.list_hardware()]
        assert {"name", "family"} <= set(client.list_models()[0])
        assert run["run_id"] in [report["run_id"] for report in client.list_reports()]
        assert client.get_status("unknown")["status_code"] == 404
        with pytest.raises(TypeError, match="'batchsizes'"):
            client.start_benchmark({"batchsizes": [1]})


@BOTH
def test_a_model_test_is_monitored_by_polls_and_on_its_websocket(url: str, opened: Opened) -> None:
    seen: list[Any] = []
    with opened("ApiClient", url) as client:
        run = client.run_test(TINY, hardware=["cpu"], test_type="basic")
        assert client.monitor_test_ws(run["run_id"], seen.append)["results"]["tests_failed"] == 0
        assert client.monitor_test(run["run_id"], poll_interval=0.1)["status"] == seen[-1]["status"] == "completed"
        client.connect_websocket(run["run_id"])
        assert [state["status"] for state in client.receive_updates()] == ["completed"]
        with pytest.raises(benchcast.BenchcastError, match="connect_websocket"):
            list(client.receive_updates())
        client.close_websocket()
        client.connect_websocket(client.run_test(TINY)["run_id"])
        for state in client.receive_updates(seen.append):
            assert seen[-1] == state
            break
        assert run["run_id"] in [row["run_id"] for row in client.list_tests()]
        with pytest.raises(benchcast.NotFoundError):
            client.get_test_results("unknown")
        with pytest.raises(benchcast.NotFoundError):
            client.monitor_test_ws("unknown")
        client.connect_websocket(run["run_id"])
        client.close()
        with pytest.raises(benchcast.BenchcastError, match="connect_websocket"):
            list(client.receive_updates())


@BOTH
def test_waiting_for_a_cancelled_test_ends(url: str, opened: Opened) -> None:
    with opened("ApiClient", url) as client:
        run = client.run_test("bert-large-uncased", hardware="cpu", test_type="comprehensive")
        with pytest.raises(TimeoutError):
            client.monitor_test(run["run_id"], poll_interval=0.05, timeout=0.2)
        assert client.cancel_test(run["run_id"])["run_id"] == run["run_id"]
        assert client.monitor_test(run["run_id"], poll_interval=0.1, timeout=60)["status"] == "cancelled"


@BOTH
def test_models_are_evaluated_compared_and_reported(url: str, opened: Opened) -> None:
    with opened("ModelPerformanceClient", url) as client:
        models = [f"{name}-{uuid.uuid4()}" for name in ("first", "second")]
        truth = [0, 1, 0, 1, 0]
        run = client.run_benchmark("b", "d", "classification", {models[0]: truth, models[1]: [0, 1, 1, 1, 0]}, truth, {models[0]: {"latency_ms": 9}})
        assert run["comparison_results"]["best_models"]["accuracy"] == models[0]
        assert client.compare_models(models, ["accuracy"])["best_model"] == {"accuracy": models[0]}
        assert client.benchmark_run(run["run_id"])["run"]["metrics"] == run["metrics"]
        assert client.benchmark_runs(limit=1)["runs"][0]["run_id"] == run["run_id"]
        assert [row["run_id"] for row in client.each_benchmark_run(model_id=models[0])] == [run["run_id"]]
        assert client.performance_history(models[0])["history"][0]["accuracy"] == 1
        assert client.report(run["run_id"])["report"]["models"][models[0]]["metrics"]["latency_ms"] == 9
        assert client.report_text(run["run_id"]).startswith("#")
        assert "<html" in client.report_text(run["run_id"], "html")
        assert len(client.task_types()["task_types"]) >= 5
        assert "f1_score" in [row["metric"] for row in client.performance_metrics()["metrics"]]
        with pytest.raises(benchcast.BadRequestError, match="ground_truth") as caught:
            client.run_benchmark("b", "d", "classification", {"m": [1]}, truth)
        assert caught.value.code == "length_mismatch"


@BOTH
def test_the_database_is_read_with_a_key_alone(url: str, opened: Opened, tmp_path: Path) -> None:
    with opened("PredictivePerformanceClient", url) as client:
        client.record_measurement("openai/whisper-tiny", "cpu", throughput=1, latency=1000, wait=True)
    with opened("DatabaseClient", url) as stranger, pytest.raises(benchcast.AuthenticationError):
        stranger.overview()
    with opened("DatabaseClient", url, KEY) as client:
        assert "predictive_stats" in client.overview()
        assert client.model("openai/whisper-tiny")["overview"]["total_measurements"] >= 1
        assert client.search("whisper")["result_counts"]["total"] >= 1
        assert client.measurements(hardware="cpu", max_throughput=1)["measurements"][0]["model_name"] == "openai/whisper-tiny"
        assert len(list(client.each("measurements", model_name="openai/whisper-tiny"))) >= 1
        assert client.export("measurements", "csv", model_name="openai/whisper-tiny").splitlines()[1].count(b"whisper-tiny") == 1
        for name in ("predictions", "recommendations", "models", "feature_importance", "feedback", "prediction_errors"):
            assert name in getattr(client, name)(limit=1)
        for component in ("test", "generator", "benchmark"):
            assert isinstance(client.runs(component), list)
            assert isinstance(client.statistics(component, "hardware"), list)
            assert "daily_stats" in client.performance(component)
        with pytest.raises(benchcast.UnprocessableEntityError, match="hardwear"):
            client.measurements(hardwear="cpu")


def test_further_fields_are_those_of_the_server(url: str) -> None:
    document = benchcast.ModelPerformanceClient(url).request("GET", "/openapi.json").json()
    ours = {"predict-hardware", "predict-performance", "record-measurement", "predict-batch"}
    paths = {name: f"/api/predictive-performance/{name}" for name in ours} | {"benchmark-run": "/api/benchmark/run"}
    assert set(paths) == set(FIELDS)
    client = benchcast.PredictivePerformanceClient
    named = {name: set(inspect.signature(getattr(client, name.replace("-", "_"))).parameters) for name in ours} | {"benchmark-run": {"model_name", "hardware", "batch_size"}}
    for name, path in paths.items():
        schema = document["paths"][path]["post"]["requestBody"]["content"]["application/json"]["schema"]
        schema = document["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]] if "$ref" in schema else schema
        assert set(schema["properties"]) == FIELDS[name] | (named[name] - {"self", "wait", "timeout", "on_progress", "fields"}), name


def test_any_endpoint_can_be_asked_for(url: str) -> None:
    with benchcast.PredictivePerformanceClient(url) as client:
        answer = client.request("GET", "/health")
        assert (answer.status, answer.json()["status"]) == (200, "ok")
        assert answer.request_id
