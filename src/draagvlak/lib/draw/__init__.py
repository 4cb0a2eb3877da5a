"""A fair draw of a group from candidates: quotas are met, and the smallest chance of anybody is as large as possible.

Among all lotteries over the groups that meet the quotas, this is the one in which the smallest chance of any candidate is
as large as possible, then the next smallest, and so on (leximin): Flanigan, Gölz, Gupta, Hennig and Procaccia, "Fair
algorithms for selecting citizens' assemblies", Nature 596, 2021.

How it is found. Candidates whom no quota can tell apart form a kind, and share its chance equally. First the fairest
chances are sought inside an outline that is wider than all lotteries (`levels`), then they are written as a lottery over
real groups (`splitting`). If that cannot be done, the proof of it is a cut that makes the outline tighter, and both steps
are done again. If it can, they are the fairest of all.

Two steps in time: `lottery` is published with its chances, `pick` draws from it with a seed that became known later.
The published chances are those of the tickets themselves, not of the solver: they sum to the seats exactly, and nobody has
less than the fairest chance by more than (number of lots) ÷ (number of tickets) + 0.000001; mostly it is some billionths.

The same files give the same lottery on every run of the same version of HiGHS for the same kind of machine. Elsewhere
the chances are the same up to that rounding, and the published lottery itself says which panel a seed draws.
"""

from draagvlak.lib.draw.drawing import Panel, changes_needed, clean_seed, lottery, pick
from draagvlak.lib.draw.figures import (
    MAX_BYTES,
    MAX_CANDIDATES,
    MAX_SEATS,
    TICKETS,
    Candidates,
    Change,
    Infeasible,
    Kind,
    Lot,
    Lottery,
    Quota,
    Unreadable,
    Unsolved,
    inputs_print,
)
from draagvlak.lib.draw.reading import read_candidates, read_quotas
from draagvlak.lib.refusals import Trouble

__all__ = [
    "MAX_BYTES",
    "MAX_CANDIDATES",
    "MAX_SEATS",
    "TICKETS",
    "Candidates",
    "Change",
    "Infeasible",
    "Kind",
    "Lot",
    "Lottery",
    "Panel",
    "Quota",
    "Trouble",
    "Unreadable",
    "Unsolved",
    "changes_needed",
    "clean_seed",
    "inputs_print",
    "lottery",
    "pick",
    "read_candidates",
    "read_quotas",
]
