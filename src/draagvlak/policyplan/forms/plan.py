from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from draagvlak.policyplan import queries, wording
from draagvlak.policyplan.models import FrameworkItem, Goal, OrganisationGoal
from draagvlak.policyplan.states import (
    Bearing,
    CoreQuestion,
    FollowUp,
    GoalState,
    ItemKind,
    LearningForm,
    PlanSize,
    Position,
    RemarkKind,
)
from draagvlak.stakeholders.states import RoleKind
from draagvlak.ui.forms import HouseForm, ManyField, RichText, VersionedForm
from draagvlak.ui.wording import EMPTY_OPTION


class StartForm(HouseForm):
    title = forms.CharField(label=_("Hoe heet het plan?"), max_length=150)
    size = forms.ChoiceField(
        label=_("Met welke tekst begin je?"),
        choices=PlanSize,
        widget=forms.RadioSelect,
        help_text=_("In elk deel staan dan vragen die je helpen om te schrijven. Je kan alles wijzigen of wissen."),
    )


class SectionForm(VersionedForm):
    body = forms.CharField(
        label=_("De tekst van dit deel"),
        widget=RichText,
        required=False,
        help_text=_("Schrijf voor iemand die er nog niets van weet. Witte regels maken alinea’s."),
    )


class ContributeForm(HouseForm):
    text = forms.CharField(
        label=_("Wat vind jij?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Eén zin is genoeg. Je collega’s zien je naam erbij."),
    )


