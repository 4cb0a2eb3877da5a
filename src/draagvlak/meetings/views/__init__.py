"""The doors of meetings: calling together, the agenda, the minutes, one's own calendar."""
