"""Load on a running `veer serve`: 200 connections read for ten seconds, with and without a study beside them.

Used by bench/run (part "server"). Needs wrk. Prints rows of the table in docs/performance.md.
"""

import json
import re
import subprocess
import sys
import tempfile
import time
import urllib.request

CONNECTIONS = 200
SECONDS = 10
P99_MS = 250  # what a reader may wait while a study runs


def milliseconds(text):
    value, unit = re.fullmatch(r"([0-9.]+)(us|ms|s|m)", text).groups()
    return float(value) * {"us": 0.001, "ms": 1, "s": 1000, "m": 60000}[unit]


def load(address):
    """@returns requests a second, p99 in ms, errors"""
    out = subprocess.run(["wrk", "-t2", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--timeout", "5s", "--latency", address], capture_output=True, text=True, check=True).stdout
    errors = sum(map(int, re.findall(r"(?:connect|read|write|timeout) (\d+)", out))) + sum(map(int, re.findall(r"Non-2xx or 3xx responses: (\d+)", out)))
    return float(re.search(r"Requests/sec:\s+([0-9.]+)", out).group(1)), milliseconds(re.search(r"99%\s+(\S+)", out).group(1)), errors


class Server:
    def __init__(self, program, region):
        self.folder = tempfile.TemporaryDirectory(prefix="veer-bench-")
        self.process = subprocess.Popen([program, "serve", "--region", region, "--data", self.folder.name + "/data.db", "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        for line in self.process.stdout:
            if found := re.search(r"http://localhost:\d+", line):
                self.base = found.group(0)
                return
        sys.exit("bench/server_load.py: the server does not start")

    def ask(self, path, body=None):
        request = urllib.request.Request(self.base + path, data=json.dumps(body).encode() if body else None, headers={"Content-Type": "application/json"})
        with urllib.request.urlopen(request) as answer:
            return json.loads(answer.read())

    def study(self, replicas, wait):
        run = self.ask("/v1/doorrekeningen", {"regio": "haaglanden", "dreiging": "power-72h", "herhalingen": replicas})
        while wait and run["status"] in ("wachtend", "bezig"):
            time.sleep(0.2)
            run = self.ask("/v1/doorrekeningen/" + run["id"])
        return run["id"]

    def stop(self):
        self.process.terminate()
        self.process.wait()
        self.folder.cleanup()


def measure(program, region):
    """@returns rows: what, figures, remark"""
    server = Server(program, region)
    rows = []
    try:
        done = server.study(200, True)
        pages = [("region in short", "/v1/regios/haaglanden"), ("a page of rows", "/v1/regios/haaglanden/tabellen/assets/rijen?paginaGrootte=20"), ("an area of a run", f"/v1/doorrekeningen/{done}/uitkomsten/gebieden?behoefte=warmth")]
        for beside in (False, True):
            busy = server.study(100000, False) if beside else None
            for what, path in pages:
                rate, p99, errors = load(server.base + path)
                kept = "" if not beside else "kept" if errors == 0 and p99 < P99_MS else "not kept"
                rows.append((f"{what}, {CONNECTIONS} connections{', a study beside it' if beside else ''}", f"{rate:,.0f} requests/s, p99 {p99:.0f} ms, {errors} errors", kept))
            if busy:
                assert server.ask("/v1/doorrekeningen/" + busy)["status"] == "bezig"
    finally:
        server.stop()
    return rows


if __name__ == "__main__":
    for row in measure(sys.argv[1], sys.argv[2]):
        print("| " + " | ".join(row) + " |", flush=True)
