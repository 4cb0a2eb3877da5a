"""Questions in confidence to the delegation: with a name, without, written down for a colleague; one raised with the employer."""

from draagvlak.initiatives import actions
from draagvlak.initiatives.models import Question
from draagvlak.initiatives.states import Outcome, QuestionKind
from draagvlak.installation.demo.steps import Calendar, Cast
from draagvlak.stakeholders.models import Body

# Everyone may read the code of an invented question: it stands in the guide.
CODE = "LNDH-QF23-VRAG"
NIGHT = "Mijn aanvraag voor de opleiding palliatieve zorg werd geweigerd omdat ik ’s nachts werk. Mag dat?"
NIGHT_ANSWER = "Een dienst is op zich geen reden om te weigeren. Het plan zegt dat elke dienst aan bod komt. Vraag de reden schriftelijk. Wil je dat wij het bespreken?"
RAISED = (
    "Aanvragen van wie ’s nachts werkt",
    "Bij ons komt de vraag binnen of een aanvraag geweigerd mag worden om het uur waarop iemand werkt. Wij stellen voor dat elke weigering een schriftelijke reden krijgt, en dat opleidingen ook in de late namiddag plaatsvinden.",
)
PAY = "Ik volgde twee avonden een bijscholing. Die uren staan niet op mijn loonbrief. Ik durf dat niet te vragen aan mijn leidinggevende."
KITCHEN = "In de keuken kregen we dit jaar nog geen enkele dag vorming. Waar hebben we recht op?"
KITCHEN_ANSWER = "Jullie hebben recht op een aantal dagen per jaar, ook in de keuken. We legden uit hoe je ze telt."


def lindehof(calendar: Calendar, cast: Cast) -> None:
    """Bram asks with his name, Ria raises it in other words; somebody asks without a name; the kitchen asks by mouth."""
    ria = cast["Ria"]
    kitchen = {"kind": QuestionKind.QUESTION, "text": KITCHEN, "spoken_for": "Iemand van de keuken"}
    spoken = actions.speak_for(facts=kitchen, by=ria, at=calendar.at(24))
    ended = {"outcome": Outcome.INFORMED, "text": KITCHEN_ANSWER}
    actions.close(question=spoken, facts=ended, version=1, by=ria, at=calendar.at(22))
    asked = {"kind": QuestionKind.COMPLAINT, "text": NIGHT}
    night = actions.ask(facts=asked, by=cast["Bram"], at=calendar.at(20))
    actions.take_up(question=night, by=ria, at=calendar.at(19))
    actions.answer(question=night, text=NIGHT_ANSWER, version=2, by=ria, at=calendar.at(18))
    title, text = RAISED
    council = Body.objects.select_related("organisation").get(kind="works_council", ends_on=None)
    actions.raise_point(question=night, body=council, facts={"title": title, "text": text}, by=ria, at=calendar.at(17))
    nameless = {"kind": QuestionKind.QUESTION, "text": PAY}
    actions.ask_nameless(facts=nameless, code=CODE, at=calendar.at(16))


def terweide(calendar: Calendar, cast: Cast) -> Question:
    """One question that waits, on the last days of its term."""
    asked = {"kind": QuestionKind.QUESTION, "text": "Telt mijn inwerkperiode mee als opleiding?"}
    return actions.ask(facts=asked, by=cast["Sam"], at=calendar.at(3))
