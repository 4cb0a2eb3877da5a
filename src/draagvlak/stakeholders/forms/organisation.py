from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from draagvlak.accounts.models import Account
from draagvlak.lib import clock
from draagvlak.staff.models import Team
from draagvlak.stakeholders import wording
from draagvlak.stakeholders.states import ASKED_BODIES, Actor, BodyKind, Region, RoleKind, SeatFunction, Side
from draagvlak.ui.forms import HouseForm, NumberField, VersionedForm

COMMITTEES = [
    ("", _("Ik weet het niet")),
    ("318.02", _("318.02 Gezins- en bejaardenhulp, Vlaanderen")),
    ("319.01", _("319.01 Opvoedings- en huisvestingsinrichtingen, Vlaanderen")),
    ("327.01", _("327.01 Maatwerkbedrijven, Vlaanderen")),
    ("329.01", _("329.01 Socio-culturele sector, Vlaanderen")),
    ("330", _("330 Gezondheidsinrichtingen en -diensten")),
    ("331", _("331 Vlaamse welzijns- en gezondheidssector")),
    ("332", _("332 Franstalige en Duitstalige welzijns- en gezondheidssector")),
    ("337", _("337 Aanvullend comité voor de non-profit")),
]


class DescribeForm(VersionedForm):
    name = forms.CharField(label=_("Hoe heet je organisatie?"), max_length=150)
    joint_committee = forms.ChoiceField(
        label=_("Onder welk paritair comité valt ze?"),
        choices=COMMITTEES,
        required=False,
        help_text=_("Het staat op elke loonbrief."),
    )
    regions = forms.MultipleChoiceField(
        label=_("In welk gewest liggen jullie vestigingen?"),
        choices=Region,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Sommige regels gelden maar in één gewest, zoals het Vlaams opleidingsverlof."),
    )
    heads = forms.IntegerField(
        label=_("Hoeveel mensen werken er met een contract?"),
        min_value=1,
        max_value=100000,
        help_text=_("Een schatting volstaat. Zodra de personeelslijst ingelezen is, tellen we zelf."),
    )
    fte = NumberField(
        label=_("Hoeveel voltijdse equivalenten zijn dat?"),
        min_value=0,
        max_digits=8,
        decimal_places=2,
        required=False,
        localize=True,
    )
    hours_per_half_day = NumberField(
        label=_("Hoeveel uur telt een dagdeel?"),
        min_value=1,
        max_value=8,
        max_digits=4,
        decimal_places=2,
        help_text=_("Een halve werkdag, gewoonlijk 3,8 uur."),
        localize=True,
    )
    year_ends_day = forms.IntegerField(
        label=_("Op welke dag eindigt jullie boekjaar?"),
        min_value=1,
        max_value=31,
        required=False,
        help_text=_("Meestal op 31 december. De jaarkalender rekent hiermee."),
    )
    year_ends_month = forms.TypedChoiceField(
        label=_("In welke maand eindigt het?"), choices=MONTHS.items, coerce=int, empty_value=None, required=False
    )

    def clean(self) -> dict[str, Any]:
        """year_end: the last day of the financial year as "MM-DD"; 29 February is no day of every year."""
        data = super().clean() or self.cleaned_data
        day, month = data.get("year_ends_day"), data.get("year_ends_month")
        if day and month:
            try:
                data["year_end"] = date(2001, month, day).strftime("%m-%d")
            except ValueError:
                self.add_error("year_ends_day", wording.NO_SUCH_DAY)
        return data


