// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.training;

import java.util.List;
import org.electrode4d.learning.data.ClassScheme;
import org.electrode4d.learning.data.GreyScale;
import org.electrode4d.learning.data.LabelledScan;
import org.electrode4d.learning.data.LabelledSlice;
import org.electrode4d.learning.data.LabelledSlices;
import org.electrode4d.learning.data.Normalization;
import org.electrode4d.learning.data.SliceSelection;
import org.electrode4d.volume.Progress;

/** Labelled slices as a {@link Trainer} takes them: each normalised by the numbers of its scan. */
public final class NormalizedSlices {

    private NormalizedSlices() {
    }

    /**
     * Reads the labelled slices of some scans.
     *
     * @param scans with different names
     * @throws org.electrode4d.learning.LearningException as {@link LabelledSlices#read} and {@link Normalization#of}
     */
    public static LabelledSlices read(final List<LabelledScan> scans, final ClassScheme scheme,
        final SliceSelection selection, final Normalization normalization, final Progress progress) {
        final LabelledSlices slices = LabelledSlices.read(scans, scheme, selection, progress.part(0, 0.5));
        for (final LabelledScan scan : scans) {
            final List<LabelledSlice> ofScan =
                slices.slices().stream().filter(slice -> slice.source().scan().equals(scan.name())).toList();
            if (!ofScan.isEmpty()) {
                final GreyScale scale = normalization.of(scan.image(), progress.part(0.5, 1));
                ofScan.forEach(slice -> scale.apply(slice.image()));
            }
        }
        return slices;
    }
}
