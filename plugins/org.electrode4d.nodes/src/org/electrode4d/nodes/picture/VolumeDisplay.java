// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.picture;

import java.util.HashMap;
import java.util.Map;

import org.electrode4d.volume.Volume;
import org.electrode4d.volume.picture.ColourMap;

/**
 * How the values of a volume are shown: kept in its metadata, so that files carry it along. Volumes without are
 * tomograms, shown in grey.
 *
 * @param unit of the values; "-" where they have none
 * @param signed whether zero is in the middle, as for strain
 */
public record VolumeDisplay(String unit, boolean signed) {

    private static final String UNIT = "unit";
    private static final String SIGNED = "signed";
    private static final String GREY = "grey";

    /** What the metadata say. */
    public static VolumeDisplay of(final Volume volume) {
        final Map<String, String> metadata = volume.metadata();
        return new VolumeDisplay(metadata.getOrDefault(UNIT, GREY), Boolean.parseBoolean(metadata.get(SIGNED)));
    }

    /** The volume with this in its metadata. */
    public Volume on(final Volume volume) {
        final Map<String, String> metadata = new HashMap<>(volume.metadata());
        metadata.put(UNIT, unit);
        metadata.put(SIGNED, Boolean.toString(signed));
        return volume.withMetadata(metadata);
    }

    /** Grey for tomograms, blue to red for signed quantities, dark to light for others. */
    public ColourMap colours() {
        if (unit.equals(GREY)) {
            return ColourMap.GREY;
        }
        return signed ? ColourMap.DIVERGING : ColourMap.VIRIDIS;
    }
}
