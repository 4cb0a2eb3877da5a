from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "draagvlak.notices"
    default_auto_field = "django.db.models.BigAutoField"
