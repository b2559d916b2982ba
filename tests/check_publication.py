#!/usr/bin/env python3
"""Recomputes a published sector report from the accepted reports, independently of the application.

    tests/check_publication.py DIR [--form FILE]

DIR holds publication.json and submissions.ndjson as the demo leaves them behind. Standard library only; every number is
an exact decimal. Prints how many figures were checked and every difference; ends with 1 when there is one.
"""

import argparse
import hashlib
import json
import sys
from collections import Counter, defaultdict
from decimal import ROUND_HALF_UP, Decimal, getcontext
from pathlib import Path

getcontext().prec = 60
SECTOR = "VKSTC"
CATALOGUE = Path(__file__).resolve().parent.parent / "shared" / "Forms" / "catalogue"


class Check:
    def __init__(self):
        self.checked = 0
        self.differences = []

    def same(self, what, published, recomputed):
        self.checked += 1
        if published != recomputed:
            self.differences.append(f"{what}: published {show(published)}, recomputed {show(recomputed)}")


def show(value):
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
    return text if len(text) <= 300 else text[:300] + "..."


def read(text):
    """JSON in which every number is a Decimal and no property stands twice."""

    def once(pairs):
        names = [name for name, _ in pairs]
        if len(set(names)) != len(names):
            raise ValueError(f"a property stands twice: {names}")
        return dict(pairs)

    return json.loads(text, parse_float=Decimal, parse_int=Decimal, object_pairs_hook=once)


