#!/usr/bin/env python3
"""Runs mp-rewrite --check on one source and compares what it says with what the source expects.

Expectations are comments in the source, each on a line of its own or behind code:

  // expect-error@+1 {{mp-carried}}: sum        an error on the next line, with this identifier,
                                                whose text, or a note's, has the word "sum"
  // expect-error {{mp-carried|mp-subscript}}   on this line, one of two identifiers
  // expect-note@-2                             a note two lines up
  // expect-warning@+1 {{mp-opaque-call}}: f    a warning
  // expect-note@+1?                            a note that may be there

Every expectation has to be met, each by one diagnostic of its own (two errors on one line need
two expectations), and nothing else may be said (notes on macros' expansions are Clang's own). With an error the exit status has to be 1 and
the report has to call each annotated loop refused, with the same identifiers at the same lines;
without one it has to be 0 and accepted.

  // STD: 20            the source needs C++20
  // FLAGS: -ffast-math further compiler flags
  // ACCEPTED: 12       the loop at that line is accepted all the same
"""

import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys

DIAGNOSTIC = re.compile(
    r"^(?P<file>[^\s:][^:\n]*):(?P<line>\d+):(?P<column>\d+): "
    r"(?P<severity>error|warning|note|fatal error): (?P<text>.*?)"
    r"(?: \[(?P<id>[\w-]+(?:,[\w-]+)*)\])?$")
EXPECTATION = re.compile(
    r"//\s*expect-(?P<severity>error|warning|note)(?:@(?P<offset>[+-]\d+))?(?P<optional>\?)?"
    r"(?:\s*\{\{(?P<ids>[\w|-]+)\}\})?(?::\s*(?P<text>.*?))?\s*(?=//|$)")

Expected = collections.namedtuple("Expected", "severity line ids text optional")
Given = collections.namedtuple("Given", "severity line id text")


def expectations(source):
    found = []
    for number, line in enumerate(source.read_text().splitlines(), 1):
        for match in EXPECTATION.finditer(line):
            ids = match["ids"].split("|") if match["ids"] else None
            found.append(Expected(match["severity"], number + int(match["offset"] or 0), ids,
                                  match["text"] or "", bool(match["optional"])))
        if "expect-" in line and not EXPECTATION.search(line):
            raise SystemExit(f"{source}:{number}: can't read this expectation")
    return found


def directive(source, name):
    return re.findall(rf"^\s*//\s*{name}:\s*(.*?)\s*$", source.read_text(), re.MULTILINE)


def meets(given, expected):
    if given.severity != expected.severity or given.line != expected.line:
        return False
    if expected.ids and given.id not in expected.ids:
        return False
    return all(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", given.text) if word[:1].isalnum()
               else word in given.text for word in expected.text.split())


def match(given, expected):
    """Pairs diagnostics with expectations; returns what is left of both."""
    left, missing = list(given), []
    for wanted in sorted(expected, key=lambda e: (e.optional, not e.text)):
        hit = next((g for g in left if meets(g, wanted)), None)
        if hit is not None:
            left.remove(hit)
        elif not wanted.optional:
            missing.append(wanted)
    return left, missing


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source")
    parser.add_argument("--rewrite", required=True)
    parser.add_argument("--report", required=True, help="where to write the report")
    options = parser.parse_args()
    source = pathlib.Path(options.source).resolve()
    report = pathlib.Path(options.report)
    report.parent.mkdir(parents=True, exist_ok=True)
    report.unlink(missing_ok=True)
    standard = (directive(source, "STD") or ["17"])[0]
    flags = " ".join(directive(source, "FLAGS")).split()
    args = [options.rewrite, "--check", f"--report={report}", str(source), "--",
            f"-std=c++{standard}", "-Wno-everything", *flags]
    try:
        done = subprocess.run(args, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True, errors="replace", timeout=120)
    except subprocess.TimeoutExpired:
        print("no end after 120 s", file=sys.stderr)
        return 1

    wrong = []
    expected = expectations(source)
    given = []
    for line in done.stderr.splitlines():
        found = DIAGNOSTIC.match(line)
        if found:
            if found["text"].startswith("expanded from"):
                continue
            same = pathlib.Path(found["file"]).name == source.name
            given.append(Given(found["severity"], int(found["line"]) if same else 0, found["id"],
                               found["text"] if same else line))
            if found["severity"] == "note" and len(given) > 1:
                # What a message says includes what its notes say.
                at = max(i for i, g in enumerate(given[:-1]) if g.severity != "note")
                given[at] = given[at]._replace(text=f"{given[at].text}; {found['text']}")
    left, missing = match(given, expected)
    for e in missing:
        wrong.append(f"line {e.line}: expected {e.severity} {'|'.join(e.ids or ['(any)'])} {e.text}")
    for g in left:
        wrong.append(f"line {g.line}: not expected: {g.severity}: {g.text} [{g.id}]")

    errors = [e for e in expected if e.severity == "error"]
    status = 1 if errors else 0
    if done.returncode != status:
        wrong.append(f"exit status {done.returncode}, expected {status}")
    if not report.exists():
        wrong.append("no report was written")
    else:
        loops = json.loads(report.read_text())["loops"]
        accepted = {int(line) for line in directive(source, "ACCEPTED")}
        if not loops and not any("mp-attribute" in (e.ids or []) for e in errors):
            wrong.append("the report has no loop")
        reported = []
        for loop in loops:
            verdict = "accepted" if not errors or loop["line"] in accepted else "refused"
            if loop["verdict"] != verdict:
                wrong.append(f"line {loop['line']}: verdict {loop['verdict']}, expected {verdict}")
            for d in loop["diagnostics"]:
                text = "; ".join([d["message"]] + [r["message"] for r in d["related"]])
                reported.append(Given(d["severity"], d["line"], d["id"], text))
        left, missing = match(reported, [e for e in expected if e.severity != "note"])
        for e in missing:
            if e.ids != ["mp-attribute"]:
                wrong.append(f"line {e.line}: the report lacks {e.severity} {'|'.join(e.ids or [])}")
        for g in left:
            wrong.append(f"line {g.line}: the report has {g.severity} {g.id}: {g.text}")

    if wrong:
        print(f"{source}:", *wrong, "--- mp-rewrite said:", done.stderr, done.stdout,
              sep="\n  ", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
