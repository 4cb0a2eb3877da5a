from collections.abc import Iterable
from functools import cache
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.encoding import force_str
from django_scopes import ScopedManager, get_scope

from draagvlak.tenancy.wording import FOREIGN_ROW


class Organisation(models.Model):
    """A social-profit organisation; everything else in the house belongs to one."""

    slug = models.SlugField(unique=True, max_length=40)
    name = models.CharField(max_length=150)
    joint_committee = models.CharField(max_length=10, blank=True)
    founded_at = models.DateTimeField(auto_now_add=True)
    # One more for every change of these fields, so that two people cannot overwrite each other unseen.
    version = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return self.name

    def hold(self) -> None:
        """Inside a transaction: wait until no other act runs in this organisation, and keep the others waiting.

        On SQLite a transaction that writes has the whole database to itself already. NO KEY, so that rows that only
        name the organisation can still be added by what does not hold it.
        """
        Organisation.objects.select_for_update(no_key=True).get(pk=self.pk)


class Membership(models.Model):
    """An account belongs to an organisation, from an invitation until it is ended.

    is_guest: somebody of a partner, who enters nothing but what was put there for guests (row B0.2).
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    is_guest = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "account"],
                condition=models.Q(ends_at=None),
                name="tenancy_one_open_membership_per_account",
            )
        ]

    def __str__(self) -> str:
        return f"{self.account} @ {self.organisation}"


def current_organisation() -> Organisation | None:
    """The organisation whose scope is open, or None."""
    scope = get_scope()
    return scope.get("organisation") if scope.get("_enabled", True) else None


class ForeignRow(Exception):
    """Our own fault: code tried to write a row of another organisation than the one whose scope is open."""


def refuse_foreign(row: "OrganisationOwned") -> None:
    here = current_organisation()
    if here is None:
        return
    if row.organisation_id != here.pk:
        raise ForeignRow(FOREIGN_ROW.format(row=row.__class__.__name__))
    for field in row._meta.concrete_fields:
        other = row.__dict__.get("_state").fields_cache.get(field.name) if field.is_relation else None  # type: ignore[union-attr]
        if isinstance(other, OrganisationOwned) and other.organisation_id != here.pk:
            raise ForeignRow(FOREIGN_ROW.format(row=f"{row.__class__.__name__}.{field.name}"))


class OwnedQuerySet(models.QuerySet[Any]):
    """Rows of one organisation; writing many at once keeps the same fence as `save`."""

    def bulk_create(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> list[Any]:  # noqa: ANN401
        rows = list(objs)
        for row in rows:
            row.take_scope()
            refuse_foreign(row)
        return super().bulk_create(rows, *args, **kwargs)

    def bulk_update(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> int:  # noqa: ANN401
        rows = list(objs)
        for row in rows:
            refuse_foreign(row)
        return super().bulk_update(rows, *args, **kwargs)


@cache
def _words_of(field: Any) -> dict[Any, Any]:  # noqa: ANN401 -- a field of any kind
    """The choices of a field: value → words, still to be said in the reader's language."""
    return dict(field.flatchoices)


class OrganisationOwned(models.Model):
    """A row that belongs to one organisation. Reading without an open scope raises; writing for another one raises."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")

    objects = ScopedManager(organisation="organisation", _manager_class=OwnedQuerySet.as_manager().__class__)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        self.take_scope()
        refuse_foreign(self)
        super().save(*args, **kwargs)

    def _get_FIELD_display(self, field: Any) -> Any:  # noqa: ANN401, N802 -- Django's own name and signature
        """Behind every `get_…_display()`. Django's own reads and hashes the words of every choice for each row: on a list of sixty
        people that took a sixth of the page."""
        value = getattr(self, field.attname)
        return force_str(_words_of(field).get(value, value), strings_only=True)

    def take_scope(self) -> None:
        """A new row without an organisation belongs to the one whose scope is open."""
        if self.organisation_id is None and (here := current_organisation()) is not None:
            self.organisation = here