def number(value):
    """As the canonical JSON writes it: no exponent, no trailing zeros."""
    text = format(value, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def spelled(character):
    """As System.Text.Json with an encoder that lets every letter stand writes it; characters beyond the BMP are escaped."""
    short = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f", "\\": "\\\\"}
    if character in short:
        return short[character]
    code = ord(character)
    if code > 0xFFFF:
        high, low = divmod(code - 0x10000, 0x400)
        return f"\\u{0xD800 + high:04X}\\u{0xDC00 + low:04X}"
    escaped = code < 0x20 or 0x7F <= code <= 0xA0 or character in "\"&'+<>`\u00ad\u2028\u2029\u3000"
    return f"\\u{code:04X}" if escaped else character


def canonical(value):
    """The bytes that a receipt's SHA-256 is taken of: fields in ordinal order, nothing between the tokens."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return number(value)
    if isinstance(value, str):
        return '"' + "".join(map(spelled, value)) + '"'
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    return "{" + ",".join(f"{canonical(name)}:{canonical(part)}" for name, part in value.items()) + "}"


def content_of(report):
    answers = {name: report["answers"][name] for name in sorted(report["answers"])}
    adjustments = [
        {"field": one["field"], "amount": one["amount"], "reason": one["reason"]}
        for one in sorted(report["adjustments"], key=lambda one: one["field"])
    ]
    return canonical({"answers": answers, "adjustments": adjustments}).encode()


def figure(field, reports):
    """One indicator over some accepted reports; None when nobody answered."""
    code, method = field["code"], field.get("aggregation", "none")
    answered = [(report["unit"], report["answers"][code]) for report in reports if code in report["answers"]]
    if method == "sum":
        adjusted = [one["amount"] for report in reports for one in report["adjustments"] if one["field"] == code]
        if not answered and not adjusted:
            return None
        reported = sum((value for _, value in answered), Decimal(0))
        return {"kind": "sum", "reported": reported, "adjusted": sum(adjusted, Decimal(0)), "units": len(answered), "total": reported + sum(adjusted, Decimal(0))}
    if not answered:
        return None
    if method == "mean":
        total = sum((value for _, value in answered), Decimal(0))
        average = (total / len(answered)).quantize(Decimal("0.01"), ROUND_HALF_UP)
        return {"kind": "mean", "total": total, "units": len(answered), "average": average}
    if method in ("min", "max"):
        best = (min if method == "min" else max)(value for _, value in answered)
        return {"kind": method, "value": best, "of": min(unit for unit, value in answered if value == best), "units": len(answered)}
    if method == "tally":
        counts = Counter({True: "yes", False: "no"}[value] if isinstance(value, bool) else value for _, value in answered)
        return {"kind": "tally", "counts": dict(counts), "units": len(answered)}
    return None


def check_figures(check, where, form, published, reports):
    fields = [field for section in form["sections"] for field in section["fields"]]
    for name in published.keys() - {field["code"] for field in fields}:
        check.same(f"{where} {name}", published[name], None)
    for field in fields:
        check.same(f"{where} {field['code']}", published.get(field["code"]), figure(field, reports))


def completeness(entries):
    expected = [entry for entry in entries if entry["state"] != "exempt"]
    received = [entry for entry in expected if entry.get("onTime") is not None]
    counts = {
        "expected": len(expected),
        "received": len(received),
        "onTime": sum(entry["onTime"] for entry in received),
        "late": sum(not entry["onTime"] for entry in received),
        "missing": len(expected) - len(received),
        "accepted": sum(entry["state"] == "accepted" for entry in expected),
        "exempt": len(entries) - len(expected),
    }
    return {name: Decimal(count) for name, count in counts.items()}


def check_completeness(check, where, published, entries):
    for name, count in completeness(entries).items():
        check.same(f"{where} completeness {name}", published[name], count)


def under(unit, superiors):
    """The unit directly under the sector below which this unit stands."""
    while superiors.get(unit, SECTOR) != SECTOR:
        unit = superiors[unit]
    return unit


def check_manifest(check, manifest, reports):
    entries = {entry["unit"]: entry for entry in manifest}
    check.same("manifest: each unit once", len(manifest), len(entries))
    check.same("manifest: accepted units", sorted(entry["unit"] for entry in manifest if entry["state"] == "accepted"), sorted(report["unit"] for report in reports))
    for report in reports:
        entry = entries.get(report["unit"], {})
        for name in ("superior", "tier", "version", "sha256", "onTime", "name"):
            check.same(f"manifest {report['unit']} {name}", entry.get(name), report[name])
        check.same(f"content {report['unit']} sha256", report["sha256"], hashlib.sha256(content_of(report)).hexdigest())


def check_narratives(check, form, published, reports):
    listed = [
        (section["code"], field["code"])
        for section in form["sections"] for field in section["fields"] if field.get("aggregation") == "list"
    ]
    written = Counter(
        (section, field, report["unit"], report["answers"][field])
        for section, field in listed for report in reports if field in report["answers"]
    )
    shown = Counter((one["section"], one["field"], one["unit"], one["text"]) for one in published)
    for key in written.keys() | shown.keys():
        check.same(f"narrative {key[1]} of {key[2]}", shown[key], written[key])


def check_adjustments(check, published, reports):
    made = Counter((report["unit"], one["field"], one["amount"], one["reason"]) for report in reports for one in report["adjustments"])
    shown = Counter((one["unit"], one["field"], one["amount"], one["reason"]) for one in published)
    for key in made.keys() | shown.keys():
        check.same(f"adjustment {key[1]} of {key[0]}", shown[key], made[key])


def check_digest(check, raw, publication):
    """The report's bytes stand unchanged inside the publication: it is its last property."""
    start = raw.index(b'"report":') + len(b'"report":')
    check.same("digest of the report", publication["digest"], hashlib.sha256(raw[start:-1]).hexdigest())
    approved = [approval for approval in publication["approvals"] if approval["digest"] == publication["digest"]]
    check.same("approvals of this very report, by distinct people", len(publication["approvals"]), len({one["person"] for one in approved}))


def form_of(reference, given):
    path = Path(given) if given else CATALOGUE / f"{reference['code']}.v{reference['version']}.json"
    form = read(path.read_text(encoding="utf-8"))
    if (form["code"], form["version"]) != (reference["code"], reference["version"]):
        raise SystemExit(f"{path} is not form {reference['code']} version {reference['version']}")
    return form


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--form", help="default: the one in shared/Forms/catalogue that the publication names")
    given = arguments.parse_args()

    raw = (given.folder / "publication.json").read_bytes()
    publication = read(raw.decode())
    report = publication["report"]
    lines = (given.folder / "submissions.ndjson").read_text(encoding="utf-8").split("\n")
    submissions = [read(line) for line in lines if line]
    form = form_of(report["form"], given.form)

    check = Check()
    check.same("accepted reports, each unit once", len(submissions), len({one["unit"] for one in submissions}))
    check_manifest(check, report["manifest"], submissions)
    check_figures(check, "sector", form, report["figures"], submissions)
    check_completeness(check, "sector", report["completeness"], report["manifest"])

    superiors = {entry["unit"]: entry["superior"] for entry in report["manifest"]}
    reports_of, entries_of = defaultdict(list), defaultdict(list)
    for one in submissions:
        reports_of[under(one["unit"], superiors)].append(one)
    for entry in report["manifest"]:
        entries_of[under(entry["unit"], superiors)].append(entry)
    nodes = {node["unit"]: node for node in report["nodes"]}
    check.same("nodes", sorted(node["unit"] for node in report["nodes"]), sorted(entries_of))
    for unit in sorted(nodes.keys() & entries_of.keys()):
        check_figures(check, f"node {unit}", form, nodes[unit]["figures"], reports_of[unit])
        check_completeness(check, f"node {unit}", nodes[unit]["completeness"], entries_of[unit])

    check_narratives(check, form, report["narratives"], submissions)
    check_adjustments(check, report["adjustments"], submissions)
    check_digest(check, raw, publication)

    for difference in check.differences[:50]:
        print(difference)
    print(f"figures checked: {check.checked}, differences: {len(check.differences)}")
    return 1 if check.differences else 0


if __name__ == "__main__":
    sys.exit(main())
