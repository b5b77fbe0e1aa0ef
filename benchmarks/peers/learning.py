#!/usr/bin/env python3
# Copyright (c) 2026, the Electrode4D contributors
# SPDX-License-Identifier: BSD-2-Clause
"""Predicts and trains a network in PyTorch: learning.py FOLDER STEPS

The folder is written by EnginePeers: layers.txt has a line for each layer (name, operation, inputs, numbers; separated
by tabs), parameters.txt one for each parameter (name, shape) in the order of parameters.f32; image.f32, labels.u8 and
logits.f32 are one image, its labels and what one of our engines makes of it. Numbers are little-endian.

Prints lines "=> name=number": CPU seconds of a training step and of a prediction (medians, without the first two), the
greatest resident size of the process in bytes, and the greatest difference of the logits. Exits with code 3 where
PyTorch is missing.
"""
import os
import resource
import statistics
import sys
import time

# one thread, so that CPU seconds are comparable
os.environ.setdefault("OMP_NUM_THREADS", "1")
ROWS, COLUMNS = 256, 512

try:
    import numpy as np
    import torch
    import torch.nn.functional as F
except ImportError as error:
    print(error, file=sys.stderr)
    sys.exit(3)


class Network:

    def __init__(self, folder):
        read = lambda name: [line.rstrip("\n").split("\t") for line in open(os.path.join(folder, name))]
        self.layers = read("layers.txt")
        values = np.fromfile(os.path.join(folder, "parameters.f32"), "<f4")
        self.parameters, start = {}, 0
        for name, shape in read("parameters.txt"):
            shape = [int(extent) for extent in shape.split(",")]
            size = int(np.prod(shape))
            self.parameters[name] = torch.from_numpy(values[start:start + size].reshape(shape).copy())
            start += size
        self.learned = [tensor.requires_grad_() for name, tensor in self.parameters.items()
                        if not name.endswith(("/mean", "/variance"))]

    def logits(self, image, training):
        values = {"input": image}
        for name, operation, inputs, numbers in self.layers:
            values[name] = self.layer(name, operation, [values[i] for i in inputs.split(",")], numbers, training)
        return values[name]

    def layer(self, name, operation, x, numbers, training):
        p = lambda parameter: self.parameters[name + "/" + parameter]
        if operation == "convolution":
            kernel, stride = [int(number) for number in numbers.split(",")]
            return F.conv2d(x[0], p("kernel"), p("bias"), stride, kernel // 2 if stride == 1 else 0)
        if operation == "normalization":
            return F.batch_norm(x[0], p("mean"), p("variance"), p("gamma"), p("beta"), training, 0.01, 1e-3)
        return {"relu": lambda: torch.relu(x[0]), "sigmoid": lambda: torch.sigmoid(x[0]),
                "pooling": lambda: F.max_pool2d(x[0], 2), "sampling": lambda: F.interpolate(x[0], scale_factor=2),
                "concatenation": lambda: torch.cat(x, 1), "addition": lambda: x[0] + x[1],
                "gate": lambda: x[0] * x[1], "dropout": lambda: F.dropout(x[0], float(numbers), training)}[operation]()


def tell(**numbers):
    for name, value in numbers.items():
        print("=> %s=%r" % (name, float(value)))


def median(work, times):
    seconds = []
    for _ in range(times):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return statistics.median(seconds[2:])


def main(folder, steps):
    torch.set_num_threads(1)
    torch.manual_seed(1)
    network = Network(folder)
    load = lambda name, kind: torch.from_numpy(
        np.fromfile(os.path.join(folder, name), kind).astype("f4").reshape(1, 1, ROWS, COLUMNS))
    image, labels = load("image.f32", "<f4"), load("labels.u8", "u1")

    def predict():
        with torch.no_grad():
            return network.logits(image, False)

    tell(difference=(predict() - load("logits.f32", "<f4")).abs().max(), predict=median(predict, steps))
    adam = torch.optim.Adam(network.learned, 1e-3, eps=1e-7)

    def train():
        adam.zero_grad()
        F.binary_cross_entropy_with_logits(network.logits(image, True), labels).backward()
        adam.step()

    tell(train=median(train, steps), resident=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
