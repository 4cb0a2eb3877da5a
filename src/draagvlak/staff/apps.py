from django.apps import AppConfig


class StaffConfig(AppConfig):
    name = "draagvlak.staff"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        import draagvlak.lib.sought  # noqa: F401, PLC0415 -- wiring: teaches SQLite to look for names
        from draagvlak.journal.wording import name_acts  # noqa: PLC0415 -- wiring, models must be loaded first
        from draagvlak.staff.wording import ACTS  # noqa: PLC0415 -- wiring, models must be loaded first

        name_acts(ACTS)
