"""A small real server that fails as it is told, and remembers what it was asked."""

from __future__ import annotations

import json
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Asked:
    """One request."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    at: float


Reply = Callable[[BaseHTTPRequestHandler], None]


def answers(status: int, body: Any, **headers: str) -> Reply:
    """Answers with JSON; `retry_after="1"` is the header Retry-After."""

    def reply(handler: BaseHTTPRequestHandler) -> None:
        content = json.dumps(body).encode()
        handler.send_response(status)
        handler.send_header("content-type", "application/json")
        handler.send_header("content-length", str(len(content)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(content)

    return reply


def resets(handler: BaseHTTPRequestHandler) -> None:
    """Ends the connection with a reset."""
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    for end in (handler.rfile, handler.wfile, handler.connection):
        end.close()


def sleeps(handler: BaseHTTPRequestHandler) -> None:
    """Answers after a second."""
    time.sleep(1)
    answers(200, {})(handler)


@dataclass
class Flaky:
    """Gives its replies one after the other, the last for ever."""

    replies: list[Reply]
    url: str = ""
    asked: list[Asked] = field(default_factory=list)

    def next_reply(self) -> Reply:
        return self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]


@contextmanager
def flaky(*replies: Reply) -> Iterator[Flaky]:
    """A server that gives these replies."""
    state = Flaky(list(replies))

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_one_request(self) -> None:
            try:
                super().handle_one_request()
            except (OSError, ValueError):
                self.close_connection = True

        def answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length") or 0))
            state.asked.append(Asked(self.command, self.path, {name.lower(): value for name, value in self.headers.items()}, body, time.monotonic()))
            state.next_reply()(self)

        do_GET = do_POST = do_DELETE = answer

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    state.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
