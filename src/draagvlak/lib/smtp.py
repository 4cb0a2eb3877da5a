"""A connection to a mail server that knows whether a mail was handed over, so that none is ever sent twice.

The library tells that something went wrong, but not whether the server may have kept the mail: a line that drops before
the mail was handed over loses nothing, one that drops while the server is about to answer leaves the result unknown.
"""

import smtplib
from enum import Enum
from typing import Any

from django.core.mail.backends import smtp

CLOSING = 421  # the server itself stops, whatever it was asked
PERMANENT = 500
# How long a server may think about a mail that it has (RFC 5321, 4.5.3.2.6 says ten minutes), in seconds. Giving up
# sooner would leave a result unknown that comes a moment later.
ANSWERS_WITHIN = 300


class Outcome(Enum):
    """What an error means for the mail: the server is away, it said "not now" or "never", or nobody knows."""

    AWAY = "away"
    NOT_NOW = "not_now"
    NEVER = "never"
    UNKNOWN = "unknown"


class _Watched:
    """Remembers that the mail itself is being handed over and that the server has not answered yet."""

    is_underway = False
    sock: Any

    def data(self, msg: Any) -> Any:  # noqa: ANN401 -- the library's own signature
        self.is_underway, patience = True, self.sock.gettimeout() if self.sock else None
        if self.sock:
            self.sock.settimeout(ANSWERS_WITHIN)
        try:
            answer = super().data(msg)  # type: ignore[misc]
        except smtplib.SMTPDataError:
            self.is_underway = False
            raise
        finally:
            if self.sock:
                self.sock.settimeout(patience)
        self.is_underway = False
        return answer


class _Plain(_Watched, smtplib.SMTP):
    pass


class _Secure(_Watched, smtplib.SMTP_SSL):
    pass


class EmailBackend(smtp.EmailBackend):
    """Django's own, over a connection that is watched."""

    @property
    def connection_class(self) -> type[smtplib.SMTP]:  # type: ignore[override]
        return _Secure if self.use_ssl else _Plain

    @property
    def is_underway(self) -> bool:
        return bool(getattr(self.connection, "is_underway", False))


def outcome_of(error: OSError, *, is_underway: bool) -> tuple[Outcome, str]:
    """What an error of the mail server means for the mail, and what the server said.

    Only what it says about the receiver or about the mail itself is final. Refusing the sender is not: that is ours to
    mend, and afterwards the mail can leave.
    """
    code, said = _answer(error)
    if code == CLOSING:
        return Outcome.AWAY, said
    if isinstance(error, smtplib.SMTPRecipientsRefused | smtplib.SMTPDataError):
        return (Outcome.NEVER if code >= PERMANENT else Outcome.NOT_NOW), said
    if isinstance(error, smtplib.SMTPSenderRefused):
        return Outcome.NOT_NOW, said
    return (Outcome.UNKNOWN if is_underway else Outcome.AWAY), said


def _answer(error: OSError) -> tuple[int, str]:
    """The server's own code and words; 0 when it gave none."""
    said: bytes | str
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, said = next(iter(error.recipients.values()))
    elif isinstance(error, smtplib.SMTPResponseException):
        code, said = error.smtp_code, error.smtp_error
    else:
        return 0, str(error)
    return int(code), f"{code} {said.decode(errors='replace') if isinstance(said, bytes) else said}"
