"""Holds the OpenAPI documents against the project's ruleset of the NL API Design Rules, by Spectral."""

import json
import os
import re
import subprocess
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
SCHEMA = os.path.join(os.path.dirname(os.path.dirname(HERE)), "schema")


def lint(ruleset, document):
    """@returns the codes of the rules that are broken"""
    done = subprocess.run([os.path.join(HERE, "node_modules", ".bin", "spectral"), "lint", "-q", "-f", "json", "-r", os.path.join(HERE, ruleset), document], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise AssertionError(done.stderr)
    return [(found["code"], found["path"]) for found in json.loads(done.stdout) if found["severity"] == 0]


class RulesTest(unittest.TestCase):
    def test_the_interface_keeps_the_design_rules(self):
        self.assertEqual(lint("ruleset.yaml", os.path.join(SCHEMA, "openapi.json")), [])

    def test_the_map_layers_keep_their_rules(self):
        self.assertEqual(lint("ruleset-ogc.yaml", os.path.join(SCHEMA, "openapi-ogc.json")), [])

    def test_a_document_that_breaks_every_rule_breaks_every_rule(self):
        with open(os.path.join(HERE, "ruleset.yaml"), encoding="utf-8") as file:
            rules = set(re.findall(r"^  (ruleset-[a-z0-9-]+):", file.read(), re.M))
        # Spectral itself takes no other than 3.0 for a document of this kind, so that rule cannot be broken in it.
        broken = {code for code, _ in lint("ruleset.yaml", os.path.join(HERE, "bad.json"))}
        self.assertEqual(rules - broken, {"ruleset-openapi-3-0"})


if __name__ == "__main__":
    unittest.main()
