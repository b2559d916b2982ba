"""What a demo leaves behind of one cycle, with the earlier cycles that it refers to."""

from collections import defaultdict

from .forms import Form
from .written import read


class Folder:
    def __init__(self, path, catalogue, given_form=None, siblings=None):
        self.path = path
        self.raw = (path / "publication.json").read_bytes()
        self.publication = read(self.raw.decode())
        self.submissions = [
            {"explanations": [], "nil": False} | read(line)
            for line in (path / "submissions.ndjson").read_text(encoding="utf-8").split("\n") if line
        ]
        cycle = path / "cycle.json"
        terms = read(cycle.read_text(encoding="utf-8")) if cycle.exists() else {}
        reference = self.report["form"]
        self.form = Form.of(given_form or catalogue / f"{reference['code']}.v{reference['version']}.json")
        if (self.form.definition["code"], self.form.definition["version"]) != (reference["code"], reference["version"]):
            raise SystemExit(f"That is not form {reference['code']} version {reference['version']}")
        self.levels = levels(self.report)
        self.superiors = {entry["superior"] for entry in self.report["manifest"]}
        siblings = siblings or path / "earlier"
        folders = [Folder(one, catalogue, siblings=siblings) for one in sorted(siblings.glob("*")) if one != path] if named(terms) else []
        self.by_cycle = {one.report["cycle"]: one for one in folders}
        self.earlier = self.by_cycle.get(terms.get("previous"))
        for cycle_id in named(terms):
            if cycle_id not in self.by_cycle:
                raise SystemExit(f"{path} refers to cycle {cycle_id}, which is not in {siblings}")
        self.previous = self.earlier.answers() if self.earlier else {}
        self.parts = [self.by_cycle[part].answers() for part in terms.get("parts") or []]

    @property
    def report(self):
        return self.publication["report"]

    @property
    def earlier_publication(self):
        return self.earlier and self.earlier.publication

    def answers(self):
        return {one["unit"]: one["answers"] for one in self.submissions}

    def earlier_by_level(self):
        found = defaultdict(list)
        for one in self.earlier.submissions if self.earlier else []:
            found[self.earlier.levels[one["unit"]]].append(one)
        return found

    def all(self):
        return [self, *self.by_cycle.values()]


def named(terms):
    return [cycle for cycle in (terms.get("previous"), *(terms.get("parts") or [])) if cycle]


def levels(report):
    """Units below those that stand directly under the sector are districts."""
    above = {node["unit"]: node["level"] for node in report["nodes"]}
    return {entry["unit"]: entry.get("level") or above.get(entry["unit"], "district") for entry in report["manifest"]}
