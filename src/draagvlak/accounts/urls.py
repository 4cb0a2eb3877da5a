"""The doors of sign-in. Every page is named here, so that every page stands in the matrix of rights; the names of the
library are kept, because it looks its own pages up by name."""

from allauth.account import views as account
from allauth.mfa.base import views as second
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as passkeys
from allauth.socialaccount import views as social
from allauth.socialaccount.providers.openid_connect import views as openid
from django.urls import include, path

from draagvlak.accounts import views
from draagvlak.accounts.views import whole

# Pages that somebody who is not signed in may see; everything else leads to the first of them.
OPEN_PAGES = (
    "account_login",
    "account_logout",
    "account_reset_password",
    "account_reset_password_done",
    "choose_password",
    "set_language",
    "mfa_authenticate",
    "mfa_login_webauthn",
    "openid_connect_login",
    "openid_connect_callback",
    "socialaccount_login_cancelled",
)

SECOND_STEP = [
    path("", views.SecondSteps.as_view(), name="mfa_index"),
    path("aanmelden/", views.SecondStep.as_view(), name="mfa_authenticate"),
    path("bevestigen/", second.reauthenticate, name="mfa_reauthenticate"),
    path("app/", whole(app.activate_totp), name="mfa_activate_totp"),
    path("app/weg/", whole(app.deactivate_totp), name="mfa_deactivate_totp"),
    path("herstelcodes/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("herstelcodes/nieuw/", whole(codes.generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path("herstelcodes/herstelcodes.txt", codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("passkeys/", passkeys.list_webauthn, name="mfa_list_webauthn"),
    path("passkeys/erbij/", whole(passkeys.add_webauthn), name="mfa_add_webauthn"),
    path("passkeys/bevestigen/", passkeys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("passkeys/<int:pk>/naam/", whole(passkeys.edit_webauthn), name="mfa_edit_webauthn"),
    path("passkeys/<int:pk>/weg/", whole(passkeys.remove_webauthn), name="mfa_remove_webauthn"),
]
ORGANISATION = [
    path("gestopt/", social.login_cancelled, name="socialaccount_login_cancelled"),
    path("<slug:provider_id>/", views.SignInThroughOrganisation.as_view(), name="openid_connect_login"),
    path("<slug:provider_id>/terug/", openid.callback, name="openid_connect_callback"),
]

urlpatterns = [
    path("", views.SignIn.as_view(), name="account_login"),
    path("met-passkey/", passkeys.login_webauthn, name="mfa_login_webauthn"),
    path("afmelden/", views.SignOut.as_view(), name="account_logout"),
    path("taal/", views.set_language, name="set_language"),
    path("bevestigen/", account.reauthenticate, name="account_reauthenticate"),
    path("wachtwoord/", whole(account.password_change), name="account_change_password"),
    path("wachtwoord/eerste/", whole(account.password_set), name="account_set_password"),
    path("wachtwoord/vergeten/", views.AskReset.as_view(), name="account_reset_password"),
    path("wachtwoord/vergeten/verstuurd/", account.password_reset_done, name="account_reset_password_done"),
    path("wachtwoord-kiezen/<uid>/<token>/", views.ChoosePassword.as_view(), name="choose_password"),
    path("tweede-stap/", include(SECOND_STEP)),
    path("toestellen/", views.Sessions.as_view(), name="usersessions_list"),
    path("via/", include(ORGANISATION)),
    path("mijn/", include(([path("", views.Me.as_view(), name="me")], "accounts"))),
]
