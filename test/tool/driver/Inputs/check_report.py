"""Checks the report of report.test, field by field."""
import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    report = json.load(file)


def check(condition, *what):
    if not condition:
        sys.exit(f"unexpected: {what}")


def check_place(thing):
    check(isinstance(thing["file"], str) and thing["file"], thing)
    check(thing["line"] > 0 and thing["column"] > 0, thing)


check(report["version"] == 1, report)
loops = report["loops"]
check([loop["file"] for loop in loops] == ["good.cpp", "refused.cpp", "mixed.cpp"], loops)
for loop in loops:
    check(
        set(loop) - {"label"}
        == {"file", "line", "column", "function", "verdict", "closed", "variables",
            "head", "tail", "conditions", "diagnostics"},
        loop,
    )
    check_place(loop)
    check(loop["verdict"] in ("accepted", "refused"), loop)
    check(isinstance(loop["closed"], bool), loop)
    for variable in loop["variables"]:
        check(set(variable) - {"why"} == {"name", "class", "line"}, variable)
        check(variable["class"] in ("input", "loop", "slot", "fold", "tail", "scratch", "carried"), variable)
    check(all(isinstance(line, int) for line in loop["head"] + loop["tail"]), loop)
    check(all(isinstance(text, str) for text in loop["conditions"]), loop)
    for diagnostic in loop["diagnostics"]:
        check(
            set(diagnostic) == {"severity", "id", "file", "line", "column", "message", "related"},
            diagnostic,
        )
        check(diagnostic["severity"] in ("error", "warning"), diagnostic)
        check(diagnostic["id"].startswith("mp-"), diagnostic)
        check(diagnostic["id"] not in diagnostic["message"], diagnostic)
        check_place(diagnostic)
        for related in diagnostic["related"]:
            check(set(related) == {"file", "line", "column", "message"}, related)
            check_place(related)

good, refused, mixed = loops
check((good["line"], good["column"], good["function"]) == (3, 3, "good"), good)
check(good["verdict"] == "accepted" and not good["diagnostics"], good)
classes = {variable["name"]: variable["class"] for variable in good["variables"]}
check(classes["i"] == "loop" and classes["p"] == "slot", classes)

check(refused["verdict"] == "refused", refused)
(diagnostic,) = refused["diagnostics"]
check((diagnostic["severity"], diagnostic["id"], diagnostic["line"]) == ("error", "mp-loop-form", 3), diagnostic)

check((mixed["line"], mixed["column"], mixed["label"]) == (7, 3, "l"), mixed)
check(mixed["verdict"] == "accepted" and mixed["tail"] == [10], mixed)
check([d["id"] for d in mixed["diagnostics"]] == ["mp-opaque-call"], mixed)
check(mixed["diagnostics"][0]["severity"] == "warning", mixed)

# What belongs to no loop.
(misplaced,) = report["diagnostics"]
check((misplaced["id"], misplaced["line"]) == ("mp-attribute", 14), misplaced)
