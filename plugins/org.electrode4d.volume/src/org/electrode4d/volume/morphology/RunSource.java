// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.morphology;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Masks;
import org.electrode4d.volume.Volume;

/** Where the runs come from of which components are made. Several threads read at once, each with its own buffer. */
public abstract class RunSource {

    private final Volume volume;

    RunSource(final Volume volume) {
        this.volume = volume;
    }

    final Volume volume() {
        return volume;
    }

    /** Room for a plane. */
    abstract Object buffer();

    abstract void find(long z, Object buffer, PlaneRuns runs);

    /** Runs inside of a mask, or outside of it. */
    public static RunSource mask(final Volume mask, final boolean complement) {
        final MaskPlanes planes = new MaskPlanes(mask);
        return new RunSource(mask) {
            @Override
            Object buffer() {
                return planes.buffer();
            }

            @Override
            void find(final long z, final Object buffer, final PlaneRuns runs) {
                runs.find(planes.read(z, buffer), complement);
            }
        };
    }

    /** Runs of equal labels. */
    static RunSource labels(final Volume labels) {
        final LabelVolume source = LabelVolume.of(Masks.requireIntegers(labels, "the labels"));
        final int columns = (int)labels.shape().x();
        final int rows = (int)labels.shape().y();
        return new RunSource(labels) {
            @Override
            Object buffer() {
                return new int[columns * rows];
            }

            @Override
            void find(final long z, final Object buffer, final PlaneRuns runs) {
                source.read(new Block(0, 0, z, columns, rows, 1), (int[])buffer);
                runs.find((int[])buffer);
            }
        };
    }
}
