#!/usr/bin/env python3
"""The transcript runner itself: what it accepts, and that it refuses what differs."""

import contextlib
import io
import pathlib
import tempfile
import unittest

import transcript


def outcome(text: str) -> tuple[int, str]:
    """Failures and report of a transcript whose program is a small script that echoes its words."""
    with tempfile.TemporaryDirectory() as name:
        program = pathlib.Path(name) / "veer"
        program.write_text('#!/bin/sh\necho "$@"\necho "warned" >&2\n[ "$1" != fail ] || exit 3\n')
        program.chmod(0o755)
        file = pathlib.Path(name) / "case.transcript"
        file.write_text(text, encoding="utf-8")
        report = io.StringIO()
        with contextlib.redirect_stdout(report):
            failures = transcript.run(file, program)
        return failures, report.getvalue()


class Transcripts(unittest.TestCase):
    def test_output_errors_and_exit_code_as_expected(self):
        self.assertEqual(outcome("Prose.\n\n$ veer one\none\n2> warned\n\n$ veer fail\nfail\n2> warned\n[exit 3]\n"), (0, ""))

    def test_other_output_is_shown_as_a_difference(self):
        failures, report = outcome("$ veer one\ntwo\n2> warned\n")
        self.assertEqual(failures, 1)
        self.assertIn("case.transcript:1: $ veer one", report)
        self.assertIn("\n-two\n", report)
        self.assertIn("\n+one\n", report)

    def test_other_exit_code_is_told(self):
        failures, report = outcome("$ veer fail\nfail\n2> warned\n")
        self.assertEqual(failures, 1)
        self.assertIn("exit code 3, expected 0", report)

    def test_a_missing_line_is_a_difference(self):
        self.assertEqual(outcome("$ veer one\none\n")[0], 1)

    def test_a_wildcard_within_a_line(self):
        self.assertEqual(outcome("$ veer took 12 ms\ntook ... ms\n2> w…d\n")[0], 0)
        self.assertEqual(outcome("$ veer took 12 ms\ntook ... s\n2> warned\n")[0], 1)

    def test_a_wildcard_line_takes_any_number_of_lines(self):
        self.assertTrue(transcript.matches(["a", "...", "d"], ["a", "b", "c", "d"]))
        self.assertTrue(transcript.matches(["a", "...", "d"], ["a", "d"]))
        self.assertFalse(transcript.matches(["a", "...", "d"], ["a", "b", "c"]))
        self.assertFalse(transcript.matches(["a", "...", "d"], ["b", "d"]))

    def test_dots_and_brackets_are_plain_text(self):
        self.assertFalse(transcript.line_matches("1.5", "1x5"))
        self.assertTrue(transcript.line_matches("[a] (b) 1.5", "[a] (b) 1.5"))

    def test_what_one_command_writes_the_next_one_finds(self):
        self.assertEqual(outcome("$ veer kept 2>/dev/null > file\n$ cat file\nkept\n")[0], 0)

    def test_a_transcript_without_a_command_is_refused(self):
        with self.assertRaisesRegex(ValueError, "no command"):
            transcript.parse("only prose\n")

    def test_text_after_the_exit_code_is_refused(self):
        with self.assertRaisesRegex(ValueError, "line 3"):
            transcript.parse("$ veer\n[exit 1]\nmore\n")


if __name__ == "__main__":
    unittest.main()
