"""
What a client asks of the world, as values.

Every method of a client is written once, as a generator that yields these and is sent what came of them;
`SyncTransport` and `AsyncTransport` carry them out. Nothing else in the package knows of `await`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar


@dataclass(frozen=True)
class Request:
    """An HTTP request; gives a `Response`. `timeout` is in seconds."""

    method: str
    url: str
    headers: Mapping[str, str]
    timeout: float
    body: bytes | None = None


@dataclass(frozen=True)
class Response:
    """An HTTP answer with all of its body. Header names are in lower case."""

    status: int
    headers: Mapping[str, str]
    content: bytes = field(repr=False)

    @property
    def request_id(self) -> str | None:
        """What the log of the server knows the request by."""
        return self.headers.get("x-request-id")

    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.content)


@dataclass(frozen=True)
class Pause:
    """Waits so many seconds."""

    seconds: float


@dataclass(frozen=True)
class Dial:
    """Opens a WebSocket; gives the socket."""

    url: str
    headers: Mapping[str, str]
    timeout: float


@dataclass(frozen=True)
class Receive:
    """The next text of a socket, or None once it is closed. Raises TimeoutError after `timeout` seconds; None waits on."""

    socket: Any
    timeout: float | None


@dataclass(frozen=True)
class HangUp:
    """Closes a socket."""

    socket: Any


@dataclass(frozen=True)
class Tell:
    """Calls somebody back; an asynchronous callback is awaited by asynchronous clients."""

    callback: Callable[[Any], Any]
    value: Any


@dataclass(frozen=True)
class Emit:
    """Hands one item to whoever iterates."""

    value: Any


Effect = Request | Pause | Dial | Receive | HangUp | Tell | Emit
R = TypeVar("R")
Steps = Generator[Effect, Any, R]
