// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import org.electrode4d.volume.io.Format;
import org.knime.node.parameters.widget.choices.Label;

/** The formats that volumes are written in; labels for {@link Format}. */
enum VolumeFormatChoice {

    @Label(value = "TIFF", description = "One stack per volume; opens in ImageJ, SPAM, Dragonfly, Avizo")
    TIFF(Format.TIFF),

    @Label(value = "OME-Zarr", description = "A folder of compressed chunks; for volumes larger than the memory")
    OME_ZARR(Format.OME_ZARR),

    @Label(value = "MetaImage", description = "Header and voxels in one .mha file; opens in ParaView, ITK, 3D Slicer")
    META_IMAGE(Format.META_IMAGE),

    @Label(value = "NumPy", description = "A .npy array with the axes z, y, x; for Python. Holds no voxel size")
    NPY(Format.NPY);

    final Format format;

    VolumeFormatChoice(final Format format) {
        this.format = format;
    }
}
