"""Does a model run, and does it compute the right thing: the test API."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from .client import AsyncClient, Operations, SyncClient, path
from .effects import Dial, HangUp, Steps
from .errors import APIConnectionError, BenchcastError, Json
from .operation import operation, stream
from .waiting import Callback, Deadline, emit, follow, listen, poll, tell
from .words import Hardware, Precision

_PREFIX = "/api/test"
_ENDS = ("completed", "failed", "cancelled")
_CONNECT_SECONDS = 10.0


class ModelTestOperations(Operations):
    """Faults are exceptions."""

    default_url: ClassVar[str] = "http://localhost:8000"
    _socket: Any = None

    @operation
    def run_test(
        self,
        model_name: str,
        hardware: Hardware | Sequence[Hardware] = "cpu",
        test_type: str = "basic",
        timeout: float = 300,
        save_results: bool = True,
        *,
        precision: Precision | None = None,
    ) -> Steps[Json]:
        """
        Starts a test of a model, `basic`, `comprehensive` or `fault_tolerance`, on one platform or several; `timeout` is
        the longest time of the run in seconds. Gives `{"run_id", "status", "message", "started_at"}`.

        >>> results = client.monitor_test(client.run_test("bert-base-uncased")["run_id"])
        """
        body = {"model_name": model_name, "hardware": hardware, "test_type": test_type, "timeout": timeout, "save_results": save_results, "precision": precision}
        return (yield from self._post(f"{_PREFIX}/run", body))

    @operation
    def get_test_status(self, run_id: str) -> Steps[Json]:
        """`status`, `progress`, `current_step` and more."""
        return (yield from self._get(path(f"{_PREFIX}/status", run_id)))

    @operation
    def get_test_results(self, run_id: str) -> Steps[Json]:
        """The results of a run that has ended."""
        return (yield from self._get(path(f"{_PREFIX}/results", run_id)))

    @operation
    def cancel_test(self, run_id: str) -> Steps[Json]:
        """Stops a run: `{"run_id", "cancelled"}`; `cancelled` is false when it was not running."""
        return (yield from self._post(path(f"{_PREFIX}/cancel", run_id)))

    @operation
    def monitor_test(self, run_id: str, poll_interval: float = 1.0, timeout: float | None = None, callback: Callback | None = None) -> Steps[Json]:
        """Asks every `poll_interval` seconds until the run is completed, failed or cancelled; gives its results. Raises WaitTimeout, a TimeoutError."""
        return (yield from self._polled(run_id, Deadline(timeout), poll_interval, callback))

    @operation
    def monitor_test_ws(self, run_id: str, callback: Callback | None = None, timeout: float | None = None) -> Steps[Json]:
        """As monitor_test, but told of every change on a WebSocket; asks where none can be opened."""
        deadline = Deadline(timeout)
        url, headers = self._websocket(path(f"{_PREFIX}/ws", run_id))
        try:
            yield from follow(url, headers, _ENDS, deadline, tell(callback))
        except APIConnectionError:
            return (yield from self._polled(run_id, deadline, 1.0, callback))
        return (yield from self._get(path(f"{_PREFIX}/results", run_id)))

    @operation
    def connect_websocket(self, run_id: str) -> Steps[None]:
        """Opens the WebSocket of a run; `receive_updates()` gives what it says."""
        yield from self._hang_up()
        url, headers = self._websocket(path(f"{_PREFIX}/ws", run_id))
        self._socket = yield Dial(url, headers, _CONNECT_SECONDS)

    @stream
    def receive_updates(self, callback: Callback | None = None) -> Steps[None]:
        """The states of the run that is connected to, until its end; then the WebSocket is closed."""
        if self._socket is None:
            raise BenchcastError("No WebSocket is open: call connect_websocket(run_id) first.")
        told = tell(callback)

        def hear(state: Json) -> Steps[None]:
            yield from told(state)
            yield from emit(state)

        try:
            yield from listen(self._socket, _ENDS, Deadline(None), hear)
        finally:
            yield from self._hang_up()

    @operation
    def close_websocket(self) -> Steps[None]:
        """Closes the WebSocket, if one is open."""
        yield from self._hang_up()

    @operation
    def list_tests(self, limit: int = 100, status: str | None = None) -> Steps[list[Json]]:
        """Test runs, newest first."""
        return (yield from self._get_list(f"{_PREFIX}/runs", limit=limit, status=status))

    @operation
    def list_models(self) -> Steps[list[Json]]:
        """Models that can be tested."""
        return (yield from self._get_list(f"{_PREFIX}/models"))

    @operation
    def list_hardware(self) -> Steps[list[Json]]:
        """Platforms, and which of them the machine of the server has."""
        return (yield from self._get_list(f"{_PREFIX}/hardware"))

    @operation
    def list_test_types(self) -> Steps[list[Json]]:
        """Kinds of tests and what they check."""
        return (yield from self._get_list(f"{_PREFIX}/types"))

    def _polled(self, run_id: str, deadline: Deadline, interval: float, callback: Callback | None) -> Steps[Json]:
        def ask(_: float) -> Steps[Json]:
            return (yield from self._get(path(f"{_PREFIX}/status", run_id)))

        yield from poll(ask, _ENDS, deadline, interval, callback)
        return (yield from self._get(path(f"{_PREFIX}/results", run_id)))

    def _closing(self) -> Steps[None]:
        return self._hang_up()

    def _hang_up(self) -> Steps[None]:
        if self._socket is not None:
            yield HangUp(self._socket)
            self._socket = None


class ApiClient(ModelTestOperations, SyncClient):
    """Tests models on the machine of the server."""


class AsyncApiClient(ModelTestOperations, AsyncClient):
    """The same methods, awaited; `async for state in client.receive_updates()`."""
