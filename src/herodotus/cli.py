"""The command line: data to stdout, messages to stderr, exit codes 0, 1, 2, 3 and 130.

Nothing heavy is imported before a command runs, so that `--help` is quick.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any

from herodotus import __version__
from herodotus.errors import HerodotusError

if TYPE_CHECKING:
    from herodotus.data.claims import Brief
    from herodotus.data.documents import Skipped
    from herodotus.store import Project

DONE, FAILED, UNREAD, INTERRUPTED = 0, 1, 3, 130
PASSED_OVER = "find"  # the stage that leaves pictures and the like in a folder alone: they are no documents

DESCRIPTION = """\
Reads news articles offline and tells who claims what, on what evidence, who denies it,
from how many independent origins, and where the accounts differ."""
EPILOGUE = """\
PATH is a file (.txt, .html, .jsonl), a folder with such files, or - for standard input.
exit codes: 0 done, 1 failed, 2 wrong usage, 3 done but some documents could not be read, 130 interrupted"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit code; argparse itself exits with 2 on wrong usage."""
    options = _parser().parse_args(arguments)
    _set_up_streams()
    tune()
    try:
        code: int = options.command(options)
        sys.stdout.flush()
    except KeyboardInterrupt:
        _say("interrupted; what was added to a project so far is kept")
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except HerodotusError as error:
        _say(f"herodotus: {error}")
        return FAILED
    return code


def tune() -> None:
    """Sets what is set once a process, before numpy is imported."""
    # Our matrices are small: numpy's own threads only take the cores from those that read documents.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Records live as long as the run: looking through them for garbage every 700 of them finds none.
    gc.set_threshold(50_000, 20, 20)


def brief(options: argparse.Namespace) -> int:
    """Read articles, gather what they say, and tell it."""
    return _brief(options, options.paths, options.project)


def annotate(options: argparse.Namespace) -> int:
    """Print what is read out of each article, one JSON object a line."""
    from herodotus import pipeline
    from herodotus.data.documents import Skipped
    from herodotus.report import shapes
    from herodotus.settings import Settings

    read, skipped = 0, []
    shape = shapes.layers if options.layers else shapes.annotate
    depth = pipeline.Depth.ALL if options.layers else pipeline.Depth.PLAIN
    for item in pipeline.readings(options.paths, Settings(), depth=depth):
        if isinstance(item, Skipped):
            skipped.append(item)
        else:
            read += 1
            _print_json(shape(item), indent=None)
    return _account(read, skipped, held=read)


def init(options: argparse.Namespace) -> int:
    """Start a project: a folder that keeps what was read."""
    from herodotus.store import Project

    Project.create(options.folder).close()
    _say(f"a new project in {options.folder}; next: herodotus add PATH... --project {options.folder}")
    return DONE


def add(options: argparse.Namespace) -> int:
    """Read what is new into a project."""
    from herodotus import pipeline
    from herodotus.data.documents import Skipped
    from herodotus.store import Project

    with Project.open(options.project or ".") as project:
        with project.recording("add") as skipped, _progress() as progress:
            for item in pipeline.readings(
                options.paths, project.settings, project=project, progress=progress
            ):
                if isinstance(item, Skipped):
                    skipped.append(item)
        return _account(len(project.added), skipped, held=project.held)


def run(options: argparse.Namespace) -> int:
    """Gather and tell what a project holds."""
    return _brief(options, (), options.project or ".")


def status(options: argparse.Namespace) -> int:
    """Say what a project holds, and what could not be read and why."""
    from herodotus.store import Project

    with Project.open(options.project or ".") as project:
        held, skipped = project.counts(), project.skipped
    if options.json:
        rows = [{"origin": one.origin, "stage": one.stage, "reason": one.reason} for one in skipped]
        _print_json({**held, "skipped": rows})
    else:
        print(", ".join(f"{count} {name}" for name, count in held.items()))
        for one in skipped:
            print(_unread(one))
    return DONE


def actors(options: argparse.Namespace) -> int:
    """Say who is meant across the documents of a project: names, roles, states, sectors."""
    from herodotus import pipeline
    from herodotus.report import people
    from herodotus.store import Project

    with Project.open(options.project or ".") as project:
        found = pipeline.actors(project)
    if options.json:
        _print_json([people.shape(actor) for actor in found])
    else:
        for actor in found:
            print(_printable(people.line(actor)))
    return DONE


def review(options: argparse.Namespace) -> int:
    """Decide that two actors are the same, or are different; "Ida Holm@report7" is the one of that document."""
    from herodotus.data.actors import Bearer, Decision
    from herodotus.store import Project

    with Project.open(options.project or ".") as project:
        sides = [_bearer(words, project.ids) for words in (options.first, options.second)]
        first, second = (Bearer(*side) for side in sides)
        project.decide(Decision(options.verdict == "same", first, second))
    _say(f"{options.first} and {options.second}: {options.verdict}, in this and every later run")
    return DONE


