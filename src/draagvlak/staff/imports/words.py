"""The words of payrolls and staff lists in Dutch, French and English: headers, statutes, sexes, languages, months."""


def words(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split("|"))


FIELDS = (
    "personnel_number",
    "name",
    "first_name",
    "last_name",
    "email",
    "sex",
    "birth_date",
    "function",
    "function_group",
    "team",
    "site",
    "statute",
    "fraction",
    "shift",
    "start_date",
    "end_date",
    "language",
)
"""Every field a column can be mapped to."""

# Separated by |; case, accents, spaces and signs do not matter.
_HEADERS = {
    "personnel_number": """personeelsnummer|personeelsnr|personeels nr|persnr|pers nr|persnummer|pers nummer|stamnummer|stamnr
        |stam nr|personeelsnummer werknemer|personeelslidnummer|personeelslid nr|personeelscode|personeels id|personeelsid
        |werknemersnummer|werknemersnr|werknemernummer|werknemernr|werknemer nr|werknemer id|werknemerscode|wn nr|wn nummer|wnnummer|wnr
        |medewerkersnummer|medewerkernummer|medewerkersnr|medewerkernr|medewerker id|medewerker nr|medewerkerscode
        |nummer werknemer|nummer medewerker|nr werknemer|nr medewerker|uniek nummer|loonnummer|badgenummer|dossiernummer
        |matricule|no matricule|n matricule|num matricule|numero matricule|numero de matricule|n personnel|no personnel
        |nr personnel|num personnel|numero personnel|numero de personnel|numero du personnel|n du personnel|n de personnel
        |numero travailleur|numero de travailleur|n travailleur|numero employe|n employe|code travailleur|id employe
        |identifiant|empid|emp id|emp no|empno|employee id|employeeid|employee no|employee nr|employee number
        |employee code|staff id|staff no|staff nr|staff number|personnel number|personnel no|personnel nr|personnel id
        |payroll number|payroll no|payroll id|worker id|worker number|person id|sap nr|sap nummer
        |nr travailleur|nr de travailleur|no travailleur|no de travailleur|n de travailleur|nr employe|no employe|num travailleur
        |num employe|nr collaborateur|n collaborateur|numero collaborateur|persoonsnummer|persoonsnr|persoons nr|id nummer
        |no pers|nr pers|n pers|num pers|pers no|dossiernr|dossier nr|nr dossier|n dossier|no dossier|numero de dossier|code pers|code personnel|code du personnel""",
    "name": """naam en voornaam|naam voornaam|naam + voornaam|voornaam en naam|voornaam naam|familienaam en voornaam
        |familienaam voornaam|achternaam voornaam|achternaam en voornaam|voornaam en familienaam|voornaam familienaam
        |voornaam achternaam|voornaam en achternaam|volledige naam|naam werknemer|naam medewerker|naam personeelslid
        |werknemer|medewerker|personeelslid|naam van de werknemer|naam van de medewerker|naam volledig|weergavenaam
        |nom et prenom|nom prenom|nom & prenom|prenom et nom|prenom nom|noms et prenoms|nom complet|nom du travailleur
        |nom travailleur|travailleur|nom employe|nom de l employe|employe|membre du personnel|collaborateur
        |full name|fullname|employee name|employee|name employee|staff name|staff member|display name|worker name|worker
        |first and last name|last name first name|first name last name|name and surname|surname and name
        |naam vrijwilliger|vrijwilliger|nom du benevole|benevole|nom du collaborateur|volunteer name|volunteer""",
    "first_name": """voornaam|voornamen|vnaam|roepnaam|voornaam werknemer|voornaam medewerker|voorn|eerste voornaam
        |prenom|prenoms|prenom travailleur|prenom usuel|premier prenom|first name|firstname|given name|givenname|given names
        |forename|fname|christian name|preferred name""",
    "last_name": """achternaam|familienaam|fam naam|famnaam|anaam|geslachtsnaam|familienaam werknemer|naam familie
        |nom de famille|nom famille|nom de naissance|nom patronymique|patronyme|last name|lastname|surname|family name
        |familyname|lname|second name""",
    "email": """email|e mail|emailadres|e mailadres|mail|mailadres|e mail adres|werkmail|mail werk|email werk
        |e mailadres werk|professioneel e mailadres|werk e mailadres|courriel|adresse mail|adresse email|adresse e mail
        |adresse electronique|adresse courriel|mail professionnel|email professionnel|courriel professionnel|email address
        |e mail address|work email|mail address|business email|company email""",
    "sex": """geslacht|gesl|sekse|kunne|m v|m v x|v m|m/v|man vrouw|man/vrouw|geslacht m v|mv geslacht|geslachtscode
        |sexe|h f|f h|m f|f m|h f x|homme femme|genre|sex|gender|male female|gender code|sex code
        |aanspreking|aanspreektitel|aanspreekvorm|aanhef|titulatuur|civilite|titre de civilite|salutation|genderid""",
    "birth_date": """geboortedatum|geb datum|gebdatum|geb dat|gebdat|geboorte datum|datum geboorte|geboren op|geboren
        |geboorte|geb|geboortedag|date de naissance|date naissance|date naiss|dt naissance|ne e le|ne le|nele|naissance
        |dob|date of birth|birth date|birthdate|birthday|born|born on|date birth""",
    "function": """functie|functienaam|functiebenaming|functieomschrijving|functietitel|omschrijving functie|beroep|job|ambt
        |taak|functie werknemer|jobtitel|job titel|functie omschrijving|uitgeoefende functie|huidige functie|hoofdfunctie
        |fonction|intitule de fonction|intitule fonction|intitule de la fonction|fonction exercee|libelle fonction|metier
        |poste|emploi|profession|titre|function|position|position title|job title|jobtitle|job name|role|title|occupation
        |function title|function name|job description
        |omschr functie|functieomschr|libelle de la fonction|description fonction""",
    "function_group": """functiegroep|functie groep|functieklasse|functie klasse|functiecategorie|functiefamilie|jobfamilie
        |functiegroepen|personeelscategorie|personeelsgroep|categorie|categorie personeel|functieniveau|beroepscategorie
        |ific categorie|ific|ific klasse|groep|kwalificatie|beroepsgroep|groupe de fonction|groupe de fonctions
        |groupe fonction|famille de fonctions|famille de fonction|classe de fonction|classe de fonctions|classe fonction
        |categorie de fonction|categorie professionnelle|categorie du personnel|categorie de personnel|groupe professionnel
        |function group|function class|job family|job group|job class|job category|staff category|category
        |employee group|position group""",
    "team": """team|teamnaam|afdeling|afdelingsnaam|afd|naam afdeling|dienst|dienstnaam|organisatie eenheid
        |organisatorische eenheid|org eenheid|eenheid|leefgroep|leefgroep dienst|werking|sector|departement|ploeg
        |kostenplaats omschrijving|omschrijving kostenplaats|kostenplaats|naam dienst|huidige afdeling|cluster|zorgeenheid
        |service|equipe|departement service|unite|unite organisationnelle|unite de soins|division|centre de frais
        |nom du service|section|department|department name|departmentname|dept|dept name|unit|organisational unit
        |organizational unit|business unit|org unit|team name|ward|cost center|cost centre
        |afdeling dienst|omschr afd|omschr afdeling|afdelingsomschrijving|omschr dienst|omschr kostenplaats|kostenplaatsomschrijving|description service
        |description departement|centre de cout|centre de couts""",
    "site": """campus|vestiging|vestigingsnaam|vestigingsplaats|vestigingseenheid|locatie|locatienaam|site|sitenaam
        |werkplaats|werklocatie|plaats van tewerkstelling|tewerkstellingsplaats|plaats tewerkstelling|standplaats|gebouw
        |regio|voorziening|huis|exploitatiezetel|implantation|lieu|lieu de travail|lieu d occupation
        |siege d exploitation|siege|etablissement|unite d etablissement|localisation|batiment|location|work location
        |workplace|branch|office|facility|site name|place of work
        |office location|work site|naam vestiging|lieu de prestation""",
    "statute": """statuut|statuut werknemer|statuut medewerker|contract|contracttype|contract type|type contract
        |soort contract|contractsoort|contractvorm|aard contract|aard van het contract|aard overeenkomst|contractduur
        |duur contract|duurtijd contract|arbeidsovereenkomst|type arbeidsovereenkomst|soort arbeidsovereenkomst
        |type overeenkomst|soort overeenkomst|overeenkomst|type tewerkstelling|soort tewerkstelling
        |tewerkstellingsvorm|dienstverband|soort dienstverband|personeelsstatuut|statut|type de contrat|type contrat
        |contrat|nature du contrat|nature contrat|genre de contrat|sorte de contrat|duree du contrat|regime contractuel
        |employment status|employmentstatus|employment type|contract kind|contract form|type of contract|type of employment
        |employment contract|status contract|worker type|employee type|statute
        |contr|ctr|soort contr|type contr|contr type|aard contr|soort personeel|type personeel|type de personnel|type personnel""",
    "fraction": """tewerkstellingsbreuk|tewerkstelling|tewerkstellingspercentage|tewerkstelling percentage
        |tewerkstellings percentage|percentage tewerkstelling|tewerkstellingsgraad|tewerkstelling in procent
        |arbeidsregime|prestatiebreuk|prestatie breuk|prestatie percentage|prestatiepercentage|arbeidsbreuk|jobtime
        |jobtijd|job time|werkregime|uurregeling breuk|uren per week|uren/week|uren week|weekuren|urenweek
        |wekelijkse uren|wekelijkse arbeidsduur|gemiddelde wekelijkse arbeidsduur|arbeidsduur|arbeidsduur per week
        |contractuele uren|contracturen|contract uren|uren contract|aantal uren|aantal uren per week|uren|vte|vte s
        |breuk|contractbreuk|percentage|procent|deeltijds percentage|deeltijd|regime|bezettingsgraad|etp|taux d occupation
        |taux occupation|taux de travail|taux d activite|temps de travail|regime de travail|regime travail|fraction
        |fraction d occupation|fraction d emploi|heures par semaine|heures semaine|heures/semaine|heures sem|h sem|q s|heures hebdomadaires|h/semaine
        |h/week|u/week|duree hebdomadaire|duree hebdomadaire de travail|duree du travail|pourcentage|equivalent temps plein
        |fte|full time equivalent|work percentage|work rate|working time|hours per week|weekly hours|hours week
        |hours/week|contract hours|occupation rate|employment rate|part time percentage|employment percentage
        |voltijds equivalent|voltijds equivalenten|voltijdse equivalenten|q|uren p w|wk uren|breuk teller|teller
        |tewerkst|tewerkst perc|tewerkst percentage|tewerkst breuk|uren q|q uren|facteur q|factor q|gem uren per week|nombre d heures
        |nombre d heures par semaine|heures prestees par semaine
        |horaire hebdomadaire|horaire hebdo|uurrooster per week|weekly working hours|working hours""",
    "shift": """werkrooster|rooster|uurrooster|dienstrooster|type uurrooster|soort uurrooster|type rooster|soort rooster|roostertype
        |ploegenstelsel|ploegenregime|ploegenregeling|ploegendienst|arbeidstijdregeling|arbeidstijdenregeling|dienstregeling
        |nachtdienst|nachtwerk|nachtarbeid|avonddienst|avondwerk|weekenddienst|weekendwerk|wisseldienst|soort dienst|type dienst
        |shift|shifts|shift type|shift pattern|work shift|work schedule|schedule|roster|night shift|night work|evening shift
        |weekend shift|horaire|horaire de travail|type d horaire|type horaire|regime horaire|regime d horaire|tranche horaire
        |horaire de jour ou de nuit|travail de nuit|service de nuit|travail de week end|grille horaire|jour nuit|dag nacht""",
    "start_date": """in dienst|indienst|in dienst sinds|in dienst op|in dienst vanaf|datum in dienst|datum indiensttreding
        |indiensttreding|datum indienst|indienstdatum|in dienst datum|begin|begindatum|begin datum|begin contract|start
        |startdatum|start datum|start contract|begindatum contract|startdatum contract|datum start|datum begin
        |aanvangsdatum|aanvang|aanwervingsdatum|datum aanwerving|aanwerving|aangeworven op|datum in|dat in|van|vanaf
        |ingang|ingangsdatum|datum ingang|aanvang contract|begin tewerkstelling|start tewerkstelling|in|ind
        |ancienniteitsdatum|date d entree|date entree|entree|entree en service|date d entree en service
        |date entree en service|entre en service le|en service depuis|en service le|date d embauche|date embauche|embauche
        |date d engagement|date engagement|engagement|engage le|engage e le|embauche le|date de debut|date debut|debut|debut contrat|debut de contrat
        |date debut contrat|date of hire|dateofhire|hire date|hiredate|hired on|start date|startdate|entry date
        |date of entry|employment start|employment start date|date joined|joining date|date of joining|contract start
        |starts on|from|date in
        |dat in dienst|dat indienst|contract begin|contract van|contract vanaf|contract start|contrat debut|contrat du|contrat de
        |entry|lid sinds|sinds|depuis le|member since""",
    "end_date": """uit dienst|uitdienst|uit dienst op|uit dienst sinds|datum uit dienst|datum uitdiensttreding
        |uitdiensttreding|datum uitdienst|uitdienstdatum|uit dienst datum|einde|einddatum|eind datum|einde contract
        |einddatum contract|datum einde|datum einde contract|einde dienst|einde overeenkomst|datum uit|dat uit|tot
        |tot en met|einde tewerkstelling|uit|uitd|stopdatum|vertrekdatum|date de sortie|date sortie|sortie|sortie de service|date de sortie de service
        |sorti le|date de fin|date fin|fin|fin contrat|fin de contrat|date fin contrat|date fin de contrat|date de depart
        |date depart|depart|date of termination|dateoftermination|termination date|termination|terminated on|end date
        |enddate|end|exit date|leave date|leaving date|date left|contract end|contract end date|employment end|ends on
        |to|until|date out|separation date
        |dat uit dienst|dat uitdienst|contract einde|contract tot|contract stop|stop|stop datum|contrat fin|contrat au|contrat a
        |leaving|leaving on|exit""",
    "language": """taal|taalcode|taalrol|voertaal|taal werknemer|taal medewerker|correspondentietaal|moedertaal|langue
        |code langue|role linguistique|langue maternelle|langue de correspondance|langue usuelle|language|lang
        |language code|preferred language|mother tongue""",
}

