"""Waiting for what runs on the server, by long polls or on a WebSocket."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Collection
from typing import Any

from .effects import Dial, Emit, HangUp, Pause, Receive, Steps, Tell
from .errors import APIConnectionError, Json, NotFoundError, WaitTimeout

Callback = Callable[[Json], Any]
_LONGEST_HOLD_SECONDS = 20.0
_CONNECT_SECONDS = 10.0


class Deadline:
    """When waiting is over; never, for None."""

    def __init__(self, seconds: float | None) -> None:
        self._end = None if seconds is None else time.monotonic() + seconds

    def left(self) -> float | None:
        """Seconds left, at least 0; None without an end."""
        return None if self._end is None else max(0.0, self._end - time.monotonic())

    def over(self) -> bool:
        """Whether no time is left."""
        return self.left() == 0

    def hold(self) -> float:
        """Seconds that the server may hold one answer back: what is left, within reason."""
        left = self.left()
        return _LONGEST_HOLD_SECONDS if left is None else round(min(_LONGEST_HOLD_SECONDS, left), 3)


def poll(ask: Callable[[float], Steps[Json]], ends: Collection[str], deadline: Deadline, pause: float, told: Callback | None = None) -> Steps[Json]:
    """
    Asks for a state until its status is one of `ends`. `ask` is given the seconds that the server may hold the answer;
    the pause between two questions is `pause` seconds, less what the answer was held back. Raises WaitTimeout.
    """
    last: Json | None = None
    while True:
        asked = time.monotonic()
        state = yield from ask(deadline.hold())
        if told and state != last:
            yield Tell(told, state)
        last = state
        if state.get("status") in ends:
            return state
        left = deadline.left()
        if left == 0:
            raise WaitTimeout(f"It is still {state.get('status')} ({state.get('progress', 0):.0%}) after the time to wait. It goes on: wait again, with a longer timeout.")
        yield Pause(max(0.0, min(pause, left if left is not None else pause) - (time.monotonic() - asked)))


def follow(url: str, headers: dict[str, str], ends: Collection[str], deadline: Deadline, hear: Callable[[Json], Steps[None]]) -> Steps[Json]:
    """Connects to a WebSocket and lets `hear` have every state until one whose status is one of `ends`; gives that one."""
    socket = yield Dial(url, headers, _CONNECT_SECONDS)
    try:
        return (yield from listen(socket, ends, deadline, hear))
    finally:
        yield HangUp(socket)


def listen(socket: Any, ends: Collection[str], deadline: Deadline, hear: Callable[[Json], Steps[None]]) -> Steps[Json]:
    """As `follow`, on a socket that is open. Raises WaitTimeout, NotFoundError, or APIConnectionError when the socket breaks off."""
    while True:
        state = yield from _next_state(socket, deadline)
        yield from hear(state)
        if state["status"] in ends:
            return state


def tell(callback: Callback | None) -> Callable[[Json], Steps[None]]:
    """Lets a callback have what is heard."""

    def hear(state: Json) -> Steps[None]:
        if callback:
            yield Tell(callback, state)

    return hear


def emit(state: Json) -> Steps[None]:
    """Lets whoever iterates have what is heard."""
    yield Emit(state)


def _next_state(socket: Any, deadline: Deadline) -> Steps[Json]:
    try:
        text = yield Receive(socket, deadline.left())
    except TimeoutError:
        raise WaitTimeout("Nothing was heard within the time to wait. What runs goes on: wait again, with a longer timeout.") from None
    if text is None:
        raise APIConnectionError("The WebSocket was closed before the end: ask for the status, or connect again.")
    state: Json = json.loads(text)
    if "status" not in state:
        raise NotFoundError(404, {"detail": str(state.get("error", state))})
    return state
