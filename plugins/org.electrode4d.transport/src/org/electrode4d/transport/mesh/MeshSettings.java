// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

import org.electrode4d.transport.TransportException;

/**
 * How fine a mesh of a label image is, and what its interfaces look like.
 *
 * @param finest edge in voxels of the elements at interfaces: 1, or 2, 4, 8, ... for cells of so many voxels, which
 *     take the phase of most of their voxels
 * @param coarsest edge in voxels of elements far from interfaces: {@code finest} or a power of two times that
 * @param layers of elements of one size, at least, before the next ones are twice as large; 1 or more
 * @param interfaces smooth or in steps
 * @param halvings how often all edges are halved at the end: the same geometry with elements of half the size, four
 *     times as many in the plane, eight times in space; 0 to 6
 * @param maximumElements beyond so many the mesh is refused before it is built
 */
public record MeshSettings(int finest, int coarsest, int layers, InterfaceShape interfaces, int halvings,
    long maximumElements) {

    private static final int LARGEST = 1 << 10;
    private static final int MAXIMUM_HALVINGS = 6;

    /** @throws TransportException for a setting outside of its range */
    public MeshSettings {
        requirePowerOfTwo("The finest elements", finest);
        requirePowerOfTwo("The coarsest elements", coarsest);
        if (coarsest < finest) {
            throw new TransportException("The coarsest elements of a mesh are " + coarsest
                + " voxels, the finest " + finest + ". Choose coarsest elements that are not smaller.");
        }
        if (layers < 1) {
            throw new TransportException("A mesh needs at least one layer of elements of each size, not " + layers
                + ".");
        }
        if (halvings < 0 || halvings > MAXIMUM_HALVINGS) {
            throw new TransportException("The edges of a mesh can be halved 0 to " + MAXIMUM_HALVINGS + " times, not "
                + halvings + ".");
        }
        if (maximumElements < 1) {
            throw new TransportException("The largest number of elements is " + maximumElements
                + ", but must be at least 1.");
        }
    }

    /** Elements of one voxel at interfaces that grow to 16 voxels away from them, smooth, at most 20 million. */
    public static MeshSettings defaults() {
        return new MeshSettings(1, 16, 2, InterfaceShape.SMOOTH, 0, 20_000_000);
    }

    public MeshSettings withSizes(final int newFinest, final int newCoarsest) {
        return new MeshSettings(newFinest, newCoarsest, layers, interfaces, halvings, maximumElements);
    }

    public MeshSettings withLayers(final int newLayers) {
        return new MeshSettings(finest, coarsest, newLayers, interfaces, halvings, maximumElements);
    }

    public MeshSettings withInterfaces(final InterfaceShape shape) {
        return new MeshSettings(finest, coarsest, layers, shape, halvings, maximumElements);
    }

    public MeshSettings withHalvings(final int newHalvings) {
        return new MeshSettings(finest, coarsest, layers, interfaces, newHalvings, maximumElements);
    }

    public MeshSettings withMaximumElements(final long maximum) {
        return new MeshSettings(finest, coarsest, layers, interfaces, halvings, maximum);
    }

    /** The number of times that the finest size is doubled to reach the coarsest. */
    int levels() {
        return Integer.numberOfTrailingZeros(coarsest / finest);
    }

    private static void requirePowerOfTwo(final String what, final int voxels) {
        if (voxels < 1 || voxels > LARGEST || Integer.bitCount(voxels) != 1) {
            throw new TransportException(what + " of a mesh are " + voxels
                + " voxels, but must be a power of two from 1 to " + LARGEST + ".");
        }
    }
}
