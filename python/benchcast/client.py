"""What every client has: its options, its requests, its connections."""

from __future__ import annotations

import uuid
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, ClassVar, TypeVar
from urllib.parse import quote, urlencode

import httpx

from .async_transport import AsyncTransport
from .effects import Request, Response, Steps
from .errors import Json
from .log import log_as_asked
from .options import Options, address, api_key
from .sending import send
from .sync_transport import SyncTransport
from .values import encode, plain

R = TypeVar("R")
C = TypeVar("C", bound="Operations")
_CHANGEABLE = ("api_key", "timeout", "max_retries", "headers", "idempotency_key", "raise_errors", "on_response")


def path(*parts: str) -> str:
    """A path below /api; every part but the first is escaped, slashes included."""
    return "/".join([parts[0], *(quote(str(part), safe="") for part in parts[1:])])


class Operations:
    """Requests as steps; the methods of the clients are built from them."""

    default_url: ClassVar[str] = "http://localhost:8080"
    default_raise_errors: ClassVar[bool] = True
    options: Options

    @property
    def base_url(self) -> str:
        """Where the server is, without a slash at the end."""
        return self.options.base_url

    @property
    def api_key(self) -> str | None:
        """What is sent as X-API-Key."""
        return self.options.api_key

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={self.base_url!r})"

    def with_options(self: C, **changes: Any) -> C:
        """
        The same client with other options, on the same connections: `timeout` (seconds of one request), `max_retries`,
        `headers`, `api_key`, `idempotency_key`, `raise_errors`, `on_response`.

        >>> client.with_options(timeout=5, max_retries=0).task_types()
        """
        unknown = [name for name in changes if name not in _CHANGEABLE]
        if unknown:
            raise TypeError(f"with_options() has no option '{unknown[0]}': there are {', '.join(_CHANGEABLE)}")
        other = object.__new__(type(self))
        other.__dict__.update(self.__dict__)
        other.options = replace(self.options, **changes)
        return other

    def _send(self, method: str, path: str, *, query: Mapping[str, Any] | None = None, body: Any = None, headers: Mapping[str, str] | None = None, extra_seconds: float = 0) -> Steps[Response]:
        """Sends one request. Absent (None) query parameters are left out; a POST carries an Idempotency-Key, the same in every attempt."""
        options = self.options
        url = f"{options.base_url}{path}{_query(query or {})}"
        every = {**options.request_headers(), **(headers or {})}
        if body is not None:
            every["Content-Type"] = "application/json"
        if method == "POST":
            every.setdefault("Idempotency-Key", options.idempotency_key or str(uuid.uuid4()))
        request = Request(method, url, every, options.timeout + extra_seconds, None if body is None else encode(body))
        return (yield from send(request, options))

    def _get(self, path: str, *, hold: float | None = None, **query: Any) -> Steps[Json]:
        """The JSON object at a path; with `hold`, the server may keep the answer back so many seconds."""
        answer: Json = (yield from self._send("GET", path, query={**query, "wait": hold}, extra_seconds=hold or 0)).json()
        return answer

    def _get_list(self, path: str, **query: Any) -> Steps[list[Json]]:
        """The JSON array at a path."""
        answer: list[Json] = (yield from self._send("GET", path, query=query)).json()
        return answer

    def _delete(self, path: str) -> Steps[Json]:
        """The JSON answer to a DELETE."""
        answer: Json = (yield from self._send("DELETE", path)).json()
        return answer

    def _post(self, path: str, body: Mapping[str, Any] | None = None, *, hold: float | None = None, **query: Any) -> Steps[Json]:
        """The JSON answer to a body; fields that are None are left out of it."""
        given = None if body is None else {name: value for name, value in body.items() if value is not None}
        answer: Json = (yield from self._send("POST", path, query={**query, "wait": hold}, body=given, extra_seconds=hold or 0)).json()
        return answer

    def _closing(self) -> Steps[None]:
        """What is to be done before the connections are closed."""
        yield from ()

    def _websocket(self, path: str) -> tuple[str, dict[str, str]]:
        """Address and headers of a WebSocket."""
        headers = self.options.request_headers()
        return "ws" + f"{self.base_url}{path}".removeprefix("http"), {name: value for name, value in headers.items() if name not in ("User-Agent", "Accept")}


