"""What the route solver is to reach beside its peers: classes, budgets, goals, and the table."""

import statistics
from dataclasses import dataclass


@dataclass(frozen=True)
class Goal:
    """A class of instances under one budget of processor seconds; gaps are in per cent."""

    name: str
    problem: str
    seconds: float
    instances: tuple
    best: float | None  # the best peer's mean gap when the goals were set
    must: float
    aim: float
    peers: tuple


TSP = ("fast_tsp", "elkai", "pyvrp", "ortools", "vroom")
CVRP = ("hygese", "pyvrp", "pyvrp-hgs", "vroom", "ortools")
VRPTW = ("pyvrp", "pyvrp-hgs", "vroom", "ortools")
RICH = ("pyvrp", "ortools")
PRIZES = ("pyvrp", "pyvrp-hgs", "ortools")
BREAKS = ("ortools", "vroom")

GOALS = (
    Goal("TSP 52-1002", "TSP", 1, ("berlin52", "eil101", "ch150", "lin318", "att532", "rat783", "pr1002"),
         0.02, 0.10, 0.02, TSP),
    Goal("TSP 1817, 4461", "TSP", 30, ("u1817", "fnl4461"), 0.02, 0.20, 0.05, TSP[:4]),
    Goal("CVRP 100-200", "CVRP", 10, ("X-n101-k25", "X-n153-k22", "X-n200-k36"), 0.06, 0.10, 0.04, CVRP),
    Goal("CVRP 376, 524", "CVRP", 30, ("X-n376-k94", "X-n524-k153"), 0.31, 0.25, 0.15, CVRP),
    Goal("CVRP 1001", "CVRP", 60, ("X-n1001-k43",), 1.82, 0.90, 0.60, CVRP),
    Goal("VRPTW 100", "VRPTW", 10, ("R101", "R108", "RC106", "R210", "RC203"), 0.20, 0.10, 0.03, VRPTW),
    Goal("VRPTW 200", "VRPTW", 10, ("R1_2_4", "R2_2_1", "RC2_2_5"), 0.66, 0.40, 0.20, VRPTW),
    Goal("VRPTW 400", "VRPTW", 30, ("R1_4_5",), 0.84, 0.60, 0.40, VRPTW),
    Goal("VRPTW 1000", "VRPTW", 60, ("R1_10_3", "RC1_10_1", "RC2_10_7"), 2.61, 1.40, 0.90, VRPTW),
    Goal("PCVRPTW 1000", "PCVRPTW", 60, ("R1_10_4", "RC1_10_9", "RC2_10_2"), 1.27, 0.90, 0.50, PRIZES),
    Goal("TOPTW", "TOPTW", 10, ("c101-m2", "r104-m2", "rc103-m2", "r107-m4", "pr03-m2", "pr05-m4"),
         1.44, 1.00, 0.50, RICH),
    Goal("GVRP 200, 262", "GVRP", 10, ("M-n200-k16-C67-V6", "G-n262-k25-C88-V9"), 0.28, 0.20, 0.05, RICH),
    Goal("GVRP 560", "GVRP", 30, ("L-560-C113-R5",), 0.09, 0.09, 0.05, RICH),
    Goal("SDVRPTW 144", "SDVRPTW", 10, ("PR03",), 0.55, 0.10, 0.02, RICH),
    Goal("MDVRPTW 360", "MDVRPTW", 30, ("PR11A",), 1.72, 0.70, 0.40, RICH),
    Goal("FVD", "FVD", 1, ("fvd-200-1", "fvd-200-2", "fvd-200-3"), 8.8, 3.0, 1.5, VRPTW),
    Goal("FVD", "FVD", 5, ("fvd-200-1", "fvd-200-2", "fvd-200-3"), 3.7, 1.0, 0.3, VRPTW),
    Goal("FVB", "FVB", 1, ("fvb-160-1",), 10.4, 2.5, 0.0, BREAKS),
    Goal("FVB", "FVB", 5, ("fvb-160-1",), 6.0, 0.5, -1.5, BREAKS),
    Goal("FVP", "FVP", 1, ("fvp-300-1", "fvp-300-2"), 36, 4.0, 2.5, PRIZES),
    Goal("FVP", "FVP", 5, ("fvp-300-1", "fvp-300-2"), 18, 2.0, 1.0, PRIZES),
    Goal("FVP", "FVP", 20, ("fvp-300-1", "fvp-300-2"), 6.8, 1.0, 0.0, PRIZES),
    Goal("FVW", "FVW", 5, ("fvw-600-1", "fvw-400-2"), 27, 5.0, 1.0, RICH),
    Goal("FVW", "FVW", 30, ("fvw-600-1", "fvw-400-2"), 7.6, 0.0, -4.0, RICH),
)

