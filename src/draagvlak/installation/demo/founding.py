"""The whole demo, founded once; and who may sign in as what."""

from datetime import date

from django.contrib.auth.hashers import make_password

from draagvlak.installation.demo import kompas, lindehof, terweide
from draagvlak.installation.demo.steps import PASSWORD, Calendar
from draagvlak.tenancy.models import Organisation

LOGINS = (
    ("VTO-coördinator", "amina@lindehof.example", "WZC De Lindehof, plan goedgekeurd"),
    ("directie", "koen@lindehof.example", ""),
    ("raad van bestuur", "els@lindehof.example", ""),
    ("ondernemingsraad", "dirk@lindehof.example", ""),
    ("syndicale delegatie", "ria@lindehof.example", ""),
    ("leidinggevende", "carine@lindehof.example", ""),
    ("personeelsverantwoordelijke", "hilde@lindehof.example", ""),
    ("medewerker in de werkgroep", "bram@lindehof.example", ""),
    ("medewerker, nacht", "fatima@lindehof.example", ""),
    ("iemand van een externe partner", "nele@debrug.example", ""),
    ("gast van één vergadering", "leen.somers@fonds.example", ""),
    ("VTO-coördinator", "greet@terweide.example", "Ter Weide, halfweg: kandidaten wegen"),
    ("directie", "lut@terweide.example", ""),
    ("VTO-coördinator", "iris@kompas.example", "Buurtwerk Kompas, klein: hele team in de groep"),
    ("directie", "jan@kompas.example", ""),
)


def is_founded() -> bool:
    return Organisation.objects.filter(slug__in=["lindehof", "terweide", "kompas"]).count() == 3  # noqa: PLR2004 -- the three


def found_all(*, today: date) -> None:
    """Found what is not there yet; running it twice changes nothing."""
    hashed = make_password(PASSWORD)
    for module, slug in ((lindehof, "lindehof"), (terweide, "terweide"), (kompas, "kompas")):
        if not Organisation.objects.filter(slug=slug).exists():
            module.found(Calendar(today), hashed)
