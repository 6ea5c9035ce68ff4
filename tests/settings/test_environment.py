"""A value that cannot be read ends the start with one sentence, whatever starts."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from blog.settings import readers, services

pytestmark = pytest.mark.once
ROOT = Path(__file__).parents[2]
CONTRACT = ("SECRET_KEY", "SITE_URL", "ALLOWED_HOSTS", "DATABASE_URL", "REDIS_URL", "EMAIL_URL")


def start(arguments, folder, **environment):
    """Run Python with `arguments` under the production settings and return what it did."""
    clean = {name: value for name, value in os.environ.items() if name not in CONTRACT}
    clean |= {"DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "blog.settings.production"}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=clean | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    "arguments",
    [["manage.py", "check"], ["manage.py", "serve"], ["-c", "import blog.wsgi"]],
    ids=["manage.py", "serve", "wsgi"],
)
def test_unreadable_value_is_one_sentence_and_no_traceback(arguments, tmp_path):
    result = start(arguments, tmp_path, SITE_URL="journal.example.org")
    assert result.returncode == 1
    assert result.stderr == (
        'SITE_URL is "journal.example.org"; '
        'write an address such as "https://journal.example.org".\n'
    )


UNREADABLE = {
    "SITE_URL": ["ftp://a.example", "https://", "https://a.example/path", "https://a:b@c.example"],
    "ALLOWED_HOSTS": ["https://a.example", "a.example:8000", "a b", ","],
    "DATABASE_URL": ["mysql://a/b", "postgres://a:70000/b", "sqlite://:memory:", "postgres://h"],
    "REDIS_URL": ["localhost:6379", "http://localhost", "redis://", "redis://h:x"],
    "EMAIL_URL": ["mail.example.org", "smtp://", "smtp://h:x", "smtp://h?timeout=5"],
    "TRUSTED_PROXIES": ["yes", "-1", "10", "1.0", "²"],
    "SQLITE_SYNCHRONOUS": ["OFF", "2"],
    "TMDB_TOKEN": ["two words", "key\x07"],
    "MEDIA_URL_BASE": ["/media/", "https://a.example/?x=1"],
}
READERS = {
    "SITE_URL": readers.web_address,
    "ALLOWED_HOSTS": readers.host_names,
    "DATABASE_URL": lambda name, value: services.database(
        name, value, data_dir=Path("/data"), synchronous="NORMAL"
    ),
    "REDIS_URL": lambda name, value: services.cache(name, value, data_dir=Path("/data")),
    "EMAIL_URL": services.email,
    "TRUSTED_PROXIES": lambda name, value: readers.whole_number(name, value, lowest=0, highest=9),
    "SQLITE_SYNCHRONOUS": lambda name, value: readers.one_of(name, value, ("NORMAL", "FULL")),
    "TMDB_TOKEN": readers.plain_token,
    "MEDIA_URL_BASE": lambda name, value: readers.web_address(name, value, path_allowed=True),
}


@pytest.mark.parametrize(
    ("name", "value"), [(name, value) for name, values in UNREADABLE.items() for value in values]
)
def test_unreadable_value_is_refused_by_name(name, value):
    with pytest.raises(readers.StartRefused) as refusal:
        READERS[name](name, value)
    sentence = str(refusal.value)
    assert sentence.startswith(f'{name} is "')
    assert sentence.endswith(".")
    assert "\n" not in sentence


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "mysql://ines:hunter2@db/x"),
        ("DATABASE_URL", "postgres://ines:hunter2@db:x/y"),
        ("REDIS_URL", "http://:hunter2@cache"),
        ("EMAIL_URL", "imap://ines:hunter2@mail"),
        ("TMDB_TOKEN", "hunter2 hunter2"),
    ],
)
def test_secrets_are_masked(name, value):
    with pytest.raises(readers.StartRefused) as refusal:
        READERS[name](name, value)
    assert "hunter2" not in str(refusal.value)


def test_folder_that_cannot_be_made_or_written_is_refused(tmp_path):
    file = tmp_path / "file"
    file.touch()
    for path in (file, file / "below", Path("/proc/journal")):
        with pytest.raises(readers.StartRefused, match="must be a folder"):
            readers.folder("DATA_DIR", str(path))


def test_secret_key_is_made_once_and_closed_to_others(tmp_path):
    path = tmp_path / "secret_key"
    made = readers.kept_secret("SECRET_KEY", path)
    assert len(made) >= 50
    assert path.stat().st_mode & 0o777 == 0o600
    assert readers.kept_secret("SECRET_KEY", path) == made
    assert [*tmp_path.iterdir()] == [path]


def test_secret_key_that_was_opened_to_others_is_closed_again(tmp_path):
    path = tmp_path / "secret_key"
    readers.kept_secret("SECRET_KEY", path)
    path.chmod(0o644)
    readers.kept_secret("SECRET_KEY", path)
    assert path.stat().st_mode & 0o777 == 0o600


def test_damaged_secret_key_is_refused(tmp_path):
    path = tmp_path / "secret_key"
    for content in (b"", b"short", b"\xff\xfe" * 40):
        path.write_bytes(content)
        with pytest.raises(readers.StartRefused, match="SECRET_KEY"):
            readers.kept_secret("SECRET_KEY", path)


def test_sqlite_waits_for_its_one_writer():
    config = services.database("DATABASE_URL", "", data_dir=Path("/x"), synchronous="FULL")
    assert config["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in config["OPTIONS"]["init_command"]
    assert "synchronous=FULL" in config["OPTIONS"]["init_command"]
    assert config["NAME"] == Path("/x/journal.sqlite3")


def test_mail_server_is_read_with_its_password():
    settings = services.email("EMAIL_URL", "smtp+tls://ines:p%40ss@mail.example?from=j@a.example")
    assert settings["EMAIL_HOST_PASSWORD"] == "p@ss"
    assert (settings["EMAIL_PORT"], settings["EMAIL_USE_TLS"]) == (587, True)
    assert settings["DEFAULT_FROM_EMAIL"] == "j@a.example"


@pytest.mark.parametrize(
    ("value", "is_there"), [("", False), ("console:", True), ("smtp://mail.example", True)]
)
def test_mails_go_somewhere_only_where_a_place_is_named(value, is_there):
    assert services.email("EMAIL_URL", value)["HAS_MAIL_SERVER"] is is_there


def test_object_storage_says_what_is_missing(monkeypatch):
    with pytest.raises(readers.StartRefused, match="S3_BUKET"):
        services.object_storage({"S3_BUKET": "x"})
    with pytest.raises(readers.StartRefused, match="S3_ACCESS_KEY"):
        services.object_storage({"S3_BUCKET": "x"})
    full = {"S3_BUCKET": "x", "S3_ACCESS_KEY": "a", "S3_SECRET_KEY": "b"}
    monkeypatch.setattr(services, "find_spec", lambda name: None)
    with pytest.raises(readers.StartRefused, match=r"\.\[s3\]"):
        services.object_storage(full)
    monkeypatch.setattr(services, "find_spec", lambda name: True)
    assert services.object_storage(full)["OPTIONS"]["file_overwrite"] is False


@pytest.mark.parametrize("path", ["manage.py", "blog/wsgi.py"])
def test_old_python_can_read_far_enough_to_be_refused(path):
    source = (ROOT / path).read_text()
    ast.parse(source, feature_version=(3, 8))
    assert "the journal needs Python 3.11 or newer." in source


def test_old_python_is_one_sentence(tmp_path):
    code = (
        "import sys, runpy; sys.version_info = (3, 8, 0); sys.argv = ['manage.py', 'check'];"
        "runpy.run_path('manage.py', run_name='__main__')"
    )
    result = start(["-c", code], tmp_path)
    assert result.returncode == 1
    assert result.stderr.endswith("the journal needs Python 3.11 or newer.\n")
    assert "Traceback" not in result.stderr
