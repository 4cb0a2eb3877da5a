from collections.abc import Callable
from functools import wraps
from typing import Any

import requests
from allauth.account.adapter import get_adapter
from allauth.account.internal import flows
from allauth.account.views import LoginView, LogoutView
from allauth.mfa.base.views import AuthenticateView, IndexView
from allauth.socialaccount.providers.openid_connect import views as openid
from allauth.usersessions.views import ListUserSessionsView
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.tokens import default_token_generator
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.encoding import force_bytes
from django.utils.http import url_has_allowed_host_and_scheme, urlsafe_base64_decode, urlsafe_base64_encode
from django.utils.translation import activate, override
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST
from django.views.generic.edit import FormView

from draagvlak.accounts import actions, forms, queries, wording
from draagvlak.accounts.middleware import ASKED_LANGUAGE, remember_language
from draagvlak.accounts.models import Account
from draagvlak.accounts.rules import RESET_MAIL, Counter, code_counters, password_counters
from draagvlak.lib import clock
from draagvlak.ui.views import ActPage
from draagvlak.ui.wording import SAVED

Page = Callable[..., HttpResponseBase]
# Stands in the address in place of the secret, which waits in the session: the address of a page may leak.
SHOWN_TOKEN = "nu"  # noqa: S105 -- no secret, but the word that replaces one
TOKEN_KEY = "accounts.choose_password"  # noqa: S105 -- the name of a place in the session


def whole(page: Page) -> Page:
    """What the page writes (the change, the journal, the mail) is written together or not at all."""

    @wraps(page)
    def in_one(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401 -- any view's own
        if request.method != "POST":
            return page(request, *args, **kwargs)
        with transaction.atomic():
            return page(request, *args, **kwargs)

    return in_one


class SignIn(LoginView):  # type: ignore[misc]
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401 -- Django's own signature
        known = settings.SOCIALACCOUNT_PROVIDERS.get("openid_connect", {}).get("APPS", [])
        return {**super().get_context_data(**kwargs), "organisation_sign_in": known[0] if known else None}


class SecondStep(AuthenticateView):  # type: ignore[misc]
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401 -- Django's own signature
        has = queries.second_factors_of(self.stage.login.user)
        return {**super().get_context_data(**kwargs), "has": has}


class SecondSteps(IndexView):  # type: ignore[misc]
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401 -- Django's own signature
        return {**super().get_context_data(**kwargs), "has": queries.second_factors_of(self.request.user)}


class Sessions(ListUserSessionsView):  # type: ignore[misc]
    """Where the person is signed in, and the way to end it: one device, or all others."""

    form_class = forms.SessionsForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401 -- Django's own signature
        here = self.request.session.session_key
        rows = [queries.described(one, here=here) for one in queries.sessions_of(self.request.user)]
        return {**super().get_context_data(**kwargs), "rows": rows, "others": len(rows) - 1}

    def form_valid(self, form: forms.SessionsForm) -> HttpResponse:
        chosen = form.cleaned_data["session"]
        ended = [
            one
            for one in queries.sessions_of(self.request.user)
            if one.pk == chosen or (chosen is None and not one.is_current())
        ]
        actions.end_sessions(ended)
        if any(one.session_key == self.request.session.session_key for one in ended):
            flows.logout.logout(self.request)
            return redirect("account_login")
        messages.success(self.request, wording.SESSIONS_ENDED if chosen is None else wording.SESSION_ENDED)
        return HttpResponseRedirect(self.get_success_url())


@method_decorator(login_not_required, name="dispatch")
class AskReset(FormView):  # type: ignore[type-arg]
    """A mail with a link to choose a new password. The answer is the same, and takes as long, for an unknown address."""

    form_class = forms.AskResetForm
    template_name = "account/password_reset.html"
    success_url = reverse_lazy("account_reset_password_done")

    def form_valid(self, form: forms.AskResetForm) -> HttpResponse:
        email, at = form.cleaned_data["email"], clock.now()
        with transaction.atomic():
            # One mail per five minutes; whoever asks again finds the first one, so nobody can be kept from it.
            if not actions.take_try([Counter(actions.key_of(email), "reset", RESET_MAIL)], at=at):
                self.send(queries.account_of(email), email)
        return super().form_valid(form)

    @transaction.atomic
    def send(self, account: Account | None, email: str) -> None:
        somebody = account or Account(pk=0, email=email)
        where = {
            "uid": urlsafe_base64_encode(force_bytes(somebody.pk)),
            "token": default_token_generator.make_token(somebody),
        }
        facts = {"password_reset_url": settings.ADDRESS + reverse("choose_password", kwargs=where)}
        get_adapter().send_password_reset_mail(somebody, somebody.email, facts)
        if account is None:
            transaction.set_rollback(True)


@method_decorator(
    [login_not_required, never_cache, sensitive_post_parameters("password1", "password2"), whole], name="dispatch"
)
class ChoosePassword(FormView):  # type: ignore[type-arg]
    """From the link in an invitation or a mail: choose a password, and be signed in."""

    form_class = forms.ChoosePasswordForm
    template_name = "accounts/choose_password.html"
    account: Account

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401
        uid, token = kwargs["uid"], kwargs["token"]
        is_shown = token == SHOWN_TOKEN
        account = self.holder(uid, request.session.get(TOKEN_KEY, "") if is_shown else token)
        if account is None:
            return render(request, "accounts/link_gone.html", status=410)
        if not is_shown:
            request.session[TOKEN_KEY] = token
            return redirect("choose_password", uid=uid, token=SHOWN_TOKEN)
        self.account = account
        if ASKED_LANGUAGE not in request.session:
            # As the mail that led here and as the pages that follow, whatever the browser asks.
            activate(account.language)
            request.LANGUAGE_CODE = account.language
        return super().dispatch(request, *args, **kwargs)

    @staticmethod
    def holder(uid: str, token: str) -> Account | None:
        """The account that this link was made for, if it still works."""
        try:
            account = Account.objects.get(pk=int(urlsafe_base64_decode(uid)), is_active=True)
        except (ValueError, OverflowError, Account.DoesNotExist):
            return None
        return account if default_token_generator.check_token(account, token) else None

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "user": self.account}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401 -- Django's own signature
        return {**super().get_context_data(**kwargs), "account": self.account}

    def form_valid(self, form: forms.ChoosePasswordForm) -> HttpResponse:
        request, account = self.request, self.account
        is_first = not account.has_usable_password()
        if request.user.is_authenticated and request.user.pk != account.pk:
            flows.logout.logout(request, show_message=False)
        request.session.pop(TOKEN_KEY, None)
        form.save()
        actions.confirm_address(account)
        self.open_way()
        if is_first:
            get_adapter().add_message(request, messages.SUCCESS, "account/messages/password_set.txt")
            answer: HttpResponse = flows.password_reset.perform_password_reset_login(
                request, account, email=account.email
            )
        else:
            answer = flows.password_reset.finalize_password_reset(request, account, email=account.email)
        return answer

    def open_way(self) -> None:
        """Whoever reads the account's mail is no guesser: what was counted here is forgotten, the device is known."""
        device, who = self.request.device, actions.key_of(self.account.email)  # type: ignore[attr-defined]
        for counters in (password_counters, code_counters):
            counted = counters(who=who, device=device.known_as(who), network=device.network)
            actions.give_back([one for one in counted if one.limit.is_wiped_by_success])
        device.remember(who)


