"""Speed measured on the machine of the server: the benchmark API."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from .client import AsyncClient, Operations, SyncClient, path
from .effects import Steps
from .errors import APIConnectionError, APIError, Json, WaitTimeout
from .fields import known
from .operation import answering, operation
from .waiting import Callback, Deadline, follow, poll, tell
from .words import Hardware

_PREFIX = "/api/benchmark"
_ENDS = ("completed", "failed")
_POLL_SECONDS = 0.5


class BenchmarkOperations(Operations):
    """
    Faults are answers, `{"error", "status_code"}`, unless the client was made with `raise_errors=True`; lists raise, since
    a list has no place for a fault. Those of `run_benchmark` have the `status` too, `failed` when nothing was started.
    """

    default_raise_errors: ClassVar[bool] = False

    @answering
    def run_benchmark(
        self,
        /,
        model_name: str,
        hardware: Hardware = "cpu",
        batch_size: int = 1,
        wait: bool = False,
        timeout: float | None = 600,
        on_progress: Callback | None = None,
        **config: Any,
    ) -> Steps[Json]:
        """
        Measures one model on one platform. Without `wait`: `{"run_id", "status"}`. With it: the results when it is
        completed, else its state; what takes longer than `timeout` seconds gives `{"error", "run_id", "status"}` and goes on.

        >>> client.run_benchmark("bert-base-uncased", "cpu", batch_size=8, wait=True)["result"]["metrics"]["latency"]
        """
        body = {"model_name": model_name, "hardware": [hardware], "batch_size": batch_size, **known("benchmark-run", config)}
        state: Json = {"status": "failed"}
        try:
            state = yield from self._post(f"{_PREFIX}/run", body)
            return (yield from self._results_at_end(state["run_id"], timeout, on_progress)) if wait else state
        except (APIError, APIConnectionError) as fault:
            if self.options.raise_errors:
                raise
            return {**state, **fault.answer()}

    @answering
    def start_benchmark(self, config: Mapping[str, Any]) -> Steps[Json]:
        """Starts a run of models x hardware x batch sizes: `{"models": [...], "hardware": [...], "batch_sizes": [...]}`."""
        return (yield from self._post(f"{_PREFIX}/run", known("benchmark-run", config, ("model_name", "hardware", "batch_size"))))

    @answering
    def get_status(self, run_id: str) -> Steps[Json]:
        """`status`, `progress`, `current_step`, `elapsed_time` and more."""
        return (yield from self._get(path(f"{_PREFIX}/status", run_id)))

    @answering
    def get_results(self, run_id: str) -> Steps[Json]:
        """What was measured, once it is completed."""
        return (yield from self._get(path(f"{_PREFIX}/results", run_id)))

    @answering
    def cancel(self, run_id: str) -> Steps[Json]:
        """Cancels a run; what it measured before is kept."""
        return (yield from self._delete(path(f"{_PREFIX}/run", run_id)))

    @answering
    def monitor_progress(self, run_id: str, callback: Callback | None = None, timeout: float | None = None) -> Steps[Json]:
        """Calls back with every state; gives the results when it is completed, else its last state."""
        return (yield from self._results_at_end(run_id, timeout, callback or (lambda _: None)))

    @operation
    def list_models(self) -> Steps[list[Json]]:
        """Models that can be measured by their name alone."""
        return (yield from self._get_list(f"{_PREFIX}/models"))

    @operation
    def list_hardware(self) -> Steps[list[Json]]:
        """What the machine of the server can measure on."""
        return (yield from self._get_list(f"{_PREFIX}/hardware"))

    @operation
    def list_reports(self) -> Steps[list[Json]]:
        """Runs and the files of their reports."""
        return (yield from self._get_list(f"{_PREFIX}/reports"))

    @operation
    def query_results(self, model: str | None = None, hardware: Hardware | None = None, batch_size: int | None = None, limit: int = 100) -> Steps[list[Json]]:
        """Results that are stored, newest first."""
        return (yield from self._get_list(f"{_PREFIX}/query", model=model, hardware=hardware, batch_size=batch_size, limit=limit))

    def _results_at_end(self, run_id: str, timeout: float | None, callback: Callback | None) -> Steps[Json]:
        def ask(_: float) -> Steps[Json]:
            return (yield from self._get(path(f"{_PREFIX}/status", run_id)))

        deadline = Deadline(timeout)
        try:
            state = yield from self._end(run_id, ask, deadline, callback)
        except WaitTimeout as late:
            if self.options.raise_errors:
                raise
            return {"error": f"Run {run_id} has not ended in time. {late}", "run_id": run_id, "status": "running"}
        if state["status"] != "completed":
            return state
        return (yield from self._get(path(f"{_PREFIX}/results", run_id)))

    def _end(self, run_id: str, ask: Any, deadline: Deadline, callback: Callback | None) -> Steps[Json]:
        if callback:
            url, headers = self._websocket(path(f"{_PREFIX}/ws", run_id))
            try:
                return (yield from follow(url, headers, _ENDS, deadline, tell(callback)))
            except APIConnectionError:
                pass
        return (yield from poll(ask, _ENDS, deadline, _POLL_SECONDS, callback))


class BenchmarkApiClient(BenchmarkOperations, SyncClient):
    """Runs benchmarks on the machine of the server."""


class AsyncBenchmarkApiClient(BenchmarkOperations, AsyncClient):
    """The same methods, awaited."""
