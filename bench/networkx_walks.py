#!/usr/bin/env python3
"""Times the bounded searches of walk_yardstick in NetworkX on the same graph.

    networkx_walks.py GRAPH

GRAPH is what walk_yardstick wrote. Every search must reach as many junctions with the same sum of distances; prints
the seconds per search, reading left out.
"""

import sys
import time

import networkx


def main():
    graph = networkx.Graph()
    searches = []
    with open(sys.argv[1], encoding="ascii") as file:
        graph.add_nodes_from(range(int(file.readline().split()[1])))
        for line in file:
            words = line.split()
            if words[0] == "s":
                searches.append([int(word) for word in words[1:]])
                continue
            a, b, length = map(int, words)
            if a == b or (graph.has_edge(a, b) and graph[a][b]["weight"] <= length):
                continue  # of two streets between the same corners the shorter counts
            graph.add_edge(a, b, weight=length)
    start = time.perf_counter()
    for junction, limit, reached, total in searches:
        found = networkx.single_source_dijkstra_path_length(graph, junction, cutoff=limit)
        if (len(found), sum(found.values())) != (reached, total):
            sys.exit(f"networkx_walks: from {junction} NetworkX finds other distances; no time counts")
    print((time.perf_counter() - start) / len(searches))


if __name__ == "__main__":
    main()
