"""The words of the catalogue of responsibilities: what stands in the matrix until an organisation words it itself."""

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override


def in_every_language(words: Promise | str) -> set[str]:
    """How the product words this, in each of its languages."""
    said = set()
    for code, _name in settings.LANGUAGES:
        with override(code):
            said.add(str(words))
    return said


GROUPS = {
    "direction": _("Richting en geld"),
    "needs": _("Noden"),
    "learning": _("Leren"),
    "follow_up": _("Opvolgen"),
    "board": _("Wat de raad van bestuur kan doen"),
    "line": _("Wat directie en leidinggevenden kunnen doen"),
    "coordinator": _("Wat de VTO-coördinator kan doen"),
    "council": _("Wat ondernemingsraad en delegatie kunnen doen"),
    "workers": _("Wat medewerkers kunnen doen"),
    "partners": _("Wat externe partners kunnen doen"),
    "own": _("Eigen afspraken"),
}

OF_BODY = _("{body}: wat die kan doen")

TITLES = {
    # The fifteen responsibilities; the fifteenth is the open list, to which the organisation adds its own.
    "b1_1": _("De visie op leren schrijven"),
    "b1_14": _("Het beleidsplan opstellen, bijsturen en evalueren"),
    "b1_8": _("De middelen beheren"),
    "b1_2": _("De kwaliteit bewaken"),
    "b1_7": _("Noden melden"),
    "b1_5": _("De opleidingsnoden formuleren"),
    "b1_11": _("Opleidingen begeleiden"),
    "b1_13": _("Leren op de werkvloer en toepassen na een opleiding ondersteunen"),
    "b1_12": _("Contact houden met aanbieders"),
    "b1_9": _("Kennis bewaren en delen"),
    "b1_3": _("De bibliotheek beheren"),
    "b1_4": _("De administratie doen"),
    "b1_6": _("Formulieren en hulpmiddelen maken"),
    "b1_10": _("Nagaan of opleiding werkt, en wat ze kost"),
    # Board and direction.
    "b2_1": _("Het gesprek over het belang van leren openen"),
    "b2_2": _("Een strategisch plan laten maken, bespreken en goedkeuren"),
    "b2_3": _("Jaarplannen laten opstellen en bekrachtigen"),
    "b2_4": _("Het jaarbudget opmaken en goedkeuren"),
    "b2_5": _("De VTO-coördinator aanstellen"),
    "b2_6": _("Een goed leerklimaat helpen maken"),
    "b2_7": _("Opvolgen wat de inspanningen opleveren"),
    "b2_8": _("Bijsturingen van het plan goedkeuren"),
    "b2_9": _("Het jaarverslag en de sociale balans goedkeuren"),
    # Direction and line management.
    "b3_1": _("De kwaliteit van opleidingen in het team bewaken"),
    "b3_2": _("Zelf lesgeven, begeleiden of superviseren"),
    "b3_3": _("Het opleidingsbudget van het team beheren"),
    "b3_4": _("Mee beslissen over beleid, rechten en plichten, en budget"),
    "b3_5": _("Verantwoording afleggen over opleiding"),
    "b3_6": _("Leren op het werk mogelijk maken"),
    "b3_7": _("Bewaken dat wat geleerd is, toegepast wordt"),
    # Coordinator.
    "b4_1": _("Evaluatieformulier, registratietabel en aanvraagformulier ontwikkelen"),
    "b4_2": _("Lesmateriaal ontwerpen"),
    "b4_3": _("De kwaliteit van opleidingen en beleid bewaken"),
    "b4_4": _("Opleidingen organiseren en begeleiden"),
    "b4_5": _("Budget en subsidies opvolgen"),
    "b4_6": _("Directie, leidinggevenden en lesgevers ondersteunen"),
    "b4_7": _("Nieuwe initiatieven uitlokken"),
    "b4_8": _("Helpen bij veranderingen in de organisatie"),
    "b4_9": _("Interne en externe contacten onderhouden"),
    "b4_10": _("Aanvragen, inschrijvingen en attesten opvolgen"),
    "b4_11": _("Bijblijven: lezen en studeren over leren"),
    "b4_12": _("Het kennisbeheer leiden"),
    "b4_13": _("Lokalen en materiaal voor opleiding beheren"),
    "b4_14": _("Verslag uitbrengen aan directie en bestuur"),
    # Works council and delegation.
    "b5_1": _("Advies geven over beroepsopleiding en omscholing"),
    "b5_2": _("Maatregelen onderzoeken die het personeelsbeleid wijzigen"),
    "b5_3": _("De sociale balans elk jaar bespreken"),
    "b5_4": _("Onderhandelen over cao’s rond vorming"),
    "b5_5": _("Vragen en klachten over het recht op opleiding behandelen"),
    "b5_6": _("Meespreken over beleid, procedures, rechten en plichten"),
    "b5_7": _("Plannen mee opmaken en de uitvoering volgen"),
    "b5_8": _("Opleidingsnoden signaleren namens een groep"),
    "b5_9": _("Bijdragen aan een goed leerklimaat"),
    "b5_10": _("Collega’s warm maken voor opleiding"),
    # Employees.
    "b6_1": _("Melden wat je nog wilt leren"),
    "b6_2": _("Bijblijven in je werk"),
    "b6_3": _("Delen wat je leerde"),
    "b6_4": _("Mee begeleiden of mentor zijn"),
    "b6_5": _("Een persoonlijk ontwikkelingsplan maken en uitvoeren"),
    "b6_6": _("Toepassen wat je leerde"),
    "b6_7": _("Kennis ontwikkelen en laten doorstromen"),
    "b6_8": _("Helpen met de administratie: kengetallen, aanbod, aanbieders"),
    # External partners.
    "b7_1": _("Raad geven"),
    "b7_2": _("Onderzoek doen"),
    "b7_3": _("Opleidingen organiseren en aanbieden"),
    "b7_4": _("Helpen een strategisch beleid op te bouwen"),
    "b7_5": _("Opleidingen begeleiden als partner"),
    "b7_6": _("Evalueren van buitenaf"),
}

