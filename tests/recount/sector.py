"""Everything that a sector report says, beside what the accepted reports say."""

import json
from collections import Counter, defaultdict
from decimal import Decimal

from .derived import Figures, spreads, values_of
from .expressions import half_up
from .figures import as_number, called, figure, group_code, plain
from .forms import answers_section, kind_of, method_of, scale_of, takes_zero
from .written import content_of, known, number, sha256

SECTOR = "VKSTC"
LEVELS = ["sector", "department", "high-level", "military", "press", "school", "province", "district"]


class Check:
    def __init__(self):
        self.checked = 0
        self.differences = []

    def same(self, what, published, recomputed):
        self.checked += 1
        if known(published) != known(recomputed):
            self.differences.append(f"{what}: published {show(published)}, recomputed {show(recomputed)}")

    def each(self, what, published, recomputed):
        """Two lists, entry by entry."""
        self.same(f"{what}: how many", len(published), len(recomputed))
        for index, (one, other) in enumerate(zip(published, recomputed)):
            self.same(f"{what} {index + 1}", one, other)


def show(value):
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
    return text if len(text) <= 300 else text[:300] + "..."


def examine(folder):
    """Holds one published cycle against its accepted reports."""
    check = Check()
    report, form, reports = folder.report, folder.form, folder.submissions
    by_unit = {one["unit"]: one for one in reports}
    mark_fallen(form, reports, report["manifest"])
    check.same("accepted reports, each unit once", len(reports), len(by_unit))
    check_manifest(check, report["manifest"], reports)
    check_figures(check, "sector", form, report["figures"], reports)
    check_completeness(check, "sector", report["completeness"], report["manifest"])
    check_nodes(check, form, report, reports)
    in_order = [by_unit[entry["unit"]] for entry in report["manifest"] if entry["unit"] in by_unit]
    check.each("narratives", report["narratives"], narratives(form, in_order))
    check.each("adjustments", report["adjustments"], [
        {"unit": one["unit"]} | {name: made[name] for name in ("field", "amount", "reason")} | ({"fallen": True} if one["fallen"] else {})
        for one in in_order for made in sorted(one["adjustments"], key=lambda made: made["field"])])
    check_derived(check, folder, reports)
    check_further(check, folder, in_order)
    check_digest(check, folder)
    return check


def mark_fallen(form, reports, manifest):
    """Adjustments count as long as each unit directly below brings the sums that they were made on; from the bottom up."""
    superiors = {entry["unit"]: entry["superior"] for entry in manifest}

    def depth(unit):
        return 1 + depth(superiors[unit]) if unit in superiors else 0

    def within(unit, head):
        return unit == head or (unit in superiors and within(superiors[unit], head))

    def stands(unit, sums):
        brought = [one for one in reports if within(one["unit"], unit)]
        return all((found := figure(form, form.by_code[code], brought)) and found["total"] == amount for code, amount in sums.items())

    for one in reports:
        if one["adjustments"]:
            one["within"] = [other for other in reports if within(other["unit"], one["unit"])]
    for one in sorted(reports, key=lambda report: -depth(report["unit"])):
        one["fallen"] = not all(stands(unit, sums) for unit, sums in one.get("adjustedOn", {}).items())


def check_figures(check, where, form, published, reports):
    for name in published.keys() - form.by_code.keys():
        check.same(f"{where} {name}", published[name], None)
    for field in form.fields:
        check.same(f"{where} {field['code']}", published.get(field["code"]), figure(form, field, reports))


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


def check_nodes(check, form, report, reports):
    superiors = {entry["unit"]: entry["superior"] for entry in report["manifest"]}

    def under(unit):
        """The unit directly under the sector below which this unit stands."""
        while superiors.get(unit, SECTOR) != SECTOR:
            unit = superiors[unit]
        return unit

    reports_of, entries_of = defaultdict(list), defaultdict(list)
    for one in reports:
        reports_of[under(one["unit"])].append(one)
    for entry in report["manifest"]:
        entries_of[under(entry["unit"])].append(entry)
    nodes = {node["unit"]: node for node in report["nodes"]}
    check.same("nodes", sorted(node["unit"] for node in report["nodes"]), sorted(entries_of))
    for unit in sorted(nodes.keys() & entries_of.keys()):
        check_figures(check, f"node {unit}", form, nodes[unit]["figures"], reports_of[unit])
        check_completeness(check, f"node {unit}", nodes[unit]["completeness"], entries_of[unit])


