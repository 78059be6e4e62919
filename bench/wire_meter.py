"""A meter on the wire: passes a browser's connections on to the server and counts what comes back."""

import socket
import threading
from types import TracebackType

from bench.server import free_port

A_CHUNK = 65_536


class WireMeter:
    """Listens on a port of its own; `received` is the bytes that the server has answered with, headers included."""

    def __init__(self, server_port: int) -> None:
        self.server_port, self.port = server_port, free_port()
        self.received = 0
        self._lock = threading.Lock()

    def __enter__(self) -> "WireMeter":
        self._listener = socket.create_server(("127.0.0.1", self.port), backlog=64)
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                browser, _address = self._listener.accept()
            except OSError:
                return  # closed: the measuring is over
            server = socket.create_connection(("127.0.0.1", self.server_port))
            for source, target, is_counted in ((browser, server, False), (server, browser, True)):
                threading.Thread(target=self._pass_on, args=(source, target, is_counted), daemon=True).start()

    def _pass_on(self, source: socket.socket, target: socket.socket, is_counted: bool) -> None:
        try:
            while chunk := source.recv(A_CHUNK):
                target.sendall(chunk)
                if is_counted:
                    with self._lock:
                        self.received += len(chunk)
            target.shutdown(socket.SHUT_WR)
        except OSError:
            return  # one side hung up, as browsers do
