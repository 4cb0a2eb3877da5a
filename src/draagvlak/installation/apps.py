from django.apps import AppConfig


class InstallationConfig(AppConfig):
    name = "draagvlak.installation"

    def ready(self) -> None:
        from draagvlak.installation import checks  # noqa: F401, PLC0415 -- registers the system checks
