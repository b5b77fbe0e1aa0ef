// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.surface;

import java.util.Locale;
import org.electrode4d.volume.VolumeException;

/** Watches how large a surface becomes, and refuses it before it fills the memory. */
final class SurfaceAllowance {

    private static final double BYTES_PER_ENTRY = 12;

    private final String name;
    private final long planes;
    private final long bytes;
    private long donePlanes;
    private long triangles;
    private long vertices;

    /**
     * @param name of the volume, for the message
     * @param planes of cells in all
     * @param bytes that vertices and triangles may take
     */
    SurfaceAllowance(final String name, final long planes, final long bytes) {
        this.name = name;
        this.planes = planes;
        this.bytes = bytes;
    }

    /** @throws VolumeException if all slabs so far take more than is allowed; it says what the whole may need */
    synchronized void take(final SurfacePart part, final int partPlanes) {
        donePlanes += partPlanes;
        triangles += part.triangleCount();
        vertices += part.vertexCount();
        final double taken = BYTES_PER_ENTRY * (triangles + vertices);
        if (taken > bytes) {
            final double whole = planes / (double)donePlanes;
            throw new VolumeException(String.format(Locale.ROOT, "The surface of %s has about %.1f million triangles "
                + "and needs about %d MB, but only %d MB of the memory are for it. Give the program more heap (-Xmx), "
                + "crop the volume, or reduce its resolution.", name, whole * triangles / 1e6,
                Math.round(whole * taken) >> 20, bytes >> 20));
        }
    }
}
