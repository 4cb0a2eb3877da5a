from django.utils.translation import gettext_lazy as _

TOO_LARGE = _("Dit bestand is te groot. Een bestand mag hoogstens 10 MB zijn.")
UNKNOWN_KIND = _(
    "Dit bestand kunnen we niet bewaren. Kies een PDF, een tekst of rekenblad (docx, odt, xlsx, ods, pptx, txt) zonder"
    " macro’s, of een foto (png, jpg)."
)
FILE_IS_GONE = "The file {name} has a row but is not on the disk, or it was altered there"
