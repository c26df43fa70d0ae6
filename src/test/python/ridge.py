"""The peer of RidgeBenchmark: the same ridge, from the same visits, through SciPy and its BLAS.

Prints the seconds of each round and writes the weights of the last.
"""
import sys
import time

import numpy as np
import scipy.linalg
import scipy.sparse

folder, visits, facts, items, penalty, rounds = sys.argv[1], *(int(arg) for arg in sys.argv[2:])


def matrix(name, columns):
    lengths = np.fromfile(f"{folder}/{name}Lengths", dtype=">i4")
    indices = np.fromfile(f"{folder}/{name}", dtype=">i4").astype(np.int32)
    starts = np.concatenate([[0], np.cumsum(lengths)])
    return scipy.sparse.csr_matrix((np.ones(len(indices)), indices, starts), shape=(visits, columns))


x, y = matrix("facts", facts), matrix("targets", items)
for _ in range(rounds):
    begun, cpu = time.perf_counter(), time.process_time()
    gram = (x.T @ x).toarray()
    gram[np.diag_indices(facts)] += penalty
    factor = scipy.linalg.cho_factor(gram, lower=True, overwrite_a=True, check_finite=False)
    weights = scipy.linalg.cho_solve(factor, (x.T @ y).toarray(), overwrite_b=True, check_finite=False)
    print(f"SciPy: {time.perf_counter() - begun:.2f} s, {time.process_time() - cpu:.2f} s of the processor", flush=True)
weights.astype(">f4").tofile(f"{folder}/weights")
