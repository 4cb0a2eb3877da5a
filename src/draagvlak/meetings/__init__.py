"""Meetings of any body: series, agenda, invitation by mail with a calendar file, attendance, minutes, action points.

Nouns: Meeting, Matter, AgendaItem, Invitee, Paper, Minutes, ActionPoint, Reply, CalendarFeed. Quotes stakeholders and documents.
"""
