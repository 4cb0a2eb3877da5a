import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from draagvlak.decisions import wording
from draagvlak.decisions.figures import Counted, Counts
from draagvlak.decisions.models import ElectorateEntry
from draagvlak.decisions.rules import (
    CLOSING,
    NEEDS_AGREEMENT,
    NEEDS_REASON,
    POSITIVE,
    WHOLE_TERM,
    WITHOUT_BALLOT,
    gives_points,
    posting_days,
)
from draagvlak.decisions.states import (
    PAIRS,
    VERDICTS,
    Answer,
    Duty,
    Majority,
    Quorum,
    Strength,
    Together,
    Verdict,
)
from draagvlak.lib.clock import BRUSSELS, today
from draagvlak.stakeholders.states import BodyKind
from draagvlak.ui.forms import HouseForm, VersionedForm

MOST_POINTS = 12
# Between two remarks of a register.
BLANK_LINE = re.compile(r"\n\s*\n")
VOTES = ("votes_for", "votes_against", "votes_abstained")
MOST_PROXIES = 3
NEGOTIATING = {BodyKind.UNION_DELEGATION, BodyKind.MANAGEMENT}


class VoiceForm(HouseForm):
    """What a body said: verdict, points, votes. Which verdicts are possible follows from the strength of its voice."""

    verdict = forms.ChoiceField(label=_("Wat zegt het orgaan?"), widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("Wil je er iets bij zeggen?"), widget=forms.Textarea(attrs={"rows": 2}), required=False
    )
    votes_for = forms.IntegerField(
        label=_("Hoeveel stemmen voor?"),
        min_value=0,
        max_value=200,
        required=False,
        help_text=_("Laat leeg als er niet gestemd is."),
    )
    votes_against = forms.IntegerField(label=_("Hoeveel stemmen tegen?"), min_value=0, max_value=200, required=False)
    votes_abstained = forms.IntegerField(label=_("Hoeveel onthoudingen?"), min_value=0, max_value=200, required=False)
    met_on = forms.DateField(
        label=_("Wanneer vergaderde het orgaan?"),
        required=False,
        help_text=_("De dag waarop dit gezegd werd. Zo is later te vinden in welk verslag het staat."),
    )
    minutes = forms.CharField(
        label=_("Wat staat daarover in het verslag?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        max_length=20000,
        help_text=_("Neem het stuk over dit punt over. Wie deelneemt aan het dossier, leest het."),
    )
    document_sha256 = forms.CharField(widget=forms.HiddenInput, max_length=64)
    is_read = forms.BooleanField(label=_("Ik sprak over de tekst met dit zegel, en ik mag dit besluit vastleggen."))

    def __init__(self, *args: Any, strength: str, voted: Counted | None = None, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own
        super().__init__(*args, **kwargs)
        verdicts = VERDICTS[Strength(strength)]
        # That there is an agreement is said on the page where one chooses it.
        possible = tuple(v for v in verdicts if v.value not in NEEDS_AGREEMENT)
        if voted is not None:
            # What was voted is what the body says: the votes are known, and only the answers that fit them are offered.
            possible = tuple(v for v in possible if (v.value in POSITIVE) == (voted.result == "passed"))
        if voted is not None or strength in WITHOUT_BALLOT:
            for name in VOTES:
                del self.fields[name]
        self.fields["verdict"].choices = [(v.value, v.label) for v in possible]  # type: ignore[attr-defined]
        if len(possible) == 1:
            self.fields["verdict"].initial = possible[0].value
        if gives_points(possible):
            self._ask_points(strength)
        if any(verdict in NEEDS_REASON for verdict in possible):
            self.fields["note"].help_text = _("Bij een nee is een reden nodig.")
        self.fields["met_on"].required = strength in CLOSING

    def _ask_points(self, strength: str) -> None:
        for number in range(1, MOST_POINTS + 1):
            field = forms.CharField(
                label=_("Punt {number}").format(number=number),
                widget=forms.Textarea(attrs={"rows": 2, "class": "form-control"}),
                required=False,
            )
            if number == 1:
                field.help_text = _("Eén opmerking per punt. De directie moet op elk punt antwoorden.")
                if strength == Strength.CONSENT:
                    field.help_text = _("Alleen als de tekst eerst moet wijzigen. Eén wijziging per punt.")
            if number == MOST_POINTS:
                field.help_text = _("Meer kunnen er niet zijn: zet samen wat samen hoort.")
            self.fields[f"point_{number}"] = field
        self.order_fields(["verdict", *(f"point_{n}" for n in range(1, MOST_POINTS + 1))])

    def said(self) -> dict[str, Any]:
        """The answers in the shape of the action."""
        data = self.cleaned_data
        return {
            "verdict": Verdict(data["verdict"]),
            "note": data["note"],
            "votes": {name: data.get(f"votes_{name}") or 0 for name in ("for", "against", "abstained")},
            "points": [data.get(f"point_{n}", "") for n in range(1, MOST_POINTS + 1)],
            "document_sha256": data["document_sha256"],
            "met_on": data["met_on"],
            "minutes": data["minutes"],
        }


class RegisterForm(HouseForm):
    """What hung out and what people wrote beside it, each for himself, as many as wanted to. Nobody met."""

    verdict = forms.ChoiceField(label=_("Wat staat er in het register?"), widget=forms.RadioSelect)
    remarks = forms.CharField(
        label=_("Welke opmerkingen staan erin?"),
        widget=forms.Textarea(attrs={"rows": 12}),
        required=False,
        max_length=40000,
        help_text=_("Laat tussen twee opmerkingen een lege regel. De directie antwoordt op elke opmerking apart."),
    )
    note = forms.CharField(
        label=_("Wil je er iets bij zeggen?"), widget=forms.Textarea(attrs={"rows": 2}), required=False
    )
    document_sha256 = forms.CharField(widget=forms.HiddenInput, max_length=64)
    is_read = forms.BooleanField(
        label=_("Het register hing naast de tekst met dit zegel, en ik leg alles vast wat erin staat.")
    )

    def __init__(self, *args: Any, strength: str, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own
        super().__init__(*args, **kwargs)
        verdicts = VERDICTS[Strength(strength)]
        self.fields["verdict"].choices = [(v.value, v.label) for v in verdicts]  # type: ignore[attr-defined]

    def said(self) -> dict[str, Any]:
        """The answers in the shape of the action."""
        data = self.cleaned_data
        return {
            "verdict": Verdict(data["verdict"]),
            "note": data["note"],
            "votes": {"for": 0, "against": 0, "abstained": 0},
            "points": BLANK_LINE.split(data["remarks"].replace("\r\n", "\n")),
            "document_sha256": data["document_sha256"],
        }


class InformationForm(HouseForm):
    """How a body was informed. kind: of the body; was_sent: whether its papers left by mail for somebody."""

    met_on = forms.DateField()
    handed_over = forms.CharField(label=_("Hoe bezorgden jullie de stukken?"), max_length=300)
    note = forms.CharField(
        label=_("Wil je er iets bij zeggen?"), widget=forms.Textarea(attrs={"rows": 2}), required=False
    )
    document_sha256 = forms.CharField(widget=forms.HiddenInput, max_length=64)
    is_read = forms.BooleanField(label=_("Dit gaat over de tekst met dit zegel, en ik mag dit vastleggen."))

    def __init__(self, *args: Any, kind: str, was_sent: bool, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own
        super().__init__(*args, **kwargs)
        day, papers = self.fields["met_on"], self.fields["handed_over"]
        day.label = _("Op welke dag stond het op de agenda?")
        papers.help_text = _("Bijvoorbeeld: op papier, aan de secretaris, op de dag zelf.")
        if kind == BodyKind.WORKERS:
            day.label = _("Op welke dag is het bekendgemaakt?")
            papers.help_text = _("Bijvoorbeeld: per mail aan iedereen, en op papier aan het prikbord.")
        if was_sent:
            papers.required = False
            papers.label = _("Kreeg iemand de stukken op een andere manier? Hoe?")

    def said(self) -> dict[str, Any]:
        """The answers in the shape of the action."""
        data = {name: self.cleaned_data[name] for name in ("met_on", "handed_over", "note", "document_sha256")}
        nothing = {"votes": {"for": 0, "against": 0, "abstained": 0}, "points": []}
        return {"verdict": Verdict.INFORMED, **nothing, **data}


class RemarkForm(HouseForm):
    text = forms.CharField(
        label=_("Wat wil je vragen of zeggen?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=5000,
        help_text=_("Iedereen die aan het dossier deelneemt, leest dit, met je naam erbij. Het blijft staan."),
    )


class AnswerRemarkForm(HouseForm):
    text = forms.CharField(
        label=_("Wat is je antwoord?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=5000,
        help_text=_("Iedereen die aan het dossier deelneemt, leest dit, met je naam erbij. Het blijft staan."),
    )


class ReplyForm(HouseForm):
    verdict = forms.ChoiceField(label=_("Wat doe je met dit punt?"), choices=Answer, widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("Wat is je antwoord?"),
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Zeg wat er verandert, of waarom niet. Iedereen in het dossier leest dit."),
    )


class MandateForm(HouseForm):
    """kind: of the body. Only who can sign a collective agreement negotiates one; a register is for the workers themselves."""

    strength = forms.ChoiceField(label=_("Welke stem heeft dit orgaan?"), choices=Strength, widget=forms.RadioSelect)
    term_days = forms.IntegerField(
        label=_("Binnen hoeveel dagen?"),
        min_value=0,
        max_value=365,
        help_text=_("Kalenderdagen, de dag van het versturen telt niet mee."),
    )
    ground = forms.CharField(
        label=_("Op welke grond?"), max_length=300, help_text=_("Een wet, een cao of een afspraak.")
    )

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own
        super().__init__(*args, **kwargs)
        only_for = {Strength.NEGOTIATION: NEGOTIATING, Strength.POST: {BodyKind.WORKERS}}
        possible = [one for one in Strength if kind in only_for.get(one, {kind})]
        self.fields["strength"].choices = [(one.value, _explained(one)) for one in possible]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A register is open as long as the law says, or longer."""
        data: dict[str, Any] = super().clean() or {}
        least = posting_days(on=today())
        if data.get("strength") in WHOLE_TERM and data.get("term_days", least) < least:
            self.add_error("term_days", str(wording.REGISTER_SHORT).format(days=least))
        return data


def _explained(strength: Strength) -> str:
    """The strength, and in one line what it means."""
    meaning = wording.STRENGTHS_EXPLAINED[strength]
    return format_html('<b>{}</b> <span class="by">{}</span>', capfirst(str(strength.label)), meaning)


def name_of(pair: tuple[Duty, Duty]) -> str:
    """The field that asks about two duties."""
    return "_".join(pair)


class SeparationForm(VersionedForm):
    """For every two duties: whether one person may fulfil both in the same dossier."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        for first, second in PAIRS:
            label = capfirst(str(_("{first} en {second}")).format(first=first.label, second=second.label))
            self.fields[name_of((first, second))] = forms.ChoiceField(
                label=label, choices=[(one.value, capfirst(str(one.label))) for one in Together], widget=forms.Select
            )
            self.fields[name_of((first, second))].widget.attrs["class"] = "form-control"

    def wanted(self) -> dict[tuple[Duty, Duty], Together]:
        return {pair: Together(self.cleaned_data[name_of(pair)]) for pair in PAIRS}


class CheckForm(HouseForm):
    file = forms.FileField(
        label=_("Welk bestand wil je nakijken?"),
        help_text=_("Het dossier dat je ophaalde, een bestand dat eindigt op .json."),
    )
    receipt = forms.CharField(
        label=_("Welk zegel kreeg je per mail?"),
        required=False,
        max_length=200,
        help_text=_("Zonder zegel vinden we een bestand dat helemaal herschreven is, niet."),
    )


class BallotForm(HouseForm):
    """How a body votes: everything that decides the outcome, chosen before anybody votes."""

    question = forms.CharField(label=_("Welke vraag stel je?"), max_length=250)
    naming = forms.ChoiceField(
        label=_("Hoe wordt er gestemd?"),
        widget=forms.RadioSelect,
        choices=[
            ("open", _("Open: na het tellen leest wie aan het dossier deelneemt wie wat stemde.")),
            ("secret", _("Geheim: niemand kan later vinden wie wat stemde. Kan vanaf vier stemmen.")),
        ],
        initial="open",
    )
    quorum = forms.ChoiceField(
        label=_("Hoeveel mensen moeten meedoen?"),
        choices=Quorum,
        widget=forms.RadioSelect,
        initial=Quorum.HALF,
        help_text=_("Kijk in de statuten of het huishoudelijk reglement. Wie zich onthoudt, doet mee."),
    )
    majority = forms.ChoiceField(
        label=_("Wanneer is het aangenomen?"),
        choices=Majority,
        widget=forms.RadioSelect,
        initial=Majority.MORE,
        help_text=_("Bij evenveel stemmen voor als tegen is het nooit aangenomen."),
    )
    counts_abstentions = forms.BooleanField(label=_("Een onthouding telt als een uitgebrachte stem."), required=False)
    most_proxies = forms.IntegerField(
        label=_("Hoeveel volmachten mag iemand hebben?"),
        min_value=0,
        max_value=MOST_PROXIES,
        initial=1,
        help_text=_("Met een volmacht stemt een ander lid in je plaats. 0: dat kan hier niet."),
    )
    closes_on = forms.DateField(label=_("Tot welke dag kan er gestemd worden?"))
    closes_time = forms.TimeField(
        label=_("Tot hoe laat?"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        help_text=_("Stemde iedereen vroeger, dan kan je vroeger tellen."),
    )
    document_sha256 = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if "closes_on" in data and "closes_time" in data:
            moment = datetime.combine(data["closes_on"], data["closes_time"], tzinfo=BRUSSELS)
            if moment.astimezone(UTC).astimezone(BRUSSELS).replace(tzinfo=None) != moment.replace(tzinfo=None):
                raise forms.ValidationError({"closes_time": str(wording.NO_SUCH_HOUR)})
            data["closes_at"] = moment
        return data

    def facts(self) -> dict[str, Any]:
        """The answers in the shape of the action."""
        names = ("question", "quorum", "majority", "counts_abstentions", "most_proxies", "closes_at", "document_sha256")
        return {
            **{name: self.cleaned_data[name] for name in names},
            "is_secret": self.cleaned_data["naming"] == "secret",
        }


class VoteForm(HouseForm):
    choice = forms.ChoiceField(label=_("Wat stem je?"), widget=forms.RadioSelect)
    document_sha256 = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["choice"].choices = list(wording.CHOICES.items())  # type: ignore[attr-defined]


class ProxyForm(HouseForm):
    holder = forms.ChoiceField(label=_("Wie stemt in jouw plaats?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, holders: Iterable[ElectorateEntry], **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own
        super().__init__(*args, **kwargs)
        self.fields["holder"].choices = [(str(line.pk), line.name) for line in holders]  # type: ignore[attr-defined]


class HandsForm(HouseForm):
    present = forms.MultipleChoiceField(
        label=_("Wie in de zaal telde je mee?"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Alleen wie nog niet zelf stemde en geen volmacht gaf. Wie je aanduidt, kan niet meer zelf stemmen."
        ),
    )
    votes_for = forms.IntegerField(label=_("Hoeveel handen voor?"), min_value=0, max_value=200)
    votes_against = forms.IntegerField(label=_("Hoeveel handen tegen?"), min_value=0, max_value=200)
    votes_abstained = forms.IntegerField(label=_("Hoeveel onthoudingen?"), min_value=0, max_value=200)

    def __init__(self, *args: Any, lines: Iterable[ElectorateEntry], **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own
        super().__init__(*args, **kwargs)
        self.fields["present"].choices = [(str(line.pk), line.name) for line in lines]  # type: ignore[attr-defined]

    def raised(self) -> Counts:
        return Counts(*(self.cleaned_data[name] for name in VOTES))


class StopForm(HouseForm):
    reason = forms.CharField(
        label=_("Waarom stop je de stemming?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Wie in het dossier zit, leest dit. Het blijft staan."),
    )
