"""A mail server of our own that speaks SMTP and does as the local part of the address says.

550@… refuses the receiver for good, 450@… for now, 554@… the mail itself, drop@… takes the mail and hangs up without an
answer, early@… hangs up before the mail. Any other address is accepted.
"""

import asyncio
import email
import email.policy
import socket

from aiosmtpd.controller import Controller

RECEIVER = {"550": "550 5.1.1 Onbekende ontvanger", "450": "450 4.2.2 Bus is vol", "421": "421 4.3.2 Even dicht"}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Sink:
    def __init__(self):
        self.mails, self.connections, self.hold = [], 0, None
        self.controller = Controller(self, hostname="127.0.0.1", port=free_port())

    async def handle_EHLO(self, _server, session, _envelope, hostname, responses):  # noqa: N802
        self.connections += 1
        session.host_name = hostname
        return responses

    async def handle_RCPT(self, server, _session, envelope, address, _options):  # noqa: N802
        local = address.split("@")[0]
        if local == "early":
            server.transport.abort()
        if answer := RECEIVER.get(local):
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, _session, envelope):  # noqa: N802
        to = envelope.rcpt_tos[0]
        if to.startswith("554"):
            return "554 5.7.1 Zo’n mail nemen we niet aan"
        self.mails.append((to, email.message_from_bytes(envelope.content, policy=email.policy.default)))
        if to.startswith("drop"):
            server.transport.abort()
        while self.hold is not None and not self.hold.is_set():
            await asyncio.sleep(0.02)
        return "250 OK"

    @property
    def receivers(self):
        return [to for to, _mail in self.mails]