DESCRIBED = frozenset({"function", "function_group", "team", "site", "statute"})
"""Fields that payrolls give as a code with its description in the next column."""

# Dutch and French say only "name" for the last name when the first name has its own column.
BARE_NAMES = frozenset({"naam", "namen", "nom", "noms", "name", "names"})
BARE_NUMBERS = frozenset({"id", "nr", "no", "n", "num", "nummer", "numero", "number"})

# A header with one of these parts speaks of somebody or something else than the person on the row.
FOREIGN = _listed(
    "manager|leidinggev|chef|responsable|supervisor|superieur|noodcontact|contactpersoon|partner|echtgeno|conjoint|kind"
    "|enfant|reden|reason|motif|vorige|previous|precedent|evaluat|review|rijksregister|nationalnumber|registrenational"
    "|insz|niss|straat|street|rue|gemeente|postcode|salar|loon|iban|telefoon|telephone|phone|gsm|recruit|referent"
    "|ziekte|maladie|vakantie|conge|absen"
)

# Headers under which payrolls print the number of the National Register; it is never read.
NATIONAL_NUMBER = _listed(
    "rijksregisternummer|rijksregisternr|rijksregister|rrnr|rrn|insz|insznummer|insznr|niss|numeroniss|nniss"
    "|numeroderegistrenational|registrenational|nregistrenational|nderegistrenational|noregistrenational|numregistrenational|nrregistrenational|numeronational|nnational|nationalnumber|nationalregisternumber|ssin"
)

