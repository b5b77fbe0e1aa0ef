// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.training;

import org.electrode4d.learning.LearningException;
import org.electrode4d.learning.data.Augmentation;
import org.electrode4d.learning.data.LabelledSlice;
import org.electrode4d.learning.data.PatchSize;

/**
 * Which images a network sees in an epoch. A slice gives as many patches as cover its area, of each some copies.
 *
 * @param patch size of the images; smaller where all slices are smaller
 * @param augmentation of the copies
 * @param kind of the copies
 * @param copies of each patch in an epoch, at least 1; of {@link Kind#FIXED} the unchanged one is among them
 * @param most images in an epoch, 0 for no limit; others of them in each epoch
 */
public record Sampling(PatchSize patch, Augmentation augmentation, Kind kind, int copies, int most) {

    /** How copies are made. */
    public enum Kind {
        /** The patch itself and changed copies of it, the same ones in every epoch, as in the paper. */
        FIXED,
        /** Copies that are changed anew in every epoch. */
        FRESH
    }

    /** @throws LearningException for numbers out of range */
    public Sampling {
        if (copies < 1 || most < 0) {
            throw new LearningException("An epoch needs at least 1 copy of each image and a limit that is not "
                + "negative, not " + copies + " and " + most + ".");
        }
    }

    /** Patches that cover the area of a slice. */
    int patches(final LabelledSlice slice) {
        final double area = (double)patch.rows() * patch.columns();
        return (int)Math.max(1, Math.round(slice.rows() * (double)slice.columns() / area));
    }

    public Sampling withPatch(final PatchSize other) {
        return new Sampling(other, augmentation, kind, copies, most);
    }

    public Sampling withAugmentation(final Augmentation other) {
        return new Sampling(patch, other, kind, copies, most);
    }
}
