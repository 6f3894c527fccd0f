"""Starting tasks of the predictive API, waiting for them, following them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .client import Operations, path
from .effects import Steps
from .errors import APIConnectionError, Json, WaitTimeout
from .operation import answering
from .waiting import Callback, Deadline, follow, poll, tell

PREFIX = "/api/predictive-performance"
_ENDS = ("completed", "failed")
_POLL_SECONDS = 1.0


class TaskOperations(Operations):
    """Tasks, whatever they do."""

    @answering
    def get_task_status(self, task_id: str) -> Steps[Json]:
        """`{"task_id", "status", "progress", "message", "timestamp"}`, and `result` when it is completed."""
        return (yield from self._get(path(f"{PREFIX}/task", task_id)))

    @answering
    def cancel_task(self, task_id: str) -> Steps[Json]:
        """Cancels a task; gives its state."""
        return (yield from self._delete(path(f"{PREFIX}/task", task_id)))

    @answering
    def wait_for_task(self, task_id: str, timeout: float = 60, on_progress: Callback | None = None) -> Steps[Json]:
        """The task when it has ended; `{"error", "task_id"}` when that takes longer than `timeout` seconds."""
        return (yield from self._ended(task_id, Deadline(timeout), on_progress))

    @answering
    def monitor_task(self, task_id: str, callback: Callback | None = None, timeout: float | None = None) -> Steps[Json]:
        """Calls back with every state, heard on a WebSocket, or asked for where none can be opened; gives the last."""
        return (yield from self._followed(task_id, Deadline(timeout), callback))

    def _task(self, name: str, body: Mapping[str, Any] | None, wait: bool, timeout: float, on_progress: Callback | None) -> Steps[Json]:
        """Starts a task, and with `wait` gives it when it has ended: in the same answer where nobody wants to see the progress."""
        deadline = Deadline(timeout)
        hold = deadline.hold() if wait and not on_progress else None
        state = yield from self._post(f"{PREFIX}/{name}", body, hold=hold or None)
        if not wait or state.get("status") in _ENDS or "task_id" not in state:
            return state
        return (yield from (self._followed if on_progress else self._ended)(state["task_id"], deadline, on_progress))

    def _ended(self, task_id: str, deadline: Deadline, on_progress: Callback | None) -> Steps[Json]:
        def ask(hold: float) -> Steps[Json]:
            return (yield from self._get(path(f"{PREFIX}/task", task_id), hold=None if on_progress else hold or None))

        try:
            return (yield from poll(ask, _ENDS, deadline, _POLL_SECONDS, on_progress))
        except WaitTimeout as late:
            return self._late(late, task_id)

    def _followed(self, task_id: str, deadline: Deadline, callback: Callback | None) -> Steps[Json]:
        url, headers = self._websocket(path(f"{PREFIX}/ws", task_id))
        try:
            state = yield from follow(url, headers, _ENDS, deadline, tell(callback))
        except APIConnectionError:
            return (yield from self._ended(task_id, deadline, callback))
        except WaitTimeout as late:
            return self._late(late, task_id)
        if state["status"] == "failed" or "result" in state:
            return state
        return (yield from self._get(path(f"{PREFIX}/task", task_id)))

    def _late(self, late: WaitTimeout, task_id: str) -> Json:
        if self.options.raise_errors:
            raise late
        return {"error": f"Task {task_id} has not ended in time. {late}", "task_id": task_id}
