"""Which hardware for a model, how fast it will run, and what was measured: the predictive performance API."""

from __future__ import annotations

from typing import ClassVar

from .client import AsyncClient, SyncClient
from .predictive_lists import PredictiveLists
from .predictive_tasks import PredictiveTasks


class PredictiveOperations(PredictiveTasks, PredictiveLists):
    """Faults are answers, `{"error", "status_code"}`, unless the client was made with `raise_errors=True`."""

    default_raise_errors: ClassVar[bool] = False


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
