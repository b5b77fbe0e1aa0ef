#!/usr/bin/env python3
# Copyright (c) 2026, the Electrode4D contributors
# SPDX-License-Identifier: BSD-2-Clause
"""Runs one transport analysis of a peer on one structure: transport.py TASK FOLDER STRUCTURE TILES

Prints one line, "=> name=number" for each result, as the benchmarks read it: CPU and wall seconds of the call alone,
the greatest resident size of the process in bytes, and what was found. Exits with code 3 where the peer is missing.
The structures are those of make_structures.py, arrays [z, y, x]; TILES repeats a volume along every axis. Without
arguments every task is listed, and whether its peer can be imported here.
"""
import os
import resource
import sys
import time
import types

# one thread, so that CPU seconds are comparable
os.environ.setdefault("OMP_NUM_THREADS", "1")


def load(folder, name, tiles):
    import numpy as np
    import tifffile
    volume = tifffile.imread(os.path.join(folder, name + ".tif"))
    return np.ascontiguousarray(np.tile(volume, (tiles,) * volume.ndim)) if tiles > 1 else volume


def tell(**numbers):
    for name, value in numbers.items():
        # as Java reads them
        print("=> %s=%s" % (name, repr(float(value)).replace("inf", "Infinity").replace("nan", "NaN")))


def measure(work):
    wall, cpu = time.perf_counter(), time.process_time()
    result = work()
    tell(cpu=time.process_time() - cpu, wall=time.perf_counter() - wall,
         resident=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)
    return result


# Geometric tortuosity: lengths of paths from the voxel centres of the slice z = 0, in voxels.

