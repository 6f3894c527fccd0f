"""Lists of the predictive API: what was recommended, predicted, measured and learnt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .client import Operations
from .effects import Steps
from .errors import Json
from .operation import answering, pages, stream
from .tasks import PREFIX
from .words import Hardware, Mode, ModelMode


class PredictiveLists(Operations):
    """Lists are newest first; `limit` is 1 to 1000."""

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
        self,
        model_name: str | None = None,
        model_family: str | None = None,
        hardware: Hardware | None = None,
        batch_size: int | None = None,
        limit: int = 10,
        offset: int = 0,
        *,
        phase: str | None = None,
    ) -> Steps[Json]:
        """Predictions, newest first: `{"count", "total", "predictions"}`."""
        filters = {"model_name": model_name, "model_family": model_family, "hardware": hardware, "batch_size": batch_size, "phase": phase}
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
        *,
        phase: str | None = None,
    ) -> Steps[Json]:
        """Measurements, newest first: `{"count", "total", "measurements"}`."""
        filters = {"model_name": model_name, "model_family": model_family, "hardware": hardware, "batch_size": batch_size, "phase": phase, "days": days}
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
        self,
        limit: int = 10,
        models: Sequence[str] | None = None,
        hardware: Sequence[Hardware] | None = None,
        sequence_length: int | None = None,
        mode: Mode = ModelMode.INFERENCE,
        device: str | None = None,
    ) -> Steps[Json]:
        """Which configurations to measure next, those that would teach the most first."""
        return (yield from self._get(f"{PREFIX}/suggest-measurements", limit=limit, models=models, hardware=hardware, sequence_length=sequence_length, mode=mode, device=device))

    def _list(self, resource: str, limit: int, offset: int, filters: Mapping[str, Any]) -> Steps[Json]:
        return (yield from self._get(f"{PREFIX}/{resource}", limit=limit, offset=offset or None, **filters))
