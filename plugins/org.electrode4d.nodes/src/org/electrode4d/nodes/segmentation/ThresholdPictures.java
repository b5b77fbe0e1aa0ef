// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.nodes.picture.Plot;
import org.electrode4d.nodes.picture.PlotPicture;

/** Histograms with their thresholds, one picture per row. */
final class ThresholdPictures {

    private static final int HEIGHT = 150;

    private final boolean wanted;
    private final List<PictureTable.Drawing> drawings = new ArrayList<>();

    /** @param wanted whether there is a folder for them; otherwise none is kept */
    ThresholdPictures(final boolean wanted) {
        this.wanted = wanted;
    }

    /** @param row ID, which the file is named after */
    void add(final String row, final List<Plot> panels) {
        if (wanted) {
            drawings.add(new PictureTable.Drawing("Histogram of " + row + " with thresholds", row,
                new PlotPicture(panels, HEIGHT)::render));
        }
    }

    List<PictureTable.Drawing> drawings() {
        return List.copyOf(drawings);
    }
}
