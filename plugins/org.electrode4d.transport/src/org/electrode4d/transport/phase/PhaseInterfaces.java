// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.phase;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.LazyVolume.Layout;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.VoxelType;
import org.electrode4d.volume.statistics.LabelIndex;
import org.electrode4d.volume.surface.CroftonWeights;
import org.electrode4d.volume.surface.InterfaceCounts;
import org.electrode4d.volume.surface.PairCounts;

/**
 * Surfaces of phases and interfaces of pairs of them by Crofton's formula, from one pass. All phases count alike: 0 is
 * no background here. What two phases that touch only at edges or corners of voxels have in common counts too, so that
 * the interfaces of a phase add up to its surface.
 */
final class PhaseInterfaces {

    private static final int EDGE = 64;

    private final InterfaceCounts counts;
    private final SortedMap<Integer, Integer> numbers = new TreeMap<>();
    private final SortedMap<PhasePair, Integer> pairs = new TreeMap<>();

    private PhaseInterfaces(final List<Integer> labels, final InterfaceCounts counts) {
        this.counts = counts;
        labels.forEach(label -> numbers.put(label, numbers.size()));
        final PairCounts found = counts.pairs();
        for (int i = 0; i < found.size(); i++) {
            pairs.put(new PhasePair(labels.get(found.first(i)), labels.get(found.second(i))), i);
        }
    }

    /** @param labels the phases that count, different ones, at most 255; all others together are the rest */
    static PhaseInterfaces of(final LabelVolume phases, final List<Integer> labels, final Progress progress) {
        final LabelIndex numbers = new LabelIndex();
        final LabelIndex known = new LabelIndex();
        for (final int label : labels) {
            known.add(label);
            numbers.add(known.size());
        }
        return new PhaseInterfaces(labels,
            InterfaceCounts.of(LabelVolume.of(numbered(phases, known)), numbers, false, progress));
    }

    /** 1, 2, 3, ... in the order of the labels, and 0 for the rest. */
    private static Volume numbered(final LabelVolume phases, final LabelIndex known) {
        final Volume volume = phases.volume();
        final Layout layout = new Layout(volume.shape(), VoxelType.UINT8, EDGE, EDGE, EDGE);
        return LazyVolume.load(volume.name(), layout, volume.voxelSize(), block -> numbers(phases, known, block));
    }

    private static byte[] numbers(final LabelVolume phases, final LabelIndex known, final Block block) {
        final int[] values = new int[block.voxels()];
        phases.read(block, values);
        final byte[] numbers = new byte[values.length];
        int last = values[0];
        byte number = (byte)(1 + known.find(last));
        for (int i = 0; i < values.length; i++) {
            if (values[i] != last) {
                last = values[i];
                number = (byte)(1 + known.find(last));
            }
            numbers[i] = number;
        }
        return numbers;
    }

    /** In µm²; 0 for a phase that is not there. */
    double surface(final int label, final boolean withBorder, final CroftonWeights weights) {
        final Integer number = numbers.get(label);
        return number == null ? 0 : counts.area(number, withBorder, weights);
    }

    /** The faces of voxels at the border of the volume, in µm²; those of a section have no lids. */
    double borderArea(final int label, final Volume volume) {
        final int number = numbers.get(label);
        final VoxelSize size = volume.voxelSize();
        final long lids = volume.shape().z() == 1 ? 0 : counts.borderFaces(number, 2);
        return counts.borderFaces(number, 0) * size.y() * size.z() + counts.borderFaces(number, 1) * size.x() * size.z()
            + lids * size.x() * size.y();
    }

    /** In µm²; 0 for phases that do not meet. */
    double area(final PhasePair pair, final CroftonWeights weights) {
        final Integer place = pairs.get(pair);
        return place == null ? 0 : counts.pairs().area(place, weights);
    }

    /** All pairs that meet, also at edges or corners of voxels alone. */
    SortedSet<PhasePair> pairs() {
        return new TreeSet<>(pairs.keySet());
    }
}
