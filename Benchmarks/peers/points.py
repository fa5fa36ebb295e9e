"""Points to ask about, where no file of them comes with the map."""

import csv
import json
import random
import subprocess

# Inland of the Isle of Wight: south, west, north, east.
WIGHT = (50.62, -1.40, 50.72, -1.18)


def invent(path, count=2500):
    """Random points on the island, from a fixed seed."""
    chance = random.Random(7)
    with open(path, "w", newline="") as file:
        for _ in range(count):
            file.write(f"{chance.uniform(WIGHT[1], WIGHT[3]):.6f},{chance.uniform(WIGHT[0], WIGHT[2]):.6f}\n")
    return path


BOX = """
import json, osmium, sys
west, south, east, north = 180, 90, -180, -90
for node in osmium.FileProcessor(sys.argv[1], osmium.osm.NODE):
    west, east = min(west, node.lon), max(east, node.lon)
    south, north = min(south, node.lat), max(north, node.lat)
print(json.dumps([west, south, east, north]))
"""


def spread(source, path, tiled, grid, bench):
    """The points of one tile, each moved by chance into a tile of a map stitched as `grid`, such as 3x3."""
    columns, rows = (int(part) for part in grid.split("x"))
    found = subprocess.run([bench.python, "-c", BOX, tiled], stdout=subprocess.PIPE, text=True, check=True)
    west, south, east, north = json.loads(found.stdout)
    # tile_map.py lays tiles apart by 1.001 of their size.
    across, up = (east - west) / (columns - 1 + 1 / 1.001), (north - south) / (rows - 1 + 1 / 1.001)
    chance = random.Random(3)
    with open(source, newline="") as source_rows, open(path, "w", newline="") as file:
        for row in csv.reader(source_rows):
            try:
                lon, lat = float(row[0]), float(row[1])
            except ValueError:
                continue
            column, line = chance.randrange(columns), chance.randrange(rows)
            file.write(f"{lon + column * across:.6f},{lat + line * up:.6f}\n")
    return path
