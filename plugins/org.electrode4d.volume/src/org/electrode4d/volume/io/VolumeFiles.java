// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;

/**
 * Opens and writes volumes in any of the {@link Format formats}; opens those in HDF5 files and folders of slices too.
 */
public final class VolumeFiles {

    private VolumeFiles() {
    }

    /**
     * Opens a volume. Headers are read and checked at once, voxels when somebody looks; what goes wrong then reaches
     * the reader as {@link java.io.UncheckedIOException} with the file's name.
     *
     * @throws VolumeFormatException for a file that is missing, malformed, truncated or not supported
     * @throws MissingVoxelSizeException if neither the file nor the source says how large a voxel is
     */
    public static Volume open(final VolumeSource source) throws IOException {
        final Path path = source.path();
        final Optional<Hdf5Location> hdf5 = Hdf5Location.of(path);
        if (hdf5.isPresent()) {
            return Hdf5VolumeReader.open(hdf5.get(), source);
        } else if (!Files.exists(path)) {
            throw new VolumeFormatException(path, "There is no such file or folder. Check its name and folder.");
        }
        final Optional<Format> format = format(path);
        if (format.isPresent()) {
            return format.get().volumeFormat().open(source);
        } else if (Files.isDirectory(path)) {
            return SliceFolder.open(source);
        }
        throw new VolumeFormatException(path, "The name does not end as that of a volume does. Known are "
            + Arrays.stream(Format.values()).map(Format::suffix).collect(Collectors.joining(", "))
            + ", .mhd, .h5 and .hdf5.");
    }

    /** The file or folder of a volume: the path itself, or for a data set in an HDF5 file that file. */
    public static Path file(final Path path) {
        return Hdf5Location.of(path).map(Hdf5Location::file).orElse(path);
    }

    /** How many levels of resolution a file has: those of an OME-Zarr pyramid, one in any other format. */
    public static int levels(final Path path) throws IOException {
        return Format.OME_ZARR.volumeFormat().recognises(path) ? NgffImage.levels(path) : 1;
    }

    /** The format of an existing file or folder; empty for folders of slices and for unknown ones. */
    public static Optional<Format> format(final Path path) {
        return Arrays.stream(Format.values()).filter(f -> f.volumeFormat().recognises(path)).findFirst();
    }

    /**
     * Writes a volume: under a temporary name first, moved to the target when complete. A file that is there already
     * is replaced, and so is a Zarr folder; any other folder is left alone.
     *
     * @param target a file, or for OME-Zarr the folder that becomes the volume
     * @throws VolumeWriteException if that is not possible; nothing is left behind then
     * @throws java.util.concurrent.CancellationException if the work was cancelled; likewise
     */
    public static void write(final Volume volume, final Path target, final WriteOptions options,
        final Progress progress) throws IOException {
        final VolumeFormat format = options.format().volumeFormat();
        if (Files.isDirectory(target)
            && !(options.format() == Format.OME_ZARR && Format.OME_ZARR.volumeFormat().recognises(target))) {
            throw new VolumeWriteException(target, "There is a folder of that name. Choose another name.");
        }
        requireSuffix(target, options.format());
        PendingOutput.write(target, options.createFolders(), temporary -> {
            if (options.compression() == Compression.NONE) {
                PendingOutput.requireSpace(target, Math.multiplyExact(volume.shape().voxels(), volume.type().bytes()));
            }
            format.write(volume, temporary, options, progress);
        });
    }

    /** A file that could not be opened again under its name is not written. */
    private static void requireSuffix(final Path target, final Format format) throws VolumeWriteException {
        final String name = target.getFileName().toString().toLowerCase(Locale.ROOT);
        final boolean fits = switch (format) {
            case TIFF -> name.endsWith(".tif") || name.endsWith(".tiff");
            case META_IMAGE, NPY -> name.endsWith(format.suffix());
            case OME_ZARR -> true;
        };
        if (!fits) {
            throw new VolumeWriteException(target, "The name of a " + format + " file must end with "
                + format.suffix() + ".");
        }
    }
}
