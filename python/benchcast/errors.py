"""What can go wrong, as one exception class for each kind."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

Json = dict[str, Any]


class BenchcastError(Exception):
    """Every exception of this package is one."""


class InvalidInput(BenchcastError, ValueError):
    """A value that cannot be sent, as NaN; the message names its place. Nothing was sent."""


class WaitTimeout(BenchcastError, TimeoutError):
    """What was waited for had not ended when the time was over; it goes on, and can be waited for again."""


class APIConnectionError(BenchcastError, ConnectionError):
    """No answer came: the server is not there, or the connection broke."""

    def answer(self) -> Json:
        """The fault as a dictionary; `status_code` is 0, since there was no answer."""
        return {"error": str(self), "status_code": 0}


class APITimeoutError(APIConnectionError, TimeoutError):
    """No answer came within the timeout of one request."""


class APIError(BenchcastError):
    """
    The server answered with a fault.

    `status` is the HTTP status, `problem` the RFC 9457 body (`{}` when there was none), `code` its stable machine
    code, `errors` its entry for each faulty place, `request_id` what the log of the server knows the request by.

    >>> try:
    ...     client.report("benchmark-run-unknown")
    ... except NotFoundError as fault:
    ...     print(fault.code, fault.request_id)
    """

    def __init__(self, status: int, problem: Json, request_id: str | None = None) -> None:
        self.status = status
        self.problem = problem
        self.code: str | None = problem.get("code")
        self.errors: list[Json] = problem.get("errors") or []
        self.request_id: str | None = request_id or problem.get("request_id")
        self.retry_after_seconds: float | None = None
        super().__init__(_sentence(status, problem))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.status, self.problem, self.request_id)

    def answer(self) -> Json:
        """The fault as a dictionary, as the clients of the predictive and the benchmark API give it."""
        return {"error": str(self), "status_code": self.status, "code": self.code, "request_id": self.request_id}


class BadRequestError(APIError):
    """400: well-formed, but the data makes no sense."""


class AuthenticationError(APIError):
    """401: a key is needed, or the key is wrong."""


class PermissionDeniedError(APIError):
    """403: the key may not do this."""


class NotFoundError(APIError):
    """404: there is no such thing."""


class ConflictError(APIError):
    """409: it cannot be done in the present state."""


class UnprocessableEntityError(APIError):
    """422: a field is missing or of the wrong type; `errors` names each."""


class RateLimitError(APIError):
    """429: too many requests, even after the retries."""


class InternalServerError(APIError):
    """5xx: the server failed, or cannot answer right now."""


_BY_STATUS: Mapping[int, type[APIError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}


def error_of(status: int, content: bytes, request_id: str | None) -> APIError:
    """The exception for an answer that is not a success."""
    kind = _BY_STATUS.get(status, InternalServerError if status >= 500 else APIError)
    return kind(status, _problem_of(content), request_id)


def _problem_of(content: bytes) -> Json:
    try:
        problem = json.loads(content)
    except ValueError:
        return {"detail": content[:500].decode(errors="replace").strip()} if content else {}
    return problem if isinstance(problem, dict) else {"detail": str(problem)}


def _sentence(status: int, problem: Json) -> str:
    detail = problem.get("detail") or problem.get("error") or problem.get("title")
    return str(detail) if detail else f"The server answered {status} without saying why."
