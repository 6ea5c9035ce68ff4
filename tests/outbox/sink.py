"""A mail server that takes, refuses, hangs and dies on demand."""

import asyncio
import os
import signal
import threading
from email import message_from_bytes, policy

from aiosmtpd.smtp import SMTP

BACKEND = "django.core.mail.backends.smtp.EmailBackend"


class Sink:
    """A server on 127.0.0.1 that asks `mood(address, tries)` how to behave.

    tries: which try for this address it is, from 1. Moods: "take"; "busy" and "refuse" (450 and
    550 to the recipient), "policy" (550 5.7.1); "reject" (554 to the message); "hang" (no answer
    to the message); "die" (hangs up amid the message); "kill before" and "kill after" (ends the
    sending process before or after the message is kept; its EHLO names the process).
    """

    def __init__(self, mood=lambda address, tries: "take"):
        self.mood = mood
        self.received, self.tries, self.connections, self.kills = [], {}, 0, []
        self.loop = asyncio.new_event_loop()
        self.port = 0

    def __enter__(self):
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()
        self.open()
        return self

    def __exit__(self, *error):
        self.close()
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()

    @property
    def settings(self):
        """The settings that send mail here; a server that hangs is left soon."""
        return {
            "EMAIL_BACKEND": BACKEND,
            "EMAIL_HOST": "127.0.0.1",
            "EMAIL_PORT": self.port,
            "EMAIL_TIMEOUT": 0.3,
        }

    def open(self):
        """Listen, on the same port as before."""
        self.server = self._run(self._listen())
        self.port = self.server.sockets[0].getsockname()[1]

    def close(self):
        """Listen no more, and hang up."""
        self._run(self._hang_up())

    def addresses(self):
        """Return the recipients of all messages that were taken, in order."""
        return [message["To"] for message in self.received]

    def _run(self, coroutine):
        return asyncio.run_coroutine_threadsafe(coroutine, self.loop).result(10)

    async def _listen(self):
        self.links = set()
        return await self.loop.create_server(lambda: Link(self), "127.0.0.1", self.port)

    async def _hang_up(self):
        self.server.close()
        for link in self.links:
            if link.transport:
                link.transport.abort()


class Link(SMTP):
    """One connection to the sink."""

    def __init__(self, sink):
        super().__init__(self, hostname="sink.example", loop=sink.loop, decode_data=False)
        self.sink = sink

    def connection_made(self, transport):
        self.sink.connections += 1
        self.sink.links.add(self)
        super().connection_made(transport)

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        tries = self.sink.tries[address] = self.sink.tries.get(address, 0) + 1
        self.current = self.sink.mood(address, tries)
        refusals = {
            "busy": "450 4.2.1 Try again later",
            "refuse": "550 5.1.1 No such user",
            "policy": "550 5.7.1 Relaying denied",
        }
        if self.current in refusals:
            return refusals[self.current]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def smtp_DATA(self, arg):  # noqa: N802
        if self.current == "die":
            await self.push("354 Go on")
            await self._reader.readline()
            self.transport.abort()
            raise ConnectionResetError
        await super().smtp_DATA(arg)

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        if self.current == "hang":
            await asyncio.Event().wait()
        if self.current == "reject":
            return "554 5.6.0 Not like this"
        if self.current == "kill before":
            return self._kill()
        self.sink.received.append(message_from_bytes(envelope.content, policy=policy.default))
        return self._kill() if self.current == "kill after" else "250 OK"

    def _kill(self):
        process = int(self.session.host_name.removeprefix("process-"))
        self.sink.kills.append(self.current)
        os.kill(process, signal.SIGKILL)
        return "250 OK"
