"""Check an exported decision dossier of Draagvlak, offline: python3 verify.py FILE.json [--receipt SEAL]…

For whoever does not trust our program. This one file needs only Python 3.10 or newer: no network, no other file.
1. Each record (who did what, when, in which words) has a seal: the SHA-256 number of everything else in that record.
   Change one comma and the seal no longer fits.
2. Each record also names the seal of the record before it, so an old record cannot change without breaking the next.
3. The first record holds the text that was decided on, with its own SHA-256; later records quote that number.
4. Someone who rewrites the whole file can make it fit again. That is what your receipt is for: the seal you got on
   paper or by mail when you spoke. If that seal is in the file, everything up to that record is what it was then.
By hand, without this program: check the text, and then the seal of record 4 (jq counts from 0), with
  jq -j '.records[0].content.document.text' FILE.json | sha256sum
  jq -cSj '.records[3] | del(.seal)' FILE.json | sha256sum
The sealed bytes are the record without "seal" as JSON in UTF-8: keys in the order of their characters, no spaces.
"""

import hashlib
import json
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

FORMAT = "draagvlak-dossier/1"
START = "0" * 64  # what the first record names as the seal before it
Record = dict[str, Any]
MAX_BYTES = 50 * 1024 * 1024
MAX_LAYERS = 64
MAX_WHOLE = 2**53 - 1  # larger whole numbers are read differently by other programs
KINDS = {"number": int, "previous": str, "act": str, "at": str, "by": object, "content": dict, "seal": str}
MOMENT = re.compile(r"[0-9]{4}(-[0-9]{2}){2}T[0-9]{2}(:[0-9]{2}){2}(\.[0-9]{3}|\.[0-9]{6})?(Z|[+-][0-9]{2}:[0-9]{2})")

