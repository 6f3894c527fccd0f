"""What the predictive API can be asked to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .client import path
from .effects import Steps
from .errors import Json
from .fields import known
from .operation import answering
from .tasks import TaskOperations
from .waiting import Callback
from .words import Hardware, Mode, ModelMode, Precision, PrecisionType


class PredictiveTasks(TaskOperations):
    """
    Methods that start a task take `wait`, `timeout` and `on_progress`. Without `wait` they give `{"task_id", "status"}`;
    with it, the finished task, whose `result` is there exactly when its `status` is `completed`. What takes longer than
    `timeout` seconds gives `{"error", "task_id"}` and goes on. `on_progress` is called with every state of the task.
    Faults are answers, `{"error", "status_code", "code", "request_id"}`, unless the client was made with `raise_errors=True`.
    """

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
        body |= {"available_hardware": _given(available_hardware), "predict_performance": predict_performance, **known("predict-hardware", fields)}
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


def _given(hardware: Sequence[Hardware] | None) -> Sequence[Hardware] | None:
    """An empty list says as much as none; arrays have no truth of their own."""
    return None if hardware is None or len(hardware) == 0 else hardware


def _configuration(model_name: str, model_family: str | None, batch_size: int, sequence_length: int, mode: Mode, precision: Precision) -> dict[str, Any]:
    return {"model_name": model_name, "model_family": model_family or None, "batch_size": batch_size, "sequence_length": sequence_length, "mode": mode, "precision": precision}
