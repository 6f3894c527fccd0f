"""Carries out effects and blocks meanwhile."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from functools import cached_property
from typing import Any, TypeVar

import httpx
from websockets.exceptions import ConnectionClosed, WebSocketException
from websockets.sync.client import connect

from .effects import Dial, Effect, Emit, HangUp, Pause, Receive, Request, Response, Steps, Tell
from .faults import connection_fault, timeouts

R = TypeVar("R")


class SyncTransport:
    """The blocking world: an httpx.Client and the sockets of websockets."""

    def __init__(self, http: httpx.Client | None = None) -> None:
        self._given = http

    @cached_property
    def http(self) -> httpx.Client:
        """Made when it is needed: reading the certificates of the system takes a while."""
        return self._given or httpx.Client()

    def run(self, steps: Steps[R]) -> R:
        """Carries out every step; gives what they return."""
        try:
            next(self._drive(steps))
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]
        raise RuntimeError("steps that emit must be iterated")

    def iterate(self, steps: Steps[None]) -> Iterator[Any]:
        """Carries out the steps as far as items are asked for."""
        yield from self._drive(steps)

    def _drive(self, steps: Steps[R]) -> Any:
        resume, value = steps.send, None
        while True:
            try:
                effect = resume(value)
            except StopIteration as end:
                return end.value
            resume = steps.send
            try:
                value = (yield effect.value) if isinstance(effect, Emit) else self.perform(effect)
            except BaseException as fault:
                resume, value = steps.throw, fault

    def perform(self, effect: Effect) -> Any:
        """What comes of one effect."""
        match effect:
            case Request():
                return self._request(effect)
            case Pause(seconds):
                return time.sleep(seconds)
            case Tell(callback, value):
                return callback(value)
            case Dial(url, headers, timeout):
                line = ExitStack()
                try:
                    return line.enter_context(connect(url, additional_headers=dict(headers), open_timeout=timeout, max_size=None)), line
                except (OSError, WebSocketException) as fault:
                    raise connection_fault(fault, url) from fault
            case Receive((socket, _), timeout):
                try:
                    return socket.recv(timeout)
                except ConnectionClosed:
                    return None
            case HangUp((_, line)):
                with suppress(Exception):
                    line.close()
        return None

    def _request(self, request: Request) -> Response:
        try:
            answer = self.http.request(request.method, request.url, headers=dict(request.headers), content=request.body, timeout=timeouts(request.timeout))
        except httpx.TransportError as fault:
            raise connection_fault(fault, request.url) from fault
        return Response(answer.status_code, answer.headers, answer.content)

    def close(self) -> None:
        """Closes the connections."""
        if "http" in self.__dict__:
            self.http.close()