NL = {
    "usage": "Geef één bestand dat leesbaar is: python3 verify.py BESTAND.json [--receipt ZEGEL]… [--language nl|fr|en]",
    "receipt_short": "Een ontvangstbewijs telt 64 tekens, alleen 0-9 en a-f, en dit is er geen (lengte {length}); een ingekort bewijs is te kort om iets te bewijzen.",
    "not_json": "Dit is geen dossierbestand, of het is beschadigd. Kies het bestand dat je bij het dossier ophaalde (JSON in UTF-8, hoogstens 50 MB).",
    "key_twice": "Dit bestand noemt een veld twee keer op dezelfde plaats; dan weet je niet welk van de twee geldt.",
    "not_dossier": "Dit is geen dossier van Draagvlak, of er is iets bij gezet of weggelaten. Kies het bestand dat je bij het dossier ophaalde (vorm draagvlak-dossier/1, met precies format, records en head).",
    "parts": "Record {record} is veranderd: het moet precies de velden number, previous, act, at, by, content en seal hebben, elk van de juiste soort, en het eerste begint na 64 nullen.",
    "unclear": "Record {record} is veranderd: er staat iets in dat nooit verzegeld wordt (een kommagetal, een te groot getal, een half teken of te veel lagen).",
    "seal": "Record {record} is veranderd: de inhoud past niet meer bij het zegel.",
    "removed": "Record {record} is verwijderd: op zijn plaats staat record {number}.",
    "moved": "Record {record} is verplaatst: op zijn plaats staat record {number}.",
    "inserted": "Record {record} is tussengevoegd: op die plaats staat een tweede record met nummer {number}.",
    "link": "Record {record} is veranderd: record {next} is gebouwd op een ander zegel van record {record}.",
    "head": "Record {record} is veranderd, of de records erna zijn verwijderd: het zegel van het laatste record is niet de kop (head) van het bestand.",
    "added": "Record {record} is achteraf toegevoegd: de kop (head) van het bestand is het zegel van record {number}.",
    "moment": "Record {record} klopt niet: het tijdstip is geen datum en uur met tijdzone, of het ligt vóór dat van het record ervoor.",
    "opening": "Record {record} klopt niet: alleen het eerste record opent het dossier, en het bevat de tekst met titel en sha256.",
    "text": "Record {record} klopt niet: de sha256 past niet bij de tekst waarmee het dossier openging.",
    "unvoiced": "Record {record} klopt niet: het noemt de tekst aangenomen, maar niemand heeft zich uitgesproken.",
    "closed": "Record {record} klopt niet: het dossier was al gesloten in record {number}.",
    "foreign": "Dit bestand is niet het dossier waarvoor ontvangstbewijs {receipt} gegeven is: dat zegel staat er niet op zijn plaats in.",
    "holds": "Alles klopt: {count} records, elk zegel en elke schakel past; het laatste zegel is {head}.",
    "no_receipt": "Let op: zonder ontvangstbewijs (--receipt) kan niemand zien of het hele bestand herschreven is.",
    "covered": "Je ontvangstbewijs staat in het bestand en dekt alle records.",
    "partly": "Je ontvangstbewijs staat in het bestand en dekt record 1 tot {number}; record {next} tot {count} kwamen later en dekt het nog niet.",
}
FR = {
    "usage": "Donne un seul fichier lisible : python3 verify.py FICHIER.json [--receipt SCEAU]… [--language nl|fr|en]",
    "receipt_short": "Un reçu compte 64 caractères, uniquement 0-9 et a-f, et ceci n'en est pas un (longueur {length}) ; un reçu raccourci est trop court pour prouver quoi que ce soit.",
    "not_json": "Ce n'est pas un fichier de dossier, ou il est abîmé. Choisis le fichier que tu as pris près du dossier (JSON en UTF-8, 50 Mo au plus).",
    "key_twice": "Ce fichier nomme deux fois un champ au même endroit ; on ne sait pas lequel des deux compte.",
    "not_dossier": "Ce n'est pas un dossier de Draagvlak, ou quelque chose y a été ajouté ou enlevé. Choisis le fichier que tu as pris près du dossier (forme draagvlak-dossier/1, avec exactement format, records et head).",
    "parts": "L'enregistrement {record} a été modifié : il doit avoir exactement les champs number, previous, act, at, by, content et seal, chacun du bon genre, et le premier commence après 64 zéros.",
    "unclear": "L'enregistrement {record} a été modifié : il contient ce qui n'est jamais scellé (un nombre à virgule, un nombre trop grand, un demi-caractère ou trop de niveaux).",
    "seal": "L'enregistrement {record} a été modifié : le contenu ne correspond plus au sceau.",
    "removed": "L'enregistrement {record} a été supprimé : à sa place se trouve l'enregistrement {number}.",
    "moved": "L'enregistrement {record} a été déplacé : à sa place se trouve l'enregistrement {number}.",
    "inserted": "L'enregistrement {record} a été inséré : à cette place se trouve un second enregistrement portant le numéro {number}.",
    "link": "L'enregistrement {record} a été modifié : l'enregistrement {next} est bâti sur un autre sceau de l'enregistrement {record}.",
    "head": "L'enregistrement {record} a été modifié, ou les suivants ont été supprimés : le sceau du dernier enregistrement n'est pas la tête (head) du fichier.",
    "added": "L'enregistrement {record} a été ajouté après coup : la tête (head) du fichier est le sceau de l'enregistrement {number}.",
    "moment": "L'enregistrement {record} n'est pas correct : son moment n'est pas une date et une heure avec fuseau horaire, ou il précède celui de l'enregistrement d'avant.",
    "opening": "L'enregistrement {record} n'est pas correct : seul le premier enregistrement ouvre le dossier, et il contient le texte avec titre et sha256.",
    "text": "L'enregistrement {record} n'est pas correct : le sha256 ne correspond pas au texte qui a ouvert le dossier.",
    "unvoiced": "L'enregistrement {record} n'est pas correct : il dit le texte adopté, mais personne ne s'est exprimé.",
    "closed": "L'enregistrement {record} n'est pas correct : le dossier était déjà clos à l'enregistrement {number}.",
    "foreign": "Ce fichier n'est pas le dossier pour lequel le reçu {receipt} a été donné : ce sceau ne s'y trouve pas à sa place.",
    "holds": "Tout est correct : {count} enregistrements, chaque sceau et chaque maillon correspond ; le dernier sceau est {head}.",
    "no_receipt": "Attention : sans reçu (--receipt), personne ne peut voir si le fichier entier a été réécrit.",
    "covered": "Votre reçu se trouve dans le fichier et couvre tous les enregistrements.",
    "partly": "Votre reçu se trouve dans le fichier et couvre les enregistrements 1 à {number} ; les enregistrements {next} à {count} sont venus plus tard et il ne les couvre pas encore.",
}
EN = {
    "usage": "Give one file that can be read: python3 verify.py FILE.json [--receipt SEAL]… [--language nl|fr|en]",
    "receipt_short": "A receipt has 64 characters, only 0-9 and a-f, and this is not one (length {length}); a shortened receipt is too short to prove anything.",
    "not_json": "This is no dossier file, or it is damaged. Choose the file that you fetched from the dossier (JSON in UTF-8, at most 50 MB).",
    "key_twice": "This file names a field twice in the same place; nobody can tell which of the two counts.",
    "not_dossier": "This is no dossier of Draagvlak, or something was added or left out. Choose the file that you fetched from the dossier (form draagvlak-dossier/1, with exactly format, records and head).",
    "parts": "Record {record} was altered: it must have exactly the fields number, previous, act, at, by, content and seal, each of the right kind, and the first begins after 64 zeros.",
    "unclear": "Record {record} was altered: it holds something that is never sealed (a decimal number, too large a number, half a character or too many layers).",
    "seal": "Record {record} was altered: its content no longer fits its seal.",
    "removed": "Record {record} was removed: in its place stands record {number}.",
    "moved": "Record {record} was moved: in its place stands record {number}.",
    "inserted": "Record {record} was inserted: in that place stands a second record with number {number}.",
    "link": "Record {record} was altered: record {next} was built on another seal of record {record}.",
    "head": "Record {record} was altered, or the records after it were removed: the seal of the last record is not the head of the file.",
    "added": "Record {record} was added afterwards: the head of the file is the seal of record {number}.",
    "moment": "Record {record} does not hold: its moment is not a date and time with an offset, or it lies before that of the record before it.",
    "opening": "Record {record} does not hold: only the first record opens the dossier, and it holds the text with title and sha256.",
    "text": "Record {record} does not hold: the sha256 does not fit the text that the dossier was opened with.",
    "unvoiced": "Record {record} does not hold: it calls the text adopted, but nobody has spoken.",
    "closed": "Record {record} does not hold: the dossier was already closed in record {number}.",
    "foreign": "This file is not the dossier that receipt {receipt} was given for: that seal is not in its place in it.",
    "holds": "All holds: {count} records, every seal and every link fits; the last seal is {head}.",
    "no_receipt": "Mind: without a receipt (--receipt) nobody can see whether the whole file was rewritten.",
    "covered": "Your receipt is in the file and covers all records.",
    "partly": "Your receipt is in the file and covers records 1 to {number}; records {next} to {count} came later and it does not cover them yet.",
}
LANGUAGES = {"nl": NL, "fr": FR, "en": EN}


