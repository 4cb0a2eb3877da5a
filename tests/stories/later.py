"""`draagvlak` some days from now: python -m tests.stories.later DAYS serve. The machine's own clock cannot be moved."""

import sys
from datetime import datetime, timedelta

import time_machine

from draagvlak.__main__ import main

if __name__ == "__main__":
    days = int(sys.argv.pop(1))
    with time_machine.travel(datetime.now().astimezone() + timedelta(days=days), tick=True):
        main()
