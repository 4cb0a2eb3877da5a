from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from draagvlak.lib import clock
from draagvlak.staff import wording
from draagvlak.staff.figures import is_possible_first_day
from draagvlak.staff.imports import FIELDS
from draagvlak.staff.models import FunctionGroup, Site, Team
from draagvlak.staff.rules import is_possible_birth
from draagvlak.staff.states import Sex, Shift, Statute
from draagvlak.ui.forms import HouseForm, NumberField, VersionedForm

NAMES = ("personnel_number", "first_name", "last_name", "email", "sex", "birth_date", "language")
POST = ("statute", "function", "function_group", "team", "site", "fraction", "shift")
LANGUAGES = [("", _("niet ingevuld")), ("nl", "Nederlands"), ("fr", "Français"), ("en", "English")]


class PersonForm(VersionedForm):
    first_name = forms.CharField(label=_("Wat is de voornaam?"), max_length=80, required=False)
    last_name = forms.CharField(label=_("Wat is de achternaam?"), max_length=80)
    personnel_number = forms.CharField(label=_("Wat is het personeelsnummer?"), max_length=40, required=False)
    email = forms.EmailField(
        label=_("Wat is het e-mailadres?"), required=False, help_text=_("Alleen nodig om aan te melden.")
    )
    sex = forms.ChoiceField(
        label=_("In welke kolom van de sociale balans telt deze persoon?"), choices=Sex, required=False
    )
    birth_date = forms.DateField(label=_("Wanneer is deze persoon geboren?"), required=False)
    language = forms.ChoiceField(label=_("In welke taal schrijven we?"), choices=LANGUAGES, required=False)

    def clean_birth_date(self) -> date | None:
        born: date | None = self.cleaned_data["birth_date"]
        if born is not None and not is_possible_birth(born, today=clock.today()):
            raise ValidationError(wording.BIRTH_UNLIKELY)
        return born

    def person(self) -> dict[str, Any]:
        """The fields of StaffMember by name."""
        return {name: self.cleaned_data[name] for name in NAMES}


