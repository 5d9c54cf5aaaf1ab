#!/usr/bin/env python3
"""Runs a transcript: command lines with the output and the exit code that are expected of them.

    The village is read without a remark.

    $ veer validate regions/dorp
    regions/dorp: Errors: 0, warnings: 0

    $ veer validate regions/drop
    2> ... regions/drop ...
    [exit 3]

What comes before the first command is prose. A line that begins with "$ " is a command for bash; the lines after it, up to
the next command, are what it must print: standard output as it is, each line of standard error after "2> ". "[exit N]"
closes it; without that line the command must succeed. "..." or "…" stands for any text within a line, and alone on a
line for any number of lines. Empty lines before the next command do not count.

Commands run in an empty folder of their own in which regions, schema and tests are links to those of the source; what one
command writes the next one finds. The program is on the path as "veer"; the language of the system is not passed on.
"""

import argparse
import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field

SOURCE = pathlib.Path(__file__).resolve().parents[2]
TIME_LIMIT_S = 600


@dataclass
class Step:
    line: int  # of the command in the transcript, 1 = first
    command: str
    expected: list[str] = field(default_factory=list)
    code: int = 0


def parse(text: str) -> list[Step]:
    steps: list[Step] = []
    closed = False
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("$ "):
            steps.append(Step(number, line[2:]))
            closed = False
        elif not steps:
            continue
        elif found := re.fullmatch(r"\[exit (\d+)\]", line):
            steps[-1].code = int(found.group(1))
            closed = True
        elif closed and line.strip():
            raise ValueError(f"line {number}: expected a command ('$ …') after the exit code, found: {line}")
        else:
            steps[-1].expected.append(line)
    for step in steps:
        step.expected = trimmed(step.expected)
    if not steps:
        raise ValueError("no command: expected at least one line that begins with '$ '")
    return steps


def trimmed(lines: list[str]) -> list[str]:
    end = len(lines)
    while end > 0 and not lines[end - 1].strip():
        end -= 1
    return lines[:end]


def line_matches(expected: str, actual: str) -> bool:
    parts = re.split(r"\.\.\.|…", expected)
    return re.fullmatch(".*".join(re.escape(part) for part in parts), actual) is not None


def is_any(line: str) -> bool:
    return line in ("...", "…", "2> ...", "2> …")


def matches(expected: list[str], actual: list[str]) -> bool:
    """Whether the lines match; a line that is only a wildcard takes as many lines as needed."""
    reachable = {0}  # numbers of actual lines consumed so far
    for line in expected:
        if is_any(line):
            reachable = set(range(min(reachable), len(actual) + 1)) if reachable else set()
        else:
            reachable = {at + 1 for at in reachable if at < len(actual) and line_matches(line, actual[at])}
    return len(actual) in reachable


def difference(expected: list[str], actual: list[str]) -> str:
    """A diff in which lines that match through a wildcard count as equal."""
    shown = [next((a for a in actual if not is_any(e) and line_matches(e, a)), e) for e in expected]
    return "\n".join(difflib.unified_diff(shown, actual, "expected", "printed", lineterm=""))


def run_step(step: Step, folder: pathlib.Path, environment: dict[str, str]) -> str | None:
    """What is wrong with the step, or nothing."""
    try:
        done = subprocess.run(["bash", "-c", step.command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=TIME_LIMIT_S)
    except subprocess.TimeoutExpired:
        return f"did not end within {TIME_LIMIT_S} s"
    out = done.stdout.decode("utf-8", "replace").splitlines()
    err = done.stderr.decode("utf-8", "replace").splitlines()
    actual = trimmed(out) + [f"2> {line}".rstrip() for line in trimmed(err)]
    wrong = []
    if done.returncode != step.code:
        wrong.append(f"ended with exit code {done.returncode}, expected {step.code}")
    if not matches(step.expected, actual):
        wrong.append(difference(step.expected, actual))
    elif wrong:
        wrong += actual
    return "\n".join(wrong) or None


def run(transcript: pathlib.Path, program: pathlib.Path) -> int:
    """The number of steps that went wrong; each is told on standard output."""
    steps = parse(transcript.read_text(encoding="utf-8"))
    kept = ("HOME", "TMPDIR", "VEER_SHARED_DIR")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    environment |= {"PATH": f"{program.parent}:/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    failures = 0
    with tempfile.TemporaryDirectory(prefix="veer-transcript-") as name:
        folder = pathlib.Path(name)
        for shared in ("regions", "schema", "tests"):
            (folder / shared).symlink_to(SOURCE / shared)
        for step in steps:
            if wrong := run_step(step, folder, environment):
                failures += 1
                print(f"{transcript}:{step.line}: $ {step.command}\n{wrong}\n")
    return failures


def main() -> int:
    options = argparse.ArgumentParser(description="Runs transcripts and shows where the output differs.")
    options.add_argument("--program", required=True, type=pathlib.Path, help="the veer program to run")
    options.add_argument("transcripts", nargs="+", type=pathlib.Path)
    chosen = options.parse_args()
    if not chosen.program.is_file():
        print(f"{chosen.program}: no such program; expected the veer that was built, for example build/release/veer")
        return 2
    failures = 0
    for transcript in chosen.transcripts:
        try:
            failures += run(transcript, chosen.program.resolve())
        except ValueError as error:
            print(f"{transcript}: {error}")
            failures += 1
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
