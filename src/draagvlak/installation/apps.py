from django.apps import AppConfig


class InstallationConfig(AppConfig):
    name = "draagvlak.installation"

    def ready(self) -> None:
        from draagvlak.accounts.wording import ACTS  # noqa: PLC0415 -- wiring, models must be loaded first
        from draagvlak.installation import checks  # noqa: F401, PLC0415 -- registers the system checks
        from draagvlak.journal.wording import name_acts  # noqa: PLC0415 -- wiring, models must be loaded first

        name_acts(ACTS)  # here and not in accounts, which stands below the journal
