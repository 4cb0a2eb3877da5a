"""A person's meetings as a calendar to subscribe to."""

from collections.abc import Sequence

from draagvlak.lib import ics
from draagvlak.meetings import wording
from draagvlak.meetings.actions.letters import address_of
from draagvlak.meetings.models import Meeting
from draagvlak.meetings.states import MeetingState


def feed_of_meetings(found: Sequence[Meeting], *, root: str, days: Sequence[ics.WholeDay] = ()) -> str:
    """Body, time, place and link, nothing else: a feed is read by programs and servers that we do not know.

    Each stands alone, also one of a series, because half of them would not be there.
    days: what a later station adds, such as the days of the yearly calendar.
    """
    return ics.feed([*(_event(meeting, root=root) for meeting in found), *days], name=str(wording.FEED_NAME))


def _event(meeting: Meeting, *, root: str) -> ics.Event:
    link = root + address_of(meeting)
    return ics.Event(
        uid=meeting.uid,
        sequence=meeting.sequence,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        summary=meeting.body.name,
        stamped_at=meeting.changed_at,
        location=meeting.place,
        description=link,
        link=link,
        is_cancelled=meeting.state == MeetingState.CANCELLED,
    )
