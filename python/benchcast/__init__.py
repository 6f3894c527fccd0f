"""
The Python client of Benchcast: which model is best, how sure that is, how fast it runs, and on what hardware it should run.

>>> from benchcast import PredictivePerformanceClient
>>> with PredictivePerformanceClient("http://localhost:8080") as client:
...     task = client.predict_hardware("bert-base-uncased", batch_size=8, wait=True)
...     print(task["result"]["primary_recommendation"])
"""

from ._version import __version__
from .benchmark import AsyncBenchmarkApiClient, BenchmarkApiClient
from .database import AsyncDatabaseClient, DatabaseClient
from .effects import Response
from .errors import (
    APIConnectionError,
    APIError,
    APITimeoutError,
    AuthenticationError,
    BadRequestError,
    BenchcastError,
    ConflictError,
    InternalServerError,
    InvalidInput,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    UnprocessableEntityError,
    WaitTimeout,
)
from .model_performance import AsyncModelPerformanceClient, ModelPerformanceClient
from .model_tests import ApiClient, AsyncApiClient
from .predictive import AsyncPredictivePerformanceClient, PredictivePerformanceClient
from .words import HardwarePlatform, ModelMode, PrecisionType

__all__ = [
    "APIConnectionError",
    "APIError",
    "APITimeoutError",
    "ApiClient",
    "AsyncApiClient",
    "AsyncBenchmarkApiClient",
    "AsyncDatabaseClient",
    "AsyncModelPerformanceClient",
    "AsyncPredictivePerformanceClient",
    "AuthenticationError",
    "BadRequestError",
    "BenchcastError",
    "BenchmarkApiClient",
    "ConflictError",
    "DatabaseClient",
    "HardwarePlatform",
    "InternalServerError",
    "InvalidInput",
    "ModelMode",
    "ModelPerformanceClient",
    "NotFoundError",
    "PermissionDeniedError",
    "PrecisionType",
    "PredictivePerformanceClient",
    "RateLimitError",
    "Response",
    "UnprocessableEntityError",
    "WaitTimeout",
    "__version__",
]
