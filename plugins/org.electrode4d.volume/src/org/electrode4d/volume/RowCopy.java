// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

/**
 * Copies boxes of voxels out of arrays of an image's type, row by row: exactly into an array of the same kind,
 * converted into a {@code float[]} otherwise. The one place where voxels change type; loops run over primitives and
 * nothing is allocated.
 */
final class RowCopy {

    private final boolean signed;

    RowCopy(final VoxelType type) {
        signed = type.isSigned();
    }

    /** Copies what two blocks share from the array of the one to the array of the other. */
    void copy(final Object source, final Block from, final Object destination, final Block to) {
        final Block shared = from.intersect(to);
        final int fromX = (int)(shared.minX() - from.minX());
        final int fromY = (int)(shared.minY() - from.minY());
        final int fromZ = (int)(shared.minZ() - from.minZ());
        final int toX = (int)(shared.minX() - to.minX());
        final int toY = (int)(shared.minY() - to.minY());
        final int toZ = (int)(shared.minZ() - to.minZ());
        for (int z = 0; z < shared.sizeZ(); z++) {
            for (int y = 0; y < shared.sizeY(); y++) {
                copy(source, ((fromZ + z) * from.sizeY() + fromY + y) * from.sizeX() + fromX,
                    destination, ((toZ + z) * to.sizeY() + toY + y) * to.sizeX() + toX, shared.sizeX());
            }
        }
    }

    /** Copies one row. */
    void copy(final Object source, final int from, final Object destination, final int to, final int length) {
        if (source.getClass() == destination.getClass()) {
            System.arraycopy(source, from, destination, to, length);
        } else if (destination instanceof float[] floats) {
            convert(source, from, floats, to, length);
        } else {
            throw new IllegalArgumentException("Voxels in a " + source.getClass().getSimpleName()
                + " cannot be read into a " + destination.getClass().getSimpleName() + ".");
        }
    }

    private void convert(final Object source, final int from, final float[] floats, final int to, final int length) {
        if (source instanceof byte[] bytes) {
            convert(bytes, from, floats, to, length);
        } else if (source instanceof short[] shorts) {
            convert(shorts, from, floats, to, length);
        } else if (source instanceof int[] ints) {
            convert(ints, from, floats, to, length);
        } else if (source instanceof double[] doubles) {
            for (int i = 0; i < length; i++) {
                floats[to + i] = (float)doubles[from + i];
            }
        } else {
            throw new IllegalArgumentException("No voxels can be in a " + source.getClass().getSimpleName() + ".");
        }
    }

    private void convert(final byte[] source, final int from, final float[] floats, final int to, final int length) {
        final int mask = signed ? -1 : 0xff;
        for (int i = 0; i < length; i++) {
            floats[to + i] = source[from + i] & mask;
        }
    }

    private void convert(final short[] source, final int from, final float[] floats, final int to, final int length) {
        final int mask = signed ? -1 : 0xffff;
        for (int i = 0; i < length; i++) {
            floats[to + i] = source[from + i] & mask;
        }
    }

    private void convert(final int[] source, final int from, final float[] floats, final int to, final int length) {
        final long mask = signed ? -1L : 0xffff_ffffL;
        for (int i = 0; i < length; i++) {
            floats[to + i] = source[from + i] & mask;
        }
    }
}
