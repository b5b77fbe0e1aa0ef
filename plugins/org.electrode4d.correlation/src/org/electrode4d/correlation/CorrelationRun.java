// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What all levels of a correlation share.
 *
 * @param volumes not averaged
 * @param checkpoint where finished blocks go
 */
record CorrelationRun(LevelVolumes volumes, LocalCorrelationSettings settings, Optional<Checkpoint> checkpoint) {

    /** What a user should know before the first level begins. */
    List<String> remarks() {
        final List<String> remarks = new ArrayList<>();
        if (checkpoint.isPresent() && checkpoint.get().hasReplaced()) {
            remarks.add("The checkpoint " + checkpoint.get().file().getFileName() + " was of a correlation with other "
                + "settings or volumes; it was not used and has been replaced.");
        }
        volumes.flatReference().remark(volumes.pair().reference().name()).ifPresent(remarks::add);
        volumes.flatDeformed().remark(volumes.pair().deformed().name()).ifPresent(remarks::add);
        return remarks;
    }
}
