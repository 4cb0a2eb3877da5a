import json
import secrets
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import override

from draagvlak.lib import draw
from draagvlak.planproject import wording


class Command(BaseCommand):
    help = (
        "Draw a group from candidates so that quotas are met and chances are as equal as they can be.\n"
        "Publish the chances first (--chances), and draw with a seed that becomes known later and nobody controls (--seed).\n"
        "The same files and seed give the same chances and the same group to everybody. Needs no database."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--pool",
            type=Path,
            required=True,
            metavar="FILE",
            help="the candidates, as text with commas or semicolons: a column id and one column per category",
        )
        parser.add_argument(
            "--quotas",
            type=Path,
            required=True,
            metavar="FILE",
            help="the quotas, with the columns category,value,min,max; a value that is not named has no bound",
        )
        parser.add_argument("--seats", type=int, required=True, metavar="N", help=f"1 to {draw.MAX_SEATS}")
        parser.add_argument(
            "--seed",
            metavar="S",
            help="any text that nobody at the table controls, such as lottery numbers of a day still to come; "
            "without it this machine takes one by chance and names it, so that anybody can repeat the draw",
        )
        parser.add_argument(
            "--chances", action="store_true", help="only the chances: nobody is drawn, the panel is null"
        )
        parser.add_argument(
            "--json",
            action="store_true",
            help="print one JSON object: panel, chances, minimum, seats, seed, and the whole lottery to check it by",
        )

    def handle(self, *, pool: Path, quotas: Path, seats: int, seed: str | None, **options: Any) -> None:  # noqa: ANN401
        try:
            seed = None if options["chances"] else draw.clean_seed(secrets.token_hex(16) if seed is None else seed)
            asked = draw.read_quotas(content_of(quotas), name=quotas.name)
            candidates = draw.read_candidates(content_of(pool), asked, name=pool.name)
            lottery = draw.lottery(candidates, asked, seats)
            panel = None if seed is None else draw.pick(lottery, seed)
        except draw.Trouble as trouble:
            with override("en"):
                raise CommandError(wording.draw_sentence(trouble)) from trouble
        if options["json"]:
            self.stdout.write(json.dumps(as_json(lottery, panel), ensure_ascii=False, indent=1))
        else:
            self.tell(lottery, panel)

    def tell(self, lottery: draw.Lottery, panel: draw.Panel | None) -> None:
        chances, drawn = lottery.chances, set(panel.candidates if panel else ())
        width = max(len("candidate"), *map(len, chances))
        self.stdout.write(f"{'candidate':<{width}}  {'chance':>9}")
        for one, chance in chances.items():
            self.stdout.write(f"{one:<{width}}  {float(chance):>9.4%}{'  drawn' if one in drawn else ''}")
        self.stdout.write("")
        self.stdout.write(f"{len(chances)} candidates, {lottery.seats} seats.")
        self.stdout.write(f"Smallest chance: {float(lottery.minimum):.4%}, the largest that the quotas allow.")
        self.stdout.write(f"Files: {lottery.inputs}")
        self.stdout.write(f"Lottery: {lottery.print_of_lots}")
        if panel is None:
            self.stdout.write("Nobody is drawn yet: publish these chances, and draw with --seed.")
        else:
            self.stdout.write(f"Seed: {panel.seed}; ticket {panel.ticket} of {draw.TICKETS}.")
            self.stdout.write(f"Drawn: {', '.join(panel.candidates)}")


def content_of(file: Path) -> bytes:
    """The bytes of the file, and one more than the limit at most."""
    if not file.is_file():
        raise CommandError(f"There is no file {file}.")
    with file.open("rb") as stream:
        return stream.read(draw.MAX_BYTES + 1)


def as_json(lottery: draw.Lottery, panel: draw.Panel | None) -> dict[str, Any]:
    """Everything that somebody needs to count the chances again and to find the panel by hand."""
    return {
        "panel": list(panel.candidates) if panel else None,
        "chances": {one: float(chance) for one, chance in lottery.chances.items()},
        "minimum": float(lottery.minimum),
        "seats": lottery.seats,
        "seed": panel.seed if panel else None,
        "optimum": lottery.optimum,
        "ticket": panel.ticket if panel else None,
        "tickets": draw.TICKETS,
        "inputs_sha256": lottery.inputs,
        "lottery_sha256": lottery.print_of_lots,
        "kinds": [{"values": dict(kind.marks), "candidates": list(kind.candidates)} for kind in lottery.kinds],
        "lottery": [{"tickets": lot.tickets, "places": [list(pair) for pair in lot.places]} for lot in lottery.lots],
    }
