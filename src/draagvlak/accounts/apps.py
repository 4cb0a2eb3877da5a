from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "draagvlak.accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from draagvlak.accounts import permissions  # noqa: F401, PLC0415 -- reads the table of rights
