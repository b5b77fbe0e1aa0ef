// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A volume of labels (phases, classes, particles) with a name for some of them; 0 is the background by custom.
 *
 * @param volume of an integer type
 * @param names by label; unmodifiable, and need not hold every label
 */
public record LabelVolume(Volume volume, SortedMap<Integer, String> names) {

    private static final String NAME_KEY = "label ";

    /** @throws IllegalArgumentException for a volume of FLOAT32, whose values are no labels */
    public LabelVolume {
        if (!volume.type().isInteger()) {
            throw new IllegalArgumentException("Labels are integers, but " + volume.name() + " is of type "
                + volume.type() + ".");
        }
        names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
    }

    /**
     * Labels whose names, if they have any, are in the metadata of the volume, as {@link #named()} puts them.
     *
     * @throws IllegalArgumentException for a volume of FLOAT32, whose values are no labels
     */
    public static LabelVolume of(final Volume volume) {
        final SortedMap<Integer, String> names = new TreeMap<>();
        volume.metadata().forEach((key, name) -> {
            if (key.matches(NAME_KEY + "-?[0-9]{1,9}")) {
                names.put(Integer.parseInt(key.substring(NAME_KEY.length())), name);
            }
        });
        return new LabelVolume(volume, names);
    }

    /** The volume with the names in its metadata, where files and tables carry them along. */
    public Volume named() {
        final Map<String, String> metadata = new TreeMap<>(volume.metadata());
        metadata.keySet().removeIf(key -> key.startsWith(NAME_KEY));
        names.forEach((label, name) -> metadata.put(NAME_KEY + label, name));
        return volume.withMetadata(metadata);
    }

    /** The name of a label; "Label 7" where it has none. */
    public String name(final int label) {
        return names.getOrDefault(label, "Label " + label);
    }

    /** Reads a box of labels, x fastest. Unsigned 32-bit labels beyond 2^31 - 1 come out negative. */
    public void read(final Block block, final int[] destination) {
        final Object values = volume.type().newArray(block.voxels());
        volume.readNative(block, values);
        for (int i = 0; i < block.voxels(); i++) {
            destination[i] = label(values, i);
        }
    }

    /** Labels as an array of the volume's type, as a {@link ChunkLoader} gives it: what {@link #read} undoes. */
    public Object toNative(final int[] labels) {
        final Object values = volume.type().newArray(labels.length);
        for (int i = 0; i < labels.length; i++) {
            if (values instanceof byte[] bytes) {
                bytes[i] = (byte)labels[i];
            } else if (values instanceof short[] shorts) {
                shorts[i] = (short)labels[i];
            } else {
                ((int[])values)[i] = labels[i];
            }
        }
        return values;
    }

    private int label(final Object values, final int index) {
        if (values instanceof byte[] bytes) {
            return volume.type().isSigned() ? bytes[index] : bytes[index] & 0xff;
        } else if (values instanceof short[] shorts) {
            return volume.type().isSigned() ? shorts[index] : shorts[index] & 0xffff;
        }
        return ((int[])values)[index];
    }
}
