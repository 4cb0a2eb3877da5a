"""What the invented people said about the plan, and what was made known."""

# Function group, and how many colleagues in it asked for an account after the plan was made known.
MORE_ACCOUNTS = (("Zorg", 6), ("Verpleging", 4), ("Keuken en schoonmaak", 6))
# Who: at the first measure, at the second (0: not measured again), and what we see.
ATTITUDES = {
    "Raad van bestuur": (3, 5, "Keurde het plan goed en vraagt ernaar."),
    "Directie": (4, 5, "Geeft tijd en staat er zichtbaar achter."),
    "Ondernemingsraad": (2, 4, "Eerst argwaan, nu een advies met drie punten."),
    "Syndicale delegatie": (2, 3, "Wacht af of de uren echt betaald worden."),
    "CPBW": (1, 3, ""),
    "Leidinggevenden": (2, 3, "Ziet het nut, maar niet hoe het in het rooster past."),
    "Zorg": (3, 4, "Op elke afdeling vraagt iemand wanneer het begint."),
    "Verpleging": (3, 4, ""),
    "Keuken en schoonmaak": (1, 4, "Voor het eerst werd hun iets gevraagd."),
    "Paramedisch en begeleiding": (3, 4, ""),
    "Logistiek en techniek": (1, 2, "Zegt: dat is toch weer voor de zorg."),
    "Administratie": (3, 3, ""),
    "Leiding": (3, 4, ""),
    "Vrijwilligers": (1, 0, ""),
    "Families van bewoners": (1, 0, ""),
}
CHANNELS = {"Raad van bestuur": "vergadering van de raad", "Ondernemingsraad": "ondernemingsraad", "Zorg": "briefing"}
# Who, how many days ago, about what, what they said, what we did with it. Days under 0 are still to come.
CONTACTS = (
    (
        "Raad van bestuur",
        120,
        "Waarom een beleidsplan voor leren?",
        "Akkoord, als het niet bij woorden blijft.",
        "Elk doel kreeg een cijfer en een jaar.",
    ),
    (
        "Directie",
        118,
        "Welke tijd en welke middelen?",
        "Eén halve dag per week voor de coördinator.",
        "Dat staat in haar aanstelling.",
    ),
    (
        "Ondernemingsraad",
        90,
        "Wat wil de raad in het plan zien?",
        "Opleiding is werktijd, ook ’s nachts.",
        "Dat staat nu zo in de rechten en plichten.",
    ),
    (
        "Syndicale delegatie",
        85,
        "Wat leeft er bij de achterban?",
        "Vrees dat opleiding in de vrije tijd valt.",
        "Besproken in de ondernemingsraad.",
    ),
    (
        "Zorg",
        80,
        "Wat wil je leren, en wanneer kan je?",
        "Kort, op de afdeling, en met de mensen van je ploeg.",
        "Het eerste doel gaat daarover.",
    ),
    (
        "Verpleging",
        78,
        "Wat wil je leren, en wanneer kan je?",
        "Niet altijd dezelfde bijscholing.",
        "We vragen elk jaar opnieuw wat nodig is.",
    ),
    (
        "Keuken en schoonmaak",
        75,
        "Wat wil je leren, en wanneer kan je?",
        "Omgaan met mensen met dementie, want wij staan er ook.",
        "De basisopleiding is er nu voor elke functie.",
    ),
    (
        "Paramedisch en begeleiding",
        70,
        "Wat weten jullie dat anderen kunnen gebruiken?",
        "Wij geven graag zelf les.",
        "",
    ),
    (
        "Administratie",
        66,
        "Waar loopt het mis met inschrijven?",
        "Te veel formulieren.",
        "Eén formulier in plaats van drie.",
    ),
    (
        "Leiding",
        60,
        "Hoe past leren in het rooster?",
        "Zonder vervanging lukt het niet.",
        "Vervanging staat nu in het budget.",
    ),
    ("Leidinggevenden", 6, "Wat is jouw rol na een opleiding van je medewerker?", "", ""),
    ("Logistiek en techniek", -5, "Wat heb jij nodig om goed te werken? Kom het zeggen.", "", ""),
    ("Ondernemingsraad", -19, "Hoe loopt het eerste jaar van het plan?", "", ""),
    ("Zorg", -33, "Welke opleiding eerst? Kies mee op de afdeling.", "", ""),
)
NEWS = (
    (
        "De werkgroep en haar opdracht",
        "<p>Negen collega’s schreven het beleidsplan voor leren en opleiding, uit elke dienst minstens één.</p><p>Zij spreken voor jou: zeg hun wat je nodig hebt om goed te werken, en vraag wat er met je woorden gebeurt.</p>",
        True,
    ),
    (
        "Opleiding is werktijd, ook ’s nachts",
        "<p>Dat staat nu in het plan, op vraag van de ondernemingsraad.</p><ul><li><p>Een opleiding start minstens één keer per jaar om 20 uur of op zaterdag.</p></li><li><p>Wie buiten de diensturen volgt, krijgt die uren terug.</p></li></ul>",
        False,
    ),
    (
        "Het plan is goedgekeurd",
        "<p>De raad van bestuur keurde het opleidingsbeleidsplan goed. Je leest het in Draagvlak, of vraag het op papier aan het onthaal.</p><p>De volgende maanden vragen we in elke dienst wat je wilt leren. Bij <strong>Jouw moment</strong> zie je wanneer.</p>",
        False,
    ),
)
DRAFT = (
    "Basis dementie in de keuken",
    "<p>In het najaar komt de basisopleiding dementie naar de keuken en de schoonmaak: twee keer een uur, na de middag.</p>",
)
PAPER = (
    ("Affiche in de kleedkamer", 24, "Zorg", ""),
    ("Affiche in de keuken", 9, "Keuken en schoonmaak", ""),
    ("Verteld op de koffie van de vrijwilligers", 31, "", "volunteer"),
    ("Affiche in het magazijn", 8, "Logistiek en techniek", ""),
)
FEEDBACK = (
    (
        "Fatima",
        "Kan een opleiding ook om 22 uur beginnen, voor wij aan de dienst beginnen?",
        "followed",
        "Eén keer per jaar start een opleiding ’s avonds. Dat staat in het plan.",
    ),
    (
        "Rosa",
        "Wij zijn met achttien in de keuken. Kan er iemand van ons lesgeven?",
        "partly",
        "Graag, maar eerst volgt wie lesgeeft zelf een korte opleiding. Spreek Amina aan.",
    ),
    (
        "Johan",
        "Krijgen wij er geld voor als we iets leren in onze vrije tijd?",
        "not",
        "Opleiding is werktijd. Dan is er geen reden om het in je vrije tijd te doen.",
    ),
    ("Ayşe", "Telt het ook als ik iets leer van een collega?", "", ""),
)
CONSTITUENCIES = (
    (
        "Bram",
        "De zorgkundigen van Beuk, Eik en Linde",
        (
            (100, "back", "Verteld op de briefing waarover de groep schrijft."),
            (95, "in", "Collega’s willen kort leren, op de afdeling zelf."),
            (40, "back", "Het ontwerp samen gelezen na de middag."),
        ),
    ),
    (
        "Rosa",
        "De keuken en de schoonmaak",
        (
            (92, "in", "De basis over dementie is ook voor ons nodig."),
            (30, "back", "Gezegd dat het in het plan staat."),
        ),
    ),
    (
        "Dirk",
        "De ondernemingsraad",
        ((88, "in", "De raad vraagt dat opleiding werktijd is."), (35, "back", "Antwoord van de directie toegelicht.")),
    ),
    ("Fatima", "De nachtdienst", ((91, "in", "’s Nachts kan je nooit naar een opleiding overdag."),)),
)
KOMPAS = (
    "Wij maken samen een leerplan",
    "<p>Het hele team zit in de groep. We beginnen met vier vragen over leren: antwoord in één zin.</p>",
)