_STATUTES = {
    "permanent": """vast|vaste|onbepaalde duur|onbepaald|vast contract|vast onbepaalde duur|contract onbepaalde duur
        |contract van onbepaalde duur|arbeidsovereenkomst onbepaalde duur|overeenkomst onbepaalde duur|onbep duur|onbep
        |onbepaalde tijd|contract onbepaalde tijd|cod|cood|aood|statutair|vastbenoemd|vast benoemd|cdi
        |duree indeterminee|contrat a duree indeterminee|a duree indeterminee|indeterminee|indetermine|contrat cdi
        |statutaire|nomme|permanent|permanent contract|indefinite|indefinite duration|open ended|open ended contract|regular
        |permanente|od|o d|contract od""",
    "fixed_term": """bepaalde duur|bepaald|contract bepaalde duur|contract van bepaalde duur|bep duur|bep|bepaalde tijd
        |arbeidsovereenkomst bepaalde duur|overeenkomst bepaalde duur|contract bepaalde tijd|cbd|aobd|tijdelijk
        |tijdelijk contract|tijdelijke|cdd|duree determinee|contrat a duree determinee|a duree determinee|determinee|determine
        |contrat cdd|bd|b d|contract bd|temporaire|contractuel temporaire|fixed term|fixed term contract|fixed|temporary
        |temporary contract|limited duration""",
    "replacement": """vervangingscontract|vervanging|vervangingsovereenkomst|vervanger|vervang|contract vervanging|vvc
        |vervangingsovereenkomst bepaalde duur|remplacement|contrat de remplacement|remplacant|remplacante|cdr
        |replacement|replacement contract|substitute""",
    "defined_work": """duidelijk omschreven werk|welomschreven werk|contract duidelijk omschreven werk|bepaald werk
        |duidelijk omschreven arbeid|travail nettement defini|pour un travail nettement defini|travail defini|contrat travail
        nettement defini|defined work|clearly defined work|specific work|project contract|project""",
    "student_worker": """jobstudent|jobstudente|studentenarbeid|student|studente|studentencontract|studentenovereenkomst
        |stud|jobstud|werkstudent|etudiant|etudiante|contrat etudiant|job etudiant|etudiant jobiste|jobiste|student worker
        |working student|student job|student contract""",
    "target_group": """doelgroepmedewerker|doelgroepwerknemer|doelgroep|maatwerk|maatwerker|maatwerknemer|dgm|collectief maatwerk
        |individueel maatwerk|travailleur groupe cible|groupe cible|travailleur de production adapte|target group
        |target group worker""",
    "art60": """art60|art 60|artikel 60|art 60 ocmw|artikel 60 ocmw|art60 par 7|artikel 60 paragraaf 7|art 60 7|twe
        |tijdelijke werkervaring|article 60|article 60 cpas|art 60 cpas|article 60 7""",
    "agency_worker": """interim|interimair|interimcontract|interim kracht|uitzendkracht|uitzendarbeid|uitzendcontract
        |uitzend|interimaire|travailleur interimaire|contrat interimaire|agency|agency worker|temp|temp worker
        |temporary agency worker""",
    "trainee": """stagiair|stagiaire|stage|onbezoldigde stage|stagiaires|trainee|intern|internship""",
    "apprentice": """leerling alternerend leren|alternerend leren|leerling|leerjongere|leercontract|leerovereenkomst|duaal
        |duaal leren|oao|overeenkomst alternerende opleiding|apprenti|apprentie|alternance|formation en alternance
        |contrat d apprentissage|apprentissage|apprentice|apprenticeship|dual learning""",
    "ibo": """ibo|individuele beroepsopleiding|individuele beroepsopleiding in de onderneming|k ibo|fpi|pfi
        |formation professionnelle individuelle|plan formation insertion""",
    "volunteer": """vrijwilliger|vrijwilligster|vrijwilligers|vrijwilligerswerk|vrijwillig|benevole|volontaire|benevolat
        |volunteer""",
    "self_employed": """zelfstandige|zelfstandig|zelfst|freelance|freelancer|zelfstandig medewerker|zelfstandige arts
        |independant|independante|self employed|selfemployed|contractor|consultant""",
    "seconded": """gedetacheerd|gedetacheerde|detachering|ter beschikking gesteld|terbeschikkingstelling|tbs detachering
        |detache|detachee|detachement|mis a disposition|seconded|secondment|secondee""",
}

