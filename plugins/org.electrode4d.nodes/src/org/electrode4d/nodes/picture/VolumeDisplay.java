// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.picture;

import java.util.HashMap;
import java.util.Map;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.picture.ColourMap;
import org.electrode4d.volume.picture.SliceImage;
import org.electrode4d.volume.picture.ValueRange;
import org.electrode4d.volume.statistics.Statistics;
import org.electrode4d.volume.statistics.VolumeStatistics;

/**
 * How the values of a volume are shown: kept in its metadata, so that files carry it along. Volumes without are
 * tomograms, shown in grey.
 *
 * @param unit of the values; "-" where they have none
 * @param signed whether zero is in the middle, as for strain
 * @param lowest where the colours of positive quantities begin: 0, or what none of their values is below
 */
public record VolumeDisplay(String unit, boolean signed, double lowest) {

    private static final String UNIT = "unit";
    private static final String SIGNED = "signed";
    private static final String LOWEST = "lowest";
    private static final String GREY = "grey";
    private static final String LABEL = "label";
    private static final double LARGEST = 0.995;
    private static final int EDGE = 64;

    /** Of masks, phases and particles: a colour for every label. */
    public static final VolumeDisplay LABELS = new VolumeDisplay(LABEL, false);

    /** Of quantities whose colours begin at zero. */
    public VolumeDisplay(final String unit, final boolean signed) {
        this(unit, signed, 0);
    }

    /** What the metadata say. */
    public static VolumeDisplay of(final Volume volume) {
        final Map<String, String> metadata = volume.metadata();
        return new VolumeDisplay(metadata.getOrDefault(UNIT, GREY), Boolean.parseBoolean(metadata.get(SIGNED)),
            Double.parseDouble(metadata.getOrDefault(LOWEST, "0")));
    }

    /** What the values are, for tables: the unit, or "grey value". */
    public String values() {
        return unit.equals(GREY) ? "grey value" : unit;
    }

    /** The unit in square brackets, for the bar of colours. */
    public String label() {
        return "[" + values() + "]";
    }

    /** The volume with this in its metadata. */
    public Volume on(final Volume volume) {
        final Map<String, String> metadata = new HashMap<>(volume.metadata());
        metadata.put(UNIT, unit);
        metadata.put(SIGNED, Boolean.toString(signed));
        metadata.remove(LOWEST);
        if (lowest != 0) {
            metadata.put(LOWEST, Double.toString(lowest));
        }
        return volume.withMetadata(metadata);
    }

    /**
     * A slice with colours, unit and range. Quantities that come near the lowest possible value begin there, so
     * that the colours of two pictures mean the same share of the range.
     */
    public SliceImage slice(final Volume volume, final SlicePlane plane, final double position) {
        if (unit.equals(LABEL) && volume.type().isInteger()) {
            return plane.slice(volume, position).withLabels(LabelVolume.of(volume).names());
        }
        final SliceImage image = plane.slice(volume, position).withColours(colours()).withUnit(label());
        final Volume voxels = plane.crop(volume, position);
        if (signed || unit.equals(GREY) || !hasNumbers(voxels)) {
            return image;
        }
        final Statistics values = VolumeStatistics.of(voxels, Progress.NONE);
        final double largest = values.quantile(LARGEST);
        final boolean comesNear = values.min() >= lowest && values.min() - lowest < (largest - lowest) / 2;
        return comesNear ? image.withRange(new ValueRange(lowest, largest)) : image;
    }

    /** Distances and the like are no numbers outside of a phase, and a slice may hold nothing of it. */
    private static boolean hasNumbers(final Volume slice) {
        for (final Block block : Blocks.tile(slice.shape(), EDGE)) {
            final float[] values = new float[block.voxels()];
            slice.read(block, values);
            for (final float value : values) {
                if (Float.isFinite(value)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Grey for tomograms, blue to red for signed quantities, dark to light for others. */
    public ColourMap colours() {
        if (unit.equals(GREY)) {
            return ColourMap.GREY;
        }
        return signed ? ColourMap.DIVERGING : ColourMap.VIRIDIS;
    }
}
