"""Carries out effects and lets others run meanwhile."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, suppress
from functools import cached_property
from typing import Any, TypeVar

import httpx
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, WebSocketException

from .effects import Dial, Effect, Emit, HangUp, Pause, Receive, Request, Response, Steps, Tell
from .faults import connection_fault, timeouts

R = TypeVar("R")


class AsyncTransport:
    """The world of asyncio: an httpx.AsyncClient and the sockets of websockets."""

    def __init__(self, http: httpx.AsyncClient | None = None) -> None:
        self._given = http

    @cached_property
    def http(self) -> httpx.AsyncClient:
        """Made when it is needed: reading the certificates of the system takes a while."""
        return self._given or httpx.AsyncClient()

    async def run(self, steps: Steps[R]) -> R:
        """Carries out every step; gives what they return."""
        resume: Any = steps.send
        value: Any = None
        while True:
            try:
                effect = resume(value)
            except StopIteration as end:
                return end.value  # type: ignore[no-any-return]
            resume = steps.send
            try:
                value = await self.perform(effect)
            except BaseException as fault:
                resume, value = steps.throw, fault

    async def iterate(self, steps: Steps[None]) -> AsyncIterator[Any]:
        """Carries out the steps as far as items are asked for."""
        resume: Any = steps.send
        value: Any = None
        while True:
            try:
                effect = resume(value)
            except StopIteration:
                return
            resume = steps.send
            try:
                value = (yield effect.value) if isinstance(effect, Emit) else await self.perform(effect)
            except BaseException as fault:
                resume, value = steps.throw, fault

    async def perform(self, effect: Effect) -> Any:
        """What comes of one effect."""
        match effect:
            case Request():
                return await self._request(effect)
            case Pause(seconds):
                return await asyncio.sleep(seconds)
            case Tell(callback, value):
                told = callback(value)
                return await told if inspect.isawaitable(told) else told
            case Dial(url, headers, timeout):
                line = AsyncExitStack()
                try:
                    return await line.enter_async_context(connect(url, additional_headers=dict(headers), open_timeout=timeout, max_size=None)), line
                except (OSError, WebSocketException) as fault:
                    raise connection_fault(fault, url) from fault
            case Receive((socket, _), timeout):
                try:
                    return await asyncio.wait_for(socket.recv(), timeout)
                except asyncio.TimeoutError:
                    raise TimeoutError from None
                except ConnectionClosed:
                    return None
            case HangUp((_, line)):
                with suppress(Exception):
                    await line.aclose()
        return None

    async def _request(self, request: Request) -> Response:
        try:
            answer = await self.http.request(request.method, request.url, headers=dict(request.headers), content=request.body, timeout=timeouts(request.timeout))
        except httpx.TransportError as fault:
            raise connection_fault(fault, request.url) from fault
        return Response(answer.status_code, answer.headers, answer.content)

    async def close(self) -> None:
        """Closes the connections."""
        if "http" in self.__dict__:
            await self.http.aclose()
