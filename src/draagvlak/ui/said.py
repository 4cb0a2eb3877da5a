"""Moments in words of the active language."""

from datetime import datetime

from django.utils.translation import gettext as _


def time_said(at: datetime) -> str:
    """The time of a day: 9.05, 9 h 05, 9:05. at: in the zone that is meant."""
    return _("{hours}.{minutes}").format(hours=at.hour, minutes=f"{at.minute:02}")
