// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.superpixel;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.LazyVolume.Layout;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;

/** The classes of regions, and the phases that they make of a volume. */
public final class RegionClasses {

    private static final int EDGE = 64;
    private static final int MOST_CLASSES = 255;
    /** A byte for each label up to the largest one has to fit into memory. */
    private static final int MOST_LABEL = 1 << 28;

    private final Map<String, Integer> phases;
    private byte[] byLabel = new byte[1024];

    /** Classes get the labels 1, 2, ... in this order; others follow in the order in which they come. */
    public RegionClasses(final Iterable<String> classes) {
        phases = new LinkedHashMap<>();
        classes.forEach(this::phase);
    }

    private RegionClasses(final Map<String, Integer> phases) {
        this.phases = phases;
    }

    /** For the regions of another volume, with the same labels of classes also for those that are yet to come. */
    public RegionClasses another() {
        return new RegionClasses(phases);
    }

    private int phase(final String className) {
        final Integer known = phases.get(className);
        if (known != null) {
            return known;
        }
        if (phases.size() == MOST_CLASSES) {
            throw new SegmentationException("There are more than " + MOST_CLASSES + " classes, the last '" + className
                + "'. Is this the column of classes?");
        }
        phases.put(className, phases.size() + 1);
        return phases.size();
    }

    /**
     * Gives a region its class.
     *
     * @throws SegmentationException if the label is not positive or above 2^28, or there are more than 255 classes
     */
    public void set(final int label, final String className) {
        if (label < 1) {
            throw new SegmentationException("Labels of regions are 1, 2, ..., but " + label + " is to be a region of "
                + className + ".");
        }
        if (label > MOST_LABEL) {
            throw new SegmentationException("Labels of regions are at most " + MOST_LABEL + ", but " + label
                + " is to be a region of " + className + ". Number the regions anew with Connected Components.");
        }
        if (label >= byLabel.length) {
            byLabel = Arrays.copyOf(byLabel, Math.min(MOST_LABEL, label + (label >> 1)) + 1);
        }
        byLabel[label] = (byte)phase(className);
    }

    /** The class names with their labels. */
    public Map<String, Integer> phases() {
        return Map.copyOf(phases);
    }

    /** Phases by region, UINT8 on demand, with their names; 0 for the background and for regions without class. */
    public LabelVolume of(final LabelVolume regions) {
        final Volume volume = regions.volume();
        final Layout layout = new Layout(volume.shape(), VoxelType.UINT8, EDGE, EDGE, EDGE);
        final byte[] classes = byLabel.clone();
        final Volume image = LazyVolume.load(volume.name(), layout, volume.voxelSize(), block -> {
            final int[] numbers = new int[block.voxels()];
            regions.read(block, numbers);
            final byte[] found = new byte[numbers.length];
            for (int i = 0; i < found.length; i++) {
                found[i] = numbers[i] > 0 && numbers[i] < classes.length ? classes[numbers[i]] : 0;
            }
            return found;
        }).withOrigin(volume.origin()).withMetadata(volume.metadata());
        final TreeMap<Integer, String> names = new TreeMap<>();
        phases.forEach((name, label) -> names.put(label, name));
        return new LabelVolume(image, names);
    }
}
