// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a TIFF page says about voxel size and about the order of pages: in its resolution fields, in the description
 * that ImageJ writes ({@code unit=micron}, {@code spacing=0.5}) and in OME's. Resolution fields know x and y alone:
 * the distance of slices then stays unknown, because nothing says that voxels are cubes.
 *
 * @param spacing in µm
 * @param images that the description promises; 0 where it says nothing
 * @param channels that the description promises
 * @param frames that the description promises
 */
record TiffCalibration(Spacing spacing, long images, long channels, long frames) {

    private static final int INCH = 2;
    private static final int CENTIMETRE = 3;

    static TiffCalibration read(final TiffDirectory fields) throws IOException {
        final String text = fields.text(TiffTag.DESCRIPTION);
        if (text.startsWith("ImageJ=")) {
            return imageJ(text, fields);
        } else if (text.contains("<OME") && text.contains("<Pixels")) {
            return ome(text);
        }
        final Spacing spacing = resolution(fields, Optional.empty(), Double.NaN);
        return new TiffCalibration(spacing, 0, 1, 1);
    }

    private static TiffCalibration imageJ(final String text, final TiffDirectory fields) throws IOException {
        final Optional<LengthUnit> unit = value(text, "unit").flatMap(LengthUnit::parse);
        final double spacing = value(text, "spacing").map(TiffCalibration::number).orElse(Double.NaN);
        return new TiffCalibration(resolution(fields, unit, Math.abs(spacing)), count(text, "images", 0),
            count(text, "channels", 1), count(text, "frames", 1));
    }

    /** The unit of a description counts more than that of the fields, which cannot say micrometres. */
    private static Spacing resolution(final TiffDirectory fields, final Optional<LengthUnit> described,
        final double spacing) throws IOException {
        final long code = fields.number(TiffTag.RESOLUTION_UNIT, INCH);
        final Optional<LengthUnit> coded = code == INCH ? Optional.of(LengthUnit.INCH)
            : code == CENTIMETRE ? Optional.of(LengthUnit.CENTIMETRE) : Optional.empty();
        final double unit = described.or(() -> coded).map(LengthUnit::micrometres).orElse(Double.NaN);
        return new Spacing(unit / fields.ratio(TiffTag.X_RESOLUTION), unit / fields.ratio(TiffTag.Y_RESOLUTION),
            unit * spacing);
    }

    private static TiffCalibration ome(final String text) {
        final int start = text.indexOf("<Pixels");
        final int end = text.indexOf('>', start);
        final String pixels = text.substring(start, end < 0 ? text.length() : end);
        final Spacing spacing = new Spacing(omeLength(pixels, 'X'), omeLength(pixels, 'Y'), omeLength(pixels, 'Z'));
        return new TiffCalibration(spacing, 0, omeCount(pixels, "SizeC"), omeCount(pixels, "SizeT"));
    }

    private static double omeLength(final String pixels, final char axis) {
        final String unit = attribute(pixels, "PhysicalSize" + axis + "Unit").orElse("µm")
            .replace("&#181;", "µ").replace("&#xB5;", "µ");
        final double factor = LengthUnit.parse(unit).map(LengthUnit::micrometres).orElse(Double.NaN);
        return attribute(pixels, "PhysicalSize" + axis).map(TiffCalibration::number).orElse(Double.NaN) * factor;
    }

    private static long omeCount(final String pixels, final String name) {
        return (long)(double)attribute(pixels, name).map(TiffCalibration::number).orElse(1.0);
    }

    private static Optional<String> attribute(final String element, final String name) {
        final Matcher matcher = Pattern.compile("\\s" + name + "\\s*=\\s*\"([^\"]*)\"").matcher(element);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Optional<String> value(final String text, final String key) {
        return text.lines().filter(line -> line.startsWith(key + "=")).findFirst()
            .map(line -> line.substring(key.length() + 1).strip());
    }

    private static long count(final String text, final String key, final long absent) {
        final double count = value(text, key).map(TiffCalibration::number).orElse((double)absent);
        return Double.isNaN(count) ? absent : (long)count;
    }

    private static double number(final String text) {
        try {
            return Double.parseDouble(text.toLowerCase(Locale.ROOT));
        } catch (NumberFormatException e) {
            return Double.NaN; // a number that nobody can read is as good as none
        }
    }
}
