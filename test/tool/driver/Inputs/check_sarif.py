"""Compares a SARIF report with the JSON report of the same files."""
import json
import sys

sarif = json.load(open(sys.argv[1]))
report = json.load(open(sys.argv[2]))
assert sarif["version"] == "2.1.0" and sarif["$schema"].endswith("sarif-schema-2.1.0.json")
(run,) = sarif["runs"]
driver = run["tool"]["driver"]
assert driver["name"] == "mp-rewrite" and driver["version"]
rules = [rule["id"] for rule in driver["rules"]]
assert len(set(rules)) == len(rules) and "mp-carried" in rules
assert all(rule["shortDescription"]["text"] for rule in driver["rules"])


def place(result):
    where = result["physicalLocation"]
    region = where["region"]
    return where["artifactLocation"]["uri"], region["startLine"], region["startColumn"]


expected = []
for loop in report["loops"]:
    if loop["verdict"] == "accepted":
        expected.append(("mp-accepted", "none", (loop["file"], loop["line"], loop["column"]), []))
for said in [d for loop in report["loops"] for d in loop["diagnostics"]] + report["diagnostics"]:
    expected.append((said["id"], said["severity"], (said["file"], said["line"], said["column"]),
                     [(r["file"], r["line"], r["column"]) for r in said["related"]]))
given = []
for result in run["results"]:
    assert rules[result["ruleIndex"]] == result["ruleId"]
    assert result["message"]["text"]
    assert (result.get("kind") == "pass") == (result["ruleId"] == "mp-accepted")
    (where,) = result["locations"]
    given.append((result["ruleId"], result["level"], place(where),
                  [place(r) for r in result.get("relatedLocations", [])]))
assert sorted(given) == sorted(expected), (given, expected)
assert any(g[0] == "mp-accepted" for g in given) and any(g[1] == "error" for g in given)
