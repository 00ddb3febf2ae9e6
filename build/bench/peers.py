"""What other programs need for the same work. Prints one line of JSON; usage goes to descriptor 3, as from our own processes."""
import atexit
import json
import os
import resource
import sys
import time


def report_usage():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    unit = 1 if sys.platform == "darwin" else 1024
    line = {"cpuSeconds": usage.ru_utime + usage.ru_stime, "peakBytes": usage.ru_maxrss * unit}
    try:
        os.write(3, json.dumps(line).encode())
    except OSError:
        pass


def version(name):
    try:
        return __import__(name).__version__
    except ImportError:
        return None


def read_tables(connections, messages):
    import pandas

    wall, cpu = time.perf_counter(), time.process_time()
    rows = len(pandas.read_csv(connections, skiprows=3)) + len(pandas.read_csv(messages))
    return {"rows": rows, "seconds": time.perf_counter() - wall, "cpuSeconds": time.process_time() - cpu}


def edges_of(path):
    with open(path) as lines:
        for line in lines:
            a, b, cost = line.split()
            yield int(a), int(b), int(cost)


def time_each(targets, find):
    times = []
    for target in targets:
        start = time.perf_counter()
        find(target)
        times.append((time.perf_counter() - start) * 1000)
    return {"milliseconds": times}


def igraph_routes(edges, targets, count):
    import igraph

    rows = list(edges_of(edges))
    graph = igraph.Graph([(a, b) for a, b, _ in rows])
    costs = [cost for _, _, cost in rows]
    wanted = json.load(open(targets))[: int(count)]
    return time_each(wanted, lambda t: graph.get_k_shortest_paths(0, t, k=3, weights=costs, output="vpath"))


def networkx_routes(edges, targets, count):
    import itertools

    import networkx

    graph = networkx.Graph()
    graph.add_weighted_edges_from(edges_of(edges))
    wanted = json.load(open(targets))[: int(count)]
    return time_each(wanted, lambda t: list(itertools.islice(networkx.shortest_simple_paths(graph, 0, t, "weight"), 3)))


def igraph_brokerage(middling, large):
    import igraph

    def read(path):
        with open(path) as lines:
            rows = [line.split() for line in lines]
        people = int(open(path + ".size").read())
        return igraph.Graph(people, [(int(a), int(b)) for a, b, _ in rows]), [float(q) for _, _, q in rows]

    def time_of(work):
        start = time.perf_counter()
        work()
        return (time.perf_counter() - start) * 1000

    graph, _ = read(middling)
    wide, q = read(large)
    return {
        "betweenness": time_of(graph.betweenness),
        "constraint": time_of(lambda: wide.constraint(weights=q)),
        "communities": time_of(lambda: wide.community_multilevel(weights=q)),
    }


def versions():
    names = ("pandas", "networkx", "igraph")
    return {"python": sys.version.split()[0], "packages": {name: version(name) for name in names}}


TASKS = {
    "versions": versions,
    "read": read_tables,
    "igraph": igraph_routes,
    "igraph-brokerage": igraph_brokerage,
    "networkx": networkx_routes,
}

if __name__ == "__main__":
    atexit.register(report_usage)
    print(json.dumps(TASKS[sys.argv[1]](*sys.argv[2:])))
