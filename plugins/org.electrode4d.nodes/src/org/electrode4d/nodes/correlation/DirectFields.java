// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.io.IOException;
import java.util.Optional;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.StepChain;

/**
 * Fields that were measured between the first scan and a later one: in a table of their own, or among the pairs of the
 * chain.
 *
 * @param pairs of the first input
 * @param chain of the first input
 * @param others of the second input, or null
 */
record DirectFields(LinkedPairs pairs, StepChain chain, LinkedPairs others) {

    /** The direct field to the scan where a link ends, by the link's number in the chain; none for the first link. */
    Optional<DeformationField> to(final int link) throws IOException {
        if (link == 0) {
            return Optional.empty();
        }
        if (others != null) {
            final int other = others.pairs().indexOf(ends(link));
            if (other >= 0) {
                return Optional.of(others.field(other));
            }
        }
        final Integer own = chain.direct().get(link);
        return own == null ? Optional.empty() : Optional.of(pairs.field(own));
    }

    /** The first scan, and the one where a link ends. */
    StepChain.Pair ends(final int link) {
        return new StepChain.Pair(pairs.pairs().get(chain.links().get(0)).reference(),
            pairs.pairs().get(chain.links().get(link)).deformed());
    }
}
