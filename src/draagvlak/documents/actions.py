from datetime import datetime

from draagvlak.documents.models import FrozenText
from draagvlak.lib.verify import text_seal


def freeze(*, title: str, text: str, at: datetime) -> FrozenText:
    """Keep this exact text for good, with its seal."""
    return FrozenText.objects.create(title=title[:250], text=text, sha256=text_seal(text), frozen_at=at)