class BodiesForm(VersionedForm):
    """For every body that may exist: the name it has here, or empty when it does not exist. Who empties one that exists is
    asked whether that is meant. existing: kind → its name."""

    def __init__(self, *args: Any, existing: Mapping[str, str], **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.existing = existing
        questions = {
            BodyKind.BOARD: _("Is er een raad van bestuur? Hoe noemen jullie die?"),
            BodyKind.WORKS_COUNCIL: _("Is er een ondernemingsraad?"),
            BodyKind.UNION_DELEGATION: _("Is er een syndicale delegatie?"),
            BodyKind.SAFETY_COMMITTEE: _("Is er een comité voor preventie en bescherming op het werk (CPBW)?"),
        }
        for kind in ASKED_BODIES:
            self.fields[kind.value] = forms.CharField(
                label=questions[kind],
                max_length=120,
                required=False,
                help_text=_("Schrijf de naam die jullie gebruiken. Laat leeg als het er niet is."),
            )
            self.fields[kind.value].widget.attrs["class"] = "form-control"
        if self.is_bound and (emptied := self.emptied()):
            said = _("Ja, dit is er niet meer: {bodies}").format(bodies=", ".join(emptied))
            self.fields["is_meant"] = forms.BooleanField(label=said, required=False)

    def emptied(self) -> list[str]:
        """Names of the bodies that exist and are left empty here."""
        return [name for kind, name in self.existing.items() if not str(self.data.get(kind, "")).strip()]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if self.emptied() and not data.get("is_meant"):
            self.add_error("is_meant", wording.BODY_EMPTIED)
        return data

    def answered(self) -> dict[str, str]:
        return {kind.value: self.cleaned_data[kind.value] for kind in ASKED_BODIES}


class FinishForm(HouseForm):
    """The actors that nobody holds: recorded as not present, each on purpose."""

    absent = forms.MultipleChoiceField(
        label=_("Welke rollen en organen zijn er niet in jouw organisatie?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Vink aan wat er niet is. Is het er wel? Duid dan eerst iemand aan bij “Wie doet wat”."),
    )

    def __init__(self, *args: Any, open_actors: list[str], **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["absent"].choices = [(actor, Actor(actor).label) for actor in open_actors]  # type: ignore[attr-defined]


class PersonForm(HouseForm):
    """Somebody by name and address: one who has an account is recognised by the address."""

    name = forms.CharField(label=_("Wie?"), max_length=150, help_text=_("Voornaam en naam."))
    email = forms.EmailField(
        label=_("Op welk e-mailadres?"),
        help_text=_("Daarmee meldt die persoon aan. Kan dat nog niet, dan vertrekt een uitnodiging."),
    )

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).strip().lower()


class SeatForm(PersonForm):
    function = forms.ChoiceField(
        label=_("Wat is haar of zijn functie in het orgaan?"), choices=SeatFunction, initial=SeatFunction.MEMBER
    )
    # Asked in a joint body alone; elsewhere every seat is on the same side.
    side = forms.ChoiceField(
        label=_("Voor wie spreekt die persoon?"),
        choices=[(side.value, side.label) for side in Side if side != Side.NONE],
        widget=forms.RadioSelect,
    )
    starts_on = forms.DateField(label=_("Vanaf wanneer?"))

    def __init__(self, *args: Any, is_joint: bool, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        if not is_joint:
            del self.fields["side"]


class FunctionForm(HouseForm):
    function = forms.ChoiceField(label=_("Welke functie?"), choices=SeatFunction, widget=forms.RadioSelect)


class RoleForm(PersonForm):
    kind = forms.ChoiceField(
        label=_("Welke rol?"),
        choices=[(kind.value, kind.label) for kind in RoleKind if kind != RoleKind.TRAINING_COORDINATOR],
        widget=forms.RadioSelect,
    )
    team: Any = forms.ModelChoiceField(
        label=_("Van welk team? Alleen voor een leidinggevende."), queryset=Team.objects.none(), required=False
    )
    starts_on = forms.DateField(label=_("Vanaf wanneer?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["team"].queryset = Team.objects.all()  # type: ignore[attr-defined]


class AppointForm(PersonForm):
    half_days_per_week = NumberField(
        label=_("Hoeveel halve dagen per week krijgt de coördinator?"),
        min_value=0,
        max_value=10,
        max_digits=4,
        decimal_places=1,
        help_text=_("Vier uur per week is ongeveer één halve dag."),
        localize=True,
    )
    mandate = forms.CharField(
        label=_("Wat is de opdracht?"),
        widget=forms.Textarea,
        help_text=_("Wat mag de coördinator zelf beslissen, en wat niet?"),
    )
    starts_on = forms.DateField(label=_("Vanaf wanneer?"))
    ends_on = forms.DateField(label=_("Tot wanneer?"), required=False)
    substitute: Any = forms.ModelChoiceField(
        label=_("Wie vervangt de coördinator bij afwezigheid?"), queryset=Account.objects.none(), required=False
    )
    decided_by = forms.CharField(
        label=_("Wie besliste dit, en wanneer?"),
        max_length=150,
        required=False,
        help_text=_("Bijvoorbeeld: raad van bestuur, 12 januari."),
    )

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["substitute"].queryset = people  # type: ignore[attr-defined]


class EndForm(HouseForm):
    ends_on = forms.DateField(label=_("Wat is de laatste dag?"))


class EndSeatForm(EndForm):
    """must_say_why: the sentence that asks the reason on any day, empty where none is asked for today."""

    reason = forms.CharField(
        label=_("Waarom eindigt deze zetel?"),
        max_length=300,
        required=False,
        help_text=_(
            "Nodig als de laatste dag voorbij is, als er een stemming loopt, of als de persoon namens de werknemers zit. Het komt in het logboek en in de mail."
        ),
    )

    def __init__(self, *args: Any, must_say_why: str, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = bool(must_say_why)
        self.fields["reason"].error_messages["required"] = must_say_why

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        last = data.get("ends_on")
        if not data.get("reason") and "reason" not in self.errors and last is not None and last < clock.today():
            self.add_error("reason", wording.REASON_FOR_PAST)
        return data


class HalfDayForm(HouseForm):
    on = forms.DateField(label=_("Welke dag?"))
    is_afternoon = forms.TypedChoiceField(
        label=_("Welk deel van de dag?"),
        choices=[("", _("voormiddag")), ("1", _("namiddag"))],
        coerce=bool,
        required=False,
        widget=forms.RadioSelect,
    )
