from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from draagvlak.meetings.models import AgendaItem, Invitee, Meeting
from draagvlak.meetings.queries import Asked, when_of
from draagvlak.meetings.rules import MOST_IN_SERIES
from draagvlak.meetings.states import Answer, ItemKind, Method, Presence, Repeat
from draagvlak.ui.forms import HouseForm, RichText, VersionedForm

VOTES = ("votes_for", "votes_against", "votes_abstained")
MOST_VOTES = 500


class TimeInput(forms.TimeInput):
    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%H:%M")


class MeetingForm(VersionedForm):
    """When and where. Used to change one meeting; convening adds the series."""

    title = forms.CharField(
        label=_("Waarover gaat het?"),
        max_length=150,
        required=False,
        help_text=_("Een korte naam, die in ieders agenda komt. Leeg: de naam van het orgaan."),
    )
    day = forms.DateField(label=_("Op welke dag?"))
    starts = forms.TimeField(label=_("Van hoe laat?"), widget=TimeInput)
    ends = forms.TimeField(label=_("Tot hoe laat?"), widget=TimeInput)
    place = forms.CharField(
        label=_("Waar?"), max_length=200, required=False, help_text=_("Een zaal, een adres of een link.")
    )


class ConveneForm(MeetingForm):
    every = forms.ChoiceField(label=_("Komt dit terug?"), choices=Repeat, widget=forms.RadioSelect, initial=Repeat.ONCE)
    count = forms.IntegerField(
        label=_("Hoeveel vergaderingen in totaal?"),
        min_value=1,
        max_value=MOST_IN_SERIES,
        required=False,
        help_text=_("Alleen als het terugkomt, de eerste meegeteld."),
    )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("every") not in {None, Repeat.ONCE} and not data.get("count") and "count" not in self.errors:
            self.add_error("count", _("Zeg hoeveel vergaderingen het worden."))
        return data


class CancelForm(HouseForm):
    reason = forms.CharField(
        label=_("Waarom gaat de vergadering niet door?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Wie uitgenodigd is, leest dit in de mail."),
    )


class GuestForm(HouseForm):
    name = forms.CharField(label=_("Wie nodig je uit?"), max_length=150, help_text=_("Voornaam en naam."))
    email = forms.EmailField(label=_("Op welk e-mailadres?"))


class AnswerForm(HouseForm):
    answer = forms.ChoiceField(
        label=_("Kom je?"),
        choices=[(Answer.ACCEPTED, _("ja")), (Answer.TENTATIVE, _("misschien")), (Answer.DECLINED, _("nee"))],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Waarom niet?"),
        max_length=300,
        required=False,
        help_text=_("Alleen als je niet komt. Wie de vergadering bijeenroept, leest dit, en verder niemand."),
    )


class ItemForm(VersionedForm):
    title = forms.CharField(label=_("Wat wil je bespreken?"), max_length=200)
    kind = forms.ChoiceField(
        label=_("Wat vraag je van de vergadering?"),
        choices=ItemKind,
        widget=forms.RadioSelect,
        initial=ItemKind.DISCUSSION,
    )
    minutes = forms.IntegerField(
        label=_("Hoeveel minuten denk je nodig te hebben?"), min_value=1, max_value=480, required=False
    )
    preparation = forms.CharField(
        label=_("Wat moet iedereen vooraf weten?"),
        required=False,
        widget=RichText,
        max_length=50000,
        help_text=_("De vraag, cijfers, een voorstel. Wie de vergadering mag zien, leest dit."),
    )


