"""check_examples.py [--update] MP_REWRITE TOP: what README.md and the pages of
docs/diagnostics show is what happens. The code under "## Example" of a page gets
the page's diagnostic, in the words that follow it; the code under
"## What to do" is accepted without it.

In a page, ```cpp opens a file to be judged, ```cpp NAME one that it includes,
and ```text what the tool says. A line "// compiled with FLAGS" adds flags.
In README.md, ```console opens a command line and what it prints; the files it
reads are those that ```cpp NAME opens.
With --update what is said is put into the pages instead of being compared."""

import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile

parser = argparse.ArgumentParser()
parser.add_argument("--update", action="store_true")
parser.add_argument("mp_rewrite", type=os.path.abspath)
parser.add_argument("top", type=pathlib.Path)
arguments = parser.parse_args()

BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```\n", re.MULTILINE | re.DOTALL)
errors = []


def judge(source, others):
    """Returns the exit status and what was said about the source."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in {**others, "example.cpp": source}.items():
            (pathlib.Path(folder) / name).write_text(text)
        flags = re.findall(r"^// compiled with (.*)$", source, re.MULTILINE)
        run = subprocess.run(
            [arguments.mp_rewrite, "--check", "example.cpp", "--", "-std=c++17"]
            + " ".join(flags).split(),
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=60,
        )
        return run.returncode, run.stdout.replace(folder + "/", "")


def check(page):
    identifier = page.stem
    text = page.read_text()
    example, remedy = text.split("## What to do\n")
    others = {}
    said = None
    for language, name, body in BLOCK.findall(example):
        if language == "cpp" and name:
            others[name] = body
        elif language == "cpp":
            status, said = judge(body, others)
            if f"[{identifier}]" not in said:
                errors.append(f"{page.name}: the example does not get it:\n{said}")
            elif status != (1 if "error:" in said else 0):
                errors.append(f"{page.name}: exit status {status}")
        elif language == "text" and arguments.update:
            example = example.replace(f"```text\n{body}```", f"```text\n{said}```")
        elif language == "text" and body != said:
            errors.append(f"{page.name}: says\n{body}but the tool says\n{said}")
    for language, _, body in BLOCK.findall(remedy):
        if language == "cpp":
            status, said = judge(body, others)
            if status != 0 or f"[{identifier}]" in said:
                errors.append(f"{page.name}: the remedy is not accepted:\n{said}")
    if arguments.update:
        page.write_text(example + "## What to do\n" + remedy)


def check_console(page):
    text = page.read_text()
    environment = dict(os.environ, LC_ALL="C.UTF-8")
    environment["PATH"] = os.path.dirname(arguments.mp_rewrite) + ":" + os.environ["PATH"]
    with tempfile.TemporaryDirectory() as folder:
        for language, name, body in BLOCK.findall(text):
            if language == "cpp" and name:
                (pathlib.Path(folder) / name).write_text(body)
            elif language == "console":
                command, _, printed = body.partition("\n")
                run = subprocess.run(
                    command.removeprefix("$ "),
                    shell=True,
                    cwd=folder,
                    env=environment,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.STDOUT,
                    text=True,
                    timeout=60,
                )
                if arguments.update:
                    text = text.replace(body, f"{command}\n{run.stdout}")
                elif run.stdout != printed:
                    errors.append(
                        f"{page.name}: {command}\nprints\n{run.stdout}but the page has\n{printed}"
                    )
    if arguments.update:
        page.write_text(text)


check_console(arguments.top / "README.md")
for page in sorted((arguments.top / "docs/diagnostics").glob("mp-*.md")):
    check(page)
print("\n".join(errors) or "all examples behave as described")
sys.exit(1 if errors else 0)
