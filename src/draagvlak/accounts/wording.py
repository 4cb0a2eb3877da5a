from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

LANGUAGE_CHANGED = _("Je pagina’s en mails zijn nu in het Nederlands. Je wijzigt het bij Mijn gegevens.")

# Refusals and errors
SENT_TOO_LATE = _(
    "Je aanmelding was verlopen, dus wat je verstuurde, is niet aangekomen. Meld je aan en verstuur het opnieuw."
)
NOT_TOGETHER = _("Dit e-mailadres en dit wachtwoord horen niet samen. Kijk ze na, of vraag een nieuw wachtwoord.")
WAIT_PASSWORD = ngettext_lazy(
    "Te vaak geprobeerd. Wacht %(number)s minuut, of vraag een nieuw wachtwoord: met die mail kan je meteen verder.",
    "Te vaak geprobeerd. Wacht %(number)s minuten, of vraag een nieuw wachtwoord: met die mail kan je meteen verder.",
    "number",
)
WAIT_CODE = ngettext_lazy(
    "Te veel foute codes. Wacht %(number)s minuut. Haast? Annuleer en kies via de mail een nieuw wachtwoord.",
    "Te veel foute codes. Wacht %(number)s minuten. Haast? Annuleer en kies via de mail een nieuw wachtwoord.",
    "number",
)
WRONG_PASSWORD = _("Dit is niet je wachtwoord van nu.")
WRONG_CODE = _("Deze code klopt niet. Een code van de app werkt maar een halve minuut: neem de nieuwste.")
NO_SECOND_STEP = _("Zet eerst een tweede stap aan, met een app of een passkey.")
SPENT_CODE = _("Deze code is net al gebruikt. Wacht op de volgende.")
NOT_THE_SAME = _("De twee wachtwoorden zijn niet gelijk.")
ACCESS_ENDED = _("Je toegang is stopgezet. Vraag uitleg aan wie je uitnodigde.")
TOO_SHORT = _("Te kort: een wachtwoord heeft minstens 10 tekens.")
TOO_COMMON = _("Dit wachtwoord staat op lijsten die inbrekers gebruiken. Kies een ander.")
TOO_SIMILAR = _("Dit lijkt te veel op je naam of je e-mailadres. Kies iets anders.")
ADDRESS_WRONG = _("Dit is geen e-mailadres. Een adres ziet eruit als naam@voorbeeld.be.")
SLOWER = _("Iets trager, alsjeblieft. Probeer het over een minuut opnieuw.")
PASSKEY_NAME = _("Passkey {number}")

# What stands above the next page, under the name of the library's own template; what is not here is not said.
MESSAGES: dict[str, str | Promise] = {
    "account/messages/logged_out.txt": _("Je bent afgemeld."),
    "account/messages/password_changed.txt": _(
        "Je nieuwe wachtwoord is bewaard. Op andere toestellen ben je afgemeld."
    ),
    "account/messages/password_set.txt": _("Je wachtwoord is bewaard."),
    "mfa/messages/totp_activated.txt": _("De app is gekoppeld. Vanaf nu vragen we bij het aanmelden ook een code."),
    "mfa/messages/totp_deactivated.txt": _("De app is losgekoppeld."),
    "mfa/messages/webauthn_added.txt": _("De passkey is bewaard."),
    "mfa/messages/webauthn_removed.txt": _("De passkey is weg."),
    "mfa/messages/recovery_codes_generated.txt": _(
        "Dit zijn je herstelcodes. Bewaar ze nu, voor de dag dat je toestel stuk of weg is."
    ),
}
SESSION_ENDED = _("Dat toestel is afgemeld.")
SESSIONS_ENDED = _("Alle andere toestellen zijn afgemeld.")

