import pytest

from draagvlak.notices.tests.sink import Sink


@pytest.fixture
def sink(settings):
    """A real mail server, with the installation set to use it."""
    running = Sink()
    running.controller.start()
    settings.EMAIL_BACKEND = "draagvlak.lib.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", running.controller.port, 5
    yield running
    running.controller.stop()
