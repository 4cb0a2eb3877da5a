from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "draagvlak.desk"

    def ready(self) -> None:
        from draagvlak.desk import permissions  # noqa: F401, PLC0415 -- reads the table of rights
