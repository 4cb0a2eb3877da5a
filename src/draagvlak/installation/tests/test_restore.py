"""What restoring would throw away is thrown away only when that is said."""

import pytest
from django.core.management import CommandError, call_command

from draagvlak.installation.management.commands.restore import has_data

pytestmark = pytest.mark.django_db


def test_a_kept_file_is_data_also_beside_an_empty_database(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path / "files")
    assert not has_data()
    (tmp_path / "files" / "1" / "ab").mkdir(parents=True)
    assert not has_data()
    (tmp_path / "files" / "1" / "ab" / "cd").write_bytes(b"akkoord")
    assert has_data()
    (tmp_path / "backup.tar").write_bytes(b"")
    with pytest.raises(CommandError, match="--replace"):
        call_command("restore", str(tmp_path / "backup.tar"))
    assert (tmp_path / "files" / "1" / "ab" / "cd").read_bytes() == b"akkoord"


def test_an_organisation_is_data(settings, tmp_path, organisation):
    settings.MEDIA_ROOT = str(tmp_path / "files")
    assert has_data()
