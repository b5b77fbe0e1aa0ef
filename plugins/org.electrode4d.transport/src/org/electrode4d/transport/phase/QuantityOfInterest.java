// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.phase;

import java.io.IOException;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;

/**
 * A number of a piece of electrode whose scatter from piece to piece is studied, see {@link RepresentativeVolume}. It
 * should not depend on the size of the piece other than by chance: a fraction, a density, a tortuosity factor.
 */
@FunctionalInterface
public interface QuantityOfInterest {

    /**
     * @param part of the volume of phases, with its voxel size
     * @return not finite where the part has no such number, as a tortuosity where nothing percolates
     * @throws IOException where intermediate volumes find no room
     */
    double of(Volume part, Progress progress) throws IOException;
}
