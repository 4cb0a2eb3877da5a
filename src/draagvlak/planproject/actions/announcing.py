"""Acts on news: write, make known, withdraw; count who read it; receive what people say and answer it."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import override

from draagvlak.accounts.models import Account
from draagvlak.documents.actions import freeze
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.lib.refusals import Changed
from draagvlak.lib.text import clean_html, plain
from draagvlak.notices.actions import queue, queue_many, take_back
from draagvlak.notices.figures import Note
from draagvlak.planproject import queries, wording
from draagvlak.planproject.models import Addressee, Announcement, Feedback, PaperReach, Reading
from draagvlak.planproject.rules import AlreadyFixed, NoReason, NotAnswerable, NotPossibleNow
from draagvlak.planproject.states import ANNOUNCEMENT_TRANSITIONS, AnnouncementState, FeedbackAnswer
from draagvlak.planproject.wording import announcing as news
from draagvlak.staff.models import FunctionGroup
from draagvlak.staff.states import Statute

# So many characters of the text stand in the mail; the rest is read on the page.
START = 280


@transaction.atomic
def write_announcement(
    *, facts: Mapping[str, Any], audience: Collection[str] = (), by: Account, at: datetime
) -> Announcement:
    """A draft. facts: title, body, is_assignment. audience: "function_group:3" or "statute:volunteer"; empty: everyone."""
    written = Announcement.objects.create(**{**facts, "body": clean_html(facts["body"])}, written_by=by)
    _address(written, audience)
    record("planproject.write_announcement", by=by, at=at, on=written)
    return written


def _address(announcement: Announcement, audience: Collection[str]) -> None:
    Addressee.objects.filter(announcement=announcement).delete()
    rows = []
    for one in dict.fromkeys(audience):
        kind, _colon, key = one.partition(":")
        if kind == "function_group":
            rows.append(Addressee(announcement=announcement, function_group=FunctionGroup.objects.get(pk=key)))
        else:
            rows.append(Addressee(announcement=announcement, statute=Statute(key)))
    Addressee.objects.bulk_create(rows)


@transaction.atomic
def change_announcement(
    *,
    announcement: Announcement,
    facts: Mapping[str, Any],
    audience: Collection[str],
    version: int,
    by: Account,
    at: datetime,
) -> Announcement:
    """Change a draft. version: the one that was seen. Raises Changed, and AlreadyFixed once it was made known."""
    held = Announcement.objects.select_for_update().get(pk=announcement.pk)
    _move(held, AnnouncementState.PUBLISHED, AlreadyFixed(str(news.NEWS_FIXED)))
    if held.version != version:
        raise Changed(str(news.NEWS_CHANGED), theirs={"title": held.title, "body": held.body}, version=held.version)
    held.title, held.body = facts["title"], clean_html(facts["body"])
    held.is_assignment = facts["is_assignment"]
    held.version += 1
    held.save()
    _address(held, audience)
    record("planproject.change_announcement", by=by, at=at, on=held)
    return held


@transaction.atomic
def delete_announcement(*, announcement: Announcement, by: Account, at: datetime) -> None:
    """Throw a draft away; nobody read it. What was made known stays: it is withdrawn. Raises AlreadyFixed."""
    held = Announcement.objects.select_for_update().get(pk=announcement.pk)
    _move(held, AnnouncementState.PUBLISHED, AlreadyFixed(str(news.NEWS_FIXED)))
    record("planproject.delete_announcement", by=by, at=at, on=held)
    held.delete()


def _move(announcement: Announcement, to: AnnouncementState, refused: Exception) -> None:
    """Whether the announcement can still go to a state; changing a draft asks whether it can still be published."""
    if to not in ANNOUNCEMENT_TRANSITIONS[AnnouncementState(announcement.state)]:
        raise refused


@transaction.atomic
def publish_announcement(*, announcement: Announcement, by: Account, at: datetime, root: str = "") -> Announcement:
    """Make it known: the text is frozen, and everyone with an address for whom it is meant gets a mail (row A5.1).

    An assignment is told to everyone at once; other news comes as each reader chose. Who has access gets the beginning with a link; who has only an address gets the whole text. root: of this installation.
    """
    held = Announcement.objects.select_for_update().get(pk=announcement.pk)
    _move(held, AnnouncementState.PUBLISHED, AlreadyFixed(str(news.NEWS_FIXED)))
    if not plain(held.body):
        raise NoReason(str(news.NEWS_EMPTY))
    held.document = freeze(title=held.title, text=held.body, at=at)
    held.state, held.published_at = AnnouncementState.PUBLISHED, at
    held.mails = _mail_everyone(held, by=by, at=at, root=root)
    held.version += 1
    held.save()
    record("planproject.publish_announcement", by=by, at=at, on=held, details={"mails": held.mails})
    return held


def _mail_everyone(announcement: Announcement, *, by: Account, at: datetime, root: str) -> int:
    organisation, text = announcement.organisation, plain(announcement.body)
    people = queries.receivers(announcement, organisation, on=clock.day_of(at))
    facts = {
        "organisation": organisation.name,
        "title": announcement.title,
        "text": text,
        "start": text if len(text) <= START else text[:START].rsplit(" ", 1)[0] + " …",
        "by": str(by),
        "link": root + address_of(announcement),
    }
    words: dict[str, tuple[str, str, str]] = {}
    notes = []
    for one in people:
        if one.language not in words:
            with override(one.language):
                words[one.language] = str(news.NEWS_SUBJECT), str(news.NEWS_BODY), str(news.NEWS_WHOLE)
        subject, short, whole = words[one.language]
        body = (short if one.can_open else whole).format(**facts, name=one.name)
        notes.append(Note(one.address, one.language, subject.format(**facts), body))
    return queue_many(notes, at=at, is_required=announcement.is_assignment)


def address_of(announcement: Announcement) -> str:
    """The address of the page, without the installation's own part."""
    words = {"organisation": announcement.organisation.slug, "pk": announcement.pk}
    return reverse("planproject:announcement", kwargs=words)