@method_decorator(login_not_required, name="dispatch")
class SignInThroughOrganisation(View):
    """To the sign-in of the organisation itself. The way there is a page and not a redirect, so that our forms need not
    be allowed to lead to other addresses."""

    def get(self, _request: HttpRequest, **_kwargs: object) -> HttpResponse:
        return redirect("account_login")

    def post(self, request: HttpRequest, provider_id: str) -> HttpResponseBase:
        try:
            answer: HttpResponseBase = openid.login(request, provider_id)
        except requests.RequestException:
            return render(request, "socialaccount/authentication_error.html", status=502)
        if not isinstance(answer, HttpResponseRedirect):
            return answer
        return render(request, "accounts/go_on.html", {"address": answer.url})


@method_decorator(login_not_required, name="dispatch")
class SignOut(LogoutView):  # type: ignore[misc]
    """Signing out, after which the back button shows nothing of this person to whoever sits down next."""

    def post(self, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401 -- the library's own
        answer: HttpResponseBase = super().post(*args, **kwargs)
        answer.headers["Clear-Site-Data"] = '"cache", "storage"'
        return answer


@login_not_required
@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """The language for somebody who is not signed in; whoever is has one in the account."""
    place, language = request.POST.get("next", ""), request.POST.get("language", "")
    # A word without a stroke would be taken for the name of a page.
    is_ours = place.startswith("/") and url_has_allowed_host_and_scheme(
        place, allowed_hosts={request.get_host()}, require_https=settings.IS_SECURE
    )
    answer = redirect(place if is_ours else "account_login")
    if language in dict(settings.LANGUAGES):
        remember_language(answer, language)
        request.session[ASKED_LANGUAGE] = language
    return answer


class Me(ActPage):
    """My own name, language and colours, and the ways to password, second step and devices."""

    right = "accounts.change_me"
    template_name = "accounts/me.html"
    form_class = forms.MeForm

    def thing(self) -> Any:  # noqa: ANN401 -- an account
        return self.request.user

    def initial(self) -> dict[str, Any]:
        return {"name": self.subject.name, "language": self.subject.language, "theme": self.subject.theme}

    def content(self) -> dict[str, Any]:
        return {"has": queries.second_factors_of(self.subject), "has_password": self.subject.has_usable_password()}

    def act(self, data: dict[str, Any]) -> str:
        actions.change_me(account=self.subject, facts=data)
        return reverse("accounts:me")

    def said(self) -> str:
        with override(self.subject.language):
            return str(SAVED)