_SEXES = {
    "m": "m|man|mannelijk|mannelijke|mnl|h|homme|masculin|masc|male|heer|dhr|de heer|mr|monsieur|mann|jongen|meneer|mijnheer|mister",
    "f": "v|vrouw|vrouwelijk|vrouwelijke|vrl|f|femme|feminin|feminine|fem|female|woman|mevr|mevrouw|mw|mme|madame|mrs|ms|mej|mejuffrouw|mejuffr|juffrouw|mlle|melle|mademoiselle|miss",
    "x": "x|anders|andere|non binair|nonbinair|autre|non binaire|niet binair|niet binaire|intersekse|intersexe|other|non binary|divers|diverse",
}

_SHIFTS = {
    "day": """dag|dagdienst|dagploeg|dagwerk|dagrooster|overdag|dagelijks|vaste dag|dag vast|kantooruren|vroege|vroege dienst|vroeg
        |vroegdienst|vroege ploeg|ochtend|ochtenddienst|ochtendploeg|morgen|jour|de jour|horaire de jour|equipe de jour
        |service de jour|travail de jour|matin|equipe du matin|horaire de bureau|day|days|day shift|dayshift|daytime|early
        |early shift|morning|morning shift|office hours""",
    "changing": """wisselend|wisselende uren|wisselend rooster|wisselende dienst|wisselende diensten|wissel|wisseldienst|wisselploeg
        |wisselploegen|ploegen|ploegendienst|ploegenwerk|ploegenstelsel|in ploegen|variabel|variabele uren|variabel rooster
        |variabele uurregeling|onregelmatig|onregelmatige uren|roterend|rotatie|volcontinu|continu|2 ploegen|3 ploegen|twee ploegen
        |drie ploegen|2 ploegenstelsel|3 ploegenstelsel|dag nacht|dag en nacht|dag avond|dag/avond/nacht|vroege late|vroege/late
        |vroege en late|variable|horaire variable|horaires variables|alternant|alterne|equipes|en equipes|equipes successives
        |2 equipes|3 equipes|deux equipes|trois equipes|2x8|3x8|pauses|a pauses|travail en equipes|jour nuit|jour et nuit
        |irregulier|horaire irregulier|rotation|changing|rotating|rotating shifts|rotating shift|shift work|shifts|irregular
        |variable hours|alternating|day/night|day and night""",
    "evening": """avond|avonddienst|avondploeg|avondwerk|avondrooster|late|laat|late dienst|laatdienst|late ploeg|soir|du soir|soiree
        |equipe du soir|service du soir|horaire du soir|travail du soir|evening|evenings|evening shift|late shift""",
    "night": """nacht|nachten|nachtdienst|nachtploeg|nachtwerk|nachtarbeid|nachtrooster|vaste nacht|vaste nachten|vaste nachtdienst
        |slapende nacht|wakende nacht|nachtwaak|nuit|nuits|de nuit|equipe de nuit|service de nuit|horaire de nuit|travail de nuit
        |night|nights|night shift|nightshift|night work""",
    "weekend": """weekend|weekends|weekenddienst|weekendploeg|weekendwerk|weekendrooster|in het weekend|week end|week ends|wkd|we dienst
        |equipe de week end|equipe week end|horaire de week end|travail de week end|travail du week end|service de week end
        |weekend shift|weekend work""",
}

