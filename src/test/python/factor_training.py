"""The peer of TuningBenchmark: the same factors, loss, options and tensors in Python's torch.

Prints the seconds of the training loop and the mean loss of the last epoch.
"""
import math
import sys
import time

import numpy as np
import torch

torch.set_num_threads(1)
folder = sys.argv[1]


def ints(name):
    return np.fromfile(f"{folder}/{name}.i32", dtype="<i4")


def floats(name, *shape):
    return torch.from_numpy(np.fromfile(f"{folder}/{name}.f32", dtype="<f4").reshape(shape).copy())


def ragged(name):
    lengths = ints(name + "Lengths")
    return np.split(ints(name), np.cumsum(lengths)[:-1])


F, I, T, ROLES, TEXT, D, N, EPOCHS, BATCH = (int(size) for size in ints("sizes"))
RATE, DECAY, DROPOUT, PULL = (float(option) for option in np.fromfile(f"{folder}/options.f32", dtype="<f4"))
fact_term = torch.from_numpy(ints("factTerm").astype(np.int64))
fact_role = torch.from_numpy(ints("factRole").astype(np.int64))
term_text = floats("termText", T, TEXT)
item_text = floats("itemText", I, TEXT)
shapes = {
    "termWeights": (TEXT, D), "term": (T, D), "role": (ROLES, D), "fact": (F, D),
    "itemWeights": (TEXT, D), "item": (I, D), "bias": (I,),
}
start = {name: floats(name, *shape) for name, shape in shapes.items()}
weights = {name: torch.nn.Parameter(value.clone()) for name, value in start.items()}
facts, targets, masked = ragged("facts"), ragged("targets"), ragged("masked")
adam = torch.optim.Adam(weights.values(), lr=RATE)
random = np.random.RandomState(1)


def batch_of(order):
    rows, columns, values = [], [], []
    target = torch.zeros(len(order), I)
    candidate = torch.ones(len(order), I)
    for row, visit in enumerate(order):
        kept = facts[visit][random.random_sample(len(facts[visit])) >= DROPOUT]
        rows.append(np.full(len(kept), row))
        columns.append(kept)
        values.append(np.full(len(kept), 1 / math.sqrt(max(1, len(kept))), dtype=np.float32))
        target[row, targets[visit]] = 1
        candidate[row, masked[visit]] = 0
    places = torch.from_numpy(np.stack([np.concatenate(rows), np.concatenate(columns)]).astype(np.int64))
    matrix = torch.sparse_coo_tensor(places, torch.from_numpy(np.concatenate(values)), (len(order), F))
    return matrix, target, candidate


def logits(matrix):
    terms = term_text @ weights["termWeights"] + weights["term"]
    gates = torch.nn.functional.embedding(fact_role, weights["role"])
    vectors = torch.nn.functional.embedding(fact_term, terms) * gates + weights["fact"]
    items = item_text @ weights["itemWeights"] + weights["item"]
    return torch.sparse.mm(matrix, vectors) @ items.T + weights["bias"]


begun = time.perf_counter()
for epoch in range(EPOCHS):
    for group in adam.param_groups:
        group["lr"] = RATE * DECAY**epoch
    total = 0.0
    order = random.permutation(N)
    for first in range(0, N, BATCH):
        matrix, target, candidate = batch_of(order[first:first + BATCH])
        scores = logits(matrix)
        loss = (torch.nn.functional.binary_cross_entropy_with_logits(scores, target, reduction="none") * candidate).sum()
        adam.zero_grad()
        (loss / matrix.shape[0]).backward()
        with torch.no_grad():
            for name, weight in weights.items():
                weight.grad.add_(weight - start[name], alpha=PULL)
        adam.step()
        total += loss.item()
print(time.perf_counter() - begun, total / N)
