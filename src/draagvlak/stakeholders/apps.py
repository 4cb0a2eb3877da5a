from django.apps import AppConfig


class StakeholdersConfig(AppConfig):
    name = "draagvlak.stakeholders"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from draagvlak.journal.wording import name_acts  # noqa: PLC0415 -- wiring, models must be loaded first
        from draagvlak.stakeholders import permissions, reactions  # noqa: F401, PLC0415 -- reads the table of rights, subscribes
        from draagvlak.stakeholders.wording import ACTS  # noqa: PLC0415 -- wiring, models must be loaded first

        name_acts(ACTS)
