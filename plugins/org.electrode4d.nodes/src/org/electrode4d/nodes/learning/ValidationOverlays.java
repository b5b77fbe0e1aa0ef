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
import org.electrode4d.learning.data.LabelledSlice;
import org.electrode4d.learning.data.LabelledSlices;
import org.electrode4d.learning.data.Orientation;
import org.electrode4d.learning.engine.Network;
import org.electrode4d.learning.network.Probabilities;
import org.electrode4d.learning.network.Tensor;
import org.electrode4d.learning.prediction.TiledNetwork;
import org.electrode4d.learning.prediction.Tiles;
import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.picture.LabelSheet;
import org.electrode4d.volume.picture.SliceAxis;

/** Validation slices with what was labelled in them, what a network finds there, and where both differ. */
final class ValidationOverlays {

    private static final int MOST = 12;

    private final LabelledSlices slices;
    private final VoxelSize voxelSize;

    /**
     * @param slices normalised
     * @param voxelSize of their scans
     */
    ValidationOverlays(final LabelledSlices slices, final VoxelSize voxelSize) {
        this.slices = slices;
        this.voxelSize = voxelSize;
    }

    /**
     * The pictures of at most twelve slices, evenly spread; the network is asked at once, pictures are drawn later.
     *
     * @param validation names of the slices to show
     * @param divisor of the network
     */
    List<PictureTable.Drawing> of(final List<String> validation, final Network network, final int divisor,
        final Progress progress) {
        final TiledNetwork tiled = new TiledNetwork(network, divisor, Tiles.DEFAULT, Probabilities::of);
        final List<LabelledSlice> shown =
            slices.slices().stream().filter(slice -> validation.contains(slice.source().toString())).toList();
        final List<PictureTable.Drawing> drawings = new ArrayList<>();
        final int step = Math.max(1, (shown.size() + MOST - 1) / MOST);
        for (int i = 0; i < shown.size(); i += step) {
            final LabelledSlice slice = shown.get(i);
            progress.report(i / (double)shown.size(), "Segmenting " + slice.source());
            final Tensor image = new Tensor(new int[]{1, 1, slice.rows(), slice.columns()}, slice.image());
            drawings.add(drawing(slice, Probabilities.argmax(tiled.apply(image, progress))));
        }
        return drawings;
    }

    private PictureTable.Drawing drawing(final LabelledSlice slice, final byte[] found) {
        final String name = slice.source().toString();
        final Volume image = Volume.of(name, ArrayImgs.floats(slice.image(), slice.columns(), slice.rows(), 1),
            pixel(slice.source().orientation()));
        final LabelVolume labels = labels(slice, slice.classes());
        final LabelVolume segmented = labels(slice, found);
        final OptionalInt unlabelled = OptionalInt.of(ClassScheme.UNLABELLED + 1);
        return new PictureTable.Drawing("Validation slice: " + name,
            name.replace(", slice ", "-").replace(' ', '-'),
            LabelSheet.of(name + " (validation)", image, SliceAxis.Z, 0).with("Labels", labels, unlabelled)
                .with("Segmentation", segmented, OptionalInt.empty())
                .withErrors("Errors", labels, segmented, unlabelled)::render);
    }

    /** Slices lie flat in the pictures, whatever their orientation in the scan. */
    private VoxelSize pixel(final Orientation orientation) {
        return switch (orientation) {
            case XY -> voxelSize;
            case XZ -> new VoxelSize(voxelSize.x(), voxelSize.z(), voxelSize.y());
            case YZ -> new VoxelSize(voxelSize.y(), voxelSize.z(), voxelSize.x());
        };
    }

    /** Classes count from 1, since the colour of 0 can hardly be seen over dark images. */
    private LabelVolume labels(final LabelledSlice slice, final byte[] indices) {
        final SortedMap<Integer, String> names = new TreeMap<>();
        slices.scheme().names().forEach(name -> names.put(names.size() + 1, name));
        final byte[] labels = new byte[indices.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte)(indices[i] + 1);
        }
        return new LabelVolume(Volume.of(slice.source().toString(),
            ArrayImgs.unsignedBytes(labels, slice.columns(), slice.rows(), 1), pixel(slice.source().orientation())),
            names);
    }
}