class OrderForm(HouseForm):
    """A place for every point of the agenda."""

    def __init__(self, *args: Any, items: Sequence[AgendaItem], **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own
        super().__init__(*args, **kwargs)
        for item in items:
            self.fields[f"place_{item.pk}"] = forms.IntegerField(
                label=item.title,
                min_value=1,
                max_value=999,
                initial=item.number,
                widget=forms.NumberInput(attrs={"class": "form-control"}),
            )

    def places(self) -> dict[int, int]:
        return {int(name.split("_")[1]): place for name, place in self.cleaned_data.items()}


class FileForm(HouseForm):
    file = forms.FileField(
        label=_("Welk bestand?"), help_text=_("PDF, Word, OpenDocument, rekenblad of foto. Hoogstens 10 MB.")
    )


class PaperForm(FileForm):
    is_for_guests = forms.BooleanField(
        label=_("Ook voor gasten"),
        required=False,
        help_text=_("Wie van buiten uitgenodigd is, leest alleen wat je voor gasten openzet."),
    )


class ShareForm(HouseForm):
    is_for_guests = forms.BooleanField(label=_("Ook voor gasten"), required=False)


class AttendanceForm(HouseForm):
    """Per person: there or not, and who came instead."""

    def __init__(self, *args: Any, invitees: Sequence[Invitee], **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own
        super().__init__(*args, **kwargs)
        self.invitees = list(invitees)
        guess = {Answer.ACCEPTED: Presence.PRESENT, Answer.DECLINED: Presence.EXCUSED}
        choices = [(one.value, one.label) for one in Presence if one != Presence.NONE]
        for one in self.invitees:
            self.fields[f"presence_{one.pk}"] = forms.ChoiceField(
                label=one.person,
                choices=choices,
                widget=forms.RadioSelect,
                required=False,
                initial=one.presence or guess.get(Answer(one.answer), ""),
            )
            self.fields[f"substitute_{one.pk}"] = forms.CharField(
                label=_("Vervangen door"),
                max_length=150,
                required=False,
                initial=one.substitute,
                widget=forms.TextInput(attrs={"class": "form-control"}),
            )

    def rows(self) -> list[tuple[Invitee, Any, Any]]:
        return [(one, self[f"presence_{one.pk}"], self[f"substitute_{one.pk}"]) for one in self.invitees]

    def people(self) -> dict[int, tuple[str, str]]:
        data = self.cleaned_data
        return {one.pk: (data[f"presence_{one.pk}"], data[f"substitute_{one.pk}"]) for one in self.invitees}


class MinutesForm(VersionedForm):
    """One form with every point of the agenda."""

    def __init__(self, *args: Any, items: Sequence[AgendaItem], **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own
        super().__init__(*args, **kwargs)
        self.items = list(items)
        for item in self.items:
            for name, field in _fields_of(item).items():
                # Beside its own words on the page; a page that shows both texts says of which point this is.
                field.of_point = f"{item.number}. {item.title}"  # type: ignore[attr-defined]
                self.fields[f"{name}_{item.pk}"] = field

    def per_item(self) -> list[tuple[AgendaItem, dict[str, Any]]]:
        names = ("outcome", "decision", "how", *VOTES, "comes_back")
        return [(item, {name: self[f"{name}_{item.pk}"] for name in names}) for item in self.items]

    def said(self) -> dict[int, dict[str, Any]]:
        names = ("outcome", "decision", "how", *VOTES, "comes_back")
        return {item.pk: {name: self.cleaned_data[f"{name}_{item.pk}"] for name in names} for item in self.items}


def _fields_of(item: AgendaItem) -> dict[str, forms.Field]:
    control = {"class": "form-control"}
    is_advice = item.kind == ItemKind.ADVICE
    fields: dict[str, forms.Field] = {
        "outcome": forms.CharField(
            label=_("Wat is er gezegd?"),
            required=False,
            max_length=50000,
            initial=item.outcome,
            widget=forms.Textarea(attrs={**control, "rows": 5}),
        ),
        "decision": forms.CharField(
            label=_("Wat is het advies?") if is_advice else _("Wat is er besloten?"),
            required=False,
            max_length=10000,
            initial=item.decision,
            widget=forms.Textarea(attrs={**control, "rows": 2}),
        ),
        "how": forms.ChoiceField(
            label=_("Hoe is dat beslist?"),
            choices=Method,
            required=False,
            initial=item.how,
            widget=forms.Select(attrs=control),
        ),
        "comes_back": forms.BooleanField(
            label=_("Dit punt komt terug op de volgende vergadering"), required=False, initial=item.comes_back
        ),
    }
    labels = (_("Stemmen voor"), _("Stemmen tegen"), _("Onthoudingen"))
    for name, label in zip(VOTES, labels, strict=True):
        fields[name] = forms.IntegerField(
            label=label,
            required=False,
            min_value=0,
            max_value=MOST_VOTES,
            initial=getattr(item, name) or None,
            widget=forms.NumberInput(attrs=control),
        )
    return fields


class ApproveForm(VersionedForm):
    approved_in: Any = forms.ModelChoiceField(
        label=_("In welke vergadering is het verslag goedgekeurd?"), queryset=Meeting.objects.none()
    )
    remarks = forms.CharField(
        label=_("Met welke opmerkingen?"), widget=forms.Textarea(attrs={"rows": 3}), required=False, max_length=5000
    )

    def __init__(self, *args: Any, meetings: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        field: Any = self.fields["approved_in"]
        field.queryset, field.label_from_instance = meetings, when_of


class ApproveInWritingForm(VersionedForm):
    remarks = forms.CharField(
        label=_("Met welke opmerkingen?"), widget=forms.Textarea(attrs={"rows": 3}), required=False, max_length=5000
    )


class ActionForm(HouseForm):
    """What, who, by when. Who: somebody who was invited, or else a name."""

    item: Any = forms.ModelChoiceField(label=_("Bij welk punt?"), queryset=AgendaItem.objects.none())
    what = forms.CharField(label=_("Wat moet er gebeuren?"), max_length=300)
    who: Any = forms.ModelChoiceField(label=_("Wie doet dit?"), queryset=Invitee.objects.none(), required=False)
    owner_name = forms.CharField(
        label=_("Of iemand anders?"), max_length=150, required=False, help_text=_("Wie niet in de lijst staat.")
    )
    due_on = forms.DateField(label=_("Tegen wanneer?"), required=False)

    def __init__(self, *args: Any, items: Any, invitees: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own
        super().__init__(*args, **kwargs)
        named: Any = self.fields
        named["item"].queryset, named["who"].queryset = items, invitees
        named["item"].label_from_instance = lambda item: f"{item.number}. {item.title}"
        named["who"].label_from_instance = lambda invitee: invitee.person

    def facts(self) -> dict[str, Any]:
        data, who = self.cleaned_data, self.cleaned_data["who"]
        name = who.guest_name if who and who.account is None and who.member is None else data["owner_name"]
        return {
            "what": data["what"],
            "due_on": data["due_on"],
            "account": who.account if who else None,
            "member": who.member if who else None,
            "owner_name": name,
        }


class HandOverForm(HouseForm):
    """Who does it from now on: somebody who sits in the body or was in the meeting, or else a name."""

    seen = forms.CharField(widget=forms.HiddenInput)
    who = forms.ChoiceField(label=_("Wie doet dit voortaan?"), required=False)
    owner_name = forms.CharField(
        label=_("Of iemand anders?"), max_length=150, required=False, help_text=_("Wie niet in de lijst staat.")
    )

    def __init__(self, *args: Any, people: Sequence[Asked], **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.people = {one.key: one for one in people}
        named: Any = self.fields["who"]
        named.choices = [("", _("Kies iemand")), *((key, str(one)) for key, one in self.people.items())]

    def to(self) -> dict[str, Any]:
        one = self.people.get(self.cleaned_data["who"])
        if one is None:
            return {"account": None, "member": None, "owner_name": self.cleaned_data["owner_name"]}
        return {"account": one.account, "member": one.member, "owner_name": ""}


class FinishForm(HouseForm):
    note = forms.CharField(
        label=_("Wat kwam ervan?"), max_length=300, required=False, help_text=_("Ook als het niet meer nodig is.")
    )


class ReplyForm(HouseForm):
    text = forms.CharField(
        label=_("Wat doe je met dit advies?"),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=10000,
        help_text=_("Zeg wat er verandert, of waarom niet. Wie de vergadering mag zien, leest dit."),
    )
