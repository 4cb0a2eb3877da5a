"""What is asked at the table and of a signed agreement."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from draagvlak.accounts.models import Account
from draagvlak.meetings.models import Meeting
from draagvlak.meetings.queries import when_of
from draagvlak.policyplan.actions.agreement import Paper, Signed
from draagvlak.policyplan.models import Agreement, FrameworkItem
from draagvlak.policyplan.states import AgreementEnding, AgreementLevel, RuleKey
from draagvlak.policyplan.wording import negotiation as wording
from draagvlak.ui.forms import HouseForm, RichText, VersionedForm
from draagvlak.ui.said import day_said
from draagvlak.ui.wording import EMPTY_OPTION


class NegotiationForm(VersionedForm):
    subject = forms.CharField(
        label=_("Waarover onderhandelen jullie?"), max_length=150, help_text=_("Bijvoorbeeld: vorming op het werk.")
    )
    level = forms.ChoiceField(label=_("Wat moet het worden?"), choices=AgreementLevel, widget=forms.RadioSelect)
    aim_on = forms.DateField(label=_("Tegen wanneer willen jullie klaar zijn?"))


class ClauseForm(VersionedForm):
    """version: the number of the text that was read."""

    title = forms.CharField(label=_("Hoe noem je dit punt?"), max_length=150)
    body = forms.CharField(label=_("Welke tekst stel je voor?"), widget=RichText(attrs={"rows": 8}), max_length=50_000)
    because = forms.CharField(
        label=_("Waarom? Wat wijzig je?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("De andere kant leest dit bij je voorstel."),
    )


class AgreeForm(HouseForm):
    """The seal says to which text one agrees; whoever leaves it out agrees to nothing."""

    seal = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)


class WithdrawForm(HouseForm):
    reason = forms.CharField(label=_("Waarom trek je het in?"), max_length=300)


class StopForm(HouseForm):
    reason = forms.CharField(
        label=_("Waarom stoppen jullie?"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )


class SeatForm(HouseForm):
    account: Any = forms.ModelChoiceField(label=_("Wie?"), queryset=Account.objects.none())
    place = forms.ChoiceField(
        label=_("Waarvoor?"),
        choices=[
            ("expert", _("Als deskundige: leest alles en geeft raad, maar stelt geen tekst voor en gaat niet akkoord")),
            ("own", _("Voor onze kant: stelt mee teksten voor en kan akkoord gaan")),
        ],
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, people: QuerySet[Any], **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["account"].queryset = people  # type: ignore[attr-defined]  # a choice of rows


class TalkForm(HouseForm):
    met_on = forms.DateField(label=_("Wanneer?"))
    text = forms.CharField(
        label=_("Wat bespraken jullie?"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Alleen wie aan tafel zit, leest dit. Wat er staat, wordt niet meer gewijzigd."),
    )
    meeting = forms.TypedChoiceField(
        label=_("Was het een vergadering die hier staat?"),
        required=False,
        coerce=int,
        empty_value=None,
        help_text=_("Alleen wie die vergadering mag zien, kan doorklikken."),
    )

    def __init__(self, *args: Any, found: list[Meeting], **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        rows = [(one.pk, f"{one.body.name}, {when_of(one)}") for one in found]
        self.fields["meeting"].choices = [("", EMPTY_OPTION), *rows]  # type: ignore[attr-defined]  # a choice field


class FreezeForm(HouseForm):
    why = forms.CharField(
        label=_("Waarom leg je dit vast?"),
        required=False,
        max_length=300,
        help_text=_("Bijvoorbeeld: na ons gesprek van dinsdag, om aan de achterban voor te leggen."),
    )


class SignForm(HouseForm):
    """What is on the paper that both sides signed."""

    seal = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    signed_on = forms.DateField(label=_("Wanneer is er ondertekend?"))
    employer = forms.CharField(
        label=_("Wie tekende voor de werkgever?"),
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Eén naam per lijn, zoals op het papier."),
    )
    workers = forms.CharField(
        label=_("Wie tekende voor de werknemers?"),
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Eén naam per lijn, met de vakbond erbij."),
    )
    starts_on = forms.DateField(label=_("Vanaf wanneer geldt ze?"))
    duration = forms.ChoiceField(
        label=_("Hoelang geldt ze?"),
        choices=[("fixed", _("Tot en met een vaste dag")), ("open", _("Onbepaald, met een opzegtermijn"))],
        widget=forms.RadioSelect,
    )
    ends_on = forms.DateField(label=_("Laatste dag"), required=False, help_text=_("Bij een vaste duur."))
    notice_months = forms.IntegerField(
        label=_("Maanden opzeg"), required=False, min_value=1, max_value=60, help_text=_("Bij onbepaalde duur.")
    )
    follower: Any = forms.ModelChoiceField(
        label=_("Wie volgt de neerlegging op?"),
        queryset=Account.objects.none(),
        help_text=_("Zolang er geen registratienummer is, blijft dit een taak van die persoon."),
    )
    filed_on = forms.DateField(label=_("Wanneer neergelegd?"), required=False, help_text=_("Mag ook later."))
    registration = forms.CharField(
        label=_("Registratienummer"), required=False, max_length=60, help_text=_("Mag ook later.")
    )
    file = forms.FileField(
        label=_("Het ondertekende papier"),
        required=False,
        help_text=_("PDF, Word, OpenDocument of foto. Hoogstens 10 MB. Iedereen die hier werkt, kan het ophalen."),
    )

    def __init__(self, *args: Any, people: QuerySet[Any], **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["follower"].queryset = people  # type: ignore[attr-defined]  # a choice of rows

    def clean(self) -> dict[str, Any]:
        """The day or the months, whichever the duration asks; what was typed for the other one does not count."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        wanted = {"fixed": "ends_on", "open": "notice_months"}.get(data.get("duration", ""), "")
        if wanted and not data.get(wanted) and wanted not in self.errors:
            self.add_error(wanted, _("Vul dit in bij de duur die je koos."))
        for name in {"ends_on", "notice_months"} - {wanted}:
            data[name] = None
        for name in ("employer", "workers"):
            if name in data and not _lines(data[name]):
                self.add_error(name, _("Schrijf minstens één naam."))
        return data

    def signed(self) -> Signed:
        data = self.cleaned_data
        names = "signed_on starts_on ends_on notice_months filed_on registration"
        signers = {side: _lines(data[side]) for side in ("employer", "workers")}
        return Signed(signers=signers, **{name: data[name] for name in names.split()})


