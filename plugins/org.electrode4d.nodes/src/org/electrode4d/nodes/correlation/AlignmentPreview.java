// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.InitialAlignment;
import org.electrode4d.correlation.Polar;
import org.electrode4d.nodes.picture.NumberText;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.picture.Overlay;
import org.electrode4d.volume.picture.OverlaySheet;

/** Draws how well a transformation brings two scans together. */
final class AlignmentPreview {

    /** What is nothing but rounding in µm, degrees and stretches. */
    private static final double ROUNDING = 1e-6;

    private AlignmentPreview() {
    }

    /** Three middle slices: as they are, after the transformation, and that as a checkerboard. */
    static BufferedImage draw(final ScanPair scans, final InitialAlignment alignment, final int size) {
        final Volume reference = alignment.overview().reference();
        final Volume deformed = alignment.overview().deformed();
        return OverlaySheet.of("Initial alignment " + scans, numbers(alignment.field()),
            "Magenta: reference " + scans.referenceStep() + ". Green: deformed scan " + scans.deformedStep()
                + ". Grey: both alike. Dark blue: beyond the reference.")
            .with("Before: ZNCC " + zncc(alignment.znccBefore()), reference, deformed, Overlay.COLOURS)
            .with("After: ZNCC " + zncc(alignment.field().zncc(0)), alignment.aligned(), deformed, Overlay.COLOURS)
            .with("After, squares in turn", alignment.aligned(), deformed, Overlay.CHECKERBOARD)
            .withSize(size).render();
    }

    private static String zncc(final double value) {
        return Double.isNaN(value) ? "none" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static String numbers(final DeformationField field) {
        final Point u = field.displacementInMicrometres(0);
        final Polar polar = Polar.of(RegistrationRow.inMicrometres(field));
        final double[] r = polar.rotationVector();
        final double[] s = polar.stretch();
        return "Translation " + three(u.x(), u.y(), u.z()) + " µm, rotation " + three(r[0], r[1], r[2])
            + "°, stretch " + three(s[0], s[4], s[8]) + " along x, y, z";
    }

    private static String three(final double... numbers) {
        return Arrays.stream(numbers).mapToObj(number -> NumberText.of(Math.rint(number / ROUNDING) * ROUNDING))
            .collect(Collectors.joining(", ", "(", ")"));
    }
}
