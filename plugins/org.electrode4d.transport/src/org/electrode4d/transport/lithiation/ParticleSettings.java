// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.lithiation;

import java.util.OptionalDouble;
import org.electrode4d.transport.TransportException;
import org.electrode4d.transport.mesh.InterfaceShape;
import org.electrode4d.transport.mesh.MeshSettings;

/**
 * How a particle is taken out of a scan.
 *
 * @param phases which labels are what
 * @param seiThickness nm everywhere on SEI-covered surface; empty to measure it
 * @param longestSei µm; thicker SEI counts as that. Memory and time go with its third power
 * @param finest edge in voxels of the elements at the surface: 1, 2, 4, ...; doubled where there are too many elements
 * @param maximumElements of one particle
 * @param interfaces smooth or in steps
 */
public record ParticleSettings(SurfacePhases phases, OptionalDouble seiThickness, double longestSei, int finest,
    int maximumElements, InterfaceShape interfaces) {

    private static final int GRADING = 8;
    private static final int LAYERS = 2;

    /** @throws TransportException for numbers out of range */
    public ParticleSettings {
        if (seiThickness.isPresent()
            && !(seiThickness.getAsDouble() >= 0 && Double.isFinite(seiThickness.getAsDouble()))) {
            throw new TransportException("The thickness of the SEI is " + seiThickness.getAsDouble()
                + " nm, but must be zero or above.");
        }
        ActiveMaterial.requirePositive(longestSei, "longest thickness of the SEI", "µm");
        mesh(finest, maximumElements, interfaces);
    }

    private static MeshSettings mesh(final int finest, final int maximumElements, final InterfaceShape interfaces) {
        return new MeshSettings(finest, finest * GRADING, LAYERS, interfaces, 0, maximumElements);
    }

    /** @param size edge of the finest elements in voxels */
    MeshSettings mesh(final int size) {
        return mesh(size, Integer.MAX_VALUE, interfaces);
    }
}