OURS = "rounds"
TWO_THREADS = "rounds-2"  # ours with two threads, for as many seconds by the clock on the wall
WORSE = 0.3  # points by which a cell may be worse than the best peer, at most
SHARE = 0.9  # of the cells in which ours is to be no worse


def chosen(classes, quick):
    """The goals of these classes; quick: one instance each, and no budget over ten seconds."""
    goals = [g for g in GOALS if not classes or g.problem in classes]
    if not quick:
        return goals
    return [Goal(**{**vars(g), "instances": g.instances[:1]}) for g in goals if g.seconds <= 10]


class Cells:
    """The mean gap of each side in each cell, which is an instance under a budget."""

    def __init__(self, lines, gap_of):
        self.gaps = {}
        self.infeasible = set()
        for line in lines:
            if "unsupported" in line or "cost" not in line:
                continue
            key = (line["peer"], line["problem"], line["instance"], float(line["time_s"]))
            gap = gap_of(line) if line["feasible"] else None
            if gap is None:
                self.infeasible.add(key)
            self.gaps.setdefault(key, []).append(gap)

    def mean(self, side, goal, instance):
        """A side's mean gap in a cell; None when it was not measured, or not always feasible."""
        key = (side, goal.problem, instance, float(goal.seconds))
        if key not in self.gaps or key in self.infeasible:
            return None
        return statistics.mean(self.gaps[key])

    def is_measured(self, side, goal, instance):
        return (side, goal.problem, instance, float(goal.seconds)) in self.gaps

    def class_mean(self, side, goal):
        """A side's mean over all instances of a class; None unless it has all of them."""
        means = [self.mean(side, goal, instance) for instance in goal.instances]
        return statistics.mean(means) if all(m is not None for m in means) else None


def judge(lines, goals, gap_of):
    """A row for each goal, and what the cells say together."""
    cells = Cells(lines, gap_of)
    rows, compared, no_worse, worst = [], 0, 0, None
    for goal in goals:
        ours = cells.class_mean(OURS, goal)
        peers = {p: cells.class_mean(p, goal) for p in goal.peers}
        known = {p: gap for p, gap in peers.items() if gap is not None}
        best = min(known, key=known.get) if known else None
        measured = any(cells.is_measured(OURS, goal, i) for i in goal.instances)
        verdict = ("not measured" if not measured else "incomplete" if ours is None else
                   "aim" if ours <= goal.aim else "must" if ours <= goal.must else "missed")
        rows.append({"class": goal.name, "seconds": goal.seconds, "ours": ours,
                     "two_threads": cells.class_mean(TWO_THREADS, goal), "peer": best,
                     "peer_gap": known.get(best), "peer_then": goal.best, "must": goal.must, "aim": goal.aim,
                     "verdict": verdict})
        for instance in goal.instances:
            if not cells.is_measured(OURS, goal, instance):
                continue
            gaps = [g for g in (cells.mean(p, goal, instance) for p in goal.peers) if g is not None]
            mine = cells.mean(OURS, goal, instance)
            if not gaps:
                continue
            compared += 1
            if mine is not None and mine <= min(gaps) + 1e-9:
                no_worse += 1
            elif worst is None or worst[0] is not None and (mine is None or mine - min(gaps) > worst[0]):
                worst = (None if mine is None else mine - min(gaps), f"{instance}, {goal.seconds:g} s")
    return {"rows": rows, "cells": compared, "no_worse": no_worse,
            "share": no_worse / compared if compared else None, "worst": worst}


def number(value):
    return "–" if value is None else f"{value:.2f}"


def show(verdict):
    """The table in Markdown, and the two gates over all cells."""
    print("Mean gap to the best-known value in per cent, over instances and seeds, at equal processor seconds.\n")
    print("| class | budget | ours | two threads | best peer | which | when set | must | aim | reached |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    for row in verdict["rows"]:
        print(f"| {row['class']} | {row['seconds']:g} s | {number(row['ours'])} | {number(row['two_threads'])} | "
              f"{number(row['peer_gap'])} | "
              f"{row['peer'] or ''} | {number(row['peer_then'])} | {row['must']:.2f} | {row['aim']:.2f} | "
              f"{row['verdict']} |")
    if not verdict["cells"]:
        print("\nNo cell has both sides; nothing can be compared.")
        return
    share = verdict["share"]
    print(f"\nNo worse than the best peer in {verdict['no_worse']} of {verdict['cells']} cells "
          f"({100 * share:.0f} %; goal {100 * SHARE:.0f} %).")
    if verdict["worst"]:
        points, where = verdict["worst"]
        said = "infeasible" if points is None else f"{points:.2f} points worse"
        print(f"Worst cell: {said} at {where} (goal: at most {WORSE} points).")
