"""A check that cannot fail is none: each of these alterations must be found."""

import copy
from decimal import Decimal

from .sector import examine
from .written import content_of, sha256


def alterations(folder):
    """Pairs of what is altered, and what alters a copy of the folder so."""
    report = folder.report
    for code in report["figures"]:
        yield f"sector {code}", lambda one, code=code: bump(one.report["figures"][code])
    for node in range(0, len(report["nodes"]), max(1, len(report["nodes"]) // 5)):
        for code in list(report["nodes"][node]["figures"])[:3]:
            yield f"node {node} {code}", lambda one, node=node, code=code: bump(one.report["nodes"][node]["figures"][code])
    for code in next((one["answers"] for one in folder.submissions if not one["nil"]), {}):
        yield f"an answer to {code}", lambda one, code=code: alter_answer(one.submissions, code)
    for code in sorted(folder.form.formulas.keys() - folder.form.reads_below):
        if any(code in one["answers"] for one in folder.submissions if not one["nil"]):
            yield f"a derived {code}, with its hash", lambda one, code=code: reseal(one, alter_answer(one.submissions, code))
    yield "a report left out", lambda one: one.submissions.pop()
    yield "a hash of the manifest", lambda one: next(entry for entry in one.report["manifest"] if entry["state"] == "accepted").update(sha256="0" * 64)
    yield "an approval", lambda one: one.publication["approvals"][0].update(digest="0" * 64)
    yield "completeness", lambda one: bump(one.report["completeness"])
    for name in ("narratives", "adjustments", "rows", "opinions", "others", "rankings", "explanations"):
        if report.get(name):
            yield f"{name}: one left out", lambda one, name=name: one.report[name].pop()
    if report.get("denominators"):
        yield "a denominator", lambda one: bump(next(iter(one.report["denominators"].values())))
    if report.get("rankings"):
        yield "a rank", lambda one: bump(one.report["rankings"][0]["units"][0])
    for name in ("levels", "declined"):
        if report.get(name):
            yield f"{name}: a unit", lambda one, name=name: alter_level(one.report[name])
    if any(one.get("adjustedOn") for one in folder.submissions):
        yield "what an adjustment was made on", lambda one: bump(next(made["adjustedOn"] for made in one.submissions if made.get("adjustedOn")))
    if report.get("comparison"):
        yield "a comparison", lambda one: bump(one.report["comparison"]["figures"][0])
    for index, one in enumerate(folder.submissions):
        if one["explanations"]:
            yield "an explanation left out", lambda other, index=index: other.submissions[index].update(explanations=[])
            break


def alter_level(found):
    """One more in a level, or one fewer named."""
    return bump(found[0]["tallies"]) or bump(found[0]) if isinstance(found, list) else next(iter(found.values())).pop()


def bump(found):
    """One more of the first number, at whatever depth."""
    for name, value in found.items():
        if isinstance(value, Decimal):
            found[name] = value + 1
            return True
        if isinstance(value, dict) and bump(value):
            return True
    return False


def alter_answer(submissions, code):
    one = next(one for one in submissions if code in one["answers"] and not one["nil"])
    value = one["answers"][code]
    one["answers"][code] = (
        not value if isinstance(value, bool) else value + 1 if isinstance(value, Decimal)
        else value + "x" if isinstance(value, str) else value[1:] if isinstance(value, list) else Decimal(1))
    return one


def reseal(folder, altered):
    """As if it had been handed in so."""
    altered["sha256"] = sha256(content_of(altered))
    next(entry for entry in folder.report["manifest"] if entry["unit"] == altered["unit"])["sha256"] = altered["sha256"]


def self_test(folder):
    """The alterations that are not found."""
    unfound, tried = [], 0
    before = len(examine(folder).differences)
    for what, alter in alterations(folder):
        altered = copy.copy(folder)
        altered.publication, altered.submissions = copy.deepcopy(folder.publication), copy.deepcopy(folder.submissions)
        alter(altered)
        tried += 1
        if len(examine(altered).differences) <= before:
            unfound.append(what)
    return tried, unfound