def _lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def paper_of(file: Any, *, most: int) -> Paper | None:  # noqa: ANN401 -- an uploaded file or nothing
    """What was sent, with one byte more than the most that is kept: so a larger one is seen."""
    return Paper(file.name, file.read(most + 1)) if file else None


class FilingForm(HouseForm):
    filed_on = forms.DateField(label=_("Wanneer neergelegd?"))
    registration = forms.CharField(
        label=_("Registratienummer"), required=False, max_length=60, help_text=_("Mag ook later.")
    )


class FollowerForm(VersionedForm):
    follower: Any = forms.ModelChoiceField(label=_("Wie volgt het op?"), queryset=Account.objects.none())

    def __init__(self, *args: Any, people: QuerySet[Any], **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["follower"].queryset = people  # type: ignore[attr-defined]  # a choice of rows


class WatchForm(FollowerForm):
    check_on = forms.DateField(label=_("Wanneer kijkt die persoon dit na?"), help_text=_("Daarna elk jaar opnieuw."))
    item: Any = forms.ModelChoiceField(
        label=_("Bij welk stuk van het kader hoort dit?"), queryset=FrameworkItem.objects.none(), required=False
    )
    rule = forms.ChoiceField(
        label=_("Over welke regel van het reglement gaat dit?"),
        choices=[("", EMPTY_OPTION), *RuleKey.choices],
        required=False,
        help_text=_("Dan staat bij dit punt wat het reglement nu zegt."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["item"].queryset = FrameworkItem.objects.order_by("title")  # type: ignore[attr-defined]


class CheckForm(HouseForm):
    on = forms.DateField(label=_("Wanneer keek je dit na?"))
    is_kept = forms.ChoiceField(
        label=_("Wordt dit punt nageleefd?"),
        choices=[("yes", _("Ja")), ("no", _("Nee, of niet helemaal"))],
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label=_("Wat zag je?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Nodig als het niet nageleefd wordt. Iedereen die hier werkt, leest dit: noem niemand bij naam."),
    )


class EndForm(HouseForm):
    kind = forms.ChoiceField(label=_("Hoe eindigt ze?"), choices=AgreementEnding, widget=forms.RadioSelect)
    last_day = forms.DateField(label=_("Wat is de laatste dag waarop ze geldt?"))
    because = forms.CharField(label=_("Waarom?"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))


class AgreementChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Agreement) -> str:
        when = day_said(obj.signed_on)
        return str(wording.AGREEMENT_CHOICE).format(subject=obj.subject, when=when)


class LinkForm(HouseForm):
    """Which signed agreement a dossier ends with. found: those that this body signed."""

    agreement: Any = AgreementChoice(
        label=_("Welke cao hoort bij dit dossier?"),
        queryset=Agreement.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
    )
    note = forms.CharField(
        label=_("Wil je er iets bij zeggen?"), widget=forms.Textarea(attrs={"rows": 2}), required=False
    )
    document_sha256 = forms.CharField(widget=forms.HiddenInput, max_length=64)
    is_read = forms.BooleanField(
        label=_("Deze cao hoort bij de tekst met dit zegel, en ik mag dit akkoord vastleggen.")
    )

    def __init__(self, *args: Any, found: QuerySet[Agreement], **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own
        super().__init__(*args, **kwargs)
        self.fields["agreement"].queryset = found  # type: ignore[attr-defined]