def _bearer(words: str, documents: Sequence[str]) -> tuple[str, str | None]:
    """A name and the document behind its "@", if there is such a document."""
    name, _, document = words.rpartition("@")
    return (name, document) if name and document in documents else (words, None)


def doctor(options: argparse.Namespace) -> int:
    """Check the installation: versions, the model, and how fast it reads here."""
    from herodotus import diagnosis

    checks = diagnosis.run()
    if options.json:
        _print_json({check.name: {"found": check.found, "well": check.well} for check in checks})
    else:
        for check in checks:
            print(f"{'ok ' if check.well else 'BAD'} {check.name}: {check.found}")
    return DONE if all(check.well for check in checks) else FAILED


Command = Callable[[argparse.Namespace], int]
COMMANDS: dict[Command, tuple[str, ...]] = {
    brief: ("paths", "--output", "--json", "--project"),
    annotate: ("paths", "--json", "--layers"),
    init: ("folder",),
    add: ("paths", "--project"),
    run: ("--output", "--json", "--project"),
    status: ("--json", "--project"),
    actors: ("--json", "--project"),
    review: ("verdict", "first", "second", "--project"),
    doctor: ("--json",),
}
OPTIONS: dict[str, dict[str, Any]] = {
    "paths": {"nargs": "+", "metavar": "PATH", "help": "what to read"},
    "verdict": {"choices": ("same", "different"), "help": "what they are"},
    "first": {"metavar": "A", "help": "a name, or NAME@DOCUMENT for the bearer in one document"},
    "second": {"metavar": "B", "help": "the other, in the same way"},
    "folder": {"nargs": "?", "default": ".", "metavar": "DIR", "help": "by default the current folder"},
    "--output": {"metavar": "FILE", "help": "write the dossier, one HTML page, to this file"},
    "--json": {"action": "store_true", "help": "print JSON"},
    "--layers": {"action": "store_true", "help": "with words, trees, chains of mentions, event words"},
    "--project": {"metavar": "DIR", "help": "the project; add and run take the current folder by default"},
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="herodotus",
        description=DESCRIPTION,
        epilog=EPILOGUE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"herodotus {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for command, names in COMMANDS.items():
        one = commands.add_parser(command.__name__, help=command.__doc__, description=command.__doc__)
        one.set_defaults(command=command)
        for name in names:
            short = ["-o"] if name == "--output" else []
            one.add_argument(*short, name, **OPTIONS[name])
    return parser


def _brief(options: argparse.Namespace, paths: Sequence[str], folder: str | None) -> int:
    from herodotus import pipeline
    from herodotus.settings import Settings
    from herodotus.store import Project

    with Project.open(folder) if folder else nullcontext() as project:
        settings = project.settings if project else Settings()
        with _recorded(project, options.command.__name__) as skipped:
            with _progress() as progress:
                told = pipeline.brief(paths, settings, project=project, progress=progress)
            skipped.extend(told.skipped)
            _tell(told, options)
        return _account(
            len(project.added) if project else len(told.readings), skipped, held=len(told.readings)
        )


def _recorded(project: Project | None, command: str) -> Any:
    return project.recording(command) if project else nullcontext([])


def _tell(told: Brief, options: argparse.Namespace) -> None:
    from rich.console import Console

    from herodotus.report import dossier, shapes, terminal

    if options.json:
        _print_json(shapes.brief(told), indent=2)
    else:
        terminal.render(told, Console())
    if options.output:
        dossier.write(told, Path(options.output))
        _say(f"dossier: {options.output}")


def _account(read: int, skipped: Sequence[Skipped], *, held: int) -> int:
    """Says what was read and what was not, a line for each that was not; gives the exit code."""
    from herodotus.store.manifest import summary

    for one in skipped:
        _say(_unread(one))
    _say(summary(read, skipped) + (f"; {held} in all" if held != read else ""))
    if all(one.stage == PASSED_OVER for one in skipped) and (held or not skipped):
        return DONE
    return UNREAD if held else FAILED


def _unread(skipped: Skipped) -> str:
    return _printable(
        f"{'failed' if skipped.failed else 'skipped'} {skipped.origin}: {skipped.stage}: {skipped.reason}"
    )


@contextmanager
def _progress() -> Iterator[Callable[[str], None] | None]:
    """What shows how far it is in one line; nothing where messages do not go to a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.text import Text

    with Console(stderr=True).status("starting") as line:
        yield lambda text: line.update(Text(_printable(text)))


def _set_up_streams() -> None:
    """UTF-8 whatever the locale; file names that are not come out as escapes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _print_json(value: object, indent: int | None = 2) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=indent), flush=True)


def _say(text: str) -> None:
    print(_printable(text), file=sys.stderr)


def _printable(text: str) -> str:
    """Without the control characters by which a file name could steer the terminal."""
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text)
