from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "draagvlak.desk"

    def ready(self) -> None:
        from draagvlak.desk import permissions  # noqa: F401, PLC0415 -- reads the table of rights
        from draagvlak.desk.wording import ACTS  # noqa: PLC0415 -- wiring, models must be loaded first
        from draagvlak.journal.wording import name_acts  # noqa: PLC0415 -- wiring, models must be loaded first

        name_acts(ACTS)
