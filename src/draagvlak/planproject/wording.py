from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from draagvlak.lib.draw import Change, Infeasible, Trouble

CALL_CLOSED = _("Deze oproep is gesloten. Je kon antwoorden van {opens} tot en met {closes}.")
ALREADY_CANDIDATE = _("Je stelde je al kandidaat voor deze oproep.")
NOT_AT_WORK = _("{name} werkt hier vandaag niet, en kan dus niet meedoen.")
ALREADY_DECIDED = _("Over deze kandidatuur is al beslist.")
GROUP_EXISTS = _("Er is al een werkgroep voor dit plan.")
CALL_STILL_OPEN = _("De oproep loopt nog tot en met {closes}. Sluit ze eerst, of wacht.")
CALL_OPEN_ALREADY = _("Er loopt al een oproep tot en met {closes}.")
DATES_REVERSED = _("Kies een laatste dag na {opens}.")
CLOSES_IN_THE_PAST = _("De laatste dag ligt in het verleden. Kies een dag na {today}.")
NOT_REPRESENTATIVE = _("Dit kan nog niet: voor {voices} is er geen zetel en geen reden.")
NO_ONE_CHOSEN = _("Kies minstens één kandidaat.")
TOO_MANY = _("Je koos er {chosen}, er zijn {seats} zetels.")
NO_STAFF = _("Er staat nog niemand in de personeelslijst. Lees die eerst in.")
NO_REASON = _("Schrijf in één zin waarom.")
ANSWER_NEEDS_REASON = _("Wie niet gekozen is, krijgt een antwoord met een reden. Schrijf die hieronder.")
PROJECT_EXISTS = _("Er loopt al een project voor een beleidsplan: {title}.")
YEARS_REVERSED = _("Het laatste jaar ligt voor het eerste.")

CALL_DECIDED = _("De groep is al samengesteld. Deze oproep loopt niet meer.")
CALL_NOT_OPEN = _("De oproep loopt nu niet. Verleng ze eerst, dan kan je gericht mensen vragen.")
TEXT_NEEDED = _("Schrijf in een paar zinnen waarom net hun stem nodig is.")
NOBODY_TO_ASK = _("In deze groep is niemand meer die je kan vragen: iedereen stelde zich al kandidaat.")
MORE_WANTED = _("Je bedoelt meer zetels voor functiegroepen dan er zijn ({seats}).")
NOT_ON_RESERVE = _("{name} staat niet (meer) op de reservelijst.")
NO_FREE_SEAT = _("Er is geen zetel vrij.")
FROM_RESERVE = _("Er kwam een zetel vrij, en jij stond op de reservelijst.")
CATEGORY_ASKED = _(
    "Verstuurd aan {asked} collega’s. {on_paper} hebben geen e-mailadres: geef hun het papieren formulier."
)
SEAT_FILLED = _("Bewaard. Het nieuwe lid krijgt een antwoord.")
ASKED_SUBJECT = _("We missen jouw stem: {call}")
ASKED_BODY = _("""Dag {name}

{text}

Je kan antwoorden tot en met {last}, in vijf minuten:
{link}
""")
SEED_IN_THE_PAST = _("Die dag is al voorbij: de waarde is dan al bekend. Kies een waarde die nog moet komen.")
SEED_NOT_KNOWN_YET = _("De waarde is pas bekend op {day}. Dan kan je loten.")
POOL_CHANGED = _("Sinds de kansen bekend zijn, stopte iemand of ging iemand weg. Maak de kansen opnieuw bekend.")
LOTTERY_CHANGED = _("De loting geeft niet dezelfde loten als de bekendgemaakte. Maak de kansen opnieuw bekend.")
DRAW_PUBLISHED = _("Bekendgemaakt. Iedereen ziet nu zijn kans. Loten kan als de waarde bekend is.")
DRAW_DONE = _("Geloot. De groep is samengesteld en iedereen krijgt een antwoord.")
CHARTER_CHANGED = _("Iemand wijzigde de afspraken ondertussen. Jouw tekst is niet weg: kijk hieronder wat het wordt.")
CHARTER_FIXED = _("Deze afspraken liggen vast. Schrijf een nieuwe versie om iets te wijzigen.")
CHARTER_NOT_ASKED = _("Deze afspraken liggen nu niet voor.")
NO_NEEDS_REASON = _("Zeg ook waarom niet. Dan kan de groep er iets mee.")
ALREADY_WORKING = _("De groep is al aan het werk.")
NOT_READY = _("De groep kan nog niet aan het werk. Dit ontbreekt: {missing}.")
MISSING_BEFORE_WORK = {
    "goal": _("een doel van de groep"),
    "charter": _("afspraken die de leden goedkeurden"),
    "chair": _("een voorzitter"),
}
OWN_SUBSTITUTE = _("Niemand vervangt zichzelf. Kies een andere collega.")
GOAL_IN_THE_PAST = _("Die dag is al voorbij. Kies een dag waarop het doel nog gehaald kan worden.")
TASK_IN_THE_PAST = _("Die dag is al voorbij. Kies een dag die nog komt.")
SOMEONE_CHANGED = _("Iemand wijzigde dit ondertussen. Jouw keuze is niet weg: kijk hieronder wat het wordt.")
TASK_DONE = _("Deze taak is al klaar.")
CHARTER_SAVED = _("Bewaard. Leg de afspraken voor aan de leden als ze af zijn.")
CHARTER_ASKED = _("Voorgelegd. Elk lid krijgt de vraag om ja te zeggen.")
CHARTER_ANSWERED = _("Bewaard. Dank je.")
WORK_STARTED = _("De groep is aan het werk.")
CHARTER_SUBJECT = _("Zeg ja op de afspraken van de werkgroep")
CHARTER_BODY = _("""Dag {name}

De afspraken van de werkgroep liggen klaar: wat we doen, hoe we beslissen en wie wat doet.
Lees ze en zeg of je akkoord bent:
{link}
""")

