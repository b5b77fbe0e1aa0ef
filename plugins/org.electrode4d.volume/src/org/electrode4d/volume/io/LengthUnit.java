// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The units of length in image headers, with the names that ImageJ, OME and NGFF give them.
 */
enum LengthUnit {
    ANGSTROM(1e-4, Set.of("å", "angstrom", "\u212b")),
    NANOMETRE(1e-3, Set.of("nm", "nanometer", "nanometre", "nanometers", "nanometres")),
    MICROMETRE(1, Set.of("µm", "\u03bcm", "um", "micron", "microns", "micrometer", "micrometre", "micrometers",
        "micrometres", "\\u00b5m")),
    MILLIMETRE(1e3, Set.of("mm", "millimeter", "millimetre", "millimeters", "millimetres")),
    CENTIMETRE(1e4, Set.of("cm", "centimeter", "centimetre", "centimeters", "centimetres")),
    METRE(1e6, Set.of("m", "meter", "metre", "meters", "metres")),
    INCH(25_400, Set.of("in", "inch", "inches", "\""));

    private final double micrometres;
    private final Set<String> names;

    LengthUnit(final double micrometres, final Set<String> names) {
        this.micrometres = micrometres;
        this.names = names;
    }

    double micrometres() {
        return micrometres;
    }

    /** The unit of a name, upper or lower case; empty for "pixel" and whatever else is no length. */
    static Optional<LengthUnit> parse(final String name) {
        final String wanted = name.strip().toLowerCase(Locale.ROOT);
        for (final LengthUnit unit : values()) {
            if (unit.names.contains(wanted)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }
}