# Words that people here use for one and the same thing: who asks with one finds the others too.
ONE_THING = _("opleiding vorming training bijscholing vto")
# How roles are called in the corridor. Of two letters only what is written in capitals, or stands alone, says something.
ALSO_CALLED = {
    "board": _("RvB bestuur"),
    "management": _("directeur"),
    "works_council": _("OR"),
    "union_delegation": _("SD vakbond syndicaal afgevaardigde"),
    "training_coordinator": _("VTO vormingsverantwoordelijke"),
    "hr_officer": _("HR HRM personeel"),
}
# Other words by which people look for a task, for "who do I ask?".
ALSO_SAID = {
    "b1_1": _("missie waarden strategie"),
    "b1_14": _("opleidingsplan beleid bijsturing evaluatie"),
    "b1_8": _("geld budget betalen factuur kost prijs"),
    "b1_2": _("kwaliteit klacht slecht goed"),
    "b1_7": _("nood behoefte vraag tekort wens"),
    "b1_5": _("nood behoefte competentie"),
    "b1_11": _("cursus les trainer docent begeleiding"),
    "b1_13": _("werkplekleren transfer oefenen mentor coaching"),
    "b1_12": _("aanbieder opleidingscentrum offerte catalogus inschrijven"),
    "b1_9": _("kennis expert weten documenten"),
    "b1_3": _("boek tijdschrift ontlenen bibliotheek"),
    "b1_4": _("inschrijving attest getuigschrift aanwezigheid administratie verlof"),
    "b1_6": _("formulier vragenlijst sjabloon aanvraag"),
    "b1_10": _("cijfers resultaat rendement kengetallen"),
}
