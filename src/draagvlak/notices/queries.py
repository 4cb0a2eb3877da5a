from django.db.models import QuerySet

from draagvlak.notices.models import Message
from draagvlak.tenancy.models import Organisation


def outbox(organisation: Organisation) -> QuerySet[Message]:
    """The organisation's mail, newest first."""
    return Message.objects.filter(organisation=organisation).order_by("-queued_at", "-pk")