class SettleForm(VersionedForm):
    """The merged answer; which facts are asked besides depends on the question."""

    text = forms.CharField(label=_("Het gezamenlijke antwoord"), widget=RichText(attrs={"rows": 8}), required=False)
    is_settled = forms.BooleanField(label=_("Dit antwoord is af"), required=False)

    def __init__(self, *args: Any, question: CoreQuestion, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.question = question
        if question == CoreQuestion.UNDERSTANDING:
            self.fields["forms"] = forms.MultipleChoiceField(
                label=_("Wat telt bij ons als leren?"),
                choices=LearningForm,
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )
        elif question == CoreQuestion.POSITION:
            for name, label in (("today", _("Waar staan we vandaag?")), ("wanted", _("Waar willen we naartoe?"))):
                self.fields[name] = forms.ChoiceField(
                    label=label, choices=Position, widget=forms.RadioSelect, required=False
                )
        elif question == CoreQuestion.CONTRIBUTION:
            for key, label in wording.POLICIES.items():
                self.fields[key] = forms.CharField(
                    label=_("{policy}: wat moet VTO waarmaken?").format(policy=label),
                    widget=forms.Textarea(attrs={"rows": 2, "class": "form-control"}),
                    required=False,
                )
                self.fields[f"{key}_indicator"] = forms.CharField(
                    label=_("{policy}: waaraan zien we dat?").format(policy=label),
                    max_length=250,
                    required=False,
                    widget=forms.TextInput(attrs={"class": "form-control"}),
                )

    def clean(self) -> dict[str, Any]:
        """An answer is done with what its question asks besides words: a form of learning, both positions, each policy."""
        data = super().clean() or self.cleaned_data
        asked = {"forms", "today", "wanted", *wording.POLICIES} & self.fields.keys()
        for name in asked if data.get("is_settled") else ():
            if not data.get(name) and name not in self.errors:
                self.add_error(name, _("Vul dit in voor je zegt dat het antwoord af is."))
        return data

    def facts(self) -> dict[str, Any]:
        """The facts besides the text, by name."""
        own = {"text", "is_settled", "version"}
        return {name: value for name, value in self.cleaned_data.items() if name not in own}


class OrganisationGoalForm(VersionedForm):
    title = forms.CharField(label=_("Wat wil de organisatie bereiken?"), max_length=250)
    source = forms.CharField(
        label=_("Waar staat dat?"),
        max_length=250,
        required=False,
        help_text=_("Bijvoorbeeld: beleidsplan 2026, doel 3."),
    )


class ItemForm(VersionedForm):
    kind = forms.ChoiceField(
        label=_("Waar komt het vandaan?"),
        choices=ItemKind,
        help_text=_("Kies “missie of visie” voor een zin uit jullie missie."),
    )
    bearing = forms.ChoiceField(label=_("Wat is het voor ons?"), choices=Bearing, widget=forms.RadioSelect)
    title = forms.CharField(label=_("Hoe noem je het?"), max_length=250)
    extract = forms.CharField(
        label=_("Wat staat er letterlijk?"), widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    meaning = forms.CharField(
        label=_("Wat betekent het voor leren in ons huis?"), widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    for_whom = forms.CharField(label=_("Voor wie geldt het?"), max_length=250, required=False)
    deadline = forms.CharField(label=_("Tegen wanneer, of hoe vaak?"), max_length=250, required=False)
    evidence = forms.CharField(label=_("Waarmee tonen we dat aan?"), max_length=250, required=False)
    source = forms.CharField(label=_("Waar is het te lezen?"), max_length=300, required=False)
    owner: Any = forms.ModelChoiceField(
        label=_("Wie volgt dit op?"), queryset=FrameworkItem.objects.none(), required=False
    )
    checked_on = forms.DateField(label=_("Wanneer is het laatst nagekeken?"), required=False)

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = people  # type: ignore[attr-defined]


class GoalForm(VersionedForm):
    title = forms.CharField(
        label=_("Wat willen we bereiken?"), max_length=250, help_text=_("Eén zin die een collega begrijpt.")
    )
    organisation_goal: Any = forms.ModelChoiceField(
        label=_("Op welk doel van de organisatie steunt het?"), queryset=OrganisationGoal.objects.none()
    )
    question = forms.ChoiceField(
        label=_("Bij welke kernvraag hoort het?"),
        choices=[("", EMPTY_OPTION), *CoreQuestion.choices],
        required=False,
    )
    mission: Any = forms.ModelChoiceField(
        label=_("Welke zin van onze missie helpt het waarmaken?"), queryset=FrameworkItem.objects.none(), required=False
    )
    items: Any = ManyField(
        label=_("Op welke verplichtingen of mogelijkheden is dit een antwoord?"),
        queryset=FrameworkItem.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    body = forms.CharField(label=_("Waarom, en hoe?"), widget=RichText(attrs={"rows": 8}), required=False)
    indicator = forms.CharField(label=_("Waaraan zien we dat het lukt?"), max_length=250)
    baseline = forms.CharField(label=_("Waar staan we nu?"), max_length=60, required=False)
    target = forms.CharField(label=_("Waar willen we staan?"), max_length=60)
    due_on = forms.DateField(label=_("Tegen wanneer?"))
    owner = forms.CharField(label=_("Wie trekt dit doel?"), max_length=150, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["organisation_goal"].queryset = queries.organisation_goals()  # type: ignore[attr-defined]
        self.fields["mission"].queryset = queries.missions()  # type: ignore[attr-defined]
        self.fields["items"].queryset = queries.framework().exclude(kind=ItemKind.MISSION)  # type: ignore[attr-defined]

    def facts(self) -> dict[str, Any]:
        """The fields of Goal by name."""
        return {name: value for name, value in self.cleaned_data.items() if name not in {"version", "items"}}


class DeadlineForm(HouseForm):
    what = forms.CharField(label=_("Wat moet er tegen die dag gebeuren?"), max_length=300)
    on = forms.DateField(label=_("Wat is de laatste dag?"))
    is_yearly = forms.BooleanField(label=_("Dit komt elk jaar terug"), required=False)
    warn_days = forms.IntegerField(
        label=_("Hoeveel dagen vooraf wordt het een taak?"), min_value=0, max_value=365, initial=30
    )


class FinishForm(HouseForm):
    note = forms.CharField(
        label=_("Hoe is het gebeurd?"),
        max_length=300,
        required=False,
        help_text=_("Bijvoorbeeld: aanvraag ingediend op 12 maart, nummer 2027-118."),
    )


class TakeLineForm(VersionedForm):
    on = forms.DateField(label=_("Tegen welke dag doen jullie dit?"))
    role = forms.ChoiceField(label=_("Wie doet dit?"), choices=RoleKind, widget=forms.RadioSelect)


class RefuseLineForm(VersionedForm):
    why = forms.CharField(
        label=_("Waarom doen jullie dit niet?"),
        max_length=300,
        help_text=_("Iedereen die hier werkt, kan deze reden lezen."),
    )


class MoveLineForm(VersionedForm):
    on = forms.DateField(label=_("Welke dag kiezen jullie?"))
    why = forms.CharField(
        label=_("Waarom vroeger?"), max_length=300, help_text=_("Iedereen die hier werkt, kan deze reden lezen.")
    )


class FileForm(HouseForm):
    file = forms.FileField(
        label=_("Welk bestand?"), help_text=_("PDF, Word, OpenDocument, rekenblad of foto. Hoogstens 10 MB.")
    )


def effect_field() -> forms.CharField:
    return forms.CharField(
        label=_("Wat verandert er daardoor, en voor wie?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Wie beslist, leest dit naast de tekst voor en na."),
    )


class NewVersionForm(HouseForm):
    why = forms.CharField(
        label=_("Waarom stuur je bij?"),
        max_length=300,
        help_text=_("Eén zin. Ze staat bij de nieuwe versie, voor wie later terugkijkt."),
    )
    effect = effect_field()


class ReviewForm(HouseForm):
    """Three questions per goal of the version, and one conclusion."""

    def __init__(self, *args: Any, goals: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.goals: list[Goal] = list(goals)
        for goal in self.goals:
            self.fields[f"state_{goal.pk}"] = forms.ChoiceField(
                label=_("Hoe ver staat dit doel?"), choices=GoalState, widget=forms.RadioSelect
            )
            self.fields[f"value_{goal.pk}"] = forms.CharField(
                label=_("Wat meten we vandaag?"), max_length=60, required=False, help_text=goal.indicator
            )
            self.fields[f"note_{goal.pk}"] = forms.CharField(
                label=_("Wat hielp, of wat zat tegen?"), max_length=300, required=False
            )
        self.fields["conclusion"] = forms.CharField(
            label=_("Wat besluiten we?"),
            widget=forms.Textarea,
            help_text=_("Waar gaan we mee door, wat pakken we anders aan?"),
        )
        for name, field in self.fields.items():
            if not name.startswith("state_"):
                field.widget.attrs["class"] = "form-control"

    def per_goal(self) -> list[tuple[Goal, Any]]:
        """Each goal with its three fields, as the page shows them."""
        return [(goal, [self[f"{name}_{goal.pk}"] for name in ("state", "value", "note")]) for goal in self.goals]

    def answers(self) -> list[tuple[Goal, dict[str, str]]]:
        """Each goal with what was filled in, by field of GoalReview."""
        return [
            (goal, {name: self.cleaned_data[f"{name}_{goal.pk}"] for name in ("state", "value", "note")})
            for goal in self.goals
        ]


class ConsultationForm(HouseForm):
    """Who is asked what, until when, and whether with names."""

    title = forms.CharField(label=_("Hoe heet deze raadpleging?"), max_length=150)
    question = forms.CharField(
        label=_("Wat wil je van je collega’s weten?"),
        help_text=_("Twee of drie zinnen. Ze staan boven het ontwerp en in het bericht."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    starts_on = forms.DateField(label=_("Vanaf welke dag kan men schrijven?"))
    ends_on = forms.DateField(
        label=_("Tot en met welke dag?"),
        help_text=_("Twee weken is gewoon: ook wie ’s nachts of deeltijds werkt, komt dan langs."),
    )
    asked = forms.MultipleChoiceField(
        label=_("Aan wie vraag je het?"),
        help_text=_("Duid niets aan om het aan iedereen te vragen die hier werkt."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    naming = forms.ChoiceField(
        label=_("Met of zonder naam?"),
        help_text=_("Dit ligt vast zodra je opent. Iedereen leest het voor hij schrijft."),
        choices=[
            ("named", _("Met naam voor de werkgroep: ieder krijgt antwoord op zijn eigen woorden")),
            ("nameless", _("Zonder naam: we bewaren niet wie wat schreef")),
        ],
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, groups: list[tuple[str, str]], **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["asked"].choices = groups  # type: ignore[attr-defined]  # a choice field


class RemarkForm(VersionedForm):
    kind = forms.ChoiceField(label=_("Wat is het?"), choices=RemarkKind, widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("Wat wil je zeggen?"),
        help_text=_("Eén zin is genoeg."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class OthersRemarkForm(RemarkForm):
    """What colleagues without an account said."""

    behalf_of = forms.IntegerField(label=_("Namens hoeveel collega’s?"), min_value=1, max_value=500)
    heard = forms.CharField(
        label=_("Hoe heb je hen gehoord?"),
        help_text=_("Bijvoorbeeld: aan de koffie op 3 maart, of op het papieren formulier. Schrijf geen namen."),
        max_length=200,
    )


class MoreTimeForm(HouseForm):
    ends_on = forms.DateField(label=_("Tot en met welke dag?"))
    reason = forms.CharField(label=_("Waarom is er meer tijd nodig?"), max_length=300)


class CloseForm(HouseForm):
    reason = forms.CharField(label=_("Waarom sluit je vroeger?"), max_length=300)


class MergeForm(VersionedForm):
    bundles = forms.TypedMultipleChoiceField(
        label=_("Welke opmerkingen zeggen hetzelfde?"), coerce=int, widget=forms.CheckboxSelectMultiple
    )
    heading = forms.CharField(label=_("Wat zeggen ze samen?"), max_length=150)

    def __init__(self, *args: Any, bundles: list[tuple[int, str]], **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["bundles"].choices = bundles  # type: ignore[attr-defined]  # a choice field


class MoveForm(VersionedForm):
    to = forms.TypedChoiceField(label=_("Waar hoort ze bij?"), coerce=int, widget=forms.RadioSelect)

    def __init__(self, *args: Any, bundles: list[tuple[int, str]], **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = [(0, wording.ROUND_ALONE), *bundles]  # type: ignore[attr-defined]  # a choice field


class FollowUpForm(VersionedForm):
    verdict = forms.ChoiceField(label=_("Wat gebeurt ermee?"), choices=FollowUp, widget=forms.RadioSelect)
    because = forms.CharField(
        label=_("Waarom?"),
        help_text=_("Nodig als je het niet of maar deels volgt. Iedereen leest dit."),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    section = forms.ChoiceField(label=_("Waar zie je dat in de tekst?"), required=False)

    def __init__(self, *args: Any, places: list[tuple[str, str]], **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["section"].choices = [("", "–"), *places]  # type: ignore[attr-defined]  # a choice field


class ConcludeForm(HouseForm):
    conclusion = forms.CharField(
        label=_("Wat nemen we mee?"),
        help_text=_("Enkele zinnen voor iedereen. Ze staan boven de antwoorden."),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