class Fault(Exception):
    """What is wrong: the key of its sentence, the first record concerned if there is one, and details."""

    def __init__(self, key: str, record: int | None = None, **details: object) -> None:
        self.key, self.record, self.details = key, record, details
        super().__init__(self.sentence("en"))

    def sentence(self, language: str) -> str:
        """The one sentence for a person, in "nl", "fr" or "en"."""
        return LANGUAGES[language][self.key].format(record=self.record, **self.details)


class Verdict(NamedTuple):
    """Outcome: `code` 0 all holds, 1 something does not, 2 wrong use; `record` is the first one that does not hold."""

    code: int
    sentences: tuple[str, ...]
    record: int | None = None


def canonical(value: object) -> bytes:
    """The only bytes that stand for this value; ValueError for all but plain dict, list, str, int, bool and None."""
    waiting = [(value, 0)]
    while waiting:
        item, layer = waiting.pop()
        plain = type(item) in (str, bool, type(None), list, dict) or (type(item) is int and abs(item) <= MAX_WHOLE)
        if layer > MAX_LAYERS or not plain or (isinstance(item, dict) and set(map(type, item)) - {str}):
            raise ValueError(f"no canonical form: {type(item).__name__} in layer {layer}")
        if isinstance(item, (dict, list)):
            waiting += [(part, layer + 1) for part in (item.values() if isinstance(item, dict) else item)]
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8")  # half a character raises UnicodeEncodeError, which is a ValueError


