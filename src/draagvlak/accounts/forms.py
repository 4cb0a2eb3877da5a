from typing import Any

from allauth.account import forms as account_forms
from allauth.account.adapter import get_adapter
from allauth.core import context
from allauth.mfa.base import forms as second_forms
from allauth.mfa.models import Authenticator
from allauth.mfa.totp import forms as app_forms
from allauth.mfa.webauthn import forms as passkey_forms
from allauth.usersessions.forms import ManageUserSessionsForm
from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from draagvlak.accounts import wording
from draagvlak.accounts.actions import give_back, key_of, spend_code, take_try
from draagvlak.accounts.queries import second_factors_of
from draagvlak.accounts.rules import code_counters, minutes
from draagvlak.accounts.states import Language, Theme
from draagvlak.lib import clock
from draagvlak.ui.forms import HouseForm

PASSWORD_HELP = _("Minstens 10 tekens. Vier of vijf gewone woorden na elkaar zijn sterk en makkelijk te onthouden.")
LONGEST_NAME = 60
CODE = {"autocomplete": "one-time-code", "inputmode": "numeric", "autocapitalize": "none", "spellcheck": "false"}


class DoorForm(HouseForm):
    """A form of the sign-in library with our questions: no placeholders, our labels, our help."""

    labels: dict[str, str | Promise] = {}
    helps: dict[str, str | Promise] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name, field.label or "")  # type: ignore[assignment]
            field.help_text = self.helps.get(name, "")  # type: ignore[assignment]
            if isinstance(field, forms.EmailField):
                field.error_messages["invalid"] = wording.ADDRESS_WRONG


class SignInForm(DoorForm, account_forms.LoginForm):  # type: ignore[misc]
    labels = {
        "login": _("Wat is je e-mailadres?"),
        "password": _("Wat is je wachtwoord?"),
        "remember": _("Hou mij op dit toestel twee weken aangemeld"),
    }
    helps = {"remember": _("Doe dit niet op een computer die je met anderen deelt.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs["autocomplete"] = "username"


class AskResetForm(HouseForm):
    email = forms.EmailField(
        label=_("Wat is je e-mailadres?"),
        help_text=_("Het adres waarop je bent uitgenodigd."),
        widget=forms.EmailInput(attrs={"autocomplete": "username"}),
        error_messages={"invalid": wording.ADDRESS_WRONG},
    )


class TwicePassword(DoorForm):
    labels = {
        "password1": _("Wat wordt je wachtwoord?"),
        "password2": _("Nog eens hetzelfde wachtwoord"),
    }
    helps = {"password1": PASSWORD_HELP, "password2": _("Zo weten we dat er geen tikfout in zit.")}

    def add_error(self, field: str | None, error: Any) -> None:  # noqa: ANN401 -- Django's own signature
        """The library's only sentence on the second field is that the two differ; we say it in our words."""
        is_unequal = field == "password2" and isinstance(error, str | Promise)
        super().add_error(field, wording.NOT_THE_SAME if is_unequal else error)  # type: ignore[arg-type]


class ChoosePasswordForm(TwicePassword, account_forms.ResetPasswordKeyForm):  # type: ignore[misc]
    """The first password, or a new one, from a link in a mail."""


class SetPasswordForm(TwicePassword, account_forms.SetPasswordForm):  # type: ignore[misc]
    """A password for somebody who so far signed in through the organisation."""


class ChangePasswordForm(TwicePassword, account_forms.ChangePasswordForm):  # type: ignore[misc]
    labels = {
        **TwicePassword.labels,
        "oldpassword": _("Wat is je wachtwoord nu?"),
        "password1": _("Wat wordt je nieuwe wachtwoord?"),
    }

    def clean_oldpassword(self) -> str:
        """Counted like a sign-in, so that an open session is no way to guess."""
        if not get_adapter().reauthenticate(self.user, self.cleaned_data.get("oldpassword", "")):
            raise get_adapter().validation_error("enter_current_password")
        return str(self.cleaned_data["oldpassword"])


class ConfirmPasswordForm(DoorForm, account_forms.ReauthenticateForm):  # type: ignore[misc]
    labels = {"password": _("Wat is je wachtwoord?")}


class CountedCode(DoorForm):
    """A code of the app or a recovery code: wrong ones are counted like wrong passwords, and no code works twice."""

    labels = {"code": _("Welke code staat er in je app?")}
    helps = {"code": _("Zes cijfers. Of tik een herstelcode van acht cijfers in.")}
    user: Any
    authenticator: Authenticator

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        code = self.fields["code"]
        code.widget.attrs.update(CODE)
        if not second_factors_of(self.user).has_app:
            code.label, code.help_text = (
                _("Welke herstelcode heb je nog?"),
                _("Acht cijfers. Elke code werkt één keer."),
            )

    def clean_code(self) -> str:
        device, who, at = context.request.device, key_of(self.user.email), clock.now()
        counters = code_counters(who=who, device=device.known_as(who), network=device.network)
        if wait := take_try(counters, at=at):
            raise forms.ValidationError(wording.WAIT_CODE % {"number": minutes(wait)})
        code = str(super().clean_code())  # type: ignore[misc]
        if self.authenticator.type == Authenticator.Type.TOTP and not spend_code(self.authenticator, code=code, at=at):
            raise forms.ValidationError(wording.SPENT_CODE)
        give_back(counters)
        return code


class CodeForm(CountedCode, second_forms.AuthenticateForm):  # type: ignore[misc]
    """The second step of signing in."""


class ConfirmCodeForm(CountedCode, second_forms.ReauthenticateForm):  # type: ignore[misc]
    """The same, before something that matters."""


class AddAppForm(DoorForm, app_forms.ActivateTOTPForm):  # type: ignore[misc]
    labels = {"code": _("Welke code toont de app nu?")}
    helps = {"code": _("Zes cijfers. Zo weten we dat het werkt.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs.update(CODE)


class AddPasskeyForm(DoorForm, passkey_forms.AddWebAuthnForm):  # type: ignore[misc]
    labels = {
        "name": _("Hoe noem je deze passkey?"),
        "passwordless": _("Ik wil er ook zonder wachtwoord mee aanmelden"),
    }
    helps = {
        "name": _("Bijvoorbeeld: mijn gsm, of de computer op de dienst."),
        "passwordless": _("Je toestel vraagt dan altijd je vingerafdruk, je gezicht of je pincode."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["passwordless"].initial = True

    def clean_name(self) -> str:
        return str(super().clean_name())[:LONGEST_NAME]


class NamePasskeyForm(DoorForm, passkey_forms.EditWebAuthnForm):  # type: ignore[misc]
    labels = {"name": _("Hoe noem je deze passkey?")}

    def clean_name(self) -> str:
        return str(self.cleaned_data["name"])[:LONGEST_NAME]


class SessionsForm(ManageUserSessionsForm):  # type: ignore[misc]
    """session: the one to sign out; empty for all others."""

    session = forms.IntegerField(required=False, widget=forms.HiddenInput)


class MeForm(HouseForm):
    name = forms.CharField(label=_("Hoe heet je?"), max_length=150, help_text=_("Zo zien anderen je naam."))
    language = forms.ChoiceField(
        label=_("In welke taal lees je?"),
        choices=Language,
        widget=forms.RadioSelect,
        help_text=_("Pagina’s en mails komen in deze taal."),
    )
    theme = forms.ChoiceField(label=_("Welke kleuren lezen goed voor jou?"), choices=Theme, widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["name"].widget.attrs["autocomplete"] = "name"
