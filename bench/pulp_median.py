#!/usr/bin/env python3
"""The yardstick of p-median: the textbook model (ReVelle and Swain 1970) in PuLP, solved by CBC.

    pulp_median.py FILE

Reads an instance of OR-Library and prints the value that CBC proves to be the best. What a careful planner writes: for
each pair of points a continuous variable, for each point a binary one, and one row per pair. The shortest paths come
from SciPy; CBC runs with one thread.
"""

import sys

import numpy
import pulp
import scipy.sparse.csgraph


def distances(path):
    """Shortest paths between all points, and p; of an edge that is listed twice the last cost counts."""
    with open(path, encoding="ascii") as file:
        numbers = [int(word) for word in file.read().split()]
    points, edges, chosen = numbers[:3]
    matrix = numpy.full((points, points), numpy.inf)
    for k in range(edges):
        u, v, cost = numbers[3 + 3 * k : 6 + 3 * k]
        matrix[u - 1, v - 1] = matrix[v - 1, u - 1] = cost
    graph = scipy.sparse.csgraph.csgraph_from_dense(matrix, null_value=numpy.inf)
    return scipy.sparse.csgraph.dijkstra(graph, directed=False), chosen


def main():
    cost, chosen = distances(sys.argv[1])
    points = range(len(cost))
    model = pulp.LpProblem("median", pulp.LpMinimize)
    site = [pulp.LpVariable(f"y{j}", cat="Binary") for j in points]
    share = [[pulp.LpVariable(f"x{i}_{j}", 0) for j in points] for i in points]
    model += pulp.LpAffineExpression((share[i][j], cost[i][j]) for i in points for j in points)
    model += pulp.lpSum(site) == chosen
    for i in points:
        model += pulp.lpSum(share[i]) == 1
        for j in points:
            model += share[i][j] <= site[j]
    model.solve(pulp.COIN_CMD(path="/usr/bin/cbc", msg=False, threads=1))
    if pulp.LpStatus[model.status] != "Optimal":
        sys.exit(f"CBC ends with {pulp.LpStatus[model.status]}")
    print(round(pulp.value(model.objective)))


if __name__ == "__main__":
    main()
