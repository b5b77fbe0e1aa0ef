// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.data;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.learning.data.LabelledSlice.Source;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/** Tiny scans and slices, written as they look. */
final class Slices {

    static final VoxelSize SIZE = VoxelSize.isotropic(0.5);

    private Slices() {
    }

    static LabelledSlice of(final int columns, final float[] image, final int... classes) {
        return of("T0", 0, columns, image, classes);
    }

    static LabelledSlice of(final String scan, final int index, final int columns, final float[] image,
        final int... classes) {
        return new LabelledSlice(new Source(scan, Orientation.XY, index), image.length / columns, columns, image,
            bytes(classes));
    }

    /** A slice of one row whose grey values are its classes. */
    static LabelledSlice row(final String scan, final int index, final int... classes) {
        final float[] image = new float[classes.length];
        for (int i = 0; i < image.length; i++) {
            image[i] = classes[i];
        }
        return of(scan, index, classes.length, image, classes);
    }

    static byte[] bytes(final int... values) {
        final byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte)values[i];
        }
        return bytes;
    }

    static Volume image(final Shape shape, final float... values) {
        return Volume.of("scan", ArrayImgs.floats(values, shape.x(), shape.y(), shape.z()), SIZE);
    }

    static LabelVolume labels(final Shape shape, final int... values) {
        return LabelVolume.of(Volume.of("labels",
            ArrayImgs.unsignedBytes(bytes(values), shape.x(), shape.y(), shape.z()), SIZE));
    }
}
