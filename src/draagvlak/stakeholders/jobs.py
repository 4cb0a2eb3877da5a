"""What happens in the background: people are told of their moment."""

from datetime import datetime

from django.conf import settings
from django_scopes import scope

from draagvlak.lib import clock
from draagvlak.stakeholders.actions import tell_of_moments
from draagvlak.tenancy.models import Organisation

# Nobody is told anything before this hour, so that no telephone sounds at night.
FIRST_HOUR = 7


def notify_moments(at: datetime) -> int:
    """Tell everybody whose moment is near, in every organisation. Returns how many mails were queued; may run any time."""
    if at.astimezone(clock.BRUSSELS).hour < FIRST_HOUR:
        return 0
    sent = 0
    for organisation in Organisation.objects.all():
        with scope(organisation=organisation):
            sent += tell_of_moments(at=at, root=settings.ADDRESS)
    return sent