GROUP_NAME = _("Werkgroep leren")
PLAN_TITLE = _("Opleidingsbeleidsplan {first}–{last}")
CALL_TITLE = _("Wie denkt mee over leren in ons huis?")
CANDIDACY_SENT = _("Verstuurd. De coördinator leest je antwoord. Je hoort of je in de groep zit, en waarom.")
CANDIDACY_CHANGED = _("Bewaard. De coördinator leest nu je nieuwe antwoord.")
CANDIDACY_WITHDRAWN = _("Je kandidatuur is ingetrokken. Je kan je opnieuw kandidaat stellen zolang de oproep loopt.")
PAPER_ENTERED = _("Bewaard. De kandidatuur telt mee zoals elke andere.")

DIMENSIONS = {
    "function_group": _("Functiegroep"),
    "shift": _("Ploeg"),
    "statute": _("Contract"),
    "site": _("Vestiging"),
    "sex": _("Geslacht"),
    "age_class": _("Leeftijd"),
}

ANSWER_SUBJECT = _("Antwoord op je kandidatuur: {call}")
ANSWER_RETAINED = _("Dag {name}\n\nJe zit in de werkgroep. Welkom!\n\n{reason}\n")
ANSWER_RESERVE = _(
    "Dag {name}\n\nJe staat op de reservelijst van de werkgroep. Valt iemand weg, dan vragen we je eerst.\n\n{reason}\n"
)
ANSWER_NOT_RETAINED = _(
    "Dag {name}\n\nDank je dat je wilde meedoen. Je zit deze keer niet in de werkgroep. Dit is de reden:\n\n{reason}\n"
)

ACTS = {
    "planproject.start_project": _("startte het project"),
    "planproject.choose_no_group": _("koos met een reden voor geen werkgroep"),
    "planproject.open_call": _("opende de oproep"),
    "planproject.close_call": _("sloot de oproep"),
    "planproject.submit_candidacy": _("stelde zich kandidaat"),
    "planproject.change_candidacy": _("wijzigde een kandidatuur"),
    "planproject.withdraw_candidacy": _("trok een kandidatuur in"),
    "planproject.compose_group": _("stelde de werkgroep samen"),
    "planproject.seat_whole_team": _("zette het hele team in de werkgroep"),
    "planproject.answer_candidate": _("antwoordde een kandidaat"),
    "planproject.write_charter": _("schreef aan de afspraken van de werkgroep"),
    "planproject.ask_members": _("legde de afspraken voor aan de leden"),
    "planproject.answer_charter": _("antwoordde op de afspraken van de werkgroep"),
    "planproject.approve_charter": _("de afspraken van de werkgroep zijn goedgekeurd"),
    "planproject.start_work": _("zette de werkgroep aan het werk"),
    "planproject.give_member_role": _("gaf een lid van de werkgroep een rol"),
    "planproject.set_group_goal": _("zette of wijzigde een doel van de werkgroep"),
    "planproject.set_group_task": _("gaf een lid van de werkgroep een taak"),
    "planproject.finish_group_task": _("maakte een taak van de werkgroep af"),
    "planproject.extend_call": _("verlengde de oproep"),
    "planproject.ask_category": _("vroeg gericht collega’s om mee te doen"),
    "planproject.fill_seat": _("gaf een vrije zetel aan iemand van de reservelijst"),
    "planproject.publish_draw": _("maakte de kansen van een loting bekend"),
    "planproject.carry_out_draw": _("lootte de werkgroep"),
    "planproject.vacate_seat": _("maakte een zetel in de werkgroep vrij"),
}

