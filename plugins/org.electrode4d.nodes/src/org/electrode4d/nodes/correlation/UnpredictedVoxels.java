// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import org.electrode4d.correlation.Unpredicted;
import org.knime.node.parameters.widget.choices.Label;

/** What stands where nothing can be predicted; labels for {@link Unpredicted}. */
enum UnpredictedVoxels {

    @Label(value = "Zero", description = "No prediction, no deviation; they count as 0 in the mean")
    ZERO(Unpredicted.ZERO),

    @Label(value = "Not a number", description = "Left out of the mean, the percentile and of pictures")
    NAN(Unpredicted.NAN);

    final Unpredicted unpredicted;

    UnpredictedVoxels(final Unpredicted unpredicted) {
        this.unpredicted = unpredicted;
    }
}
