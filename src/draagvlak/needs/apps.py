from django.apps import AppConfig


class NeedsConfig(AppConfig):
    name = "draagvlak.needs"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from draagvlak.journal.wording import name_acts  # noqa: PLC0415 -- wiring, models must be loaded first
        from draagvlak.needs import permissions  # noqa: F401, PLC0415 -- reads the table of rights
        from draagvlak.needs.wording import ACTS  # noqa: PLC0415 -- wiring, models must be loaded first

        name_acts(ACTS)
