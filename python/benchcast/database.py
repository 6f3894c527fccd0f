"""What the server has stored: the database API. It needs an API key that may read the database."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from .client import AsyncClient, Operations, SyncClient, path
from .effects import Steps
from .errors import Json
from .operation import operation, pages, stream

_PREDICTIVE = "/api/db/predictive-performance"
Component = Literal["test", "generator", "benchmark"]
_RUNS: Mapping[str, str] = {"test": "run", "generator": "task", "benchmark": "run"}


class DatabaseOperations(Operations):
    """
    Filters of lists are keyword arguments: any column, `min_` and `max_` of numeric ones, `start_time`, `end_time`,
    `days`, `order_by`, `order`. Faults are exceptions: AuthenticationError without a key.
    """

    @operation
    def overview(self) -> Steps[Json]:
        """Statistics of every component, by model."""
        return (yield from self._get("/api/db/overview"))

    @operation
    def model(self, model_name: str) -> Steps[Json]:
        """What all components know of a model: overview, recent runs, predictions and measurements."""
        return (yield from self._get(path("/api/db/model", model_name)))

    @operation
    def analysis(self, model_name: str) -> Steps[Json]:
        """What tests, benchmarks and predictions of a model tell together."""
        return (yield from self._get(path("/api/db/model", model_name, "analysis")))

    @operation
    def search(self, query: str, limit: int = 100) -> Steps[Json]:
        """Rows of every component whose model, hardware, type or status holds a text."""
        return (yield from self._post("/api/db/search", None, query=query, limit=limit))

    @operation
    def measurements(self, /, limit: int = 100, offset: int = 0, **filters: Any) -> Steps[Json]:
        """`{"count", "total", "measurements"}`, as `client.measurements(hardware="cuda", min_throughput=100)`."""
        return (yield from self._rows("measurements", limit, offset, filters))

    @operation
    def predictions(self, /, limit: int = 100, offset: int = 0, **filters: Any) -> Steps[Json]:
        """`{"count", "total", "predictions"}`."""
        return (yield from self._rows("predictions", limit, offset, filters))

    @operation
    def recommendations(self, /, limit: int = 100, offset: int = 0, **filters: Any) -> Steps[Json]:
        """`{"count", "total", "recommendations"}`."""
        return (yield from self._rows("recommendations", limit, offset, filters))

    @operation
    def models(self, /, limit: int = 100, offset: int = 0, **filters: Any) -> Steps[Json]:
        """Stored predictors: `{"count", "total", "models"}`."""
        return (yield from self._rows("models", limit, offset, filters))

    @operation
    def feature_importance(self, /, limit: int = 100, offset: int = 0, **filters: Any) -> Steps[Json]:
        """`{"count", "total", "feature_importance"}`."""
        return (yield from self._rows("feature-importance", limit, offset, filters))

    @operation
    def feedback(self, /, limit: int = 100, offset: int = 0, **filters: Any) -> Steps[Json]:
        """`{"count", "total", "feedback"}`."""
        return (yield from self._rows("feedback", limit, offset, filters))

    @operation
    def prediction_errors(self, /, limit: int = 100, offset: int = 0, **filters: Any) -> Steps[Json]:
        """How far each prediction was off: `{"count", "total", "prediction_errors"}`."""
        return (yield from self._rows("prediction-errors", limit, offset, filters))

    @stream
    def each(self, /, resource: str, limit: int | None = None, **filters: Any) -> Steps[None]:
        """Rows of a list, page after page: `client.each("measurements", hardware="cuda")`."""

        def page(size: int, offset: int) -> Steps[Json]:
            return (yield from self._rows(resource, size, offset, filters))

        return (yield from pages(page, resource.replace("-", "_"), limit, page_size=1000))

    @operation
    def export(self, /, resource: str, format: Literal["json", "ndjson", "csv", "parquet"] = "csv", **filters: Any) -> Steps[bytes]:
        """Every row of a list as a file: `Path("m.parquet").write_bytes(client.export("measurements", "parquet"))`."""
        answer = yield from self._send("GET", f"{_PREDICTIVE}/{resource}/export", query={"format": format, **filters}, headers={"Accept": "*/*"})
        return answer.content

    @operation
    def runs(self, /, component: Component, limit: int = 100, offset: int = 0, **filters: Any) -> Steps[list[Json]]:
        """Runs of the test or benchmark component, or tasks of the generator, newest first."""
        return (yield from self._get_list(f"/api/db/{component}/{_RUNS[component]}s", limit=limit, offset=offset, **filters))

    @operation
    def run_of(self, component: Component, run_id: str) -> Steps[Json]:
        """One run or task."""
        return (yield from self._get(path(f"/api/db/{component}/{_RUNS[component]}", run_id)))

    @operation
    def statistics(self, component: Component, by: Literal["models", "hardware"] = "models", model_name: str | None = None) -> Steps[list[Json]]:
        """Totals of a component by model or by hardware."""
        return (yield from self._get_list(f"/api/db/{component}/{by}/stats", model_name=model_name))

    @operation
    def performance(self, component: Component, days: int = 30, model_name: str | None = None) -> Steps[Json]:
        """How a component did over some days."""
        return (yield from self._get(f"/api/db/{component}/performance", days=days, model_name=model_name))

    def _rows(self, resource: str, limit: int, offset: int, filters: Mapping[str, Any]) -> Steps[Json]:
        return (yield from self._get(f"{_PREDICTIVE}/{resource}", limit=limit, offset=offset, **filters))


class DatabaseClient(DatabaseOperations, SyncClient):
    """Reads what is stored.

    >>> with DatabaseClient("http://localhost:8080", api_key="...") as database:
    ...     database.model("bert-base-uncased")["overview"]
    """


class AsyncDatabaseClient(DatabaseOperations, AsyncClient):
    """The same methods, awaited."""
