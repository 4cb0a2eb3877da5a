import gc
import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "draagvlak.installation.settings")


def settle() -> None:
    """Load what every page needs, and take it out of the search for circles in memory.

    It stays as long as the process. Looked through again and again it cost a tenth of a second every hundred pages, of one of them.
    """
    from django.urls import get_resolver  # noqa: PLC0415 -- only once the program is ready

    _ = get_resolver().url_patterns
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


application = get_asgi_application()
settle()