class SyncClient(Operations):
    """A client whose methods block. Use it as a context manager, or call `close()`."""

    def __init__(
        self,
        base_url: str | None = None,
        api_key: str | None = None,
        *,
        timeout: float = 60.0,
        max_retries: int = 2,
        headers: Mapping[str, str] | None = None,
        raise_errors: bool | None = None,
        on_response: Callable[[Response], Any] | None = None,
        http_client: httpx.Client | None = None,
    ) -> None:
        """
        `base_url` is read from BENCHCAST_URL and `api_key` from BENCHCAST_API_KEY where they are not given. `timeout` is
        that of one request, in seconds. `http_client` may be your own, with proxies or certificates.
        """
        self.options = _options(self, base_url, api_key, timeout, max_retries, headers, raise_errors, on_response)
        self._transport = SyncTransport(http_client)

    def run(self, steps: Steps[R]) -> R:
        """Carries out the steps of an operation."""
        return self._transport.run(steps)

    def iterate(self, steps: Steps[None]) -> Iterator[Any]:
        """Carries out the steps of a stream."""
        return self._transport.iterate(steps)

    def request(self, method: str, path: str, *, query: Mapping[str, Any] | None = None, body: Any = None, headers: Mapping[str, str] | None = None) -> Response:
        """Any endpoint: `client.request("GET", "/health").json()`. Retries and faults are as everywhere."""
        return self.run(self._send(method, path, query=query, body=body, headers=headers))

    def close(self) -> None:
        """Closes the connections."""
        self.run(self._closing())
        self._transport.close()

    def __enter__(self: S) -> S:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class AsyncClient(Operations):
    """A client whose methods are awaited. Use it as an asynchronous context manager, or await `close()`."""

    def __init__(
        self,
        base_url: str | None = None,
        api_key: str | None = None,
        *,
        timeout: float = 60.0,
        max_retries: int = 2,
        headers: Mapping[str, str] | None = None,
        raise_errors: bool | None = None,
        on_response: Callable[[Response], Any] | None = None,
        http_client: httpx.AsyncClient | None = None,
    ) -> None:
        """As of the blocking client; `on_response` may be asynchronous."""
        self.options = _options(self, base_url, api_key, timeout, max_retries, headers, raise_errors, on_response)
        self._transport = AsyncTransport(http_client)

    async def run(self, steps: Steps[R]) -> R:
        """Carries out the steps of an operation."""
        return await self._transport.run(steps)

    def iterate(self, steps: Steps[None]) -> AsyncIterator[Any]:
        """Carries out the steps of a stream."""
        return self._transport.iterate(steps)

    async def request(self, method: str, path: str, *, query: Mapping[str, Any] | None = None, body: Any = None, headers: Mapping[str, str] | None = None) -> Response:
        """Any endpoint: `(await client.request("GET", "/health")).json()`."""
        return await self.run(self._send(method, path, query=query, body=body, headers=headers))

    async def close(self) -> None:
        """Closes the connections."""
        await self.run(self._closing())
        await self._transport.close()

    async def __aenter__(self: A) -> A:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()


S = TypeVar("S", bound=SyncClient)
A = TypeVar("A", bound=AsyncClient)


def _options(
    client: Operations,
    base_url: str | None,
    key: str | None,
    timeout: float,
    max_retries: int,
    headers: Mapping[str, str] | None,
    raise_errors: bool | None,
    on_response: Callable[[Response], Any] | None,
) -> Options:
    log_as_asked()
    return Options(
        base_url=address(base_url, client.default_url),
        api_key=api_key(key),
        timeout=timeout,
        max_retries=max_retries,
        headers=dict(headers or {}),
        raise_errors=client.default_raise_errors if raise_errors is None else raise_errors,
        on_response=on_response,
    )


def _query(parameters: Mapping[str, Any]) -> str:
    given = {name: _parameter(value) for name, value in parameters.items() if value is not None}
    return f"?{urlencode(given, doseq=True)}" if given else ""


def _parameter(value: Any) -> Any:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (list, tuple)):
        return [_parameter(item) for item in value]
    if isinstance(value, (str, int, float)):
        return str(value)
    return _parameter(plain(value))
