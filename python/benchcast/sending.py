"""One request until it is answered: retries, back-off, and faults as exceptions."""

from __future__ import annotations

import logging
import random
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime

from .effects import Pause, Request, Response, Steps, Tell
from .errors import APIConnectionError, APIError, BenchcastError, error_of
from .options import Options

_FIRST_DELAY_SECONDS = 0.5
_LONGEST_DELAY_SECONDS = 8.0
_LONGEST_RETRY_AFTER_SECONDS = 120.0
_SECRET_HEADERS = ("x-api-key", "authorization", "cookie")

logger = logging.getLogger("benchcast")


def send(request: Request, options: Options) -> Steps[Response]:
    """Sends until there is an answer worth giving back. Raises APIError or APIConnectionError when the attempts are used up."""
    attempt = 0
    while True:
        try:
            return (yield from _attempt(request, options, attempt))
        except (APIError, APIConnectionError) as fault:
            delay = _delay_before_retry(fault, attempt)
            if delay is None or attempt >= options.max_retries:
                raise
        attempt += 1
        logger.info("%s %s: attempt %d in %.2f s", request.method, request.url, attempt + 1, delay)
        yield Pause(delay)


def _attempt(request: Request, options: Options, attempt: int) -> Steps[Response]:
    headers = {**request.headers, **({"X-Benchcast-Retry-Count": str(attempt)} if attempt else {})}
    logger.debug("%s %s %s", request.method, request.url, redacted(headers))
    response: Response = yield replace(request, headers=headers)
    logger.debug("%s %s: %d, request %s", request.method, request.url, response.status, response.request_id)
    if options.on_response:
        yield Tell(options.on_response, response)
    if 200 <= response.status < 300:
        return response
    fault = error_of(response.status, response.content, response.request_id)
    fault.retry_after_seconds = _retry_after(response.headers)
    raise fault


def _delay_before_retry(fault: BenchcastError, attempt: int) -> float | None:
    """Seconds until it is worth trying again; None when it never is."""
    if isinstance(fault, APIError):
        in_flight = fault.code == "idempotency_in_flight"
        if not (fault.status in (408, 429) or fault.status >= 500 or in_flight):
            return None
        if fault.retry_after_seconds is not None:
            return min(fault.retry_after_seconds, _LONGEST_RETRY_AFTER_SECONDS)
    return min(_FIRST_DELAY_SECONDS * 2.0**attempt, _LONGEST_DELAY_SECONDS) * (1 - 0.25 * random.random())


def _retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds that the server asks to wait: a number of seconds, or a date."""
    text = headers.get("retry-after", "")
    try:
        return max(0.0, float(text))
    except ValueError:
        pass
    try:
        return max(0.0, (parsedate_to_datetime(text) - datetime.now(timezone.utc)).total_seconds())
    except (ValueError, TypeError):
        return None


def redacted(headers: Mapping[str, str]) -> dict[str, str]:
    """Headers without their secrets."""
    return {name: "***" if name.lower() in _SECRET_HEADERS else value for name, value in headers.items()}
