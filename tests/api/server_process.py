"""A `veer serve` of its own for a test: started on a free port with a fresh data file, stopped at the end."""

import http.client
import json
import os
import re
import signal
import subprocess
import tempfile
import time


class Server:
    """@param region  package to serve; data and log lie in a folder that goes away."""

    def __init__(self, program, region, *more):
        self.folder = tempfile.TemporaryDirectory(prefix="veer-api-")
        self.data = os.path.join(self.folder.name, "data.db")
        self.program, self.region, self.more = program, region, more
        self.process = self.log = None
        self.start()

    def start(self):
        if self.log:
            self.log.close()
        self.log = open(os.path.join(self.folder.name, "log"), "a+")
        command = [self.program, "--lang", "nl", "serve", "--region", self.region, "--data", self.data, "--port", "0", *self.more]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=self.log, text=True)
        for line in self.process.stdout:
            found = re.search(r"http://localhost:(\d+)", line)
            if found:
                self.port = int(found.group(1))
                self.base = f"http://localhost:{self.port}"
                return
        raise SystemExit(f"the server did not start: {self.read_log()}")

    def read_log(self):
        self.log.flush()
        self.log.seek(0)
        return self.log.read()

    def stop(self, how=signal.SIGTERM):
        """@returns the exit code"""
        if self.process.poll() is None:
            self.process.send_signal(how)
        code = self.process.wait(timeout=30)
        self.process.stdout.close()
        return code

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()
        self.log.close()
        self.folder.cleanup()

    def ask(self, method, path, body=None, headers=None, timeout=60):
        """@returns (status, headers in lower case, bytes)"""
        connection = http.client.HTTPConnection("localhost", self.port, timeout=timeout)
        given = dict(headers or {})
        if isinstance(body, (dict, list)):
            body = json.dumps(body).encode()
            given.setdefault("Content-Type", "application/json")
        connection.request(method, path, body=body, headers=given)
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        return answer.status, {k.lower(): v for k, v in answer.getheaders()}, content

    def get(self, path, **more):
        status, _, content = self.ask("GET", path, **more)
        assert status == 200, f"{path}: {status} {content[:500]}"
        return json.loads(content)

    def run_study(self, **request):
        """Asks for a run and waits for its end. @returns its address"""
        status, headers, content = self.ask("POST", "/v1/doorrekeningen", {"regio": os.path.basename(self.region), "dreiging": "power-72h", **request})
        assert status in (200, 202), content
        address = headers["location"]
        for _ in range(2400):  # seconds on a quiet machine; other programs may run here
            run = self.get(address)
            if run["status"] not in ("wachtend", "bezig"):
                assert run["status"] == "klaar", run
                return address
            time.sleep(0.1)
        raise AssertionError("the run does not end")
