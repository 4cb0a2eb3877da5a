"""What invented people wrote. Demo data is in Dutch, as the organisations are."""

MOTIVATIONS = {
    "Fatima": "Ik werk al elf jaar ’s nachts en zag nog nooit een opleiding die om 22 uur begint. Daar wil ik mee over nadenken.",
    "Farid": "In de logistiek horen wij het altijd als laatste. Ik wil dat ook wij leren wat nieuw is.",
    "Bram": "Ik begeleid graag stagiairs en zie wat ze missen als ze hier starten.",
    "Nadia": "Ik wil dat een opleiding daarna ook echt iets verandert op de afdeling.",
    "Rosa": "In de keuken zijn we met achttien. Niemand vroeg ons ooit wat wij willen leren.",
    "Sofie": "Ik schrijf al jaren alle inschrijvingen in. Ik weet waar het misloopt.",
    "Tom": "Als ergotherapeut werk ik met elke dienst. Ik zie veel kennis die niet gedeeld wordt.",
    "Johan": "Techniek verandert snel. Ik wil meedenken over hoe we bijblijven.",
    "Carine": "Als leidinggevende moet ik opleiding regelen én de uurroosters. Dat moet beter samen kunnen.",
    "Ayşe": "Ik ben hier pas begonnen. Ik weet nog goed wat ik toen niet wist.",
    "Griet": "Ik wil dat we minder losse cursussen doen en meer leren op de werkvloer.",
    "Dirk": "Ik neem de vragen van de ondernemingsraad mee.",
}
ANSWERS = {
    "understanding": "<p>Leren is alles waardoor wij ons werk beter doen en er zelf van groeien. Een cursus hoort daarbij, maar ook intervisie, meelopen met een collega en een goed gesprek na een moeilijke dienst.</p>",
    "position": "<p>Opleiding volgt bij ons uit de doelen van het huis. We wachten niet meer tot iemand iets vraagt, en we laten ruimte voor wat niemand kon voorzien.</p>",
    "contribution": "<p>Het VTO-beleid zorgt dat mensen blijven, dat diensten van elkaar leren en dat bewoners dat merken.</p>",
    "role": "<p>VTO is een verantwoordelijkheid van iedereen. De coördinator bewaakt het geheel, leidinggevenden maken leren mogelijk, medewerkers nemen het op en delen het.</p>",
}
BEFORE = "Het plan dat we op papier maakten. Hier overgenomen om mee te vergelijken."
BEFORE_NO_GROUP = "Het werd door directie en coördinator geschreven, zonder werkgroep."
BEFORE_NOTE = "Afgelopen. Het nieuwe plan maken we met een werkgroep."
BEFORE_ANSWERS = {
    "understanding": "<p>Leren is naar een opleiding gaan.</p>",
    "position": "<p>We lossen op wat zich aandient. Liever plannen we per jaar.</p>",
    "contribution": "<p>Wie een attest nodig heeft, haalt het op tijd.</p>",
    "role": "<p>De personeelsdienst schrijft mensen in.</p>",
}
BEFORE_FACTS = {"position": {"today": "1", "wanted": "3"}, "understanding": {"forms": ["course"]}}
CONTRIBUTIONS = {
    "understanding": (
        "Voor mij is leren vooral samen bekijken wat goed liep en wat niet.",
        "Een cursus is nuttig als ik ze de week nadien kan toepassen.",
        "Ook wat ik van een bewoner leer, is leren.",
    ),
    "position": (
        "We lopen nu achter de feiten aan. Dat mag strategischer.",
        "Laat ook ruimte voor wat plots nodig is.",
    ),
    "contribution": ("Dat nieuwe collega’s blijven.", "Dat we minder ongevallen hebben bij het tillen."),
    "role": ("Mijn leidinggevende moet me er tijd voor geven.", "Ik wil ook zelf lesgeven aan collega’s."),
}
FACTS = {
    "understanding": {
        "forms": ["course", "e_learning", "on_the_job", "intervision", "coaching", "case_discussion", "briefing"]
    },
    "position": {"today": "2", "wanted": "4"},
    "contribution": {
        "personnel": "Nieuwe medewerkers blijven en groeien.",
        "personnel_indicator": "aandeel nog in dienst na één jaar",
        "organisation": "Diensten leren van elkaar.",
        "organisation_indicator": "aantal gedeelde opleidingen per dienst",
        "general": "Bewoners krijgen zorg op maat.",
        "general_indicator": "tevredenheid van bewoners",
    },
    "role": {},
}
SECTIONS = {
    "why": "<p>In ons huis leren mensen elke dag, maar vaak toevallig. Wie ’s nachts werkt, kan bijna nooit deelnemen. Wie nieuw is, moet het zelf uitzoeken. Met dit plan maken we keuzes voor vier jaar, samen met wie het aangaat.</p>",
    "target_groups": "<p>Het plan is er voor iedereen die hier werkt: vast of tijdelijk, overdag of ’s nachts, met of zonder diploma, en ook voor vrijwilligers en stagiairs.</p><ul><li><p>Nieuwe collega’s krijgen het eerste half jaar extra aandacht.</p></li><li><p>Wie vijftig of ouder is, krijgt een aanbod op maat.</p></li></ul>",
    "roles": "<p>De <strong>raad van bestuur</strong> keurt het plan en het budget goed. De <strong>directie</strong> geeft tijd en middelen. <strong>Leidinggevenden</strong> maken leren mogelijk in het rooster en bewaken de transfer. De <strong>VTO-coördinator</strong> bewaakt het geheel. <strong>Medewerkers</strong> melden wat ze nodig hebben en delen wat ze leerden.</p>",
    "rights": "<h3>Recht</h3><p>Iedereen kan een opleiding vragen en krijgt binnen tien werkdagen een antwoord met een reden. Opleiding is werktijd.</p><h3>Plicht</h3><p>Wie een opleiding volgt, deelt daarna met de collega’s wat bruikbaar is.</p>",
    "means": "<p>De coördinator heeft één halve dag per week. Elk jaar stelt de raad van bestuur een budget vast. Een vijfde daarvan blijft vrij voor wat we niet konden voorzien.</p><table><tbody><tr><th><p>Middel</p></th><th><p>Per jaar</p></th></tr><tr><td><p>Opleidingen</p></td><td><p>38 000 euro</p></td></tr><tr><td><p>Vervanging</p></td><td><p>volgens het rooster</p></td></tr></tbody></table>",
    "follow_up": "<p>Elk jaar in januari tellen we wat er gebeurde en bespreken we dat met de ondernemingsraad. Wat niet werkt, sturen we bij in een nieuwe versie van dit plan.</p>",
}
NIGHT = "<p>Het plan is er voor iedereen die hier werkt: vast of tijdelijk, overdag of ’s nachts, met of zonder diploma, en ook voor vrijwilligers en stagiairs.</p><ul><li><p>Nieuwe collega’s krijgen het eerste half jaar extra aandacht.</p></li><li><p>Wie vijftig of ouder is, krijgt een aanbod op maat.</p></li><li><p>Een opleiding start minstens één keer per jaar ook om 20 uur of op zaterdag. Wie buiten de diensturen volgt, krijgt die uren terug.</p></li></ul>"
GOALS = (
    (
        "Leren past in de dienst",
        "Medewerkers blijven graag",
        "Wie meeleest met het rooster, ziet waar er ruimte is om te leren.",
        "medewerkers met minstens één opleiding per jaar",
        "58 %",
        "80 %",
        "Carine De Smet",
    ),
    (
        "Wie nieuw is, leert met een mentor",
        "Medewerkers blijven graag",
        "De mentor krijgt daar tijd voor: twee uur per week in de eerste maand.",
        "nieuwe medewerkers met een mentor",
        "29 %",
        "100 %",
        "Griet Claes",
    ),
    (
        "Iedereen kent de zorg bij dementie",
        "Bewoners krijgen zorg op maat",
        "Ook de keuken, de poets en het onthaal werken met mensen met dementie.",
        "medewerkers met de basisopleiding",
        "41 %",
        "90 %",
        "Bram Peeters",
    ),
    (
        "Leidinggevenden begeleiden leren",
        "We leren uit wat misloopt",
        "Na elke opleiding praat de leidinggevende met wie ze volgde.",
        "opleidingen met een gesprek achteraf",
        "12 %",
        "75 %",
        "Koen Baert",
    ),
)
# The core question of each goal; the third one is still without.
QUESTIONS = ("contribution", "contribution", "", "role")

DEMENTIA = """Visietekst dementie (uittreksel)

Wie met dementie leeft, blijft iemand met een verhaal. Iedereen die hier werkt, ook in de keuken en aan het onthaal,
kan dat verhaal mee dragen. Daarom krijgt elke functie de basis, en wie vaak aan bed staat de verdieping.
"""
FUND_CALL = "Dien de aanvraag voor de opleidingen van volgend jaar in bij het fonds"
REMARK = "Wat kost het als elke nieuwe collega een mentor heeft? Ik wil dat weten voor wij beslissen."
REMARK_ANSWER = "Een mentor krijgt vier uur per nieuwe collega. Vorig jaar waren dat 19 collega’s, dus 76 uur."
MINUTES = (
    "De raad bespreekt het plan en het advies van de ondernemingsraad. De raad keurt het plan goed met alle stemmen en"
    " vraagt over een jaar te horen hoe ver elk doel staat."
)
