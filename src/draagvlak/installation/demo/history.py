"""How the text of the plan grew: two wrote in one part at the same time, and some read it before it changed once more."""

from typing import Any

from draagvlak.installation.demo.steps import Calendar, Cast
from draagvlak.policyplan import actions as plan
from draagvlak.policyplan import queries
from draagvlak.policyplan.models import Plan, Section
from draagvlak.policyplan.states import SectionKey

# Who wrote in "Rechten en plichten" from the same text, each in a paragraph of his own.
AT_ONCE = (
    ("Carine", "Opleiding is werktijd.", "Opleiding is werktijd, ook als ze op een vrije dag valt."),
    ("Bram", "deelt daarna met", "deelt binnen de maand met"),
)
READERS = ("Koen", "Bram", "Carine", "Dirk")


def lindehof(calendar: Calendar, cast: Cast, written: Plan) -> None:
    """Both changes stand in the part: the second one was brought together with the first."""
    seen = Section.objects.get(version=queries.version_at_work(written), key=SectionKey.RIGHTS)
    for turn, (first, was, became) in enumerate(AT_ONCE):
        body, by = seen.body.replace(was, became), cast[first]
        words: dict[str, Any] = {"key": SectionKey.RIGHTS, "body": body, "revision": seen.revision}
        plan.write_section(plan=written, **words, by=by, at=calendar.at(94, 14 + turn))


def read(calendar: Calendar, cast: Cast, written: Plan) -> None:
    """These read the version that was approved in the end; what changed after it, they have not read yet."""
    version = queries.version_to_show(written)
    if version is None:
        raise LookupError
    stands = queries.revisions_in(version)
    for first in READERS:
        plan.mark_plan_read(version=version, seen=stands, by=cast[first], at=calendar.at(62, 9))
