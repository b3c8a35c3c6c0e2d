#!/usr/bin/python3
"""Reads the ESPHome configuration (and any YAML in docs/display-esphome.md) as far as can be done without ESPHome.

Checked: it is YAML, every id that is used is defined, and no turn of the knob fetches twice: online_image.set_url
fetches by itself (its option `update` is true unless said otherwise), so a component.update of the same image after it
is a second request.
"""
import pathlib
import re
import sys

import yaml


class Loader(yaml.SafeLoader):
    """YAML with ESPHome's tags."""


Loader.add_multi_constructor("!", lambda loader, suffix, node: f"!{suffix} {loader.construct_scalar(node)}")


def actions(node):
    """Every list of actions, which ESPHome runs one after the other."""
    if isinstance(node, list):
        if all(isinstance(item, dict) for item in node):
            yield node
        for item in node:
            yield from actions(item)
    elif isinstance(node, dict):
        for value in node.values():
            yield from actions(value)


def double_fetches(document):
    for steps in actions(document):
        fetched = set()
        for step in steps:
            for name, value in step.items():
                if name == "online_image.set_url" and value.get("update", True) is not False:
                    fetched.add(value["id"])
                if name == "component.update" and (value in fetched or isinstance(value, dict) and value.get("id") in fetched):
                    yield f"{value} is fetched by online_image.set_url and again by component.update"


def undefined_ids(document, text):
    defined = set(re.findall(r"^\s*(?:-\s+)?id:\s*(\w+)\s*$", text, re.M))
    used = set(re.findall(r"\bid\((\w+)\)", text)) | set(re.findall(r"(?:component\.update|script\.execute):\s*(\w+)", text))
    return [f"{name} is used and defined nowhere" for name in sorted(used - defined)]


def main(files):
    faults = []
    for file in files:
        text = pathlib.Path(file).read_text(encoding="utf-8")
        parts = re.findall(r"```yaml\n(.*?)```", text, re.S) if file.endswith(".md") else [text]
        for part in parts:
            document = yaml.load(part, Loader)
            faults += [f"{file}: {fault}" for fault in double_fetches(document)]
        faults += [f"{file}: {fault}" for fault in undefined_ids(None, "\n".join(parts))]
    for fault in faults:
        print(fault)
    print(f"{len(files)} files, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
