from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "draagvlak.documents"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from django.urls import register_converter  # noqa: PLC0415 -- when every part of the house stands

        from draagvlak.documents.exports import Suffix  # noqa: PLC0415

        register_converter(Suffix, "suffix")
