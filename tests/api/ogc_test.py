"""Reads the map layers of a running `veer serve` with other people's programs: GDAL (ogrinfo), OWSLib and PROJ (cs2cs).

    python3 tests/api/ogc_test.py --program build/release/veer

The tests are named after the classes of the conformance suite of OGC API Features part 1 and 2.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import time
import unittest
import urllib.parse

from server_process import Server

SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
HAAGLANDEN = os.path.join(SOURCE, "regions", "haaglanden")
RD = "http://www.opengis.net/def/crs/EPSG/0/28992"
CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"


def rows_of(table):
    with open(os.path.join(HAAGLANDEN, table + ".csv"), encoding="utf-8") as file:
        return sum(1 for _ in file) - 1


class OgcTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server(PROGRAM, HAAGLANDEN)
        cls.base = cls.server.base + "/ogc/v1"

    @classmethod
    def tearDownClass(cls):
        cls.server.__exit__()

    def items(self, collection, **query):
        return self.server.get(f"/ogc/v1/collections/{collection}/items?" + urllib.parse.urlencode({k.replace("_", "-"): v for k, v in query.items()}))

    def test_landing_page_conformance_and_api_definition(self):
        landing = self.server.get("/ogc/v1")
        for rel in ("self", "service-desc", "conformance", "data"):
            link = next(link for link in landing["links"] if link["rel"] == rel)
            status, headers, _ = self.server.ask("GET", urllib.parse.urlparse(link["href"]).path)
            self.assertEqual(status, 200, rel)
            self.assertEqual(headers["content-type"].split(",")[0], link["type"])
        classes = self.server.get("/ogc/v1/conformance")["conformsTo"]
        for name in ("ogcapi-features-1/1.0/conf/core", "ogcapi-features-1/1.0/conf/geojson", "ogcapi-features-1/1.0/conf/oas30", "ogcapi-features-2/1.0/conf/crs"):
            self.assertIn("http://www.opengis.net/spec/" + name, classes)
        self.assertEqual(self.server.get("/ogc/v1/api")["openapi"], "3.0.3")

    def test_collections_say_their_extent_and_systems(self):
        collections = {c["id"]: c for c in self.server.get("/ogc/v1/collections")["collections"]}
        self.assertEqual(sorted(collections), ["gebieden", "noodsteunpunten", "objecten", "uitkomsten"])
        for collection in collections.values():
            self.assertEqual(collection["crs"], [CRS84, RD])
            self.assertEqual(collection["storageCrs"], CRS84)
            west, south, east, north = collection["extent"]["spatial"]["bbox"][0]
            self.assertTrue(3.5 < west < east < 5.5 and 51.5 < south < north < 52.5)
            self.assertEqual(self.server.get("/ogc/v1/collections/" + collection["id"])["title"], collection["title"])

    def test_features_limit_next_and_numbers(self):
        wanted, seen, address = rows_of("support_points"), [], "/ogc/v1/collections/noodsteunpunten/items?limit=300"
        while address:
            page = self.server.get(address)
            self.assertEqual(page["numberMatched"], wanted)
            self.assertEqual(page["numberReturned"], len(page["features"]))
            seen += [feature["id"] for feature in page["features"]]
            following = [link["href"] for link in page["links"] if link["rel"] == "next"]
            address = following[0][len(self.server.base):] if following else None
        self.assertEqual(len(seen), wanted)
        self.assertEqual(len(set(seen)), wanted)
        for bad in ("limit=0", "limit=x", "limit=-1", "bbox=1,2,3", "bbox=5,2,3,4", "datetime=gisteren", "onzin=1", "crs=EPSG:28992", "bbox-crs=x"):
            status, headers, content = self.server.ask("GET", "/ogc/v1/collections/noodsteunpunten/items?" + bad)
            self.assertEqual((status, headers["content-type"]), (400, "application/problem+json"), bad)
            self.assertEqual(len(json.loads(content)["invalidParams"]), 1)
        self.assertEqual(self.server.ask("GET", "/ogc/v1/collections/noodsteunpunten/items?limit=99999")[0], 200)

    def test_features_bbox_in_both_systems_agree(self):
        west, south, east, north = 4.25, 52.02, 4.35, 52.08
        degrees = {f["id"] for f in self.items("noodsteunpunten", bbox=f"{west},{south},{east},{north}", limit=1000)["features"]}
        self.assertTrue(10 < len(degrees) < rows_of("support_points"))
        x1, y1 = map(float, self.cs2cs([(west, south)])[0])
        x2, y2 = map(float, self.cs2cs([(east, north)])[0])
        metres = {f["id"] for f in self.items("noodsteunpunten", bbox=f"{x1},{y1},{x2},{y2}", bbox_crs=RD, limit=1000)["features"]}
        # A rectangle in metres stands a little askew on one in degrees: they may differ at the edges only.
        self.assertLess(len(degrees ^ metres), 0.1 * len(degrees))
        inside = self.items("gebieden", bbox=f"{west},{south},{west + 0.001},{south + 0.001}", limit=10)
        self.assertTrue(1 <= inside["numberMatched"] <= 4)

    def cs2cs(self, places):
        """Longitude and latitude to RD by PROJ: the official transformation, without grids of corrections."""
        text = "\n".join(f"{lat} {lon}" for lon, lat in places)
        done = subprocess.run(["cs2cs", "-f", "%.3f", "EPSG:4326", "EPSG:28992"], input=text, capture_output=True, text=True, check=True)
        return [line.split()[:2] for line in done.stdout.splitlines()]

    @unittest.skipUnless(shutil.which("cs2cs"), "cs2cs (proj-bin) is not installed")
    def test_crs_rd_coordinates_agree_with_cs2cs_within_a_metre(self):
        degrees = self.items("noodsteunpunten", limit=1000)["features"]
        status, headers, content = self.server.ask("GET", "/ogc/v1/collections/noodsteunpunten/items?limit=1000&crs=" + RD)
        self.assertEqual(headers["content-crs"], f"<{RD}>")
        metres = json.loads(content)["features"]
        expected = self.cs2cs([f["geometry"]["coordinates"] for f in degrees])
        for feature, (x, y) in zip(metres, expected):
            got = feature["geometry"]["coordinates"]
            self.assertTrue(60000 < got[0] < 110000 and 430000 < got[1] < 480000, got)
            self.assertLess(abs(got[0] - float(x)) + abs(got[1] - float(y)), 1, feature["id"])

    def test_crs_on_one_feature(self):
        first = self.items("noodsteunpunten", limit=1)["features"][0]
        path = "/ogc/v1/collections/noodsteunpunten/items/" + first["id"].replace("/", "%2F")
        status, headers, content = self.server.ask("GET", path)
        self.assertEqual(json.loads(content)["geometry"], first["geometry"])
        self.assertEqual(headers["content-crs"], f"<{CRS84}>")
        self.assertGreater(self.server.get(path + "?crs=" + RD)["geometry"]["coordinates"][1], 400000)
        self.assertEqual(self.server.ask("GET", path + "?crs=x")[0], 400)
        self.assertEqual(self.server.ask("GET", path + "x")[0], 404)

    def test_features_datetime_picks_an_hour_of_the_results(self):
        self.assertEqual(self.items("uitkomsten")["numberMatched"], 0)
        self.server.run_study(naam="proef", herhalingen=2)
        areas = rows_of("areas")
        everything = self.items("uitkomsten", limit=1)
        self.assertEqual(everything["numberMatched"], areas * 168)
        # The hazard starts on 17 January 2023 at 17:00 in winter time.
        hour = self.items("uitkomsten", datetime="2023-01-18T17:00:00+01:00", limit=1000)
        self.assertEqual(hour["numberMatched"], areas)
        self.assertEqual({f["properties"]["uur"] for f in hour["features"]}, {24})
        self.assertEqual(self.items("uitkomsten", datetime="../2023-01-17T17:00:00Z", limit=1)["numberMatched"], 2 * areas)
        without_heat = sum(f["properties"]["onvervuld_warmth"] for f in hour["features"])
        self.assertGreater(without_heat, 1000)

    def place(self, **question):
        status, headers, content = self.server.ask("POST", "/v1/plaatsingen", {"regio": "haaglanden", "coordinerend": 0, **question})
        self.assertEqual(status, 202, content)
        self.server.ask("GET", headers["location"] + "/voortgang")
        placement = self.server.get(headers["location"])
        self.assertEqual(placement["status"], "klaar", placement["fout"])
        return [point["id"] for point in placement["uitkomst"]["points"]]

    def test_support_points_are_chosen_anew_with_fixed_and_closed_ones(self):
        before = self.place(lokaal=3)
        self.assertEqual(len(before), 3)
        other = next(f["id"] for f in self.items("noodsteunpunten", limit=1000)["features"] if f["properties"]["niveau"] == "local" and f["id"] not in before)
        after = self.place(lokaal=3, verplicht=[other], uitgesloten=before[:1])
        self.assertEqual(len(after), 3)
        self.assertIn(other, after)
        self.assertNotIn(before[0], after)

    def test_a_choice_of_support_points_is_cancelled_while_it_computes(self):
        status, headers, content = self.server.ask("POST", "/v1/plaatsingen", {"regio": "haaglanden", "coordinerend": 0, "doel": "capacity"})
        self.assertEqual(status, 202, content)
        while (placement := self.server.get(headers["location"]))["status"] == "wachtend" or (placement["status"] == "bezig" and placement["deel"] == 0):
            time.sleep(0.02)
        self.assertEqual(placement["status"], "bezig", "it is over before it can be cancelled")
        self.assertLess(placement["deel"], 1)
        begin = time.monotonic()
        self.assertEqual(self.server.ask("DELETE", headers["location"])[0], 204)
        self.server.ask("GET", headers["location"] + "/voortgang")
        self.assertLess(time.monotonic() - begin, 5)
        placement = self.server.get(headers["location"])
        self.assertEqual((placement["status"], placement["uitkomst"], placement["fout"]), ("afgebroken", None, None))

    def test_everything_said_of_a_named_object_carries_its_reserve(self):
        for collection in ("objecten", "noodsteunpunten"):
            for feature in self.items(collection, limit=10000)["features"]:
                properties = feature["properties"]
                self.assertEqual(properties["voorbehoud"], None if properties["bevestigd"] else "voorbeeldgegevens – niet bevestigd")

    @unittest.skipUnless(shutil.which("ogrinfo"), "ogrinfo (gdal-bin) is not installed")
    def test_gdal_reads_all_pages(self):
        for collection, count in (("noodsteunpunten", rows_of("support_points")), ("gebieden", rows_of("areas"))):
            done = subprocess.run(["ogrinfo", "-ro", "-so", "--config", "GDAL_HTTP_TIMEOUT", "20", "-oo", "PAGE_SIZE=100", "OAPIF:" + self.base, collection], capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual(int(re.search(r"Feature Count: (\d+)", done.stdout).group(1)), count)
            listed = subprocess.run(["ogrinfo", "-ro", "-q", "-geom=NO", "-oo", "PAGE_SIZE=100", "OAPIF:" + self.base, collection], capture_output=True, text=True)
            self.assertEqual(listed.stdout.count("OGRFeature("), count)

    def test_owslib_reads_the_collections_and_their_items(self):
        try:
            from owslib.ogcapi.features import Features
        except ImportError:
            self.skipTest("OWSLib (python3-owslib) is not installed")
        client = Features(self.base + "/")
        self.assertIn("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core", client.conformance()["conformsTo"])
        self.assertEqual(sorted(c["id"] for c in client.collections()["collections"]), ["gebieden", "noodsteunpunten", "objecten", "uitkomsten"])
        items = client.collection_items("gebieden", limit=10)
        self.assertEqual(items["numberReturned"], 10)
        self.assertEqual(items["numberMatched"], rows_of("areas"))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    arguments, rest = parser.parse_known_args()
    PROGRAM = os.path.abspath(arguments.program)
    unittest.main(argv=[sys.argv[0], *rest])
