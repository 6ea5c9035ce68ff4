"""A small web server on this machine, and settings that let the fetcher go there."""

import gzip
import threading
import time
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from django.test import override_settings


class OddPages(BaseHTTPRequestHandler):
    """Answers that a careless fetcher would wait for, unpack or follow."""

    def do_GET(self):
        self.server.asked.append((self.path, dict(self.headers)))
        name, _, query = self.path[1:].partition("?")
        page = getattr(self, f"page_{name}", self.page_plain)
        with suppress(OSError):  # the fetcher hung up, as it should
            page(query)

    def head(self, status=200, **headers):
        self.send_response(status)
        headers.setdefault("Content_Type", "text/plain")
        for header, value in headers.items():
            self.send_header(header.replace("_", "-"), value)
        self.end_headers()

    def page_plain(self, query):
        self.head()
        self.wfile.write(b"words")

    def page_to(self, query):
        self.head(302, Location=query)

    def page_nowhere(self, query):
        self.head(302)
        self.wfile.write(b"nothing")

    def page_program(self, query):
        self.head(Content_Type="application/x-msdownload")

    def page_missing(self, query):
        self.head(404, Content_Type="text/html")
        self.wfile.write(b"gone")

    def page_packed(self, query):
        self.head(Content_Encoding="gzip")
        self.wfile.write(gzip.compress(b"packed words"))

    def page_bomb(self, query):
        self.head(Content_Encoding="gzip")
        self.wfile.write(gzip.compress(b"0" * (20 << 20), 1))

    def page_garbled(self, query):
        self.head(Content_Encoding="gzip")
        self.wfile.write(b"not gzip at all")

    def page_cut(self, query):
        self.head(Content_Encoding="gzip")
        self.wfile.write(gzip.compress(b"words" * 1000)[:-12])

    def page_brotli(self, query):
        self.head(Content_Encoding="br")
        self.wfile.write(b"\x0b\x02\x80words\x03")

    def page_large(self, query):
        self.head()
        for _chunk in range(64):
            self.wfile.write(b"x" * 65_536)

    def page_drip(self, query):
        self.head()
        self.drip()

    def page_slowhead(self, query):
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        self.drip()

    def drip(self):
        for _drop in range(100):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.1)

    def page_broken(self, query):
        self.wfile.write(b"\x00\x01 not HTTP\r\n\r\n")

    def log_message(self, *args):
        pass


@contextmanager
def serving(handler=OddPages):
    """Yield (address, requests that came) of a server that the fetcher may go to."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.asked, server.daemon_threads = [], True
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        with override_settings(FETCH_TRUSTED_PLACES={("127.0.0.1", server.server_port)}):
            yield f"http://127.0.0.1:{server.server_port}", server.asked
    finally:
        server.shutdown()
        server.server_close()
