"""What is asked and said about a text before it is decided, and what is answered (row B2.2). All of it stands in the chain."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import override

from draagvlak.accounts.models import Account
from draagvlak.decisions import queries, wording
from draagvlak.decisions.actions.chain import add_entry, address_of, locked
from draagvlak.decisions.models import Dossier, Entry
from draagvlak.decisions.rules import NotNow, refuse_reply_without_reason
from draagvlak.journal.actions import record
from draagvlak.notices.actions import queue


@transaction.atomic
def add_remark(*, dossier: Dossier, text: str, by: Account, at: datetime) -> Entry:
    """A question or a remark on the text before it is decided. It stands in the chain like all the rest."""
    dossier = locked(dossier.pk)
    refuse_reply_without_reason(verdict="", text=text, sentence=str(wording.REMARK_EMPTY))
    content = {"text": text.strip(), "document_sha256": dossier.document.sha256}
    entry = add_entry(dossier, "remark", content, by=by, at=at)
    record("decisions.add_remark", by=by, at=at, on=dossier)
    return entry


@transaction.atomic
def answer_remark(*, dossier: Dossier, remark: int, text: str, by: Account, at: datetime, root: str = "") -> Entry:
    """Answer what somebody asked, once; who asked gets it by mail. remark: the number of its entry.

    Raises NotNow when the dossier has ended, there is no such remark, or it has an answer.
    """
    dossier = locked(dossier.pk)
    refuse_reply_without_reason(verdict="", text=text, sentence=str(wording.ANSWER_EMPTY))
    asked = next((one for one in queries.remarks_in(queries.entries_of(dossier)) if one.number == remark), None)
    if asked is None or asked.answer is not None:
        raise NotNow(str(wording.REMARK_ANSWERED if asked else wording.NO_SUCH_REMARK))
    content = {"remark": remark, "text": text.strip(), "document_sha256": dossier.document.sha256}
    entry = add_entry(dossier, "answer", content, by=by, at=at)
    record("decisions.answer_remark", by=by, at=at, on=dossier, details={"remark": remark})
    _tell(dossier, entry, Entry.objects.get(dossier=dossier, number=remark), by=by, root=root, at=at)
    return entry


def _tell(dossier: Dossier, answer: Entry, remark: Entry, *, by: Account, root: str, at: datetime) -> None:
    """Who asked hears it, unless he answered himself or can no longer sign in."""
    asker = Account.objects.filter(email=remark.by["email"], is_active=True).exclude(pk=by.pk).first()
    if asker is None:
        return
    with override(asker.language):
        words = {
            "name": asker.name,
            "by": by,
            "title": dossier.title,
            "question": remark.content["text"],
            "answer": answer.content["text"],
            "link": f"{root}{address_of(dossier)}#bespreking",
        }
        subject = str(wording.REMARK_ANSWERED_SUBJECT).format(**words)
        body = str(wording.REMARK_ANSWERED_BODY).format(**words)
    queue(to=asker.email, subject=subject, body=body, at=at)
