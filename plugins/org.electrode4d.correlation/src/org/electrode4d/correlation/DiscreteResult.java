// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.List;

/**
 * What a discrete correlation found.
 *
 * @param motions one per label, in ascending order
 * @param remarks what a user should know of particles that were left out
 */
public record DiscreteResult(List<LabelMotion> motions, List<String> remarks) {

    public DiscreteResult {
        motions = List.copyOf(motions);
        remarks = List.copyOf(remarks);
    }

    /** Number of particles with a status. */
    public long count(final NodeStatus wanted) {
        return motions.stream().filter(motion -> motion.result().status() == wanted).count();
    }
}
