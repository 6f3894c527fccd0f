"""How a client talks to its server."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ._version import __version__
from .effects import Response


@dataclass(frozen=True)
class Options:
    """
    `timeout`: seconds of one request. `max_retries`: further attempts after a connection fault, 408, 429 or 5xx.
    `on_response`: is called with every `Response`, for its status, headers and request id.
    """

    base_url: str
    api_key: str | None = field(default=None, repr=False)
    timeout: float = 60.0
    max_retries: int = 2
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    idempotency_key: str | None = None
    raise_errors: bool = False
    on_response: Callable[[Response], Any] | None = None

    def request_headers(self) -> dict[str, str]:
        """Headers of every request."""
        key = {"X-API-Key": self.api_key} if self.api_key else {}
        return {"User-Agent": f"benchcast-python/{__version__}", "Accept": "application/json", **key, **self.headers}


def address(given: str | None, usual: str) -> str:
    """The address given, else BENCHCAST_URL, else the usual one; without a slash at its end."""
    return (given or os.environ.get("BENCHCAST_URL") or usual).rstrip("/")


def api_key(given: str | None) -> str | None:
    """The key given, else BENCHCAST_API_KEY, else none."""
    return given or os.environ.get("BENCHCAST_API_KEY") or None
