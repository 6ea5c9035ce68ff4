"""The warnings of `check --deploy` about the machine."""

import pytest

from home.checks import disk_type, has_wal_reset_bug, is_this_machine


@pytest.mark.parametrize(
    ("version", "is_bad"),
    [
        ((3, 40, 1), True),
        ((3, 44, 5), True),
        ((3, 44, 6), False),
        ((3, 45, 0), True),
        ((3, 50, 6), True),
        ((3, 50, 7), False),
        ((3, 51, 2), True),
        ((3, 51, 3), False),
        ((3, 53, 0), False),
    ],
)
def test_repaired_sqlite_is_told_from_the_others(version, is_bad):
    assert has_wal_reset_bug(version) is is_bad


def test_disk_of_a_folder_is_the_nearest_mount():
    mounts = "a / ext4 rw 0 0\nb /srv nfs4 rw 0 0\nc /srv/my\\040data ext4 rw 0 0\n"
    assert disk_type("/var/journal", mounts) == "ext4"
    assert disk_type("/srv/journal", mounts) == "nfs4"
    assert disk_type("/srv/my data/journal", mounts) == "ext4"
    assert disk_type("/srvx", mounts) == "ext4"
    assert disk_type("/var", "") == ""


def test_only_loopback_is_this_machine():
    for host in ("127.0.0.1", "::1", "localhost", "blog.localhost"):
        assert is_this_machine(host)
    for host in ("10.0.0.1", "journal.example.org", "localhost.example.org"):
        assert not is_this_machine(host)
