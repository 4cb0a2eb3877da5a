from django.db.models import QuerySet

from draagvlak.stakeholders.models import Partner


def partners() -> QuerySet[Partner]:
    """The register of partners, by name."""
    return Partner.objects.all()
