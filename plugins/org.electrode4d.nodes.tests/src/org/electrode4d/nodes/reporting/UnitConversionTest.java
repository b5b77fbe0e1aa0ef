// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitConversionTest {

    @ParameterizedTest
    @CsvSource({"0.32, -, %, 32", "32, %, 1, 0.32", "307, nm, µm, 0.307", "2, \u03bcm, nm, 2000", "3, mm², µm², 3e6",
        "119, µm³, mm³, 1.19e-7", "5, 1/µm, 1/nm, 0.005", "4.2, V, mV, 4200", "7, voxel, voxel, 7", "7, '', '-', 7"})
    void differsByAPowerOfTen(final double value, final String from, final String to, final double expected) {
        assertEquals(expected, UnitConversion.convert(value, from, to).orElseThrow(), 1e-12 * expected);
    }

    @ParameterizedTest
    @CsvSource({"µm, voxel", "µm, µm²", "1/µm, µm", "%, V", "°, %"})
    void otherKindsHaveNoConversion(final String from, final String to) {
        assertEquals(OptionalDouble.empty(), UnitConversion.convert(1, from, to));
    }

    @Test
    void aStrainInPercentHasNoRoundingOfItsOwn() {
        assertEquals(44, UnitConversion.convert(0.44, "-", "%").orElseThrow());
    }
}
