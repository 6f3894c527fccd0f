"""The Python programs of the original documents, unchanged but for their import lines: blocking, and with the asynchronous clients."""

from __future__ import annotations

import re
import socket
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from conftest import KEY, ROOT

PROGRAMS = Path(__file__).parent / "programs"
IMPORTS = (PROGRAMS / "predict_and_record.py").read_text().split("\n\n")[0]
# Some programs of the document go on from its first one, and are given its import lines.
GOING_ON = ("batch_sizes", "best_hardware")
NAMED_PORTS = (8000, 8080)


def source_of(name: str) -> str:
    """A program with its import lines changed, and with the key of the server where the document has a placeholder."""
    text = (PROGRAMS / f"{name}.py").read_text()
    text = f"{IMPORTS}\n{text}" if name in GOING_ON else text
    return text.replace("from test.", "from benchcast.compat.").replace("your-api-key", KEY)


def _renamed(text: str) -> str:
    return re.sub(r"\b(PredictivePerformanceClient|BenchmarkApiClient|ApiClient)\b", r"Async\1", text)


def with_asynchronous_clients(source: str) -> str:
    """The same program with the asynchronous clients: their names begin with Async, their calls are awaited."""
    imports, statements = re.split(r"\n(?=# |client = )", source, maxsplit=1)
    body = re.sub(r"\b(\w*client)\.(\w+)\(", r"await \1.\2(", _renamed(statements))
    returned = "globals().update({name: value for name, value in locals().items()})"
    return f"import asyncio\n{_renamed(imports)}\n\nasync def main():\n{textwrap.indent(body, '    ')}\n    {returned}\n\nasyncio.run(main())\n"


Run = Callable[[str], tuple[str, dict[str, Any]]]


def _runner(url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a program to its end: what it printed, and its names. The ports that the documents name lead to the server."""
    real = socket.getaddrinfo
    port = urlsplit(url).port

    def getaddrinfo(host: Any, service: Any, *args: Any, **kwargs: Any) -> Any:
        return real("127.0.0.1" if service in NAMED_PORTS else host, port if service in NAMED_PORTS else service, *args, **kwargs)

    def run(source: str) -> tuple[str, dict[str, Any]]:
        names: dict[str, Any] = {"__name__": "__main__"}
        exec(compile(source, "program", "exec"), names)
        return capsys.readouterr().out, names

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    monkeypatch.setenv("BENCHCAST_URL", url)
    return run


@pytest.fixture
def run(url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    return _runner(url, monkeypatch, capsys)


@pytest.fixture
def run_untaught(untaught_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The same, on the server whose predictions nobody changes."""
    return _runner(untaught_url, monkeypatch, capsys)


BOTH = pytest.mark.parametrize("change", [str, with_asynchronous_clients], ids=["blocking", "asynchronous"])
Change = Callable[[str], str]


def reached(source: str, url: str, change: Change) -> str:
    """Event loops resolve names in their own way, so that asynchronous programs are given the address itself."""
    return change(source).replace("http://localhost:8080", url) if change is with_asynchronous_clients else source


@BOTH
def test_the_first_program_recommends_records_and_lists(run: Run, url: str, change: Change) -> None:
    output, names = run(reached(source_of("predict_and_record"), url, change))
    assert re.fullmatch(r"Hardware recommendation: (cpu|cuda)\nFound [1-5] recommendations\n", output)
    assert set(names["result"]["result"]["performance"]) >= {"throughput", "latency", "memory_usage"}


def test_the_asynchronous_program_prints_a_finished_task(run: Run) -> None:
    output, _ = run(source_of("predict_asynchronously"))
    assert "'status': 'completed'" in output
    assert "'primary_recommendation'" in output


@BOTH
def test_throughput_is_predicted_for_every_batch_size(run_untaught: Run, untaught_url: str, change: Change) -> None:
    output, names = run_untaught(reached(source_of("batch_sizes"), untaught_url, change))
    assert re.findall(r"Batch size (\d+): [\d.]+ samples/sec", output) == ["1", "2", "4", "8", "16", "32"]
    assert names["results"][32] > names["results"][1] > 0


@BOTH
def test_the_best_hardware_is_printed_with_its_alternatives_and_its_performance(run: Run, url: str, change: Change) -> None:
    output, _ = run(reached(source_of("best_hardware"), url, change))
    platforms = "cpu|cuda|rocm|webgpu"
    number = r"[\d.]+"
    assert re.fullmatch(
        rf"Primary recommendation: ({platforms})\nAlternative recommendations:\n(- ({platforms})\n){{1,3}}"
        rf"Predicted performance on ({platforms}):\n- Throughput: {number} samples/sec\n- Latency: {number} ms\n- Memory usage: {number} MB\n",
        output,
    )


@BOTH
def test_a_benchmark_result_becomes_a_measurement(run: Run, url: str, change: Change) -> None:
    source = source_of("benchmark_to_measurement").replace('"cuda"', '"cpu"').replace("bert-base-uncased", "prajjwal1/bert-tiny")
    _, names = run(reached(source, url, change))
    assert names["benchmark_result"]["status"] == "completed"
    assert all(names["metrics"][figure] > 0 for figure in ("throughput", "latency", "memory_usage"))


@BOTH
def test_a_benchmark_on_hardware_that_is_not_there_ends_as_the_program_expects(run: Run, url: str, change: Change) -> None:
    _, names = run(reached(source_of("benchmark_to_measurement"), url, change))
    assert names["benchmark_result"]["status"] in ("completed", "failed")


@BOTH
def test_a_test_is_started_on_the_recommended_hardware(run: Run, url: str, change: Change) -> None:
    _, names = run(reached(source_of("run_on_recommended").replace("bert-base-uncased", "prajjwal1/bert-tiny"), url, change))
    assert names["test_response"]["run_id"]
    assert names["test_response"]["status"] == "initializing"


def test_the_unified_database_answers_the_program_that_asks_for_one_model(run: Run) -> None:
    run(source_of("predict_and_record"))
    output, names = run(source_of("unified_database"))
    assert re.fullmatch(r"Test success rate: \d\.\d\d\nBenchmark performance: .+\nPredicted performance: [\d.]+\n", output)
    assert names["prediction_data"][0]["throughput"] > 0


def test_the_first_document_s_program_prints_the_best_model(run: Run) -> None:
    output, _ = run((ROOT / "examples/seed/run_benchmark.py").read_text())
    assert output == "Best accuracy: model-1\n"
