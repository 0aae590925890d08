"""check_docs.py TOP: every diagnostic has a page in docs/diagnostics that says
what it must, the index lists it, and every relative link of README.md and docs/
leads to a file."""

import pathlib
import re
import sys

top = pathlib.Path(sys.argv[1])
pages = top / "docs" / "diagnostics"
errors = []

identifiers = re.findall(
    r'^MP_DIAGNOSTIC\(\w+, "([^"]+)"',
    (top / "tool/diagnostics/Identifiers.def").read_text(),
    re.MULTILINE,
)
if not identifiers:
    errors.append("tool/diagnostics/Identifiers.def: no identifiers found")

index = (pages / "index.md").read_text()
for identifier in identifiers:
    page = pages / f"{identifier}.md"
    if not page.exists():
        errors.append(f"docs/diagnostics/{identifier}.md: there is no such page")
        continue
    text = page.read_text()
    if not text.startswith(f"# {identifier}\n"):
        errors.append(f"{page.relative_to(top)}: does not begin with '# {identifier}'")
    for section in ("## Example", "## Why", "## What to do"):
        if section + "\n" not in text:
            errors.append(f"{page.relative_to(top)}: has no section '{section}'")
    if f"({identifier}.md)" not in index:
        errors.append(f"docs/diagnostics/index.md: does not list {identifier}")

for page in sorted(pages.glob("*.md")):
    if page.stem not in identifiers and page.stem != "index":
        errors.append(f"{page.relative_to(top)}: no diagnostic has this name")

for page in [top / "README.md", *sorted((top / "docs").rglob("*.md"))]:
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text()):
        if "://" not in target and not (page.parent / target).exists():
            errors.append(f"{page.relative_to(top)}: the link to {target} leads nowhere")

print("\n".join(errors) or f"{len(identifiers)} diagnostics, all documented")
sys.exit(1 if errors else 0)
