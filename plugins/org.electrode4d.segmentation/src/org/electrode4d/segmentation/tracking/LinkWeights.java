// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.tracking;

import org.electrode4d.segmentation.SegmentationException;

/**
 * What counts how much when particles are linked. Costs are negative logarithms of likelihoods: 0 for what was
 * expected, 0.5 at one standard deviation.
 *
 * @param displacement weight of the distance between predicted and measured centre, 0 or more
 * @param volume weight of the change of volume, 0 or more
 * @param overlap weight of the voxels that predicted particle and candidate share, 0 or more
 * @param alone cost of a particle that is linked with nothing (born or dead), greater than 0; 6 is that of an event of
 *            which 1 in 400 is expected
 */
public record LinkWeights(double displacement, double volume, double overlap, double alone) {

    /** All count alike. */
    public static final LinkWeights DEFAULT = new LinkWeights(1, 1, 1, 6);

    /** @throws SegmentationException for a weight below zero, or where nothing would count */
    public LinkWeights {
        if (!(displacement >= 0 && volume >= 0 && overlap >= 0)) {
            throw new SegmentationException("The weights of displacement, volume and overlap are " + displacement + ", "
                + volume + " and " + overlap + ", but must be 0 or more.");
        }
        if (displacement + volume + overlap == 0) {
            throw new SegmentationException("The weights of displacement, volume and overlap are all 0: nothing would "
                + "tell particles apart. Give at least one a weight above 0.");
        }
        if (!(alone > 0)) {
            throw new SegmentationException("The cost of a birth or death is " + alone
                + ", but must be greater than 0.");
        }
    }
}
