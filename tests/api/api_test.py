"""Holds a running `veer serve` against schema/openapi.json and against what other programs expect of it.

    python3 tests/api/api_test.py --program build/release/veer
"""

import argparse
import copy
import gzip
import io
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import unittest
import zipfile

import jsonschema

from server_process import Server

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.path.dirname(os.path.dirname(HERE))
DORP = os.path.join(SOURCE, "regions", "dorp")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def json_schema(schema):
    """A schema of OpenAPI 3.0 as one of JSON Schema: what is nullable may be null."""
    if isinstance(schema, list):
        return [json_schema(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    out = {key: json_schema(value) for key, value in schema.items() if key not in ("example", "nullable", "description")}
    if isinstance(out.get("properties"), dict):  # a property may be called as a keyword is
        out["properties"] = {name: json_schema(value) for name, value in schema["properties"].items()}
    if schema.get("nullable"):
        out = {"anyOf": [out, {"type": "null"}]}
    return out


class Document:
    def __init__(self, name):
        with open(os.path.join(SOURCE, "schema", name), encoding="utf-8") as file:
            self.json = json.load(file)
        self.components = {"components": {"schemas": json_schema(self.json["components"]["schemas"])}}

    def check(self, schema, value):
        jsonschema.Draft7Validator({**json_schema(schema), **self.components}).validate(value)

    def check_answer(self, path, method, status, media, value):
        """Whether the document foresees this answer."""
        answers = self.json["paths"][path][method]["responses"]
        assert str(status) in answers, f"{method} {path}: {status} is not in the document"
        answer = answers[str(status)]
        if "$ref" in answer:
            answer = self.json["components"]["responses"][answer["$ref"].rsplit("/", 1)[1]]
        if not answer.get("content"):
            return
        assert media in answer["content"], f"{method} {path}: {media} is not in the document"
        self.check(answer["content"][media]["schema"], value)


class ApiTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server(PROGRAM, DORP)
        cls.document = Document("openapi.json")
        cls.run_address = cls.server.run_study(naam="proef", herhalingen=20)
        status, headers, content = cls.server.ask("POST", "/v1/plaatsingen", {"regio": "dorp", "lokaal": 1, "coordinerend": 0})
        assert status == 202, content
        cls.placement_address = headers["location"]
        cls.server.ask("GET", cls.placement_address + "/voortgang")
        cls.package = {"regio": "dorp", "herhalingen": 8, "dreigingen": [{"dreiging": "power-72h"}], "budget": [{"jaar": 2025, "bedrag": 4000}]}
        status, headers, content = cls.server.ask("POST", "/v1/maatregelpakketten", cls.package)
        assert status == 202, content
        cls.package_address = headers["location"]
        cls.server.ask("GET", cls.package_address + "/voortgang")
        status, headers, content = cls.server.ask("POST", "/v1/dreigingsvergelijkingen", {"regio": "dorp", "herhalingen": 10})
        assert status == 202, content
        cls.comparison_address = headers["location"]
        cls.server.ask("GET", cls.comparison_address + "/voortgang")

    @classmethod
    def tearDownClass(cls):
        cls.server.__exit__()

    def samples(self):
        """Values for the path parameters of the document."""
        region = "/v1/regios/dorp"
        asset = self.server.get(region + "/tabellen/assets/rijen?paginaGrootte=1")["rijen"][0]["id"]
        overview = self.server.get(self.run_address + "/uitkomsten/overzicht")
        area = self.server.get(self.run_address + "/uitkomsten/gebieden?behoefte=" + overview["needs"][0]["id"])["gebieden"][0]["id"]
        quote = lambda text: text.replace("/", "%2F")
        return {
            "regioId": "dorp", "tabel": "assets", "rijId": quote(asset), "nummer": "1", "vorm": "xlsx",
            "doorrekeningId": self.run_address.rsplit("/", 1)[1], "gebiedId": area, "objectId": quote(asset),
            "procesId": quote(overview["processes"][0]["id"]), "naam": "results.json",
            "plaatsingId": self.placement_address.rsplit("/", 1)[1],
            "maatregelpakketId": self.package_address.rsplit("/", 1)[1],
            "dreigingId": "two-hits",
            "dreigingsvergelijkingId": self.comparison_address.rsplit("/", 1)[1],
        }, {"behoefte": overview["needs"][0]["id"], "object": asset, "van": "0"}

    def test_every_read_answers_as_the_document_says(self):
        values, queries = self.samples()
        checked = 0
        for path, operations in self.document.json["paths"].items():
            if "get" not in operations:
                continue
            address = path
            for name, value in values.items():
                address = address.replace("{" + name + "}", value)
            wanted = [p["name"] for p in operations["get"].get("parameters", []) if p.get("required") and p.get("in") == "query"]
            if path.endswith("/verschillen"):
                wanted.append("van")
            if wanted:
                address += "?" + "&".join(f"{name}={queries[name]}" for name in wanted)
            with self.subTest(address):
                status, headers, content = self.server.ask("GET", "/v1" + address)
                media = headers["content-type"].split(";")[0]
                absent = path.endswith("/noodsteunpunten") and status == 404
                self.assertTrue(status == 200 or absent, content[:300])
                self.assertEqual(headers["api-version"], self.document.json["info"]["version"])
                if path.endswith("/bestanden/{naam}"):
                    continue
                value = json.loads(content) if media.endswith("json") else content.decode("latin-1")
                if media == "text/event-stream":
                    value = json.loads(value.split("data: ")[-1])
                self.document.check_answer(path, "get", status, media, value)
                checked += 1
        self.assertGreater(checked, 25)

    def test_a_group_has_the_form_of_the_document_and_stays_below_everyone(self):
        need = self.server.get(self.run_address + "/uitkomsten/overzicht")["needs"][0]["id"]
        address = self.run_address + "/uitkomsten/gebieden?behoefte=" + need
        everyone = self.server.get(address)
        group = self.server.get(address + "&groep=over_65")
        self.document.check(self.document.json["components"]["schemas"]["Gebiedsuitkomsten"], group)
        self.assertEqual(group["groep"], "over_65")
        self.assertEqual([a["id"] for a in group["gebieden"]], [a["id"] for a in everyone["gebieden"]])
        for part, whole in zip(group["gebieden"], everyone["gebieden"]):
            self.assertLessEqual(part["inwoners"], whole["inwoners"])
            for members in part["gemiddelde"]:
                self.assertLessEqual(members, part["inwoners"])
        for hour, people in enumerate(group["regio"]):
            # Both are rounded to a tenth of a person.
            self.assertAlmostEqual(people, sum(a["gemiddelde"][hour] for a in group["gebieden"]), delta=0.05 * (1 + len(group["gebieden"])))

    def test_a_comparison_of_hazards_holds_the_rows_that_the_schema_of_results_describes(self):
        done = self.server.get(self.comparison_address)
        self.assertEqual((done["status"], done["herhalingen"], len(done["dreigingen"])), ("klaar", 10, 2))
        with open(os.path.join(SOURCE, "schema", "results.schema.json"), encoding="utf-8") as file:
            results = json.load(file)
        schema = {"$defs": results["$defs"], **results["$defs"]["hazard_figures"]}
        for row in done["dreigingen"]:
            jsonschema.validate(row, schema)
        self.assertEqual([row["id"] for row in done["dreigingen"]], [row["id"] for row in self.server.get("/v1/regios/dorp/dreigingen")["dreigingen"]])

    def test_what_is_wrong_with_a_choice_of_points_is_named(self):
        chosen = self.server.get(self.placement_address)
        # The village has no walks, and that is what it says; ogc_test.py places points in Haaglanden.
        self.assertEqual((chosen["status"], chosen["uitkomst"]), ("mislukt", None))
        self.assertIn("looptijden", chosen["fout"]["detail"])
        first = "dorpshuis"
        status, _, content = self.server.ask("POST", "/v1/plaatsingen", {"regio": "dorp", "lokaal": -1, "doel": "snel", "verplicht": ["nergens"]})
        self.assertEqual(status, 400)
        self.assertEqual({p["name"] for p in json.loads(content)["invalidParams"]}, {"lokaal", "doel"})
        status, _, content = self.server.ask("POST", "/v1/plaatsingen", {"regio": "dorp", "verplicht": ["nergens", first], "uitgesloten": [first]})
        self.assertEqual({p["name"] for p in json.loads(content)["invalidParams"]}, {"verplicht/0", "verplicht/1"})

    def test_a_package_of_measures_keeps_to_its_budget_and_the_same_question_is_answered_from_memory(self):
        answer = self.server.get(self.package_address)
        self.assertEqual(answer["status"], "klaar", answer["fout"])
        plan = answer["uitkomst"]
        self.assertEqual(plan["years"][0]["budget"], 4000)
        self.assertLessEqual(plan["cost"], 4000)
        self.assertIsNone(answer["verantwoording"])
        status, headers, content = self.server.ask("POST", "/v1/maatregelpakketten", {**self.package, "sleutel": "population"})
        self.assertEqual(status, 200)
        self.document.check_answer("/maatregelpakketten", "post", status, headers["content-type"], json.loads(content))

    def test_every_write_with_an_empty_body_gets_a_problem_of_the_document(self):
        values, _ = self.samples()
        for path, operations in self.document.json["paths"].items():
            for method in ("post", "patch"):
                if method not in operations:
                    continue
                address = path
                for name, value in values.items():
                    address = address.replace("{" + name + "}", value)
                with self.subTest(address):
                    media = "text/csv" if path.endswith("imports") else "application/json"
                    status, headers, content = self.server.ask(method.upper(), "/v1" + address, body=b"[]", headers={"Content-Type": media})
                    self.assertEqual(status, 400)
                    self.document.check_answer(path, method, status, headers["content-type"], json.loads(content))

    def test_the_examples_of_the_document_fit_its_schemas(self):
        checked = 0
        for name, schema in self.document.json["components"]["schemas"].items():
            if "example" in schema:
                with self.subTest(name):
                    self.document.check({"$ref": f"#/components/schemas/{name}"}, schema["example"])
                    checked += 1
        self.assertGreater(checked, 5)

    def test_a_schema_that_does_not_fit_is_noticed(self):
        region = copy.deepcopy(self.server.get("/v1/regios/dorp"))
        region["inwoners"] = "veel"
        with self.assertRaises(jsonschema.ValidationError):
            self.document.check_answer("/regios/{regioId}", "get", 200, "application/json", region)

    def test_the_exported_package_is_the_imported_one_to_the_byte(self):
        _, _, content = self.server.ask("GET", "/v1/regios/dorp/exports/csv?opNummer=1")
        archive = zipfile.ZipFile(io.BytesIO(content))
        self.assertIsNone(archive.testzip())
        names = [name for name in os.listdir(DORP)]
        self.assertEqual(sorted(archive.namelist()), sorted(names))
        for name in names:
            with open(os.path.join(DORP, name), "rb") as file:
                self.assertEqual(archive.read(name), file.read(), name)

    def test_a_table_goes_to_dutch_excel_and_back_without_a_change(self):
        region = "/v1/regios/dorp"
        for table in ("areas", "parameters", "shocks"):
            with self.subTest(table):
                _, _, content = self.server.ask("GET", f"{region}/tabellen/{table}/exports/csv")
                self.assertTrue(content.startswith(b"\xef\xbb\xbf"))
                self.assertIn(b";", content.splitlines()[0])
                status, _, answer = self.server.ask("POST", f"{region}/imports?controleer=true&verwijderOntbrekende=true&tabel={table}", body=content, headers={"Content-Type": "text/csv"})
                # Nothing would change, and that is what it says; to store that is refused.
                self.assertEqual(status, 200)
                self.assertEqual(json.loads(answer)["telling"], {"put": 0, "remove": 0})
                status, _, answer = self.server.ask("POST", f"{region}/imports?verwijderOntbrekende=true&wie=proef&tabel={table}", body=content, headers={"Content-Type": "text/csv"})
                self.assertEqual(status, 400)
                self.assertEqual([p["name"] for p in json.loads(answer)["invalidParams"]], ["put"])
        _, _, book = self.server.ask("GET", f"{region}/exports/xlsx")
        status, _, answer = self.server.ask("POST", f"{region}/imports?controleer=true", body=book, headers={"Content-Type": XLSX})
        self.assertEqual(status, 200)
        self.assertEqual(json.loads(answer)["telling"], {"put": 0, "remove": 0})

    def test_an_edited_csv_becomes_one_change_and_can_be_taken_back(self):
        region = "/v1/regios/dorp"
        _, _, content = self.server.ask("GET", region + "/tabellen/areas/exports/csv")
        lines = content.decode("utf-8-sig").split("\r\n")
        column = lines[0].split(";").index("mutual_help")
        cells = lines[1].split(";")
        cells[column] = "0,25"
        lines[1] = ";".join(cells)
        before = self.server.get(region)["versie"]
        status, headers, answer = self.server.ask("POST", region + "/imports?tabel=areas&wie=proef", body="\r\n".join(lines).encode(), headers={"Content-Type": "text/csv"})
        self.assertEqual(status, 201, answer)
        self.document.check_answer("/regios/{regioId}/imports", "post", 201, "application/json", json.loads(answer))
        self.assertEqual(json.loads(answer)["put"][0]["rij"]["mutual_help"], "0.25")
        status, _, answer = self.server.ask("POST", headers["location"] + "/terugdraaiingen", {"wie": "proef"})
        self.assertEqual(status, 201, answer)
        self.assertEqual(self.server.get(region)["versie"], before)

    def test_headers_of_pages_and_data_as_curl_sees_them(self):
        def curl(*arguments):
            return subprocess.run(["curl", "-s", "-i", *arguments], capture_output=True, text=True, check=True).stdout.lower()

        base = self.server.base
        open_document = curl("-H", "Origin: https://x.example", base + "/v1/openapi.json")
        self.assertIn("access-control-allow-origin: *", open_document)
        self.assertIn("api-version: 1.0.0", open_document)
        data = curl(base + "/v1/regios")
        for header in ("cache-control: no-store", "x-content-type-options: nosniff", "x-frame-options: deny", "frame-ancestors 'none'", "referrer-policy: no-referrer"):
            self.assertIn(header, data)
        self.assertNotIn("access-control-allow-origin", data)
        self.assertNotIn("strict-transport-security", data)
        self.assertIn("strict-transport-security", curl("-H", "X-Forwarded-Proto: https", base + "/v1/regios"))
        self.assertIn("421", curl("-H", "Host: kwaad.example", base + "/v1/regios").splitlines()[0])
        self.assertIn("403", curl("-X", "POST", "-H", "Origin: https://x.example", "-d", "{}", base + "/v1/doorrekeningen").splitlines()[0])
        self.assertIn("contact: mailto:", curl(base + "/.well-known/security.txt"))

    def test_parts_tags_and_packing(self):
        path = self.run_address + "/uitkomsten"
        status, headers, whole = self.server.ask("GET", path)
        status, part_headers, part = self.server.ask("GET", path, headers={"Range": "bytes=10-19"})
        self.assertEqual((status, part), (206, whole[10:20]))
        self.assertEqual(part_headers["content-range"], f"bytes 10-19/{len(whole)}")
        self.assertEqual(self.server.ask("GET", path, headers={"Range": f"bytes={len(whole)}-"})[0], 416)
        status, packed_headers, packed = self.server.ask("GET", path, headers={"Accept-Encoding": "gzip"})
        self.assertEqual(packed_headers["content-encoding"], "gzip")
        self.assertEqual(gzip.decompress(packed), whole)
        self.assertEqual(self.server.ask("GET", path, headers={"If-None-Match": packed_headers["etag"], "Accept-Encoding": "gzip"})[0], 304)
        status, head, content = self.server.ask("HEAD", path)
        self.assertEqual((status, content, head["content-length"]), (200, b"", str(len(whole))))

    def test_the_report_of_a_run_is_shut_in(self):
        for _ in range(100):
            status, headers, content = self.server.ask("GET", self.run_address + "/bestanden/report.html")
            if status == 200:
                break
            time.sleep(0.1)
        self.assertEqual(status, 200)
        self.assertIn("sandbox", headers["content-security-policy"])
        self.assertIn(b"Dorp", content)

    def test_sixty_clients_that_dawdle_keep_nobody_waiting(self):
        slow = []
        for number in range(60):
            client = socket.create_connection(("localhost", self.server.port))
            client.sendall(b"GET /v1/regios HTTP/1.1\r\nHost: localhost\r\nX-Slow: " if number % 2 else b"P")
            slow.append(client)
        begin = time.monotonic()
        for _ in range(20):
            self.server.get("/v1/regios/dorp")
        self.assertLess(time.monotonic() - begin, 2)
        # They are shown out within the limit for a head (10 s).
        for client in slow:
            client.settimeout(20)
            while client.recv(65536):
                pass
            client.close()
        self.assertLess(time.monotonic() - begin, 18)

    def test_what_is_no_http_gets_a_plain_refusal(self):
        for text in (b"\x00\x01\x02\r\n\r\n", b"GET\r\n\r\n", b"GET /v1/regios HTTP/1.1\r\n\r\n", b"TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n"):
            with socket.create_connection(("localhost", self.server.port)) as client:
                client.settimeout(15)
                client.sendall(text)
                client.shutdown(socket.SHUT_WR)
                answer = b""
                try:
                    while piece := client.recv(65536):
                        answer += piece
                except ConnectionResetError:
                    pass
                self.assertTrue(answer == b"" or answer.startswith(b"HTTP/1.1 4"), answer[:100])
        self.server.get("/gezondheid")


class LifeTest(unittest.TestCase):
    def test_a_stop_waits_for_answers_and_a_run_goes_on_after_the_next_start(self):
        with Server(PROGRAM, DORP) as server:
            status, headers, _ = server.ask("POST", "/v1/doorrekeningen", {"regio": "dorp", "dreiging": "power-72h", "herhalingen": 100000})
            self.assertEqual(status, 202)
            events = []

            def follow():
                events.append(server.ask("GET", headers["location"] + "/voortgang")[2])

            follower = threading.Thread(target=follow)
            follower.start()
            while server.get(headers["location"])["status"] == "wachtend":
                time.sleep(0.01)
            begin = time.monotonic()
            self.assertEqual(server.stop(), 0)
            self.assertLess(time.monotonic() - begin, 10)
            follower.join(timeout=10)
            self.assertFalse(follower.is_alive())
            server.start()
            self.assertIn(server.get(headers["location"])["status"], ("wachtend", "bezig"))
            self.assertEqual(server.ask("DELETE", headers["location"])[0], 204)

    def test_two_servers_do_not_share_a_data_file(self):
        with Server(PROGRAM, DORP) as server:
            command = [PROGRAM, "--lang", "nl", "serve", "--region", DORP, "--data", server.data, "--port", "0"]
            second = subprocess.run(command, capture_output=True, text=True, timeout=30)
            self.assertEqual(second.returncode, 6, second.stderr)
            self.assertIn("wordt al gebruikt door een andere veer serve", second.stderr)
            self.assertIn(server.data, second.stderr)
            self.assertEqual(server.get("/gezondheid")["status"], "gezond")
            # However the first one ends, the next may begin.
            server.stop(signal.SIGKILL)
            server.start()
            self.assertEqual(server.get("/v1/regios/dorp")["id"], "dorp")

    def test_a_killed_server_has_lost_nothing_that_it_confirmed(self):
        with Server(PROGRAM, DORP) as server:
            asset = server.get("/v1/regios/dorp/tabellen/assets/rijen?paginaGrootte=1")["rijen"][0]["id"]
            change = {"wie": "proef", "put": [{"tabel": "assets", "rij": {"id": asset, "name": "Na de klap"}}]}
            self.assertEqual(server.ask("POST", "/v1/regios/dorp/wijzigingen", change)[0], 201)
            server.stop(signal.SIGKILL)
            server.start()
            self.assertEqual(server.get("/v1/regios/dorp/tabellen/assets/rijen/" + asset.replace("/", "%2F"))["rij"]["name"], "Na de klap")

    def test_a_backup_while_it_runs_is_restored_into_the_same_region(self):
        with Server(PROGRAM, DORP) as server:
            version = server.get("/v1/regios/dorp")["versie"]
            copy_file = os.path.join(server.folder.name, "copy.db")
            other = os.path.join(server.folder.name, "other.db")
            made = subprocess.run([PROGRAM, "backup", copy_file, "--data", server.data], capture_output=True, text=True)
            self.assertEqual(made.returncode, 0, made.stderr)
            refused = subprocess.run([PROGRAM, "restore", copy_file, "--data", server.data], capture_output=True, text=True)
            self.assertEqual(refused.returncode, 6, refused.stderr)
            restored = subprocess.run([PROGRAM, "restore", copy_file, "--data", other], capture_output=True, text=True)
            self.assertEqual(restored.returncode, 0, restored.stderr)
            server.stop()
            server.data = other
            server.start()
            self.assertEqual(server.get("/v1/regios/dorp")["versie"], version)

    def test_a_full_disk_is_said_and_reading_goes_on(self):
        if os.geteuid() != 0 or subprocess.run(["mountpoint", "-q", "/proc"]).returncode != 0:
            self.skipTest("needs root to mount a small disk")
        with Server(PROGRAM, DORP) as server:
            small = os.path.join(server.folder.name, "small")
            os.mkdir(small)
            if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", small]).returncode != 0:
                self.skipTest("this machine lets nobody mount")
            try:
                server.stop()
                server.data = os.path.join(small, "data.db")
                server.start()
                with open(os.path.join(small, "filler"), "wb", buffering=0) as filler:
                    try:
                        while filler.write(b"x" * 4096):
                            pass
                    except OSError:
                        pass
                asset = server.get("/v1/regios/dorp/tabellen/assets/rijen?paginaGrootte=1")["rijen"][0]["id"]
                change = {"wie": "proef", "put": [{"tabel": "assets", "rij": {"id": asset, "name": "x" * 100000}}]}
                status, headers, content = server.ask("POST", "/v1/regios/dorp/wijzigingen", change)
                self.assertEqual(status, 503, content)
                self.assertIn("schijf is vol", json.loads(content)["detail"])
                self.assertIn("retry-after", headers)
                self.assertEqual(server.get("/v1/regios/dorp/wijzigingen")["paginering"]["totaal"], 1)
                os.remove(os.path.join(small, "filler"))
                self.assertEqual(server.ask("POST", "/v1/regios/dorp/wijzigingen", change)[0], 201)
            finally:
                server.stop()
                subprocess.run(["umount", small], check=True)

    def test_the_log_is_json_and_holds_no_names(self):
        with Server(PROGRAM, DORP) as server:
            server.ask("POST", "/v1/regios/dorp/wijzigingen", {"wie": "Geheime Naam", "put": []})
            server.get("/v1/regios/dorp/tabellen/assets/rijen?zoek=geheim")
            server.stop()
            lines = [json.loads(line) for line in server.read_log().splitlines()]
            self.assertTrue(any(line["event"] == "request" and line["status"] == "400" for line in lines))
            self.assertNotIn("geheim", json.dumps(lines).lower())
            server.start()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    arguments, rest = parser.parse_known_args()
    PROGRAM = os.path.abspath(arguments.program)
    unittest.main(argv=[sys.argv[0], *rest])
