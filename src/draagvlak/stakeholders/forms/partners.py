from django import forms
from django.utils.translation import gettext_lazy as _

from draagvlak.stakeholders.states import PartnerKind, PartnerRole
from draagvlak.ui.forms import VersionedForm


class PartnerForm(VersionedForm):
    name = forms.CharField(label=_("Hoe heet de partner?"), max_length=150)
    kind = forms.ChoiceField(label=_("Wat voor partner is het?"), choices=PartnerKind)
    kbo = forms.CharField(
        label=_("Wat is het ondernemingsnummer (KBO)?"),
        max_length=20,
        required=False,
        help_text=_("Tien cijfers, bijvoorbeeld 0123.456.749. We rekenen na of het nummer kan."),
    )
    contact = forms.CharField(label=_("Wie is daar je contact?"), max_length=150, required=False)
    email = forms.EmailField(label=_("Op welk e-mailadres?"), required=False)
    roles = forms.MultipleChoiceField(
        label=_("Waarvoor werken we samen?"), choices=PartnerRole, widget=forms.CheckboxSelectMultiple, required=False
    )
    own_role = forms.CharField(label=_("Of in eigen woorden?"), max_length=120, required=False)
    clause_on = forms.DateField(
        label=_("Wanneer tekenden jullie de afspraak over persoonsgegevens?"),
        required=False,
        help_text=_("Leeg betekent: nog niet. Zonder die afspraak kan je niemand van de partner uitnodigen."),
    )
