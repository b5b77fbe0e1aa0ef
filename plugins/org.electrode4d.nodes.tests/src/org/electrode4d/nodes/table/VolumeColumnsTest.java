// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

import org.electrode4d.nodes.DialogInput;
import org.electrode4d.nodes.cell.VolumeCell;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.node.parameters.NodeParametersInput;

/** What a new node takes of the volumes that the nodes before it left. */
class VolumeColumnsTest {

    private static NodeParametersInput input(final String... volumes) {
        return DialogInput.of(new DataTableSpec(Arrays.stream(volumes)
            .map(name -> SeriesColumns.column(name, VolumeCell.TYPE)).toArray(DataColumnSpec[]::new)));
    }

    @Test
    void aChainGoesOnWhereTheNodeBeforeEnded() {
        assertEquals("Volume", VolumeColumns.scan(input("True phases", "Volume")));
        assertEquals("Filtered", VolumeColumns.scan(input("Volume", "Filtered")));
        assertEquals("Denoised", VolumeColumns.scan(input("Volume", "Filtered", "Aligned", "Denoised", "Phases")));
        assertEquals("Filtered cropped", VolumeColumns.scan(input("Volume", "Filtered", "Filtered cropped", "Mask")));
    }

    @Test
    void theLastOfEqualNamesIsTaken() {
        assertEquals("Mask (#1)", VolumeColumns.preferred(input("Mask", "Mask (#1)", "Volume"), "Mask"));
        assertEquals("Phases", VolumeColumns.preferred(input("Mask", "Phases"), "Mask", "Phases"));
    }

    @Test
    void withoutAnyOfTheNamesItIsTheLastVolume() {
        assertEquals("Scan B", VolumeColumns.scan(input("Scan A", "Scan B")));
        assertEquals("Volume", VolumeColumns.scan(input()));
        assertEquals("Mask", VolumeColumns.preferred(input(), "Mask"));
    }

    @Test
    void whereAnotherVolumeMakesNoSenseTheNameStays() {
        assertEquals("True phases", VolumeColumns.named(input("True phases", "Phases"), "Reference", "True phases"));
        assertEquals("Reference", VolumeColumns.named(input("Volume", "Phases"), "Reference", "True phases"));
    }
}