_LANGUAGES = {
    "nl": "nl|nld|ndl|ned|n|nederlands|nederlandstalig|neerlandais|neerlandophone|dutch|flemish|vlaams|nl be",
    "fr": "fr|fra|fre|f|frans|franstalig|francais|francophone|french|fr be",
    "en": "en|eng|e|engels|engelstalig|anglais|anglophone|english|en gb|en us",
}

_MONTHS = (
    "jan|januari|janvier|janv|january",
    "feb|februari|fevrier|fevr|fev|february|febr",
    "mrt|maart|mars|mar|march",
    "apr|april|avril|avr",
    "mei|mai|may",
    "jun|juni|juin|june",
    "jul|juli|juillet|juil|july",
    "aug|augustus|aout|august",
    "sep|sept|september|septembre",
    "okt|oktober|octobre|oct|october",
    "nov|november|novembre",
    "dec|december|decembre",
)


def _split(listed: str) -> list[str]:
    return ["".join(sign for sign in word if sign.isalnum()) for word in listed.split("|")]


HEADER_WORDS = {word: field for field, listed in _HEADERS.items() for word in _split(listed)} | dict.fromkeys(
    BARE_NAMES, "name"
)
"""Normalised header → field."""
STATUTES = {word: value for value, listed in _STATUTES.items() for word in _split(listed)}
"""Normalised word → statute."""
SEXES = {word: value for value, listed in _SEXES.items() for word in _split(listed)}
"""Normalised word → m, f or x."""
SHIFTS = {word: value for value, listed in _SHIFTS.items() for word in _split(listed)}
"""Normalised word → working-time regime."""
YES_NO = dict.fromkeys(_split("ja|j|oui|o|yes|y|x|1|true|waar|vrai"), True) | dict.fromkeys(
    _split("nee|neen|n|non|no|0|false|onwaar|faux"), False
)
"""Normalised word → whether it says yes."""
SHIFT_TOO = frozenset(
    _split("ploeg|equipe|dienst|service|regime|werkregime|regime de travail|arbeidsregime|uurregeling|tewerkstelling")
)
"""Headers that mean something else on most lists, and the working-time regime when that is what stands under them."""
ABBREVIATIONS = frozenset({"od", "bd", "cdi", "cdd", "cod", "cbd", "vvc", "cdr", "aood", "aobd", "onbep", "vast"})
"""Normalised words for a contract that are also known between other words: "bediende OD"."""
LANGUAGES = {word: value for value, listed in _LANGUAGES.items() for word in _split(listed)}
"""Normalised word → nl, fr or en."""
MONTHS = {word: number for number, listed in enumerate(_MONTHS, 1) for word in _split(listed)}
"""Name or short name without accents → number of the month."""