@transaction.atomic
def withdraw_announcement(*, announcement: Announcement, reason: str, by: Account, at: datetime) -> Announcement:
    """Take it back, with the reason; the frozen text stays for who wrote it. Mail of it that did not leave yet stays here."""
    _move(announcement, AnnouncementState.WITHDRAWN, NotPossibleNow(str(news.NEWS_NOT_KNOWN)))
    if not reason.strip():
        raise NoReason(str(wording.NO_REASON))
    announcement.state, announcement.withdrawn_at = AnnouncementState.WITHDRAWN, at
    announcement.withdraw_reason = reason.strip()
    announcement.save()
    assert announcement.published_at is not None  # noqa: S101 -- it was made known
    take_back(subjects=_subjects_of(announcement), queued_at=announcement.published_at)
    record("planproject.withdraw_announcement", by=by, at=at, on=announcement)
    return announcement


def _subjects_of(announcement: Announcement) -> set[str]:
    """What its mail is called, in every language."""
    facts = {"organisation": announcement.organisation.name, "title": announcement.title}
    found = set()
    for language, _name in settings.LANGUAGES:
        with override(language):
            found.add(str(news.NEWS_SUBJECT).format(**facts))
    return found


@transaction.atomic
def mark_read(*, announcement: Announcement, by: Account, at: datetime) -> bool:
    """This person says to have read it; saying it twice counts once. Returns whether it counted.

    The journal counts a reader and does not say who: nobody may find out who read something, and who did not.
    """
    _refuse_unknown(announcement)
    _reading, is_new = Reading.objects.get_or_create(announcement=announcement, account=by, defaults={"at": at})
    if is_new:
        record("planproject.count_reading", by=None, at=at, on=announcement)
    return is_new


def _refuse_unknown(announcement: Announcement) -> None:
    if announcement.state != AnnouncementState.PUBLISHED:
        raise NotPossibleNow(str(news.NEWS_NOT_KNOWN))


@transaction.atomic
def add_paper_reach(*, announcement: Announcement, facts: Mapping[str, Any], by: Account, at: datetime) -> PaperReach:
    """People without an account who were reached by a poster or a talk. facts: place, on, people, function_group, statute."""
    _refuse_unknown(announcement)
    if facts["on"] > clock.day_of(at):
        raise NotPossibleNow(str(news.IN_THE_FUTURE))
    if facts["people"] < 1:
        raise NotPossibleNow(str(news.NOBODY_TOLD))
    reached = PaperReach.objects.create(announcement=announcement, **facts, by=by)
    record("planproject.add_paper_reach", by=by, at=at, on=announcement, details={"people": reached.people})
    return reached


@transaction.atomic
def give_feedback(*, announcement: Announcement, text: str, by: Account, at: datetime) -> Feedback:
    """A question or remark about an announcement. The journal does not say who wrote it."""
    _refuse_unknown(announcement)
    if not text.strip():
        raise NoReason(str(news.FEEDBACK_EMPTY))
    given = Feedback.objects.create(announcement=announcement, by=by, text=text.strip(), at=at)
    record("planproject.receive_feedback", by=None, at=at, on=announcement)
    return given


@transaction.atomic
def answer_feedback(
    *, feedback: Feedback, answer: FeedbackAnswer, words: Mapping[str, Any], by: Account, at: datetime, root: str = ""
) -> Feedback:
    """Say what is done with somebody's words, and why. words: reply, is_shown (under the announcement, without the name)."""
    held = Feedback.objects.select_for_update().get(pk=feedback.pk)
    if held.answer:
        raise NotAnswerable(str(news.FEEDBACK_ANSWERED))
    if not words["reply"].strip():
        raise NoReason(str(news.REPLY_EMPTY))
    held.answer, held.reply, held.is_shown = answer, words["reply"].strip(), words["is_shown"]
    held.answered_at, held.answered_by = at, by
    held.save()
    record("planproject.answer_feedback", by=by, at=at, on=held.announcement, details={"answer": answer.value})
    with override(held.by.language):
        facts = {
            "name": held.by.name,
            "title": held.announcement.title,
            "text": held.text,
            "answer": str(answer.label),
            "reply": held.reply,
            "link": root + address_of(held.announcement),
        }
        subject, body = str(news.REPLY_SUBJECT).format(**facts), str(news.REPLY_BODY).format(**facts)
    queue(to=held.by.email, subject=subject, body=body, at=at)
    return held
