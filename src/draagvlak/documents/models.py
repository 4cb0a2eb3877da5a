from django.conf import settings
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


class StoredFile(OrganisationOwned):
    """A file that somebody put in. Its bytes lie on the disk under their own SHA-256, and never change.

    size: bytes. The name is only shown; nothing on the disk carries it.
    """

    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    kept_at = models.DateTimeField()
    kept_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.name
