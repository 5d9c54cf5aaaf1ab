"""The chapter of measures begins with a page for the board: printed, it is one A4 of its own and holds the whole answer.

Makes the report of the shipped region, prints it with the browser as a reader would, and reads the pages back."""

import argparse
import pathlib
import re
import subprocess
import tempfile

HEADING = "Maatregelen en geld"
ON_THE_PAGE = [
    "Wat het koopt",
    "Uren in de slechtste 5 %",
    "minst bediende gemeente",
    "Eigen processen over hun uiterste grens",
    "Wat, wanneer, wie doet het en wie betaalt",
    "korting stopt",  # the heads of two columns, each on two lines
    "gevraagd",
    "beschikbaar",
    "Wat als het geld niet komt",
    "Zoals aangekondigd",
    "Met korting op de rijksbijdrage",
    "Na het eerste jaar niets",
    "betaalt het plan zich terug",
    "een aanname",
    "± is de marge van 95 %",
]
NEXT = "Wat wanneer begint"
LATER = ["In welke volgorde", "Eén voor één gekocht"]


def plain(text):
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ").replace("-\n", ""))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--region", required=True)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder)
        study = [arguments.program, "study", arguments.region, "--only", "measures", "--replicas", "16", "--lang", "nl"]
        subprocess.run([*study, "--out", str(out)], check=True, capture_output=True)
        pdf = out / "report.pdf"
        browser = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={out / 'profile'}"]
        subprocess.run(
            [*browser, f"--print-to-pdf={pdf}", (out / "report.html").as_uri()], check=True, capture_output=True, timeout=120
        )
        raw = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    pages = [plain(page) for page in raw.split("\f")]
    first = [number for number, page in enumerate(pages) if "Wat, wanneer, wie doet het en wie betaalt" in page]
    assert len(first) == 1, f"the board's table stands on pages {first}, expected one"
    board = pages[first[0]]
    missing = [text for text in [HEADING, *ON_THE_PAGE] if text not in board]
    assert not missing, f"not on the board's page ({first[0] + 1}): {missing}\n{board}"
    assert NEXT not in board, "what comes after the board's page stands on it"
    assert NEXT in pages[first[0] + 1], f"the board's page runs over: page {first[0] + 2} reads {pages[first[0] + 1][:300]}"
    for text in LATER:
        assert any(text in page for page in pages[first[0] + 1 :]), f"no page after the board's says '{text}'"
    print(f"page {first[0] + 1} of {len(pages) - 1} answers the board")


if __name__ == "__main__":
    main()
