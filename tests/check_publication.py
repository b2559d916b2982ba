#!/usr/bin/env python3
"""Recomputes a published sector report from the accepted reports, independently of the application.

    tests/check_publication.py DIR... [--form FILE] [--self-test]

DIR holds publication.json, submissions.ndjson and cycle.json as the demo leaves them behind, and in earlier/ the cycles that
it refers to, which are checked too. Every figure, derived indicator, rule, explanation, denominator, rank, row and SHA-256 is
recomputed; every number is an exact decimal. Standard library only. Prints how many figures were checked and every
difference; ends with 1 when there is one. --self-test alters what is there, one thing after the other, and ends with 1 when
an alteration is not found.
"""

import argparse
import sys
from decimal import getcontext
from pathlib import Path

from recount.alterations import self_test
from recount.folder import Folder
from recount.sector import examine

getcontext().prec = 60
CATALOGUE = Path(__file__).resolve().parent.parent / "shared" / "Domain" / "Forms" / "catalogue"


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folders", type=Path, nargs="+", metavar="DIR")
    arguments.add_argument("--form", type=Path, help="default: the one in shared/Domain/Forms/catalogue that the publication names")
    arguments.add_argument("--self-test", action="store_true")
    given = arguments.parse_args()

    wrong = 0
    for path in given.folders:
        folder = Folder(path, CATALOGUE, given.form)
        wrong += try_alterations(folder) if given.self_test else compare(folder)
    return 1 if wrong else 0


def compare(folder):
    checks = [(one, examine(one)) for one in folder.all()]
    for one, check in checks:
        for difference in check.differences[:50]:
            print(difference if one is folder else f"{one.path.name}: {difference}")
    checked, differences = (sum(numbers) for numbers in zip(*((check.checked, len(check.differences)) for _, check in checks)))
    print(f"{folder.report['form']['code']}: figures checked: {checked}, differences: {differences}")
    return differences


def try_alterations(folder):
    tried, unfound = self_test(folder)
    for what in unfound:
        print(f"not found: {what}")
    print(f"{folder.report['form']['code']}: alterations tried: {tried}, not found: {len(unfound)}")
    return len(unfound)


if __name__ == "__main__":
    sys.exit(main())
