"""Which model is best, and how sure that is: the model performance API."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Literal

from .client import AsyncClient, Operations, SyncClient, path
from .effects import Steps
from .errors import Json
from .operation import operation, pages, stream
from .values import columns

_PREFIX = "/api/v1/model-performance"

Column = Any
"""One value per sample: a list, a NumPy array, a pandas or polars column, a tensor."""
ByModel = Any
"""Columns by model id: a mapping, or a table with a column of every model."""
Label = str | int | float | bool
_MEDIA_TYPES = {"markdown": "text/markdown", "html": "text/html", "csv": "text/csv"}


class ModelPerformanceOperations(Operations):
    """Faults are exceptions, one class for each status."""

    default_url: ClassVar[str] = "http://localhost:8080"

    @operation
    def run_benchmark(
        self,
        benchmark_name: str,
        dataset_id: str,
        task_type: str,
        model_predictions: ByModel,
        ground_truth: Column,
        model_metadata: Mapping[str, Mapping[str, Any]] | None = None,
        *,
        model_probabilities: ByModel | None = None,
        sensitive_features: ByModel | None = None,
        token_log_probs: ByModel | None = None,
        sample_weight: Column | None = None,
        class_labels: Sequence[Label] | None = None,
        positive_label: Label | None = None,
        average: Literal["auto", "binary", "macro", "micro", "weighted"] | None = None,
        metrics: Sequence[str] | None = None,
        confidence: Mapping[str, Any] | Literal[False] | None = None,
        compare: Mapping[str, Any] | Literal[False] | None = None,
        missing_group: Literal["group", "refuse"] | None = None,
        compat: Literal["sklearn"] | None = None,
    ) -> Steps[Json]:
        """
        Evaluates models on the same samples. Columns may be lists, NumPy arrays, pandas or polars columns; a table
        stands for its columns. NaN is refused before anything is sent, with the model and the row.

        >>> run = client.run_benchmark("Credit risk", "credit-1", "classification", {"forest": y1, "net": y2}, y)
        >>> run["comparison_results"]["best_models"]["accuracy"]
        """
        body = {"benchmark_name": benchmark_name, "dataset_id": dataset_id, "task_type": task_type, "ground_truth": ground_truth}
        body |= {"model_predictions": columns(model_predictions), "model_metadata": model_metadata}
        body |= {"model_probabilities": columns(model_probabilities), "sensitive_features": columns(sensitive_features)}
        body |= {"token_log_probs": columns(token_log_probs), "sample_weight": sample_weight, "class_labels": class_labels}
        body |= {"positive_label": positive_label, "average": average, "metrics": metrics, "confidence": confidence}
        body |= {"compare": compare, "missing_group": missing_group, "compat": compat}
        return (yield from self._post(f"{_PREFIX}/run-benchmark", body))

    @operation
    def compare_models(self, model_ids: Sequence[str], metrics_to_compare: Sequence[str] | None = None) -> Steps[Json]:
        """Compares the latest run of each model."""
        return (yield from self._post(f"{_PREFIX}/compare-models", {"model_ids": model_ids, "metrics_to_compare": metrics_to_compare}))

    @operation
    def benchmark_runs(self, /, limit: int = 10, offset: int = 0, **filters: Any) -> Steps[Json]:
        """Runs, newest first: `{"success", "runs", "total"}`. Filters: `task_type`, `model_id`, `dataset_id`, `name`, `start_time`, `end_time`."""
        return (yield from self._runs(limit, offset, filters))

    @stream
    def each_benchmark_run(self, /, limit: int | None = None, **filters: Any) -> Steps[None]:
        """Runs, page after page."""

        def page(size: int, offset: int) -> Steps[Json]:
            return (yield from self._runs(size, offset, filters))

        return (yield from pages(page, "runs", limit))

    @operation
    def benchmark_run(self, run_id: str) -> Steps[Json]:
        """One run with everything it holds: `{"success", "run"}`."""
        return (yield from self._get(path(f"{_PREFIX}/benchmark-runs", run_id)))

    @operation
    def report(self, run_id: str) -> Steps[Json]:
        """The report of a run: `{"success", "report"}`."""
        return (yield from self._get(path(f"{_PREFIX}/benchmark-runs", run_id, "report")))

    @operation
    def report_text(self, run_id: str, format: Literal["markdown", "html", "csv"] = "markdown") -> Steps[str]:
        """The report of a run as a document."""
        where = path(f"{_PREFIX}/benchmark-runs", run_id, "report")
        answer = yield from self._send("GET", where, query={"format": format}, headers={"Accept": _MEDIA_TYPES[format]})
        return answer.content.decode()

    @operation
    def performance_history(self, model_id: str, limit: int | None = None) -> Steps[Json]:
        """What a model reached in its runs, oldest first: `{"success", "history", "total_records"}`."""
        return (yield from self._get(path(f"{_PREFIX}/models", model_id, "performance-history"), limit=limit))

    @operation
    def task_types(self) -> Steps[Json]:
        """Kinds of tasks."""
        return (yield from self._get(f"{_PREFIX}/task-types"))

    @operation
    def performance_metrics(self) -> Steps[Json]:
        """Metrics, with direction, range and definition."""
        return (yield from self._get(f"{_PREFIX}/performance-metrics"))

    def _runs(self, limit: int, offset: int, filters: Mapping[str, Any]) -> Steps[Json]:
        return (yield from self._get(f"{_PREFIX}/benchmark-runs", limit=limit, offset=offset, **filters))


class ModelPerformanceClient(ModelPerformanceOperations, SyncClient):
    """Evaluates and compares models."""


class AsyncModelPerformanceClient(ModelPerformanceOperations, AsyncClient):
    """The same methods, awaited."""
