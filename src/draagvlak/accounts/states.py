from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Language(TextChoices):
    """The language of a person's pages and mails. Each is named in its own language."""

    NL = "nl", "Nederlands"
    FR = "fr", "Français"
    EN = "en", "English"


class Theme(TextChoices):
    AUTO = "auto", _("Zoals mijn toestel")
    LIGHT = "light", _("Licht")
    DARK = "dark", _("Donker")
