"""Two rich texts beside each other, readable; and three of them brought together by paragraph, item and row. Plain Python."""

from draagvlak.lib.redline.compare import Segment, compare
from draagvlak.lib.redline.merge import merge

__all__ = ["Segment", "compare", "merge"]
