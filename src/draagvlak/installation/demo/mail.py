"""What people want by mail, and yesterday's digests: made by the same job as everywhere."""

from draagvlak.desk.actions import choose_mail
from draagvlak.desk.jobs import go_round
from draagvlak.installation.demo.steps import Calendar, Cast

# First name → rhythm, days of a reminder, quiet days (0 = Monday).
CHOICES = {
    "Amina": ("daily", (7, 1), (5, 6)),
    "Koen": ("weekly", (7, 1), ()),
    "Fatima": ("daily", (7, 1), ()),
    "Ria": ("required", (), ()),
    "Greet": ("daily", (7, 1), ()),
    "Lut": ("at_once", (12, 7, 1), ()),
    "Iris": ("daily", (7, 2), ()),
    "Karim": ("weekly", (7, 1), (2,)),
}


def mail(calendar: Calendar, cast: Cast) -> None:
    for first, (rhythm, before, quiet) in CHOICES.items():
        if first in cast.known:
            facts = {"rhythm": rhythm, "reminder_days": list(before), "quiet_days": list(quiet)}
            choose_mail(account=cast[first], facts=facts, version=0, at=calendar.at(2))
    go_round(at=calendar.at(1, 8))
