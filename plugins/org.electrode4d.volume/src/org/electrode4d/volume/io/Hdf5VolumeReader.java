// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.Volume;

/**
 * Opens data sets of HDF5 files as volumes: of two or three axes, and of four or five with one time and channel, in any
 * order that attributes name. The voxel size is that of the attribute {@code element_size_um} (in µm, in the order of
 * the axes), which Fiji's HDF5 plug-ins write.
 */
final class Hdf5VolumeReader {

    private static final String ELEMENT_SIZE = "element_size_um";

    private Hdf5VolumeReader() {
    }

    /**
     * @param location names the data set, or no one where the file has a single one that can be a volume
     * @throws VolumeFormatException if the file has no such data set, several of which none was named, or is damaged
     * @throws MissingVoxelSizeException if neither the file nor the source says how large a voxel is
     */
    static Volume open(final Hdf5Location location, final VolumeSource source) throws IOException {
        final Hdf5File file = Hdf5File.open(location.file());
        final Hdf5Dataset dataset = location.dataset().isEmpty() ? single(file) : file.dataset(location.dataset());
        final Hdf5Axes axes = Hdf5Axes.of(dataset);
        final Hdf5Voxels voxels = new Hdf5Voxels(dataset, axes);
        return LazyVolume.load(FileNames.stem(location.file()), voxels.layout(),
            spacing(dataset, axes).resolve(source), voxels);
    }

    private static Hdf5Dataset single(final Hdf5File file) throws VolumeFormatException {
        final List<Hdf5Dataset> images = file.datasets().stream().filter(d -> d.shape().length > 1).toList();
        if (images.size() == 1) {
            return images.get(0);
        }
        throw new VolumeFormatException(file.path(), (images.isEmpty() ? "No data set can be a volume. "
            : "Name one of its data sets behind the file, such as " + file.path().getFileName() + "/"
                + images.get(0).name() + ". ") + file.listing());
    }

    /** Sizes for all axes of the data set, or for those of space alone, where a picture may have one for z as well. */
    private static Spacing spacing(final Hdf5Dataset dataset, final Hdf5Axes axes) throws VolumeFormatException {
        final double[] sizes = dataset.file().numbers(dataset.name(), ELEMENT_SIZE);
        if (sizes.length == dataset.shape().length) {
            return new Spacing(sizes[axes.x()], sizes[axes.y()], axes.z() < 0 ? Double.NaN : sizes[axes.z()]);
        }
        final int[] space = axes.inOrder();
        final int outer = sizes.length - space.length;
        if (outer < 0 || sizes.length > 3) {
            return Spacing.UNKNOWN;
        }
        final double z = axes.z() >= 0 ? sizes[outer + Arrays.binarySearch(space, axes.z())]
            : outer > 0 ? sizes[0] : Double.NaN;
        return new Spacing(sizes[outer + Arrays.binarySearch(space, axes.x())],
            sizes[outer + Arrays.binarySearch(space, axes.y())], z);
    }
}
