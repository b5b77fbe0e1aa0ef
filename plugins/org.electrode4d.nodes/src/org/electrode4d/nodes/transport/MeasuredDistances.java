// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.transport.proximity.DistanceDistribution;

/**
 * The distances of a scan.
 *
 * @param firstPhase its name
 * @param secondPhase its name
 * @param there from the first phase to the second
 * @param back from the second phase to the first
 * @param hausdorff the larger of both maxima, in µm
 * @param binWidth of both histograms, in µm
 */
record MeasuredDistances(ScanStep step, String firstPhase, String secondPhase, DistanceDistribution there,
    DistanceDistribution back, double hausdorff, double binWidth) {

    DistanceDistribution distances(final boolean isThere) {
        return isThere ? there : back;
    }

    /** The phase from which distances of a direction are measured. */
    String from(final boolean isThere) {
        return isThere ? firstPhase : secondPhase;
    }
}