def check_manifest(check, manifest, reports):
    entries = {entry["unit"]: entry for entry in manifest}
    check.same("manifest: each unit once", len(manifest), len(entries))
    check.same("manifest: accepted units", sorted(entry["unit"] for entry in manifest if entry["state"] == "accepted"), sorted(report["unit"] for report in reports))
    for report in reports:
        entry = entries.get(report["unit"], {})
        for name in ("superior", "tier", "version", "sha256", "onTime", "name", "nil"):
            check.same(f"manifest {report['unit']} {name}", entry.get(name), report[name])
        check.same(f"content {report['unit']} sha256", report["sha256"], sha256(content_of(report)))


def narratives(form, reports):
    return [
        {"section": section["code"], "field": field["code"], "unit": report["unit"], "text": text}
        for section in form.sections for field in section["fields"] if method_of(field) == "list"
        for report in reports if isinstance(text := report["answers"].get(field["code"]), str)
    ]


def check_derived(check, folder, reports):
    """Every derived indicator of every report, and every rule."""
    form = folder.form
    below = defaultdict(list)
    for one in reports:
        below[one["superior"]].append(one)
    peers = {level: spreads(form, of) for level, of in folder.earlier_by_level().items()}
    for report in reports:
        unit, answers = report["unit"], report["answers"]
        asked = form.asked(unit, folder.levels[unit], unit in folder.superiors)
        parts = [part.get(unit) for part in folder.parts]
        figures = Figures(form, asked, answers, folder.previous.get(unit), parts, peers.get(folder.levels[unit], {}))
        for field in asked:
            if field["code"] in form.formulas and field["code"] not in form.reads_below:
                check.same(f"derived {field['code']} of {unit}", answers.get(field["code"]), figures.of(field["code"]))
        check.same(f"answers of {unit} beyond what it is asked", sorted(answers.keys() - {field["code"] for field in asked}), [])
        for code in form.reads_below & figures.asked:
            check_below(check, form.by_code[code], report, below[unit])
        if report["nil"]:
            zeros = {field["code"] for field in asked if method_of(field) == "sum" and field["code"] not in form.formulas and takes_zero(field)}
            check.same(f"nil return of {unit}", {code: answer for code, answer in answers.items() if code not in form.formulas}, dict.fromkeys(zeros, Decimal(0)))
        broken = figures.broken()
        check.same(f"errors of {unit}", [], [rule["code"] for rule in broken if rule["severity"] == "error"])
        check.same(
            f"explanations of {unit}",
            {one["rule"]: one["of"] for one in report["explanations"]},
            {rule["code"]: values_of(form, rule, answers) for rule in broken if rule["severity"] == "query"})


def check_below(check, field, report, below):
    """What stood below when it went up: no more, and no lower, than what stands there in the end."""
    function, code = field["formula"][:-1].split("(below.")
    value, found = report["answers"].get(field["code"]), [one["answers"][code] for one in below if isinstance(one["answers"].get(code), Decimal)]
    if function == "count":
        fits = value is not None and 0 <= value <= len(found)
    else:
        fits = value is None or (value in found)
    check.same(f"derived {field['code']} of {report['unit']}, among {len(found)} below", fits, True)


def check_further(check, folder, reports):
    """Denominators, rows, rankings, explanations and the comparison with the preceding period."""
    report, form = folder.report, folder.form
    for name, one in denominators(folder).items():
        check.same(f"denominator {name}", report["denominators"].get(name), one)
    check.same("denominators", sorted(report["denominators"]), sorted(denominators(folder)))
    check.each("rows", report["rows"], rows(form, reports))
    check.each("opinions", report.get("opinions") or [], opinions(form, reports, report))
    check.each("others", report.get("others") or [], others(form, reports))
    check.each("rankings", report["rankings"], rankings(folder, reports))
    check.each("explanations", report["explanations"], [
        {"unit": one["unit"], "rule": rule["code"], "message": rule["message"], "text": given["text"], "of": given["of"]}
        for rule in form.rules for one in reports for given in one["explanations"] if given["rule"] == rule["code"]])
    comparison = report.get("comparison")
    earlier = folder.earlier_publication
    check.same("compared with", comparison and comparison["cycle"], earlier and earlier["report"]["cycle"])
    if comparison and earlier:
        check.same("compared with number", comparison["number"], earlier["number"])
        check.each("comparison", comparison["figures"], compared(form, folder.earlier.form, earlier["report"], report))
    check.each("levels", report["levels"], levels(folder))
    check.same("declined", report["declined"], declined(folder, reports))


