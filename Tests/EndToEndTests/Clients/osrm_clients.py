"""Drives clients made for OSRM against a server at the port given: VROOM and routingpy.

Prints one JSON object of what they found; exits with an exception where one does not work.
"""

import json
import sys

import routingpy
import vroom

port = int(sys.argv[1])
places = [[83.495, 39.005], [83.505, 39.02], [83.50, 39.01], [83.498, 39.015]]

problem = vroom.Input(servers={"car": f"127.0.0.1:{port}"}, geometry=True)
problem.add_vehicle([vroom.Vehicle(1, start=places[0], end=places[0], profile="car")])
problem.add_job([vroom.Job(n, location=place) for n, place in enumerate(places[1:], 1)])
solution = problem.solve(exploration_level=5, nb_threads=1)

client = routingpy.OSRM(base_url=f"http://127.0.0.1:{port}")
route = client.directions(places[:2], profile="car", steps=True, geometries="geojson")
matrix = client.matrix(places, profile="car", annotations=["duration", "distance"])

tour = [0] + [int(n) for n in solution.routes["id"].dropna()] + [0]
print(
    json.dumps(
        {
            "vroom_seconds": int(solution.summary.duration),
            "vroom_metres": int(solution.summary.distance),
            "vroom_jobs": sorted(tour[1:-1]),
            "table_seconds_of_tour": sum(
                matrix.durations[a][b] for a, b in zip(tour, tour[1:])
            ),
            "route_seconds": int(route.duration),
            "route_points": len(route.geometry),
            "table_seconds": matrix.durations[0][1],
        }
    )
)
