"""Pages of our own HTML on paper: a tagged PDF, made without network and without reading the machine's files."""

from collections.abc import Collection
from typing import Any

from django.contrib.staticfiles import finders
from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher


class OnlyOurFonts(URLFetcher):  # type: ignore[misc]
    """Rendering reads nothing but the fonts of the house: no network, no file of the machine, whatever a text says."""

    def __init__(self, fonts: Collection[str]) -> None:
        super().__init__()
        self.fonts = fonts

    def fetch(self, url: str, headers: Any = None) -> Any:  # noqa: ANN401 -- the library's own types
        name = url.removeprefix("house:")
        if url == f"house:{name}" and name in self.fonts:
            return super().fetch(f"file://{finders.find(f'ui/fonts/{name}.woff2')}", headers)
        message = f"A document may not read {url[:80]}"
        raise ValueError(message)


def printed(html: str, *, fonts: Collection[str]) -> bytes:
    """See `exports.pdf_of`."""
    document = HTML(string=html, base_url="house:", url_fetcher=OnlyOurFonts(fonts))
    written: bytes = document.write_pdf(pdf_variant="pdf/ua-1", font_config=FontConfiguration())
    return written