def levels(folder):
    """How the units of each level stand and how many of them answered what."""
    report, found, accepted = folder.report, [], {one["unit"]: one for one in folder.submissions}
    for level in (level for level in LEVELS if level in folder.levels.values()):
        entries = [entry for entry in report["manifest"] if folder.levels[entry["unit"]] == level]
        tallies = {}
        for section in folder.form.sections:
            asked = [entry["unit"] for entry in entries if entry["state"] != "exempt" and answers_section(section, entry["unit"], level, entry["unit"] in folder.superiors)]
            for field in (field for field in section["fields"] if method_of(field) == "tally" and asked):
                given = [accepted[unit]["answers"].get(field["code"]) for unit in asked if unit in accepted]
                counts = Counter(called(one) for one in given if isinstance(one, (bool, str)))
                tallies[field["code"]] = {"concerned": len(asked) - sum(isinstance(one, dict) for one in given), "counts": dict(counts)}
        found.append({"level": level, "completeness": completeness(entries) | {"isEveryoneAccepted": None}, "tallies": tallies})
    for one in found:
        counts = one["completeness"]
        counts["isEveryoneAccepted"] = counts["expected"] > 0 and counts["accepted"] == counts["expected"]
    return found


def declined(folder, reports):
    """Who answered no, in reading order."""
    found = {
        field["code"]: [one["unit"] for one in reports if one["answers"].get(field["code"]) is False]
        for field in folder.form.fields if kind_of(field) == "yes-no" and method_of(field) == "tally"
    }
    return {code: units for code, units in found.items() if units}


def applies(field, answers):
    """None: not answered."""
    codes = [field["numerator"], field["denominator"]] if method_of(field) == "ratio" else [field["code"], *([field["weight"]] if field.get("weight") else [])]
    parts = [answers.get(code) for code in codes]
    return False if any(isinstance(part, dict) for part in parts) else None if None in parts else True


def denominators(folder):
    found, accepted = {}, {one["unit"]: one for one in folder.submissions}
    for section in folder.form.sections:
        asked = [entry["unit"] for entry in folder.report["manifest"] if entry["state"] != "exempt" and answers_section(section, entry["unit"], folder.levels[entry["unit"]], entry["unit"] in folder.superiors)]
        for field in section["fields"]:
            if method_of(field) == "none" and not field.get("ranked"):
                continue
            known_of = {unit: applies(field, accepted[unit]["answers"]) for unit in asked if unit in accepted}
            without_value = [unit for unit, one in known_of.items() if one is None and not accepted[unit]["nil"] and has_no_value(folder.form, field, accepted[unit]["answers"])]
            blank = [unit for unit, one in known_of.items() if one is None and not accepted[unit]["nil"] and unit not in without_value]
            nil = sum(one is None and accepted[unit]["nil"] for unit, one in known_of.items())
            without = [unit for unit, one in known_of.items() if one is False]
            missing = len(asked) - len(known_of)
            found[field["code"]] = {
                "asked": len(asked), "answered": sum(one is True for one in known_of.values()), "nil": nil, "notAccepted": missing,
                "notApplicable": without, "blank": blank, "missing": missing + len(blank), "concerned": len(asked) - len(without) - len(without_value),
                "undefined": without_value,
            }
    return found


def has_no_value(form, field, answers):
    """All that it is calculated from is answered, and yet it has no value."""
    return field["code"] in form.formulas and all(code in answers for code in form.behind[field["code"]])


def rows(form, reports):
    return [
        {"section": section["code"], "field": field["code"], "unit": report["unit"], "cells": {code: cell_text(cell) for code, cell in row.items()}}
        for section in form.sections for field in section["fields"] if method_of(field) == "union"
        for report in reports if isinstance(report["answers"].get(field["code"]), list) for row in report["answers"][field["code"]]
    ]


def opinions(form, reports, report):
    """Texts and rows that the form takes for opinions, in its order. What was replied is nobody's to recompute."""
    said, replies = narratives(form, reports) + rows(form, reports), {one["id"]: one.get("reply") for one in report.get("opinions") or []}
    found = []
    for field in (field for field in form.fields if field.get("opinion")):
        for one in (one for one in said if one["field"] == field["code"]):
            parts = [one["text"]] if "text" in one else [part for cell in sorted(one["cells"].items()) for part in cell]
            opinion = sha256("\u001f".join([one["unit"], one["field"], *parts]).encode())[:32]
            found.append({"id": opinion, **one, "reply": replies.get(opinion)})
    return found


