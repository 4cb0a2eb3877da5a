from django.db import models

from draagvlak.tenancy.models import OrganisationOwned


class FrozenText(OrganisationOwned):
    """The exact text that a body was shown, with the SHA-256 of its UTF-8 bytes. Append-only on both engines."""

    title = models.CharField(max_length=250)
    text = models.TextField()
    sha256 = models.CharField(max_length=64)
    frozen_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.title
