"""Imports go down the list of parts in pyproject.toml, and never up or across."""

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.once
def test_imports_go_down_the_list_of_parts():
    result = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout
