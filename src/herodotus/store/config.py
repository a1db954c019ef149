"""`herodotus.toml`: the settings of a project, by the names in `Settings`."""

from __future__ import annotations

import tomllib
from dataclasses import asdict, fields
from pathlib import Path

from herodotus.errors import StopRun
from herodotus.settings import Settings

HEADER = "# Settings of this Herodotus project; what each means: herodotus/settings.py\n"


def write(path: Path, settings: Settings) -> None:
    lines = [f"{name} = {value!r}\n" for name, value in asdict(settings).items()]
    path.write_text(HEADER + "".join(lines), encoding="utf-8")


def read(path: Path) -> Settings:
    """The settings in the file; those it leaves out, and all where there is no file, are the defaults."""
    if not path.exists():
        return Settings()
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise StopRun(f"{path} cannot be read: {error}") from error
    known = {field.name for field in fields(Settings)}
    if unknown := sorted(values.keys() - known):
        raise StopRun(f"{path}: unknown setting {', '.join(unknown)}; known are {', '.join(sorted(known))}")
    for name, value in values.items():
        if type(value) is not type(getattr(Settings(), name)):
            raise StopRun(f"{path}: {name} = {value!r} should look like {getattr(Settings(), name)!r}")
    return Settings(**values)