PARTICLES = _listed(
    "van|vande|vanden|vander|de|den|der|des|du|d|le|la|les|el|al|ait|ben|bin|ould|ter|ten|te|op|'t|t|von|zu|di|da|do|dos"
    "|del|della|st|saint|sint|abu|oulad|o"
)
"""Small words with which a last name begins."""

GIVEN_NAMES = words(
    "an ann anna anne annelies annemie amina aïcha aicha ayse ahmed ali amir anouk arne arthur astrid bart bram bert brahim"
    " brigitte carine carla caroline cedric chantal charlotte chris christine christophe claire daan david dirk driss"
    " elien elif elise ellen els emine emma emre eric erik eva evelien farid fatima fatma filip francois frank frederik"
    " geert georges gert greet griet guy hanne hans hassan hatice hilde ibrahim ilse inge ines isabelle jan jana jean jef"
    " jelle jeroen joke johan jonas joris jos julie kaat karel karen karim karin katrien kevin khadija khalid kim koen"
    " kristof kurt laila lars laura leen lies liesbeth lieve linda lore lotte louis luc lucas lut maarten marc maria marie"
    " marijke mark marleen martine mehmet mia michel mieke mohamed mohammed monique murat mustafa myriam nadia najat"
    " nathalie nele nico nicolas noor omar pascal patricia patrick paul peter philippe pierre piet pieter rachid rik rita"
    " robin ronny rosa rudy ruth said samira sander sara sarah saskia sofie sophie stefaan stefan steven stijn sven sylvie"
    " tamara thomas tim tine tinne tom veerle veronique vincent walter wendy werner wim wouter yasmina youssef yusuf"
    " zeynep zohra"
)
"""Common first names in Flanders, to see in which order a column of full names is written."""