def tell_paths(length):
    """Unreachable voxels and those that are no pore are not finite."""
    import numpy as np
    last = length.shape[0] - 1

    def tortuosity(z):
        lengths = length[z][np.isfinite(length[z])]
        return lengths.mean(dtype=np.float64) / z if lengths.size else np.inf
    tell(reachable=np.count_nonzero(np.isfinite(length)), tau_middle=tortuosity(last // 2), tau_last=tortuosity(last))


def paths_dijkstra3d(folder, name, tiles):
    import dijkstra3d
    import numpy as np
    pore = load(folder, name, tiles).astype(bool)
    # transposed: x, y, z without a copy
    sources = np.argwhere(pore[0])[:, ::-1]
    sources = np.column_stack([sources, np.zeros(len(sources), int)])
    length = measure(lambda: dijkstra3d.euclidean_distance_field(pore.T, sources)).T
    tell_paths(np.where(pore, length, np.inf))


def paths_skimage(fully_connected):
    def run(folder, name, tiles):
        import numpy as np
        from skimage.graph import MCP_Geometric
        pore = load(folder, name, tiles).astype(bool)
        sources = [(0, y, x) for y, x in np.argwhere(pore[0])]

        def work():
            costs = np.where(pore, 1.0, np.inf)
            return MCP_Geometric(costs, fully_connected=fully_connected).find_costs(sources)[0]
        tell_paths(np.where(pore, measure(work), np.inf))
    return run


def paths_skfmm(order):
    def run(folder, name, tiles):
        import numpy as np
        import skfmm
        pore = load(folder, name, tiles).astype(bool)
        level = np.ones(pore.shape)
        level[0] = 0
        masked = np.ma.MaskedArray(level, ~pore)
        length = measure(lambda: skfmm.travel_time(masked, np.ones(pore.shape), order=order))
        tell_paths(np.ma.filled(length, np.inf))
    return run


# Tortuosity factor and effective diffusivity along z.

def taufactor():
    try:
        import IPython.display  # noqa: F401
    except ImportError:
        # TauFactor needs it to clear the output of notebooks, and nothing else
        display = types.ModuleType("IPython.display")
        display.clear_output = lambda wait=False: None
        sys.modules["IPython"] = types.ModuleType("IPython")
        sys.modules["IPython.display"] = display
    import taufactor as peer
    import torch
    torch.set_num_threads(1)
    return peer


def flux_taufactor(make, criterion=1e-4):
    def run(folder, name, tiles):
        peer = taufactor()
        labels = load(folder, name, tiles)

        def work():
            solver = make(peer, labels)
            solver.solve(verbose=False, conv_crit=criterion)
            return solver
        solver = measure(work)
        tell(d_eff=number(solver.D_eff), tau=number(solver.tau), iterations=solver.iter)
    return run


def number(value):
    import numpy as np
    return float(np.asarray(value).ravel()[0])


def flux_scipy(layers):
    """Finite volumes with conjugate gradients: concentrations held on the faces, or in the first and last layer."""
    def run(folder, name, tiles):
        pore = load(folder, name, tiles).astype(bool)
        d_eff, tau = measure(lambda: solve_flux(pore, layers))
        tell(d_eff=d_eff, tau=tau)
    return run


def solve_flux(pore, layers):
    import numpy as np
    from scipy import ndimage, sparse
    from scipy.sparse.linalg import LinearOperator, cg
    whole = pore.mean()
    parts = ndimage.label(pore)[0]
    both = np.intersect1d(parts[0], parts[-1])
    pore = pore & np.isin(parts, both[both > 0])
    if not pore.any():
        return 0.0, np.inf
    solved = pore.copy()
    if layers:
        solved[[0, -1]] = False
    number_of = np.full(pore.shape, -1, np.int32)
    size = np.count_nonzero(solved)
    number_of[solved] = np.arange(size, dtype=np.int32)
    rows, columns = [], []
    for axis in range(3):
        first = number_of[tuple(slice(None, -1) if a == axis else slice(None) for a in range(3))]
        second = number_of[tuple(slice(1, None) if a == axis else slice(None) for a in range(3))]
        joined = (first >= 0) & (second >= 0)
        rows.append(first[joined])
        columns.append(second[joined])
    i, j = np.concatenate(rows), np.concatenate(columns)
    diagonal = np.bincount(i, minlength=size) + np.bincount(j, minlength=size).astype(float)
    right = np.zeros(size)
    inlet = number_of[1][pore[0] & pore[1]] if layers else number_of[0][pore[0]]
    outlet = number_of[-2][pore[-1] & pore[-2]] if layers else number_of[-1][pore[-1]]
    conductance = 1.0 if layers else 2.0
    diagonal[inlet] += conductance
    diagonal[outlet] += conductance
    right[inlet] = conductance
    ones = np.ones(len(i))
    matrix = sparse.coo_matrix((-ones, (i, j)), (size, size)).tocsr()
    matrix = matrix + matrix.T + sparse.diags(diagonal)
    jacobi = LinearOperator((size, size), lambda v: v / diagonal)
    start = np.repeat(1 - (np.arange(pore.shape[0]) + 0.5) / pore.shape[0], pore[0].size).reshape(pore.shape)[solved]
    field, failed = cg(matrix, right, x0=start, tol=0, atol=1e-9 * np.sqrt(size), M=jacobi, maxiter=20000)
    assert failed == 0
    concentration = np.zeros(pore.shape)
    concentration[0] = pore[0]
    concentration[solved] = field
    # through the planes of faces between slices, where both sides conduct
    flux = np.where(pore[:-1] & pore[1:], concentration[:-1] - concentration[1:], 0).sum((1, 2))
    length = pore.shape[0] - 1 if layers else pore.shape[0]
    d_eff = flux.mean() * length / pore[0].size
    # PoreSpy relates to the pores that percolate, TauFactor to all
    return d_eff, (pore.mean() if layers else whole) / d_eff


# Phases and distances.

def phases_numpy(folder, name, tiles):
    import numpy as np
    labels = load(folder, name, tiles)

    def work():
        pore = labels == 0
        slices = pore.mean((1, 2))
        return pore.mean(), slices.min(), slices.max(), slices.std()
    fraction, least, most, deviation = measure(work)
    tell(fraction=fraction, slice_min=least, slice_max=most, slice_sd=deviation)


def surface_skimage(folder, name, tiles):
    import numpy as np
    from scipy import ndimage
    from skimage.measure import marching_cubes, mesh_surface_area
    mask = load(folder, name, tiles) == 1

    def work():
        smooth = ndimage.gaussian_filter(mask.astype(np.float32), 1, mode="nearest")
        vertices, faces, _, _ = marching_cubes(smooth, 0.5)
        return mesh_surface_area(vertices, faces)
    tell(area=measure(work))


def triple_taufactor(folder, name, tiles):
    from importlib import import_module
    import numpy as np
    taufactor()
    # pores; binder and SEI; graphite and silicon
    labels = np.array([0, 1, 2, 2, 1])[load(folder, name, tiles)]
    density = measure(lambda: import_module("taufactor.metrics").triple_phase_boundary(labels))
    tell(edges_per_inner_edge=number(density))


def distances_scipy(folder, name, tiles):
    """From the boundary voxels of label 1 to those of label 2 and back, between centres."""
    from scipy import ndimage
    labels = load(folder, name, tiles)
    one, two = labels == 1, labels == 2

    def work():
        return (ndimage.distance_transform_edt(~two)[boundary(one)],
                ndimage.distance_transform_edt(~one)[boundary(two)])
    there, back = measure(work)
    tell(mean_there=there.mean(), max_there=there.max(), mean_back=back.mean(), max_back=back.max())


def boundary(mask):
    from scipy import ndimage
    # beyond the volume is no surface
    return mask & ~ndimage.binary_erosion(mask, border_value=1)


def hausdorff_skimage(folder, name, tiles):
    from skimage.metrics import hausdorff_distance
    labels = load(folder, name, tiles)
    one, two = boundary(labels == 1), boundary(labels == 2)
    tell(hausdorff=measure(lambda: hausdorff_distance(one, two)))


# Lithium diffusion: eps dc/dt = div(D_eff grad c), -D_eff dc/dn = k_f (c - C) at pores, with the numbers of the paper.

POROSITY, TRANSFER = 0.63985, 1e-3 * 1e6
DIFFUSIVITY = 3.01e-10 * 1e12 * POROSITY ** 1.5
PIXEL = 0.04
TIMES = (1e-4, 1e-3)


def slab_series(folder, name, tiles):
    """Mean concentration of a slab of 40 pixels between a source and a closed end."""
    import numpy as np
    from scipy.optimize import brentq
    length = 40 * PIXEL
    biot = TRANSFER * length / DIFFUSIVITY

    def mean(t):
        total = 1.0
        for n in range(60):
            b = brentq(lambda b: b * np.sin(b) - biot * np.cos(b), n * np.pi, n * np.pi + np.pi / 2)
            a = 2 * np.sin(b) / (b + np.sin(b) * np.cos(b))
            total -= a * np.sin(b) / b * np.exp(-b * b * DIFFUSIVITY * t / (POROSITY * length ** 2))
        return total
    values = measure(lambda: [mean(t) for t in TIMES])
    tell(mean_1=values[0], mean_2=values[1])


def disc_series(folder, name, tiles):
    """Mean concentration of a disc of radius 40 pixels with a source all around."""
    import numpy as np
    from scipy.optimize import brentq
    from scipy.special import j0, j1, jn_zeros
    radius = 40 * PIXEL
    biot = TRANSFER * radius / DIFFUSIVITY
    ends = np.concatenate([[0], jn_zeros(1, 60)])

    def mean(t):
        total = 1.0
        for low, high in zip(ends[:-1], ends[1:]):
            b = brentq(lambda b: b * j1(b) - biot * j0(b), low, high)
            total -= 4 * biot ** 2 / (b * b * (b * b + biot ** 2)) * np.exp(
                -b * b * DIFFUSIVITY * t / (POROSITY * radius ** 2))
        return total
    values = measure(lambda: [mean(t) for t in TIMES])
    tell(mean_1=values[0], mean_2=values[1])


def pixel_mesh(solved, source, refinements):
    """Two triangles per solved pixel, and a test whether a facet lies between a solved pixel and a source."""
    import numpy as np
    import ufl
    from dolfinx import mesh
    from mpi4py import MPI
    rows, columns = solved.shape
    y, x = np.nonzero(solved)
    corner = (y * (columns + 1) + x).astype(np.int64)
    upper = np.column_stack([corner, corner + 1, corner + columns + 2])
    lower = np.column_stack([corner, corner + columns + 2, corner + columns + 1])
    cells = np.concatenate([upper, lower])
    used, cells = np.unique(cells, return_inverse=True)
    points = np.column_stack([used % (columns + 1), used // (columns + 1)]).astype(float) * PIXEL
    domain = mesh.create_mesh(MPI.COMM_SELF, cells.reshape(-1, 3), points,
                              ufl.Mesh(ufl.VectorElement("Lagrange", ufl.triangle, 1)))
    for _ in range(refinements):
        domain.topology.create_entities(1)
        domain = mesh.refine(domain, redistribute=False)
    touching = np.zeros((rows + 2, columns + 2), bool)
    touching[1:-1, 1:-1] = source
    domain.topology.create_connectivity(1, 2)
    facets = mesh.exterior_facet_indices(domain.topology)
    middles = mesh.compute_midpoints(domain, 1, facets)[:, :2] / PIXEL
    near = [touching[np.floor(middles[:, 1] + dy).astype(int) + 1, np.floor(middles[:, 0] + dx).astype(int) + 1]
            for dx, dy in ((1e-3, 1e-3), (-1e-3, 1e-3), (1e-3, -1e-3), (-1e-3, -1e-3))]
    chosen = np.sort(facets[np.any(near, axis=0)]).astype(np.int32)
    return domain, mesh.meshtags(domain, 1, chosen, np.ones(len(chosen), np.int32))


def disc_mesh(rings):
    """A disc of radius 40 pixels in triangles, 6 in the first ring."""
    import numpy as np
    import ufl
    from dolfinx import mesh
    from mpi4py import MPI
    points, starts = [(0.0, 0.0)], [0]
    for ring in range(1, rings + 1):
        starts.append(len(points))
        for k in range(6 * ring):
            angle = 2 * np.pi * k / (6 * ring)
            points.append((ring / rings * np.cos(angle), ring / rings * np.sin(angle)))
    cells = []
    for ring in range(1, rings + 1):
        outer, inner = 6 * ring, max(1, 6 * (ring - 1))
        for sector in range(6):
            for k in range(ring):
                a = starts[ring] + (sector * ring + k) % outer
                b = starts[ring] + (sector * ring + k + 1) % outer
                c = starts[ring - 1] + (sector * (ring - 1) + k) % inner
                cells.append((a, b, c))
                if k < ring - 1:
                    cells.append((c, b, starts[ring - 1] + (sector * (ring - 1) + k + 1) % inner))
    domain = mesh.create_mesh(MPI.COMM_SELF, np.array(cells), 40 * PIXEL * np.array(points),
                              ufl.Mesh(ufl.VectorElement("Lagrange", ufl.triangle, 1)))
    domain.topology.create_connectivity(1, 2)
    facets = np.sort(mesh.exterior_facet_indices(domain.topology)).astype(np.int32)
    return domain, mesh.meshtags(domain, 1, facets, np.ones(len(facets), np.int32))


class Diffusion:
    """Quadratic elements, implicit steps of BDF2 after one of Euler; the step doubles after every 40."""

    def __init__(self, domain, tags):
        import ufl
        from dolfinx import fem
        from petsc4py import PETSc
        self.fem, self.petsc, self.ufl = fem, PETSc, ufl
        self.domain = domain
        self.space = fem.FunctionSpace(domain, ("Lagrange", 2))
        u, v = ufl.TrialFunction(self.space), ufl.TestFunction(self.space)
        ds = ufl.Measure("ds", domain=domain, subdomain_data=tags)(1)
        self.mass = self.assemble(POROSITY * u * v * ufl.dx)
        self.stiffness = self.assemble(DIFFUSIVITY * ufl.dot(ufl.grad(u), ufl.grad(v)) * ufl.dx + TRANSFER * u * v * ds)
        self.load = fem.petsc.create_vector(fem.form(TRANSFER * v * ds))
        fem.petsc.assemble_vector(self.load, fem.form(TRANSFER * v * ds))
        self.value = fem.Function(self.space)

    def assemble(self, form):
        matrix = self.fem.petsc.assemble_matrix(self.fem.form(form))
        matrix.assemble()
        return matrix

    def mean(self):
        ufl, fem = self.ufl, self.fem
        area = fem.assemble_scalar(fem.form(fem.Constant(self.domain, self.petsc.ScalarType(1)) * ufl.dx))
        return fem.assemble_scalar(fem.form(self.value * ufl.dx)) / area

    def solver(self, coefficient):
        matrix = self.stiffness.copy()
        matrix.axpy(coefficient, self.mass, structure=self.petsc.Mat.Structure.SAME_NONZERO_PATTERN)
        solver = self.petsc.KSP().create(matrix.comm)
        solver.setOperators(matrix)
        solver.setType("preonly")
        solver.getPC().setType("lu")
        return solver

    def until(self, times, first):
        """Yields at each of the times; the values in between are those of the steps."""
        now, step, before = 0.0, first, None
        current = self.value.vector
        right = current.duplicate()
        solver, key, count = None, None, 0
        for end in times:
            while now < end * (1 - 1e-12):
                if count == 40:
                    step, count, before = 2 * step, 0, None
                length = min(step, end - now)
                second = before is not None and abs(length - step) < 1e-12 * step
                if key != (length, second):
                    if solver:
                        solver.destroy()
                    solver, key = self.solver((1.5 if second else 1.0) / length), (length, second)
                history = current.copy()
                if second:
                    history.scale(2.0)
                    history.axpy(-0.5, before)
                self.mass.mult(history, right)
                right.scale(1 / length)
                right.axpy(1, self.load)
                before = current.copy() if abs(length - step) < 1e-12 * step else None
                solver.solve(right, current)
                now += length
                count += 1
            before = None
            yield end


def need_dolfinx():
    import logging
    import dolfinx.fem.petsc  # noqa: F401
    # the compiler's calls
    logging.disable(logging.INFO)


def fem_dolfinx(make):
    def run(folder, name, tiles):
        need_dolfinx()
        result = {}

        def work():
            domain, tags = make(folder, name, tiles)
            diffusion = Diffusion(domain, tags)
            result["elements"] = domain.topology.index_map(2).size_local
            for i, _ in enumerate(diffusion.until(TIMES, 2e-7)):
                result["mean_%d" % (i + 1)] = diffusion.mean()
        measure(work)
        tell(**result)
    return run


def slab_mesh(folder, name, tiles):
    import numpy as np
    labels = np.ones((4, 41), int)
    labels[:, 0] = 0
    return pixel_mesh(labels == 1, labels == 0, 0)


def region_mesh(folder, name, tiles):
    """Carbon-binder and SEI in the middle slice of the electrode; silicon and graphite let nothing in."""
    import numpy as np
    labels = load(folder, name, 1)[64]
    return pixel_mesh(np.isin(labels, (1, 4)), labels == 0, tiles - 1)


def manufactured(folder, name, tiles):
    """Order of convergence in L2 of u - div grad u = f with u = cos(pi x) cos(2 pi y) on squares of 16 and 32."""
    need_dolfinx()
    import math
    import numpy as np
    import ufl
    from dolfinx import fem, mesh
    from mpi4py import MPI

    def error(cells):
        domain = mesh.create_unit_square(MPI.COMM_SELF, cells, cells)
        space = fem.FunctionSpace(domain, ("Lagrange", 2))
        x = ufl.SpatialCoordinate(domain)
        exact = ufl.cos(ufl.pi * x[0]) * ufl.cos(2 * ufl.pi * x[1])
        u, v = ufl.TrialFunction(space), ufl.TestFunction(space)
        problem = fem.petsc.LinearProblem(
            (u * v + ufl.dot(ufl.grad(u), ufl.grad(v))) * ufl.dx, (1 + 5 * ufl.pi ** 2) * exact * v * ufl.dx,
            petsc_options={"ksp_type": "preonly", "pc_type": "lu"})
        return math.sqrt(fem.assemble_scalar(fem.form((problem.solve() - exact) ** 2 * ufl.dx)))
    errors = measure(lambda: [error(cells) for cells in (16, 32)])
    tell(error=errors[1], order=np.log2(errors[0] / errors[1]))


TASKS = {
    "paths26-dijkstra3d": paths_dijkstra3d, "paths26-skimage": paths_skimage(True),
    "paths6-skimage": paths_skimage(False), "eikonal1-skfmm": paths_skfmm(1), "eikonal2-skfmm": paths_skfmm(2),
    "flux-taufactor": flux_taufactor(lambda peer, labels: peer.Solver(labels, device="cpu")),
    "flux-periodic-taufactor": flux_taufactor(lambda peer, labels: peer.PeriodicSolver(labels, device="cpu")),
    "flux-phases-taufactor": flux_taufactor(
        lambda peer, labels: peer.MultiPhaseSolver(labels, {1: 1.0, 2: 0.1}, device="cpu")),
    "flux-taufactor_default": flux_taufactor(lambda peer, labels: peer.Solver(labels, device="cpu"), 1e-2),
    "flux-scipy": flux_scipy(False), "flux-layers-scipy": flux_scipy(True),
    "phases-numpy": phases_numpy, "surface-skimage": surface_skimage, "triple-taufactor": triple_taufactor,
    "distances-scipy": distances_scipy, "hausdorff-skimage": hausdorff_skimage,
    "slab-series": slab_series, "slab-dolfinx": fem_dolfinx(slab_mesh),
    "disc-series": disc_series, "disc-dolfinx": fem_dolfinx(lambda folder, name, tiles: disc_mesh(48)),
    "region-dolfinx": fem_dolfinx(region_mesh), "manufactured-dolfinx": manufactured,
}

MODULES = {"skfmm": "skfmm", "dijkstra3d": "dijkstra3d", "taufactor": "taufactor", "skimage": "skimage",
           "scipy": "scipy", "series": "scipy", "numpy": "numpy", "dolfinx": "dolfinx"}


def listing():
    from importlib.util import find_spec
    for task in TASKS:
        peer = task[task.rindex("-") + 1:].split("_")[0]
        print("%-26s %s" % (task, "installed" if find_spec(MODULES[peer]) else "not installed: " + MODULES[peer]))


if __name__ == "__main__":
    if len(sys.argv) == 1:
        listing()
        sys.exit(0)
    try:
        TASKS[sys.argv[1]](sys.argv[2], sys.argv[3], int(sys.argv[4]))
    except ImportError as missing:
        print(missing, file=sys.stderr)
        sys.exit(3)
