"""What no person asks for: keeping the list of forms that were sent short."""

from datetime import datetime, timedelta

from draagvlak.ui.models import SentForm

KEPT = timedelta(days=7)


def forget_sent_forms(*, at: datetime) -> int:
    """Nobody sends a form again after a week; who sent one when is nobody's business by then. Returns how many went."""
    gone, _each = SentForm.objects.filter(at__lt=at - KEPT).delete()
    return gone
