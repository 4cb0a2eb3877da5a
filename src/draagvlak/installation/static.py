"""How the files that pages load are kept: under a name with their print in it, so that a browser may keep them for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage

IMPORT = r"""(?P<matched>import(?s:(?P<names>[\s\{].*?))\s*from\s*["'](?P<url>[./].*?)["']\s*;)"""


class HashedFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Our own scripts also import others by the name with the print. Not those of others: htmx quotes imports in a text."""

    patterns = (
        *CompressedManifestStaticFilesStorage.patterns,
        ("ui/*.js", ((IMPORT, 'import%(names)s from "%(url)s";'),)),
    )