def others(form, reports):
    """Rows that the form does not list, those of one name together."""
    found = []
    for field in (field for field in form.fields if field.get("namedBy")):
        by_name = defaultdict(list)
        for one in reports:
            for row in one["answers"].get(field["code"]) or []:
                if group_code(field, field["groupBy"][0], row) == "khac" and isinstance(row.get(field["namedBy"]), str):
                    by_name[plain(row[field["namedBy"]])].append((one["unit"], row))
        for name in sorted(by_name, key=lambda name: (-len(by_name[name]), name)):
            listed = by_name[name]
            names = Counter(row[field["namedBy"]] for _, row in listed)
            found.append({
                "field": field["code"], "names": sorted(names, key=lambda one: (-names[one], one)), "count": len(listed),
                "units": len({unit for unit, _ in listed}),
                "sums": {column: sum((row.get(column, Decimal(0)) for _, row in listed), Decimal(0)) for column in field.get("sums") or []},
            })
    return found


def cell_text(cell):
    return number(cell) if isinstance(cell, Decimal) else called(cell)


def rankings(folder, reports):
    found = []
    for field in (field for field in folder.form.fields if field.get("ranked")):
        for level in LEVELS:
            values = [(report["answers"][field["code"]], report["unit"]) for report in reports
                      if folder.levels[report["unit"]] == level and isinstance(report["answers"].get(field["code"]), Decimal)]
            if values:
                found.append({"field": field["code"], "level": level, "units": ranked(values, field["ranked"])})
    return found


def ranked(values, end):
    values.sort(key=lambda one: (-one[0] if end == "highest" else one[0], one[1]))
    units, rank = [], 0
    for index, (value, unit) in enumerate(values):
        rank = rank if index and values[index - 1][0] == value else index + 1
        units.append({"rank": rank, "unit": unit, "value": value})
    return units


def alike(field, other):
    """The same question of two versions, measured, calculated and added up in the same way; a sum that counts units is like nothing."""
    return other is not None and all((
        kind_of(field) == kind_of(other), scale_of(field) == scale_of(other), method_of(field) == method_of(other),
        *(field.get(name) == other.get(name) for name in ("measure", "formula", "weight", "numerator", "denominator")),
        {one["code"] for one in field["type"].get("options") or []} == {one["code"] for one in other["type"].get("options") or []},
        not (method_of(field) == "sum" and field.get("measure") == "đơn vị")))


def compared(form, form_before, then, now):
    found = []
    for field in (field for field in form.fields if alike(field, form_before.by_code.get(field["code"]))):
        one, other = then["figures"].get(field["code"]), now["figures"].get(field["code"])
        if one is None or other is None or one["kind"] != other["kind"]:
            continue
        if one["kind"] == "tally":
            found += shares(field, one, then, other, now)
        elif None not in (values := (amount(one), amount(other))):
            was, is_now = values
            points = kind_of(field) == "percent"
            found.append({
                "field": field["code"], "option": None, "then": was, "now": is_now, "change": is_now - was, "inPoints": points or None,
                "percent": None if was == 0 or points else half_up(100 * (is_now - was) / abs(was), 1),
                "units": answered(then["denominators"].get(field["code"]), now["denominators"].get(field["code"])),
            })
    return found


def answered(then, now):
    """Of how many units a figure speaks, in either period."""
    return None if then is None or now is None else {
        "then": then["answered"], "thenOf": then["concerned"], "now": now["answered"], "nowOf": now["concerned"]}


def shares(field, one, then, other, now):
    """A share stays a share, however many units there are."""
    whole, whole_now = (
        (report["denominators"].get(field["code"]) or {"concerned": tally["units"]})["concerned"] for tally, report in ((one, then), (other, now)))
    for option in sorted(one["counts"].keys() | other["counts"].keys()):
        part, part_now = (tally["counts"].get(option, Decimal(0)) for tally in (one, other))
        if whole > 0 and whole_now > 0:
            was, is_now = half_up(100 * part / whole, 1), half_up(100 * part_now / whole_now, 1)
            yield {
                "field": field["code"], "option": option, "then": was, "now": is_now, "change": is_now - was, "inPoints": True,
                "shares": {"then": part, "thenOf": whole, "now": part_now, "nowOf": whole_now},
            }


def amount(found):
    return found["count"] if found["kind"] == "rows" else as_number(found)


def check_digest(check, folder):
    """The report's bytes stand unchanged inside the publication: it is its last property."""
    raw, publication = folder.raw, folder.publication
    start = raw.index(b'"report":') + len(b'"report":')
    check.same("digest of the report", publication["digest"], sha256(raw[start:-1]))
    approved = [approval for approval in publication["approvals"] if approval["digest"] == publication["digest"]]
    check.same("approvals of this very report, by distinct people", len(publication["approvals"]), len({one["person"] for one in approved}))
