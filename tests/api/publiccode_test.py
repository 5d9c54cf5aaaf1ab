"""Holds publiccode.yml against the standard (0.4): required keys, closed lists, lengths, dates and the licence.

The validators of the standard are programs of their own that a clean machine does not have; this test checks what a
catalogue refuses a file for.
"""

import copy
import os
import re
import sys
import unittest

import jsonschema
import yaml

SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TEXT = {"type": "string", "minLength": 1}
DESCRIPTION = {
    "type": "object",
    "required": ["shortDescription", "longDescription", "features"],
    "properties": {
        "shortDescription": {"type": "string", "minLength": 1, "maxLength": 150},
        "longDescription": {"type": "string", "minLength": 150, "maxLength": 10000},
        "features": {"type": "array", "minItems": 1, "items": {"type": "string", "maxLength": 100}},
    },
}
SCHEMA = {
    "type": "object",
    "required": ["publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType", "description", "legal", "maintenance", "localisation"],
    "properties": {
        "publiccodeYmlVersion": {"enum": ["0.4", "0.4.0", "0.5", "0.5.0"]},
        "name": TEXT,
        "url": {"type": "string", "pattern": "^https://.+"},
        "softwareVersion": {"type": "string", "pattern": r"^\d+\.\d+\.\d+$"},
        "releaseDate": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
        "platforms": {"type": "array", "minItems": 1, "items": {"enum": ["web", "windows", "mac", "linux", "ios", "android"]}},
        "developmentStatus": {"enum": ["concept", "development", "beta", "stable", "obsolete"]},
        "softwareType": {"enum": ["standalone/mobile", "standalone/iot", "standalone/desktop", "standalone/web", "standalone/backend", "standalone/other", "addon", "library", "configurationFiles"]},
        "intendedAudience": {"type": "object", "properties": {"countries": {"type": "array", "items": {"type": "string", "pattern": "^[a-z]{2}$"}}}},
        "description": {"type": "object", "minProperties": 1, "required": ["nl"], "patternProperties": {"^[a-z]{2}$": DESCRIPTION}, "additionalProperties": False},
        "legal": {"type": "object", "required": ["license"], "properties": {"license": {"enum": ["EUPL-1.2", "EUPL-1.2-or-later"]}}},
        "maintenance": {
            "type": "object",
            "required": ["type"],
            "properties": {
                "type": {"enum": ["internal", "contract", "community", "none"]},
                "contacts": {"type": "array", "minItems": 1, "items": {"type": "object", "required": ["name"], "properties": {"name": TEXT, "email": {"type": "string", "pattern": "^[^@ ]+@[^@ ]+$"}}}},
            },
            "allOf": [{"if": {"properties": {"type": {"enum": ["internal", "community"]}}}, "then": {"required": ["contacts"]}}],
        },
        "localisation": {
            "type": "object",
            "required": ["localisationReady", "availableLanguages"],
            "properties": {"localisationReady": {"type": "boolean"}, "availableLanguages": {"type": "array", "minItems": 1, "items": {"type": "string", "pattern": "^[a-z]{2}$"}}},
        },
        "dependsOn": {"type": "object", "patternProperties": {"^(open|proprietary|hardware)$": {"type": "array", "items": {"type": "object", "required": ["name"]}}}, "additionalProperties": False},
    },
}


class PubliccodeTest(unittest.TestCase):
    def setUp(self):
        with open(os.path.join(SOURCE, "publiccode.yml"), encoding="utf-8") as file:
            self.publiccode = yaml.safe_load(file)

    def test_it_is_what_a_catalogue_takes(self):
        jsonschema.validate(self.publiccode, SCHEMA)

    def test_its_version_is_that_of_the_program_and_its_licence_that_of_the_file(self):
        with open(os.path.join(SOURCE, "CMakeLists.txt"), encoding="utf-8") as file:
            self.assertIn(f"VERSION {self.publiccode['softwareVersion']} ", file.read())
        with open(os.path.join(SOURCE, "LICENSE"), encoding="utf-8") as file:
            self.assertTrue(re.search("EUROPEAN UNION PUBLIC LICEN[CS]E v. 1.2", file.read(), re.I))

    def test_a_file_without_licence_contact_or_a_known_status_is_refused(self):
        for broken in (lambda p: p.pop("legal"), lambda p: p["maintenance"].pop("contacts"), lambda p: p.update(developmentStatus="af"), lambda p: p["description"]["nl"].update(shortDescription="x" * 151)):
            wrong = copy.deepcopy(self.publiccode)
            broken(wrong)
            with self.assertRaises(jsonschema.ValidationError):
                jsonschema.validate(wrong, SCHEMA)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]])
