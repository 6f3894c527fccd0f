"""Faults of the network in the words of this package, for both transports."""

from __future__ import annotations

from urllib.parse import urlsplit

import httpx

from .errors import APIConnectionError, APITimeoutError

_CONNECT_SECONDS = 5.0


def timeouts(seconds: float) -> httpx.Timeout:
    """`seconds` for an answer, less for the connection: a server that is there accepts at once."""
    return httpx.Timeout(seconds, connect=min(seconds, _CONNECT_SECONDS))


def connection_fault(fault: Exception, url: str) -> APIConnectionError:
    """The exception for a request that was never answered."""
    parts = urlsplit(url)
    place = f"{parts.scheme}://{parts.netloc}"
    if isinstance(fault, (httpx.TimeoutException, TimeoutError)):
        return APITimeoutError(f"{place} did not answer in time: raise the timeout of the client, or see what the server is busy with.")
    reason = str(fault) or type(fault).__name__
    return APIConnectionError(f"{place} cannot be reached ({reason}): is the server running there? `benchcast serve` starts one; BENCHCAST_URL or base_url says where it is.")