class PostForm(HouseForm):
    """What somebody does. Team, site and group by name: a new name becomes a new place."""

    statute = forms.ChoiceField(label=_("Welk statuut?"), choices=Statute, initial=Statute.PERMANENT)
    function = forms.CharField(label=_("Welke functie?"), max_length=120)
    function_group = forms.CharField(
        label=_("Bij welke functiegroep hoort die?"),
        max_length=120,
        required=False,
        help_text=_("Bijvoorbeeld zorg, logistiek, administratie."),
    )
    team = forms.CharField(label=_("In welk team?"), max_length=120, required=False)
    site = forms.CharField(label=_("In welke vestiging?"), max_length=120, required=False)
    fraction = NumberField(
        label=_("Welk deel van een voltijdse?"),
        min_value=0,
        max_value=1,
        max_digits=5,
        decimal_places=4,
        required=False,
        localize=True,
        help_text=_("Voltijds is 1, halftijds is 0,5."),
    )
    shift = forms.ChoiceField(label=_("Wanneer werkt deze persoon meestal?"), choices=Shift, required=False)
    starts_on = forms.DateField(label=_("Vanaf welke dag?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        for name in ("function_group", "team", "site"):
            self.fields[name].widget.attrs["list"] = f"bekend-{name}"

    def clean_starts_on(self) -> date:
        day: date = self.cleaned_data["starts_on"]
        if not is_possible_first_day(day, today=clock.today()):
            raise ValidationError(wording.FIRST_DAY_UNLIKELY)
        return day

    def post(self) -> dict[str, Any]:
        """The fields of Post by name."""
        return {name: self.cleaned_data[name] for name in POST}


class NextPostForm(VersionedForm, PostForm):
    """What somebody does from a day on; it carries the version of the person."""


class RegisterForm(PersonForm, PostForm):
    pass


class EndForm(HouseForm):
    ends_on = forms.DateField(label=_("Wat is de laatste dag?"), help_text=_("Die dag telt nog mee."))


class ListForm(HouseForm):
    file = forms.FileField(
        label=_("Welk bestand?"),
        help_text=_("Een werkmap (.xlsx, .xls of .ods) of een csv-bestand uit je personeelsprogramma."),
    )
    as_of = forms.DateField(
        label=_("Op welke dag klopt deze lijst?"),
        help_text=_("Wie van team of uren wisselde, wisselt vanaf die dag. Wat vroeger was, blijft bewaard."),
    )
    sheet = forms.CharField(
        label=_("Op welk blad staan de mensen?"),
        max_length=120,
        required=False,
        help_text=_("Laat leeg, dan zoeken we het zelf."),
    )

    def clean_as_of(self) -> date:
        """Everything that changes would begin on this day: a slip of the year would stay in the history."""
        day: date = self.cleaned_data["as_of"]
        if not is_possible_first_day(day, today=clock.today()):
            raise ValidationError(wording.FIRST_DAY_UNLIKELY)
        return day


class ColumnsForm(HouseForm):
    """One question per field: which column is it? The proposal is filled in."""

    def __init__(self, *args: Any, columns: Sequence[Mapping[str, Any]], **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        choices: list[tuple[str, Any]] = [("", wording.NOT_USED)]
        for index, column in enumerate(columns):
            samples = ", ".join(str(sample) for sample in column["samples"][:2] if sample)
            choices.append((str(index), f"{column['label']} ({samples})" if samples else column["label"]))
        for name in FIELDS:
            self.fields[name] = forms.ChoiceField(label=wording.FIELDS[name], choices=choices, required=False)
            self.fields[name].widget.attrs["class"] = "form-control"

    def clean(self) -> dict[str, Any]:
        """No column twice; a whole name or a last name, not both."""
        cleaned: dict[str, Any] = super().clean() or {}
        seen: dict[str, str] = {}
        for name in FIELDS:
            column = cleaned.get(name)
            if column and column in seen:
                self.add_error(name, str(wording.CHOSEN_TWICE).format(field=wording.FIELDS[seen[column]]))
            elif column:
                seen[column] = name
        if cleaned.get("name") and cleaned.get("last_name"):
            self.add_error("name", wording.NAME_OR_BOTH)
        return cleaned

    def mapping(self) -> dict[str, int]:
        """Field → column index."""
        return {name: int(self.cleaned_data[name]) for name in FIELDS if self.cleaned_data.get(name)}


class CarryOutForm(HouseForm):
    """Which people who are not in the list any more really left."""

    leavers = forms.TypedMultipleChoiceField(coerce=int, required=False)

    def __init__(self, *args: Any, gone: Sequence[int], **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["leavers"].choices = [(key, key) for key in gone]  # type: ignore[attr-defined]


class UndoForm(HouseForm):
    is_sure = forms.BooleanField(
        label=_("Ja, zet iedereen terug zoals voor deze lijst"), error_messages={"required": wording.UNDO_NOT_TICKED}
    )


class GroupsForm(HouseForm):
    """One field per function: the name of its group."""

    def __init__(self, *args: Any, functions: Sequence[tuple[str, int, str]], **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.functions = list(functions)
        for number, (name, people, group) in enumerate(self.functions):
            label = f"{name} ({people})"
            self.fields[f"f{number}"] = forms.CharField(label=label, max_length=120, required=False, initial=group)
            self.fields[f"f{number}"].widget.attrs.update({"class": "form-control", "list": "bekend-function_group"})

    def groups(self) -> dict[str, str]:
        """Function → group name, for the ones that changed."""
        found = {name: self.cleaned_data[f"f{n}"].strip() for n, (name, _people, _group) in enumerate(self.functions)}
        before = {name: group for name, _people, group in self.functions}
        return {name: group for name, group in found.items() if group != before[name]}


def known_places() -> dict[str, list[str]]:
    """The names that exist, to choose from while typing."""
    kinds = {"function_group": FunctionGroup, "team": Team, "site": Site}
    return {name: list(model.objects.values_list("name", flat=True)) for name, model in kinds.items()}
