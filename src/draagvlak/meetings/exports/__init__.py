"""A person's meetings as a calendar, and one point of approved minutes on paper."""

from draagvlak.meetings.exports.excerpt import excerpt_paper
from draagvlak.meetings.exports.feed import feed_of_meetings

__all__ = ["excerpt_paper", "feed_of_meetings"]
