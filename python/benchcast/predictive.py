"""Which hardware for a model, how fast it will run, and what was measured: the predictive performance API."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Union

from .client import AsyncClient, Operations, SyncClient, path
from .effects import Steps
from .errors import APIConnectionError, Json, WaitTimeout
from .fields import known
from .operation import answering, pages, stream
from .waiting import Callback, Deadline, follow, poll, tell
from .words import HardwarePlatform, ModelMode, PrecisionType

_PREFIX = "/api/predictive-performance"
_ENDS = ("completed", "failed")
_POLL_SECONDS = 1.0

Hardware = Union[HardwarePlatform, str]
Precision = Union[PrecisionType, str]
Mode = Union[ModelMode, str]


class PredictiveOperations(Operations):
    """
    Methods that start a task take `wait`, `timeout` and `on_progress`. Without `wait` they give `{"task_id", "status"}`;
    with it, the finished task, whose `result` is there exactly when its `status` is `completed`. What takes longer than
    `timeout` seconds gives `{"error", "task_id"}` and goes on. `on_progress` is called with every state of the task.
    Faults are answers, `{"error", "status_code", "code", "request_id"}`, unless the client was made with `raise_errors=True`.
    """

    default_raise_errors: ClassVar[bool] = False

    @answering
    def predict_hardware(
        self,
        /,
        model_name: str,
        model_family: str | None = None,
        batch_size: int = 1,
        sequence_length: int = 128,
        mode: Mode = ModelMode.INFERENCE,
        precision: Precision = PrecisionType.FP32,
        available_hardware: Sequence[Hardware] | None = None,
        predict_performance: bool = False,
        wait: bool = False,
        timeout: float = 60,
        on_progress: Callback | None = None,
        **fields: Any,
    ) -> Steps[Json]:
        """
        The best hardware for a model, of `available_hardware` or of all. `fields` are further ones of the API, as
        `objective`, `constraints`, `prices`, `devices`.

        >>> client.predict_hardware("bert-base-uncased", batch_size=8, wait=True)["result"]["primary_recommendation"]
        """
        body = _configuration(model_name, model_family, batch_size, sequence_length, mode, precision)
        body |= {"available_hardware": available_hardware or None, "predict_performance": predict_performance, **known("predict-hardware", fields)}
        return (yield from self._task("predict-hardware", body, wait, timeout, on_progress))

    @answering
    def predict_performance(
        self,
        /,
        model_name: str,
        hardware: Hardware | Sequence[Hardware],
        model_family: str | None = None,
        batch_size: int = 1,
        sequence_length: int = 128,
        mode: Mode = ModelMode.INFERENCE,
        precision: Precision = PrecisionType.FP32,
        wait: bool = False,
        timeout: float = 60,
        on_progress: Callback | None = None,
        **fields: Any,
    ) -> Steps[Json]:
        """
        Throughput (samples/s), latency (ms) and memory (MB) of a model on one platform or several.

        >>> client.predict_performance("bert-base-uncased", "cuda", wait=True)["result"]["predictions"]["cuda"]["throughput"]
        """
        body = _configuration(model_name, model_family, batch_size, sequence_length, mode, precision)
        body |= {"hardware": hardware, **known("predict-performance", fields)}
        return (yield from self._task("predict-performance", body, wait, timeout, on_progress))

    @answering
    def record_measurement(
        self,
        /,
        model_name: str,
        hardware_platform: Hardware,
        batch_size: int = 1,
        sequence_length: int = 128,
        precision: Precision = PrecisionType.FP32,
        mode: Mode = ModelMode.INFERENCE,
        throughput: float | None = None,
        latency: float | None = None,
        memory_usage: float | None = None,
        prediction_id: str | None = None,
        source: str = "api",
        model_family: str | None = None,
        wait: bool = False,
        timeout: float = 60,
        on_progress: Callback | None = None,
        **fields: Any,
    ) -> Steps[Json]:
        """What was measured: throughput (samples/s), latency of a batch (ms), memory (MB). The result tells how far the prediction was off."""
        body = _configuration(model_name, model_family, batch_size, sequence_length, mode, precision)
        body |= {"hardware_platform": hardware_platform, "throughput": throughput, "latency": latency, "memory_usage": memory_usage}
        body |= {"prediction_id": prediction_id, "source": source, **known("record-measurement", fields)}
        return (yield from self._task("record-measurement", body, wait, timeout, on_progress))

    @answering
    def analyze_predictions(
        self,
        model_name: str | None = None,
        hardware_platform: Hardware | None = None,
        metric: str | None = None,
        days: int | None = None,
        wait: bool = False,
        timeout: float = 60,
        on_progress: Callback | None = None,
    ) -> Steps[Json]:
        """How far predictions were off, by metric and over all."""
        body = {"model_name": model_name, "hardware_platform": hardware_platform, "metric": metric, "days": days}
        return (yield from self._task("analyze-predictions", body, wait, timeout, on_progress))

    @answering
    def record_feedback(
        self, recommendation_id: str, accepted: bool, feedback: str | None = None, wait: bool = False, timeout: float = 60, on_progress: Callback | None = None, *, user_id: str | None = None
    ) -> Steps[Json]:
        """Whether a recommendation was followed."""
        body = {"recommendation_id": recommendation_id, "accepted": accepted, "feedback": feedback, "user_id": user_id}
        return (yield from self._task("record-feedback", body, wait, timeout, on_progress))

    @answering
    def generate_sample_data(self, num_models: int = 5, wait: bool = False, timeout: float = 60, on_progress: Callback | None = None) -> Steps[Json]:
        """Rows to try things with. They are marked as samples, and nothing is learnt from them."""
        return (yield from self._task("generate-sample-data", {"num_models": num_models}, wait, timeout, on_progress))

    @answering
    def generate_matrix(
        self,
        model_configs: Sequence[Mapping[str, str]],
        hardware_platforms: Sequence[Hardware],
        batch_sizes: Sequence[int],
        precision_options: Sequence[Precision] | None = None,
        mode: Mode = ModelMode.INFERENCE,
        wait: bool = False,
        timeout: float = 60,
        on_progress: Callback | None = None,
        *,
        sequence_length: int | None = None,
    ) -> Steps[Json]:
        """Predictions of models x hardware x batch sizes x precisions; a model config is `{"name", "category"}`."""
        body: dict[str, Any] = {"model_configs": model_configs, "hardware_platforms": hardware_platforms, "batch_sizes": batch_sizes}
        body |= {"precision_options": precision_options, "mode": mode, "sequence_length": sequence_length}
        return (yield from self._task("generate-matrix", body, wait, timeout, on_progress))

    @answering
    def predict_batch(self, /, wait: bool = False, timeout: float = 600, on_progress: Callback | None = None, **fields: Any) -> Steps[Json]:
        """Predictions for a table: `rows=[{...}]` or `csv="..."`, and `measured_rows` or `measured_csv` to learn from."""
        return (yield from self._task("predict-batch", known("predict-batch", fields), wait, timeout, on_progress))

    @answering
    def train(self, seed: int | None = None, activate: bool | None = None, wait: bool = False, timeout: float = 600, on_progress: Callback | None = None) -> Steps[Json]:
        """Trains predictors from the measurements; they are put to use when they are better, or never with `activate=False`."""
        return (yield from self._task("train", {"seed": seed, "activate": activate}, wait, timeout, on_progress))

    @answering
    def store_model(
        self,
        model_type: str,
        target_metric: str,
        hardware_platform: Hardware,
        features: Sequence[str],
        serialized_model_path: str,
        model_family: str | None = None,
        training_score: float | None = None,
        validation_score: float | None = None,
        test_score: float | None = None,
        wait: bool = False,
        timeout: float = 60,
        on_progress: Callback | None = None,
    ) -> Steps[Json]:
        """Stores a predictor of yours: a data-only file in the models folder of the server."""
        body: dict[str, Any] = {"model_type": model_type, "target_metric": target_metric, "hardware_platform": hardware_platform, "features": features}
        body |= {"serialized_model_path": serialized_model_path, "model_family": model_family}
        body |= {"training_score": training_score, "validation_score": validation_score, "test_score": test_score}
        return (yield from self._task("store-model", body, wait, timeout, on_progress))

    @answering
    def activate_model(self, model_id: str, wait: bool = False, timeout: float = 60, on_progress: Callback | None = None) -> Steps[Json]:
        """Puts a stored predictor to use."""
        return (yield from self._task(path("models", model_id, "activate"), None, wait, timeout, on_progress))

    @answering
    def get_task_status(self, task_id: str) -> Steps[Json]:
        """`{"task_id", "status", "progress", "message", "timestamp"}`, and `result` when it is completed."""
        return (yield from self._get(path(f"{_PREFIX}/task", task_id)))

    @answering
    def cancel_task(self, task_id: str) -> Steps[Json]:
        """Cancels a task; gives its state."""
        return (yield from self._delete(path(f"{_PREFIX}/task", task_id)))

    @answering
    def wait_for_task(self, task_id: str, timeout: float = 60, on_progress: Callback | None = None) -> Steps[Json]:
        """The task when it has ended; `{"error", "task_id"}` when that takes longer than `timeout` seconds."""
        return (yield from self._ended(task_id, Deadline(timeout), on_progress))

    @answering
    def monitor_task(self, task_id: str, callback: Callback | None = None, timeout: float | None = None) -> Steps[Json]:
        """Calls back with every state, heard on a WebSocket, or asked for where none can be opened; gives the last."""
        return (yield from self._followed(task_id, Deadline(timeout), callback))

    @answering
    def list_recommendations(
        self,
        model_name: str | None = None,
        model_family: str | None = None,
        hardware: Hardware | None = None,
        accepted: bool | None = None,
        days: int | None = None,
        limit: int = 10,
        offset: int = 0,
    ) -> Steps[Json]:
        """Recommendations, newest first: `{"count", "total", "recommendations"}`."""
        filters = {"model_name": model_name, "model_family": model_family, "hardware": hardware, "accepted": accepted, "days": days}
        return (yield from self._list("recommendations", limit, offset, filters))

    @answering
    def list_predictions(
        self, model_name: str | None = None, model_family: str | None = None, hardware: Hardware | None = None, batch_size: int | None = None, limit: int = 10, offset: int = 0
    ) -> Steps[Json]:
        """Predictions, newest first: `{"count", "total", "predictions"}`."""
        filters = {"model_name": model_name, "model_family": model_family, "hardware": hardware, "batch_size": batch_size}
        return (yield from self._list("predictions", limit, offset, filters))

    @answering
    def list_measurements(
        self,
        model_name: str | None = None,
        model_family: str | None = None,
        hardware: Hardware | None = None,
        batch_size: int | None = None,
        days: int | None = None,
        limit: int = 10,
        offset: int = 0,
    ) -> Steps[Json]:
        """Measurements, newest first: `{"count", "total", "measurements"}`."""
        filters = {"model_name": model_name, "model_family": model_family, "hardware": hardware, "batch_size": batch_size, "days": days}
        return (yield from self._list("measurements", limit, offset, filters))

    @answering
    def list_models(
        self, model_type: str | None = None, target_metric: str | None = None, hardware: Hardware | None = None, model_family: str | None = None, limit: int = 10, offset: int = 0
    ) -> Steps[Json]:
        """Stored predictors, newest first: `{"count", "total", "models"}`."""
        filters = {"model_type": model_type, "target_metric": target_metric, "hardware": hardware, "model_family": model_family}
        return (yield from self._list("models", limit, offset, filters))

    @answering
    def list_feature_importance(self, model_id: str | None = None, feature_name: str | None = None, method: str | None = None, limit: int = 100, offset: int = 0) -> Steps[Json]:
        """What drives a predictor: `{"count", "total", "feature_importance"}`."""
        return (yield from self._list("feature-importance", limit, offset, {"model_id": model_id, "feature_name": feature_name, "method": method}))

    @stream
    def each(self, /, resource: str, limit: int | None = None, **filters: Any) -> Steps[None]:
        """
        Rows of a list, page after page: `recommendations`, `predictions`, `measurements`, `models`, `feature-importance`.

        >>> for row in client.each("measurements", model_name="bert-base-uncased", limit=500):
        ...     print(row["latency"])
        """

        def page(size: int, offset: int) -> Steps[Json]:
            return (yield from self._list(resource, size, offset, filters))

        return (yield from pages(page, resource.replace("-", "_"), limit))

    @answering
    def suggest_measurements(
        self, limit: int = 10, models: Sequence[str] | None = None, hardware: Sequence[Hardware] | None = None, sequence_length: int | None = None, mode: Mode = ModelMode.INFERENCE
    ) -> Steps[Json]:
        """Which configurations to measure next, those that would teach the most first."""
        return (yield from self._get(f"{_PREFIX}/suggest-measurements", limit=limit, models=models, hardware=hardware, sequence_length=sequence_length, mode=mode))

    def _list(self, resource: str, limit: int, offset: int, filters: Mapping[str, Any]) -> Steps[Json]:
        return (yield from self._get(f"{_PREFIX}/{resource}", limit=limit, offset=offset or None, **filters))

    def _task(self, name: str, body: Any, wait: bool, timeout: float, on_progress: Callback | None) -> Steps[Json]:
        """Starts a task, and with `wait` gives it when it has ended: in the same answer where nobody wants to see the progress."""
        deadline = Deadline(timeout)
        hold = deadline.hold() if wait and not on_progress else None
        state = yield from self._post(f"{_PREFIX}/{name}", body, hold=hold or None)
        if not wait or state.get("status") in _ENDS or "task_id" not in state:
            return state
        return (yield from (self._followed if on_progress else self._ended)(state["task_id"], deadline, on_progress))

    def _ended(self, task_id: str, deadline: Deadline, on_progress: Callback | None) -> Steps[Json]:
        def ask(hold: float) -> Steps[Json]:
            return (yield from self._get(path(f"{_PREFIX}/task", task_id), hold=None if on_progress else hold or None))

        try:
            return (yield from poll(ask, _ENDS, deadline, _POLL_SECONDS, on_progress))
        except WaitTimeout as late:
            return self._late(late, task_id)

    def _followed(self, task_id: str, deadline: Deadline, callback: Callback | None) -> Steps[Json]:
        url, headers = self._websocket(path(f"{_PREFIX}/ws", task_id))
        try:
            state = yield from follow(url, headers, _ENDS, deadline, tell(callback))
        except APIConnectionError:
            return (yield from self._ended(task_id, deadline, callback))
        except WaitTimeout as late:
            return self._late(late, task_id)
        if state["status"] == "failed" or "result" in state:
            return state
        return (yield from self._get(path(f"{_PREFIX}/task", task_id)))

    def _late(self, late: WaitTimeout, task_id: str) -> Json:
        if self.options.raise_errors:
            raise late
        return {"error": f"Task {task_id} has not ended in time. {late}", "task_id": task_id}


def _configuration(model_name: str, model_family: str | None, batch_size: int, sequence_length: int, mode: Mode, precision: Precision) -> dict[str, Any]:
    return {"model_name": model_name, "model_family": model_family or None, "batch_size": batch_size, "sequence_length": sequence_length, "mode": mode, "precision": precision}


class PredictivePerformanceClient(PredictiveOperations, SyncClient):
    """Hardware recommendations, performance predictions, measurements.

    >>> with PredictivePerformanceClient("http://localhost:8080") as client:
    ...     task = client.predict_hardware("bert-base-uncased", batch_size=8, wait=True)
    """


class AsyncPredictivePerformanceClient(PredictiveOperations, AsyncClient):
    """The same methods, awaited.

    >>> async with AsyncPredictivePerformanceClient() as client:
    ...     task = await client.predict_hardware("bert-base-uncased", batch_size=8, wait=True)
    """
