"""What the road engine is to reach beside its peers, and how far it is."""


def best(lines, field, **wanted):
    """The least value of a field among the lines that have all that is wanted; None without any."""
    found = [line[field] for line in lines
             if field in line and all(line.get(name) == value for name, value in wanted.items())
             and line[field] > 0]
    return min(found) if found else None


def row(what, unit, ours, peer, goal, stretch, more_is_better=False, wall=None):
    """One goal: ours and the peer's number, and their ratio; without a peer the goal is absolute."""
    entry = {"what": what, "unit": unit, "ours": ours, "peer": peer, "goal": goal, "stretch": stretch}
    if wall:
        entry["ours_wall"], entry["peer_wall"] = wall
    if ours is None or (peer is None and unit == "ratio"):
        entry["verdict"] = "not measured"
        return entry
    value = ours / peer if unit == "ratio" else ours
    entry["value"] = value
    reached = (lambda limit: value >= limit) if more_is_better else (lambda limit: value <= limit)
    entry["verdict"] = "stretch" if reached(stretch) else "goal" if reached(goal) else "missed"
    return entry


def pair(lines, what, field, goal, stretch, ours, peer, wall=None, **more):
    """A goal about the ratio of one field on both sides."""
    walls = (best(lines, wall, **ours), best(lines, wall, **peer)) if wall else None
    return row(what, "ratio", best(lines, field, **ours), best(lines, field, **peer), goal, stretch,
               wall=walls, **more)


def tables(lines, grid):
    rows = []
    for n, goal, stretch in ((100, 1 / 3, 1 / 5), (1000, 1 / 6, 1 / 10), (2000, 1 / 8, 1 / 15)):
        rows.append(pair(
            lines, f"table {n} x {n}, Porto, against OSRM CH", "table_cpu_s", goal, stretch,
            dict(peer="rounds", n=n, scene="porto", threads=1), dict(peer="osrm-ch", n=n, scene="porto"),
            wall="table_s"))
    rows.append(pair(
        lines, f"table 1000 x 1000, Porto stitched {grid}, against OSRM CH", "table_cpu_s", 1 / 3, 1 / 5,
        dict(peer="rounds", n=1000, scene=grid, threads=1), dict(peer="osrm-ch", n=1000, scene=grid),
        wall="table_s"))
    rows.append(pair(
        lines, "table 1000 x 1000, Porto, against RoutingKit CCH without turn costs", "table_cpu_s", 1 / 4, 1 / 8,
        dict(peer="rounds", n=1000, scene="porto", threads=1),
        dict(peer="routingkit", n=1000, scene="porto"), wall="table_s"))
    # How much faster two threads are: the one thread's elapsed time over theirs.
    one = best(lines, "table_s", peer="rounds", n=2000, scene="porto", threads=1)
    two = best(lines, "table_s", peer="rounds", n=2000, scene="porto", threads=2)
    rows.append(row("table 2000 x 2000, Porto, two threads against one (elapsed)", "ratio", one if two else None,
                    two, 1.6, 1.8, more_is_better=True))
    return rows


def imports(lines):
    ours, peer = dict(peer="rounds", what="build", scene="porto"), dict(peer="osrm-ch", scene="porto")
    edges, peer_megabytes = best(lines, "edges", **ours), best(lines, "disk_mb", **peer)
    per_edge = peer_megabytes * 1e6 / edges if edges and peer_megabytes else None
    rows = [
        pair(lines, "import, Porto, against OSRM CH", "build_cpu_s", 1 / 4, 1 / 8, ours, peer, wall="build_s"),
        pair(lines, "import's peak memory, MB, Porto, against OSRM", "build_rss_mb", 1 / 2, 1 / 3, ours, peer),
        row("file, Porto, car, bytes an undirected edge", "bytes", best(lines, "bytes_per_edge", **ours), per_edge, 200, 140),
    ]
    for profile in ("foot", "e-bike"):
        wanted = dict(peer="rounds", what="profile", profile=profile, scene="porto")
        rows.append(row(f"further profile {profile} against the first", "ratio",
                        best(lines, "further_cpu_s", **wanted), best(lines, "build_cpu_s", **wanted), 1 / 2, 1 / 3,
                        wall=(best(lines, "further_s", **wanted), best(lines, "build_s", **wanted))))
    return rows


def queries(lines):
    def sides(what):
        return (dict(peer="rounds", what=what, scene="porto"), dict(peer="osrm-ch", what=what, scene="porto"))

    # By the median, in ms: the goal of ten times as many is a tenth of the time.
    return [
        pair(lines, "snapping, median ms, against OSRM nearest", "p50_ms", 1 / 10, 1 / 25, *sides("nearest")),
        pair(lines, "route, duration and distance, median ms", "p50_ms", 1 / 3, 1 / 6, *sides("route")),
        pair(lines, "route with geometry and steps, median ms", "p50_ms", 1 / 2, 1 / 4, *sides("route_steps")),
        row("new speeds, closures or areas on the same map, Porto", "s",
            best(lines, "metric_cpu_s", peer="rounds", scene="porto"), None, 1, 0.2),
        row("table 20,000 x 20,000, Porto, resident", "MB",
            best(lines, "peak_rss_mb", peer="rounds", what="stream", scene="porto"), None, 1024, 1024),
    ]


def judge(lines, grid):
    """Every goal with what was measured."""
    return tables(lines, grid) + imports(lines) + queries(lines)


def number(value):
    return "–" if value is None else f"{value:.4g}"


def limit(entry, name):
    value = entry[name]
    if entry["unit"] != "ratio":
        return f"≤ {value} {entry['unit']}"
    return f"≥ {value}" if value > 1 else f"1/{round(1 / value)}"


def show(table, lines):
    """The goals, if any could be measured, then every line as it was printed."""
    if any(entry["verdict"] != "not measured" for entry in table):
        show_goals(table)
    for line in lines:
        print("  " + ", ".join(f"{name} {value}" for name, value in line.items()))


def show_goals(table):
    """The goals as a table in Markdown."""
    print("Ours and the peer's are processor seconds unless the row says otherwise; elapsed seconds in brackets.\n")
    print("| what | ours | peer | ratio | goal | stretch | reached |\n|---|---|---|---|---|---|---|")
    for entry in table:
        walls = [f" ({number(entry[name])})" if entry.get(name) is not None else "" for name in ("ours_wall", "peer_wall")]
        value = entry.get("value") if entry["unit"] == "ratio" else None
        ratio = f"1/{1 / value:.2f}" if value and value < 1 else number(value) if value else ""
        print(f"| {entry['what']} | {number(entry['ours'])}{walls[0]} | {number(entry['peer'])}{walls[1]} | {ratio} | "
              f"{limit(entry, 'goal')} | {limit(entry, 'stretch')} | {entry['verdict']} |")
    print()