# Why a fair draw cannot start, by the codes of lib.draw; the names in braces are its details.
DRAW_TROUBLES = {
    "too_large": _("Het bestand {name} is groter dan {limit_mb} MB."),
    "not_utf8": _("Het bestand {name} is geen tekst in UTF-8. Bewaar het als “CSV UTF-8”."),
    "empty": _("Het bestand {name} is leeg."),
    "broken_row": _("{name}, rij {row}: dit is niet te lezen."),
    "odd_row": _("{name}, rij {row}: er staan {cells} vakken, en de eerste rij heeft er {columns}."),
    "column_twice": _("{name}: de kolom {column} staat er twee keer."),
    "column_missing": _("{name}: de kolom {column} ontbreekt."),
    "cell_empty": _("{name}, rij {row}: {column} is leeg."),
    "not_whole": _("{name}, rij {row}: {column} moet een geheel getal zijn, 0 of meer, en er staat “{value}”."),
    "min_over_max": _(
        "{name}, rij {row}: voor {category}, {value} is het minimum {least} groter dan het maximum {most}."
    ),
    "quota_twice": _("{name}, rij {row}: {category}, {value} staat er twee keer."),
    "id_twice": _("{name}, rij {row}: de kandidaat {id} staat er twee keer."),
    "too_many_quotas": _("{name}: er zijn meer dan {limit} quota."),
    "too_many_candidates": _("{name}: er zijn meer dan {limit} kandidaten."),
    "no_candidates": _("{name}: er staat geen enkele kandidaat in."),
    "seats_too_few": _("Er moet minstens één zetel zijn."),
    "seats_too_many": _("Er kunnen hoogstens {limit} zetels zijn."),
    "too_few_candidates": _("Er zijn {candidates} kandidaten voor {seats} zetels; er is niets te loten."),
    "seed_empty": _("De startwaarde van de loting is leeg."),
    "seed_too_long": _("De startwaarde van de loting telt hoogstens {limit} tekens."),
    "seed_two_lines": _("De startwaarde van de loting staat op één regel, zonder onzichtbare tekens."),
    "too_few_with_value": _(
        "voor {category}, {value} is het minimum {least}, en het aantal kandidaten daarmee is {candidates}"
    ),
    "least_over_seats": _("de minima voor {category} zijn samen {least}, en er zijn {seats} zetels"),
    "most_under_seats": _("met de maxima voor {category} raken hoogstens {most} van de {seats} zetels bezet"),
}
DRAW_INFEASIBLE = _("Geen enkele groep voldoet aan alle quota.")
DRAW_WHY = _("De reden: {reasons}.")
DRAW_TOGETHER = _("Elk quotum kan op zichzelf, maar samen gaan ze niet.")
DRAW_CHANGES = _("De kleinste verandering waarmee het wel kan: {changes}.")
DRAW_CHANGE = {
    "least": _("{category}, {value}: minimum van {now} naar {needed}"),
    "most": _("{category}, {value}: maximum van {now} naar {needed}"),
}


def draw_sentence(trouble: Trouble) -> str:
    """Why the draw cannot start, as one or more full sentences on one line."""
    if not isinstance(trouble, Infeasible):
        return str(DRAW_TROUBLES[trouble.code]).format(**trouble.details)
    why = str(DRAW_WHY).format(reasons="; ".join(map(draw_sentence, trouble.reasons)))
    how = str(DRAW_CHANGES).format(changes=draw_changes(trouble.changes))
    return f"{DRAW_INFEASIBLE} {why if trouble.reasons else DRAW_TOGETHER} {how}"


def draw_changes(changes: Iterable[Change]) -> str:
    """The quotas to relax and by how much."""
    return "; ".join(
        str(DRAW_CHANGE[one.bound]).format(category=one.category, value=one.value, now=one.now, needed=one.needed)
        for one in changes
    )
