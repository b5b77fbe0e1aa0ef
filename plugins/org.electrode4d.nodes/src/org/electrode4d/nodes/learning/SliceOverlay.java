// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.learning.data.ClassScheme;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.picture.LabelSheet;
import org.electrode4d.volume.picture.SliceAxis;

/**
 * A labelled slice with what was labelled in it, what a model finds there, and where both differ.
 *
 * @param image a single slice
 * @param classes their names
 */
record SliceOverlay(Volume image, List<String> classes) {

    private static final int MOST = 12;
    private static final OptionalInt UNLABELLED = OptionalInt.of(ClassScheme.UNLABELLED + 1);

    /** Of many slices or scans at most twelve, evenly spread. */
    static <T> List<T> shown(final List<T> all) {
        final int step = Math.max(1, (all.size() + MOST - 1) / MOST);
        final List<T> shown = new ArrayList<>();
        for (int i = 0; i < all.size(); i += step) {
            shown.add(all.get(i));
        }
        return shown;
    }

    /**
     * The picture.
     *
     * @param labelled classes of the pixels, row by row; {@link ClassScheme#UNLABELLED} where there is none
     * @param found the same
     */
    LabelSheet sheet(final String title, final byte[] labelled, final byte[] found) {
        final LabelVolume labels = labels(labelled);
        final LabelVolume segmented = labels(found);
        return LabelSheet.of(title, image, SliceAxis.Z, 0).with("Labels", labels, UNLABELLED)
            .with("Segmentation", segmented, UNLABELLED).withErrors("Errors", labels, segmented, UNLABELLED);
    }

    /** Classes count from 1, since the colour of 0 can hardly be seen over dark images. */
    private LabelVolume labels(final byte[] indices) {
        final SortedMap<Integer, String> names = new TreeMap<>();
        classes.forEach(name -> names.put(names.size() + 1, name));
        final byte[] labels = new byte[indices.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte)(indices[i] + 1);
        }
        return new LabelVolume(Volume.of(image.name(),
            ArrayImgs.unsignedBytes(labels, image.shape().x(), image.shape().y(), 1), image.voxelSize()), names);
    }
}