def seal_of(record_without_seal: Record) -> str:
    """SHA-256, 64 lower-case hex digits, of a record without its key `seal`; ValueError if it has no canonical form."""
    return hashlib.sha256(canonical(record_without_seal)).hexdigest()


def text_seal(text: str) -> str:
    """SHA-256, 64 lower-case hex digits, of the text exactly as it stands, in UTF-8; ValueError on half a character."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    if len(dict(pairs)) < len(pairs):
        raise Fault("key_twice")
    return dict(pairs)


def read_dossier(raw: bytes) -> tuple[list[Any], str]:
    """The records and the head of an exported file, strictly parsed but not yet checked; raises Fault."""
    try:
        dossier = json.loads(raw.decode("utf-8") if len(raw) <= MAX_BYTES else "", object_pairs_hook=_once)
    except (ValueError, RecursionError):
        raise Fault("not_json") from None
    known = type(dossier) is dict and dossier.keys() == {"format", "records", "head"} and dossier["format"] == FORMAT
    if not known or type(dossier["head"]) is not str or type(dossier["records"]) is not list or not dossier["records"]:
        raise Fault("not_dossier")
    return dossier["records"], dossier["head"]


def _sound(record: Any, place: int) -> Record:  # noqa: ANN401 -- because anything may stand in a file
    """The record itself, when it has the right parts and its own seal fits."""
    exact = type(record) is dict and record.keys() == KINDS.keys()
    if not exact or not all(kind is object or type(record[key]) is kind for key, kind in KINDS.items()):
        raise Fault("parts", place)
    try:
        seal = seal_of({key: value for key, value in record.items() if key != "seal"})
    except ValueError:
        raise Fault("unclear", place) from None
    if seal != record["seal"]:
        raise Fault("seal", place)
    return dict(record)


def check_chain(records: list[Any], head: str) -> list[Record]:
    """The records when every seal, number and link fits up to the head; Fault names the first altered record."""
    before = START
    for place, item in enumerate(records, start=1):
        record = _sound(item, place)
        if (number := record["number"]) != place:
            numbers = [other.get("number") if type(other) is dict else None for other in records]
            key = "inserted" if number in numbers[: place - 1] else "moved" if place in numbers else "removed"
            raise Fault(key, place, number=number)
        if record["previous"] != before:
            raise Fault("link" if place > 1 else "parts", max(place - 1, 1), next=place)
        before = record["seal"]
    if head != before:
        known = [record["number"] for record in records if record["seal"] == head]
        raise Fault("added", known[0] + 1, number=known[0]) if known else Fault("head", len(records))
    return records


def _not_before(record: Record, latest: datetime | None) -> datetime:
    with suppress(ValueError):  # the form may be right and the day still not exist
        if MOMENT.fullmatch(record["at"]):
            moment = datetime.fromisoformat(record["at"].replace("Z", "+00:00"))  # Python 3.10 does not know Z
            if latest is None or moment >= latest:
                return moment
    raise Fault("moment", record["number"])


def check_sense(chain: list[Record]) -> None:
    """The few checks beyond the seals, all named here; Fault names the record. Time never runs back. Record 1 and no
    other opens, with a text that fits its sha256; a later `document_sha256` is that same number. "adopted" needs an
    earlier voice. After the outcome or a withdrawal comes no voice, no reply and no other outcome.
    """
    document = chain[0]["content"].get("document")
    if type(document) is not dict or not all(type(document.get(key)) is str for key in ("title", "text", "sha256")):
        raise Fault("opening", 1)
    if text_seal(document["text"]) != document["sha256"]:
        raise Fault("text", 1)
    latest, acts, closed = None, set(), 0
    for record in chain:
        number, act, content = record["number"], record["act"], record["content"]
        latest = _not_before(record, latest)
        if (act == "open") != (number == 1):
            raise Fault("opening", number)
        if content.get("document_sha256", document["sha256"]) != document["sha256"]:
            raise Fault("text", number)
        if closed and act in {"voice", "reply", "settle"}:
            raise Fault("closed", number, number=closed)
        if act == "settle" and content.get("result") == "adopted" and "voice" not in acts:
            raise Fault("unvoiced", number)
        closed = closed or (number if act in {"settle", "withdraw"} else 0)
        acts.add(act)


def _receipt(text: str) -> tuple[int | None, str]:
    """The record number (None if not given) and the seal in what someone copied from paper; raises Fault."""
    number, _, seal = re.sub(r"[\s-]", "", text).lower().rpartition(":")
    if not re.fullmatch("[0-9a-f]{64}", seal) or not re.fullmatch("[0-9]{0,9}", number):
        raise Fault("receipt_short", length=len(seal))
    return int(number) if number else None, seal


def _covered(chain: list[Record], number: int | None, seal: str) -> int:
    """The number of the record that this receipt was given for; raises Fault."""
    for record in chain:
        if record["seal"] == seal and number in {None, record["number"]}:
            return int(record["number"])
    raise Fault("foreign", receipt=f"{number}:{seal}" if number else seal)


def examine(raw: bytes, receipts: Sequence[str] = (), language: str = "nl") -> Verdict:
    """Examine the bytes of an exported dossier, with receipts like "7:9f86d0…" or the seal alone; never raises."""
    try:
        wanted = [_receipt(text) for text in receipts]
        chain = check_chain(*read_dossier(raw))
        check_sense(chain)
        covered = max((_covered(chain, *receipt) for receipt in wanted), default=0)
    except Fault as fault:
        return Verdict(2 if fault.key == "receipt_short" else 1, (fault.sentence(language),), fault.record)
    told = "no_receipt" if not wanted else "covered" if covered == len(chain) else "partly"
    facts = {"count": len(chain), "head": chain[-1]["seal"], "number": covered, "next": covered + 1}
    return Verdict(0, tuple(LANGUAGES[language][key].format(**facts) for key in ("holds", told)))


def main(argv: Sequence[str]) -> int:
    """Examine the named file and say so in sentences; returns the exit code: 0 all holds, 1 not, 2 wrong use."""
    files: list[str] = []
    given: dict[str, list[str]] = {"--receipt": [], "--language": []}
    words = iter(argv)
    for word in words:
        name, has_value, value = word.partition("=")
        if name in given:
            given[name].append(value if has_value else next(words, ""))
        else:
            files.append(word)
    language = (given["--language"] or ["nl"])[-1]
    verdict = Verdict(2, (LANGUAGES.get(language, NL)["usage"],))
    if len(files) == 1 and language in LANGUAGES:
        with suppress(OSError, ValueError), Path(files[0]).open("rb") as file:
            verdict = examine(file.read(MAX_BYTES + 1), given["--receipt"], language)
    stream = sys.stderr if verdict.code else sys.stdout
    text, encoding = "\n".join(verdict.sentences) + "\n", stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "replace").decode(encoding))  # an old console may not know every letter
    return verdict.code


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
