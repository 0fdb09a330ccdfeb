#!/usr/bin/env python3
"""Makes land.svgpath, the land of the world map, as one SVG path.

    python3 src/place/land.py src/place/land.svgpath

Source: Natural Earth's 1:110m land (public domain), from the npm package
world-atlas 2.0.2. Projection: Equal Earth (Šavrič, Patterson, Jenny 2018), as in
map.rs, in a view box of 2000 by 974; cut at the meridian of 180°. Needs Python 3.11
and npm, nothing else.
"""

import json
import math
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

PACKAGE = "world-atlas@2.0.2"
WIDTH = 2000
# Half of the plane's width and height at radius 1.
HALF_WIDTH = 2 * math.sqrt(3) * math.pi / (3 * 1.340264)
HALF_HEIGHT = 1.3173627591574133
SCALE = WIDTH / (2 * HALF_WIDTH)
# How far a left-out point may lie from the line drawn, in view box units.
TOLERANCE = 0.8
# Islands smaller than this, in square units, would be less than a dot.
SMALLEST = 4


def main(target):
    topology = json.loads(fetched("package/land-110m.json"))
    rings = [cut for ring in outlines(topology) for cut in cut_at_180(ring)]
    flat = [[equal_earth(lon, lat) for lon, lat in ring] for ring in rings]
    paths = [path for ring in flat if (path := drawn(ring))]
    Path(target).write_text("".join(paths), encoding="ascii")
    print(f"{target}: {len(paths)} rings, {sum(map(len, paths))} bytes")


def fetched(name):
    """One file of the package, by npm."""
    with tempfile.TemporaryDirectory() as folder:
        npm = ["npm", "pack", "--silent", "--pack-destination", folder, PACKAGE]
        packed = subprocess.run(npm, check=True, capture_output=True, text=True).stdout.split()[-1]
        with tarfile.open(Path(folder) / packed) as archive:
            return archive.extractfile(name).read()


def outlines(topology):
    """The rings of a TopoJSON topology (its specification, section 2.1), in degrees."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    for geometry in topology["objects"]["land"]["geometries"]:
        for polygon in geometry["arcs"]:
            for ring in polygon:
                points = []
                for index in ring:
                    arc = arcs[index] if index >= 0 else arcs[~index][::-1]
                    points += arc[1:] if points else arc
                yield points


def cut_at_180(ring):
    """The parts of a ring, none of which crosses the meridian of 180°."""
    unrolled = [ring[0]]
    for lon, lat in ring[1:]:
        before = unrolled[-1][0]
        unrolled.append((lon + 360 * round((before - lon) / 360), lat))
    around = unrolled[-1][0] - unrolled[0][0]
    if abs(around) > 180:  # It goes around the South Pole: Antarctica.
        unrolled = unrolled[:-1]
        west = min(range(len(unrolled)), key=lambda at: (unrolled[at][0] + 180) % 360)
        unrolled = unrolled[west:] + unrolled[:west]
        unrolled = [((lon + 180) % 360 - 180, lat) for lon, lat in unrolled]
        if around < 0:
            unrolled = unrolled[:1] + unrolled[:0:-1]
        lat = unrolled[0][1]
        return [meridian(-180, -90, lat) + unrolled + meridian(180, lat, -90)]
    parts = []
    for turn in (-1, 0, 1):
        part = clipped(clipped(unrolled, turn * 360 - 180, 1), turn * 360 + 180, -1)
        if len(part) > 2:
            parts.append([(lon - turn * 360, lat) for lon, lat in part])
    return parts


def meridian(lon, start, end):
    """Points down the edge of the map, which is curved."""
    return [(lon, start + (end - start) * step / 8) for step in range(9)]


def clipped(ring, edge, side):
    """What lies on one side of a meridian (Sutherland and Hodgman 1974)."""
    kept = []
    for (lon, lat), (lon2, lat2) in zip(ring, ring[1:] + ring[:1]):
        inside, inside2 = side * (lon - edge) >= 0, side * (lon2 - edge) >= 0
        if inside:
            kept.append((lon, lat))
        if inside != inside2:
            kept.append((edge, lat + (lat2 - lat) * (edge - lon) / (lon2 - lon)))
    return kept


def equal_earth(lon, lat):
    theta = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(lat)))
    t2 = theta * theta
    t6 = t2 * t2 * t2
    y = theta * (1.340264 - 0.081106 * t2 + t6 * (0.000893 + 0.003796 * t2))
    slope = 1.340264 - 3 * 0.081106 * t2 + t6 * (7 * 0.000893 + 9 * 0.003796 * t2)
    x = 2 * math.sqrt(3) * math.radians(lon) * math.cos(theta) / (3 * slope)
    return (HALF_WIDTH + x) * SCALE, (HALF_HEIGHT - y) * SCALE


def drawn(ring):
    """A closed subpath on whole units, with relative steps; none for a speck."""
    half = len(ring) // 2
    ring = thinned(ring[: half + 1])[:-1] + thinned(ring[half:] + ring[:1])[:-1]
    points = []
    for x, y in ring:
        point = (round(x), round(y))
        if not points or point != points[-1]:
            points.append(point)
    if len(points) > 1 and points[0] == points[-1]:
        points.pop()
    if len(points) < 3 or area(points) < SMALLEST:
        return ""
    steps = [b[axis] - a[axis] for a, b in zip(points, points[1:]) for axis in (0, 1)]
    return "M" + joined(points[0]) + "l" + joined(steps) + "z"


def thinned(line):
    """The line without points that it hardly needs (Douglas and Peucker 1973)."""
    if len(line) < 3:
        return line
    (x1, y1), (x2, y2) = line[0], line[-1]
    length = math.hypot(x2 - x1, y2 - y1)

    def away(point):
        if length == 0:
            return math.hypot(point[0] - x1, point[1] - y1)
        return abs((x2 - x1) * (y1 - point[1]) - (x1 - point[0]) * (y2 - y1)) / length

    farthest = max(range(1, len(line) - 1), key=lambda at: away(line[at]))
    if away(line[farthest]) <= TOLERANCE:
        return [line[0], line[-1]]
    return thinned(line[: farthest + 1])[:-1] + thinned(line[farthest:])


def area(points):
    pairs = zip(points, points[1:] + points[:1])
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def joined(numbers):
    """Numbers with a space only where two would run together."""
    first, *rest = map(str, numbers)
    return first + "".join(number if number[0] == "-" else " " + number for number in rest)


if __name__ == "__main__":
    sys.setrecursionlimit(10_000)
    main(*sys.argv[1:])
