from django.utils.translation import gettext_lazy as _

ACTS = {
    "staff.read_list": _("las een personeelslijst in"),
    "staff.undo_import": _("maakte het inlezen van een personeelslijst ongedaan"),
    "staff.end_employment": _("beëindigde een tewerkstelling"),
}
