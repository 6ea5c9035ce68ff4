"""The Nu HTML checker: a Java program that npm brings, asked once for many pages."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Warnings against what we do on purpose: a list without markers is no list to VoiceOver unless it
# says so, and a comment is named by its header, for headings stay out of readers' words.
MEANT = ("The “list” role is unnecessary", "Article lacks heading")
JAR = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def require_checker():
    """Skip the test without Java and the checker; fail instead when VNU_JAR says it must be there.

    `npm install --no-save vnu-jar` in the project's folder brings it.
    """
    named = os.environ.get("VNU_JAR")
    if shutil.which("java") and Path(named or JAR).is_file():
        return
    reason = "the Nu HTML checker (java, and vnu.jar by npm) is not installed here"
    pytest.fail(reason, pytrace=False) if named else pytest.skip(reason)


def find_faults(pages, folder):
    """Return what is wrong with the pages, one line each; [] when all are valid.

    pages: {name: HTML as bytes}. folder: where they may be laid down.
    """
    files = {}
    for number, (name, html) in enumerate(pages.items()):
        path = Path(folder) / f"{number}.html"
        path.write_bytes(html)
        files[path.as_uri().replace("///", "/")] = name
    jar = os.environ.get("VNU_JAR") or JAR
    done = subprocess.run(
        ["java", "-Xss1m", "-jar", jar, "--format", "json", *sorted(Path(folder).glob("*.html"))],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    messages = json.loads(done.stderr)["messages"]
    return [
        f"{files.get(one['url'], one['url'])}: {one['message']} {one.get('extract', '')}"
        for one in messages
        if (one["type"] != "info" or one.get("subType") == "warning")
        and not one["message"].startswith(MEANT)
    ]
