#!/usr/bin/env python3
# Copyright (c) 2026, the Electrode4D contributors
# SPDX-License-Identifier: BSD-2-Clause
"""Runs one structure analysis of a peer on one volume: structures.py TASK FOLDER TILES

Prints one line, "=> name=number" for each result, as the benchmarks read it: CPU and wall seconds of the call alone,
the greatest resident size of the process in bytes, and what was found. Exits with code 3 where the peer is missing.
The volumes are those of make_structures.py; TILES repeats a volume along every axis.
"""
import os
import resource
import sys
import time

# one thread, so that CPU seconds are comparable; edt is asked for threads itself
os.environ.setdefault("OMP_NUM_THREADS", "1")


def load(folder, name, tiles):
    import numpy as np
    import tifffile
    volume = tifffile.imread(os.path.join(folder, name + ".tif"))
    return np.ascontiguousarray(np.tile(volume, (tiles,) * volume.ndim)) if tiles > 1 else volume


def tell(**numbers):
    for name, value in numbers.items():
        print("=> %s=%r" % (name, float(value)))


def measure(work):
    wall, cpu = time.perf_counter(), time.process_time()
    result = work()
    tell(cpu=time.process_time() - cpu, wall=time.perf_counter() - wall,
         resident=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)
    return result


def edt_seung(folder, tiles):
    import edt
    mask = load(folder, "random_256", tiles)
    tell(result=measure(lambda: edt.edt(mask, parallel=1)).max())


def edt_scipy(folder, tiles):
    from scipy import ndimage
    mask = load(folder, "random_256", tiles)
    tell(result=measure(lambda: ndimage.distance_transform_edt(mask)).max())


def components_cc3d(connectivity):
    def run(folder, tiles):
        import cc3d
        mask = load(folder, "random_256", tiles)
        tell(result=measure(lambda: cc3d.connected_components(mask, connectivity=connectivity)).max())
    return run


def components_scipy(connectivity):
    def run(folder, tiles):
        import numpy as np
        from scipy import ndimage
        mask = load(folder, "random_256", tiles)
        structure = ndimage.generate_binary_structure(3, 1) if connectivity == 6 else np.ones((3, 3, 3))
        tell(result=measure(lambda: ndimage.label(mask, structure))[1])
    return run


def watershed(folder, tiles):
    from scipy import ndimage
    from skimage.feature import peak_local_max
    from skimage.segmentation import watershed as flood
    import numpy as np
    solid = load(folder, "spheres_256", tiles) == 0

    def work():
        distance = ndimage.distance_transform_edt(solid)
        markers = np.zeros(solid.shape, np.int32)
        peaks = peak_local_max(distance, min_distance=7, labels=ndimage.label(solid)[0])
        markers[tuple(peaks.T)] = np.arange(1, len(peaks) + 1)
        return flood(-distance, markers, mask=solid)
    tell(result=measure(work).max())


def felzenszwalb(folder, tiles):
    from skimage.segmentation import felzenszwalb as superpixels
    image = load(folder, "slice_1024_u8", tiles)
    tell(result=measure(lambda: superpixels(image, scale=100, sigma=0.8, min_size=50)).max() + 1)


def equalise(folder, tiles):
    import numpy as np
    from skimage.exposure import equalize_hist
    grey = load(folder, "electrode_128_grey16", 2 * tiles).astype(np.int32)
    tell(result=measure(lambda: equalize_hist(grey)).mean())


def multi_otsu(folder, tiles):
    from skimage.filters import threshold_multiotsu
    grey = load(folder, "slice_1024_u8", tiles)
    tell(result=measure(lambda: threshold_multiotsu(grey, 3))[-1])


def surface(folder, tiles):
    from skimage.measure import marching_cubes, mesh_surface_area
    mask = load(folder, "random_256", tiles)

    def work():
        vertices, faces, _, _ = marching_cubes(mask, 0.5)
        return mesh_surface_area(vertices, faces)
    tell(result=measure(work))


TASKS = {
    "edt-seung": edt_seung, "edt-scipy": edt_scipy,
    "components6-cc3d": components_cc3d(6), "components26-cc3d": components_cc3d(26),
    "components6-scipy": components_scipy(6), "components26-scipy": components_scipy(26),
    "watershed-skimage": watershed, "felzenszwalb-skimage": felzenszwalb, "equalise-skimage": equalise,
    "multi-otsu-skimage": multi_otsu, "surface-skimage": surface,
}

if __name__ == "__main__":
    try:
        TASKS[sys.argv[1]](sys.argv[2], int(sys.argv[3]))
    except ImportError as missing:
        print(missing, file=sys.stderr)
        sys.exit(3)
