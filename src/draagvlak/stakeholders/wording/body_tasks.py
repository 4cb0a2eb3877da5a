"""Sentences about the tasks that a body gives itself."""

from django.utils.translation import gettext_lazy as _

TASK_EMPTY = _("Schrijf wat er moet gebeuren.")
TASK_NOT_OURS = _("Wie je koos, zetelt niet meer in dit orgaan. Kies iemand anders.")
TASK_CHANGED = _("Iemand van jullie wijzigde deze taak ondertussen.")
TASK_DONE_ALREADY = _("Deze taak is al afgerond.")
TASK_STILL_OPEN = _("Deze taak staat nog open.")
TASK_TWICE = _("Deze taak staat er al: {what}.")

TASK_ADDED = _("Bewaard. Alleen jullie zien deze lijst.")
TASK_FINISHED = _("Afgerond.")
TASK_REOPENED = _("De taak staat weer open.")
TASK_REMOVED = _("De taak is weg.")

# The same words for every task: what a body does stands in no mail.
TASK_SUBJECT = _("Een taak voor jou in {body}")
TASK_BODY = _("""Dag {name}

Iemand van {body} gaf jou een taak. Ze staat niet in deze mail.

Meld je aan en kijk hier:
{link}
""")
