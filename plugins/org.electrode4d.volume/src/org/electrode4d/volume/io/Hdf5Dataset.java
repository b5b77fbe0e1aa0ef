// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.dataset.CompactDataset;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A data set of numbers in an HDF5 file: integers of 8 to 64 bit, floating point of 32 and 64 bit, and booleans; stored
 * in one piece or in chunks, packed by gzip, lzf or not at all. Safe for several threads at once.
 */
public final class Hdf5Dataset {

    private static final long PIECE_BYTES = 1 << 20;

    private final Hdf5File file;
    private final Dataset dataset;
    private final long[] shape;

    Hdf5Dataset(final Hdf5File file, final Dataset dataset) {
        this.file = file;
        this.dataset = dataset;
        shape = dataset.getDimensionsAsLong();
    }

    /** Path in the file, such as {@code volume/labels}. */
    public String name() {
        return dataset.getPath().substring(1);
    }

    /** Extents of the axes, from the slowest to the fastest; none for a single number. */
    public long[] shape() {
        return shape.clone();
    }

    /**
     * All numbers as float, the last axis fastest.
     *
     * @throws VolumeFormatException if they are too many for an array or cannot be read
     */
    public float[] readFloats() throws VolumeFormatException {
        return Hdf5Failure.translate(file.path(), () -> floats(dataset.getDataFlat()));
    }

    Hdf5File file() {
        return file;
    }

    /** How the numbers stand in the file. */
    StoredType stored() throws VolumeFormatException {
        return Hdf5Numbers.stored(dataset.getDataType()).orElseThrow(() -> new VolumeFormatException(file.path(),
            "The data set '" + name() + "' holds " + Hdf5Numbers.name(dataset.getDataType()) + ", which is not "
                + "supported. Save it as integers of 8 to 64 bit, float32 or float64."));
    }

    /** The extents of the pieces in which it is read, one per axis. */
    int[] piece() {
        if (dataset instanceof ChunkedDataset chunked) {
            return chunked.getChunkDimensions();
        }
        final int[] piece = new int[shape.length];
        long bytes = dataset.getDataType().getSize();
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            // Of what stands in one piece, whole hyperplanes as many as are read well at once; compact data are small.
            piece[axis] = (int)Math.max(1, Math.min(shape[axis],
                dataset instanceof CompactDataset ? shape[axis] : PIECE_BYTES / bytes));
            bytes *= shape[axis];
        }
        return piece;
    }

    /**
     * The bytes of a piece, in the order of the axes; those of the last piece along the slowest axis may end early.
     *
     * @param offset of its first number: multiples of {@link #piece()}
     * @return empty for a piece that was never written
     */
    Optional<ByteBuffer> read(final long[] offset) throws IOException {
        if (dataset instanceof ChunkedDataset chunked) {
            return Hdf5Failure.translate(file.path(), () -> unpacked(chunked, offset));
        } else if (dataset.isEmpty()) {
            return Optional.empty();
        } else if (dataset instanceof ContiguousDataset contiguous) {
            return Optional.of(contiguous(contiguous.getDataAddress() + file.base(), offset));
        }
        return Hdf5Failure.translate(file.path(), () -> Optional.of(((CompactDataset)dataset).getDataBuffer()));
    }

    /** What numbers that were never written count as. */
    double fill() {
        return dataset.getFillValue() instanceof Number number ? number.doubleValue() : 0;
    }

    private ByteBuffer contiguous(final long address, final long[] offset) throws IOException {
        final int[] piece = piece();
        long first = 0;
        long count = 1;
        for (int axis = 0; axis < shape.length; axis++) {
            first = first * shape[axis] + offset[axis];
            count *= Math.min(piece[axis], shape[axis] - offset[axis]);
        }
        final int bytes = dataset.getDataType().getSize();
        try (FileBytes source = new FileBytes(file.path())) {
            return source.read(address + first * bytes, Math.toIntExact(count * bytes));
        }
    }

    private Optional<ByteBuffer> unpacked(final ChunkedDataset chunked, final long[] offset) {
        final int[] start = Arrays.stream(offset).mapToInt(Math::toIntExact).toArray();
        final byte[] bytes;
        try {
            bytes = chunked.getDecompressedChunk(start);
        } catch (HdfException e) {
            if (String.valueOf(e.getMessage()).startsWith("No chunk with offset")) {
                return Optional.empty(); // by the format, a chunk that was not written
            }
            throw e;
        }
        final int expected = Arrays.stream(piece()).reduce(dataset.getDataType().getSize(), Math::multiplyExact);
        if (bytes.length < expected) { // there are more where a checksum is left at the end
            throw new HdfException("the chunk of '" + name() + "' at " + Arrays.toString(offset) + " has "
                + bytes.length + " bytes unpacked, but " + expected + " were expected");
        }
        return Optional.of(ByteBuffer.wrap(bytes, 0, expected));
    }

    private static float[] floats(final Object numbers) {
        if (numbers instanceof float[] floats) {
            return floats;
        } else if (!numbers.getClass().isArray()) {
            return new float[] {((Number)numbers).floatValue()};
        }
        final float[] floats = new float[Array.getLength(numbers)];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = numbers instanceof double[] doubles ? (float)doubles[i] : Array.getFloat(numbers, i);
        }
        return floats;
    }

    /** Name, shape and type, such as {@code 'volume/labels' (64 x 512 x 512, uint8)}. */
    @Override
    public String toString() {
        final String extents = Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining(" x "));
        return "'" + name() + "' (" + extents + ", " + Hdf5Numbers.name(dataset.getDataType()) + ")";
    }
}
