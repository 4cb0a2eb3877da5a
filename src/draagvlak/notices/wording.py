from django.utils.translation import gettext_lazy as _

NOT_STUCK = _("Deze mail is niet blijven hangen. Er is niets meer te doen.")
NOT_A_REMINDER = _("Kies dagen van 0 tot 30.")
NO_DAY_LEFT = _("Laat minstens één dag van de week over om mail te krijgen.")
CHANGED = _("Je koos intussen iets anders, misschien op een ander toestel.")

HOUSE = "Draagvlak"
WHY_REQUIRED = _(
    "Je krijgt deze mail van {organisation}, via Draagvlak. Zulke mail gaat altijd meteen naar wie ze aangaat."
)
WHY_INVITED = _("Je krijgt deze mail omdat iemand van {organisation} je uitnodigde in Draagvlak.")
WHY_TUNED = _("Je krijgt deze mail omdat je bij {organisation} meewerkt aan het opleidingsbeleid, via Draagvlak.")
WHY_ACCOUNT = _(
    "Je krijgt deze mail omdat er iets met je account in Draagvlak gebeurde. Zulke mail kan je niet afzetten."
)
CHANGE = _("Kies zelf welke mail je wanneer krijgt:")