# Mails: the library's name for it → subject and body. Every mail about an account is private.
GREETING = _("""Dag {name}

""")
NOT_YOU = _("""
Was jij dit niet? Kies dan meteen een nieuw wachtwoord:
{reset}
""")
DETAILS = _("""
Wanneer: {moment}
Waarmee: {device}, vanaf netwerkadres {ip}
""")
RESET_SUBJECT = _("Kies een nieuw wachtwoord voor Draagvlak")
RESET_BODY = _("""Er werd een nieuw wachtwoord gevraagd voor jouw account. Kies het hier:
{link}

De link werkt drie dagen en één keer. Vroeg je dit niet? Dan mag je deze mail weggooien: er verandert niets.
""")
MAILS: dict[str, tuple[str | Promise, str | Promise]] = {
    "accounts/new_device": (
        _("Je account werd gebruikt op een nieuw toestel"),
        _("Er werd bij Draagvlak aangemeld met jouw account, op een toestel dat we nog niet kenden.\n"),
    ),
    "account/email/password_changed": (
        _("Je wachtwoord is veranderd"),
        _("Het wachtwoord van je account bij Draagvlak is veranderd.\n"),
    ),
    "account/email/password_reset": (
        _("Je wachtwoord is veranderd"),
        _("Het wachtwoord van je account bij Draagvlak is veranderd, met de link uit een mail.\n"),
    ),
    "account/email/password_set": (
        _("Je koos een wachtwoord"),
        _("Je account bij Draagvlak heeft nu een wachtwoord.\n"),
    ),
    "mfa/email/totp_activated": (
        _("Je tweede stap staat aan"),
        _("Bij het aanmelden vragen we nu ook een code van je app.\n"),
    ),
    "mfa/email/totp_deactivated": (
        _("Je tweede stap met de app is weg"),
        _("De app met codes is losgekoppeld van je account bij Draagvlak.\n"),
    ),
    "mfa/email/webauthn_added": (_("Er is een passkey bij"), _("Je account bij Draagvlak kreeg een passkey.\n")),
    "mfa/email/webauthn_removed": (
        _("Er is een passkey weg"),
        _("Een passkey van je account bij Draagvlak is verwijderd.\n"),
    ),
    "mfa/email/recovery_codes_generated": (
        _("Je hebt nieuwe herstelcodes"),
        _("Er zijn nieuwe herstelcodes gemaakt voor je account bij Draagvlak. De oude werken niet meer.\n"),
    ),
    "socialaccount/email/account_connected": (
        _("Je account is gekoppeld"),
        _("Je kan nu bij Draagvlak aanmelden met de aanmelding van je organisatie.\n"),
    ),
}

UNKNOWN_DEVICE = _("een onbekend toestel")
BROWSER_ON = _("{browser} op {system}")

# The journal
ACTS = {
    "accounts.sign_in": _("meldde zich aan"),
    "accounts.sign_out_elsewhere": _("meldde zich af op een ander toestel"),
    "accounts.change_password": _("koos een wachtwoord"),
    "accounts.add_app": _("zette de tweede stap met een app aan"),
    "accounts.remove_app": _("zette de tweede stap met een app uit"),
    "accounts.add_passkey": _("voegde een passkey toe"),
    "accounts.remove_passkey": _("verwijderde een passkey"),
    "accounts.make_recovery_codes": _("maakte nieuwe herstelcodes"),
    "accounts.connect": _("koppelde de aanmelding van de organisatie"),
    "accounts.too_many_wrong": _("hield een toestel tegen na te veel foute wachtwoorden"),
}
# The library's notice → our act.
ACT_OF_NOTICE = {
    "mfa/email/totp_activated": "accounts.add_app",
    "mfa/email/totp_deactivated": "accounts.remove_app",
    "mfa/email/webauthn_added": "accounts.add_passkey",
    "mfa/email/webauthn_removed": "accounts.remove_passkey",
    "mfa/email/recovery_codes_generated": "accounts.make_recovery_codes",
    "socialaccount/email/account_connected": "accounts.connect",
}
