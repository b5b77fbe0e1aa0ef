// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.util.ArrayList;
import java.util.List;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.learning.data.LabelledSlice;
import org.electrode4d.learning.data.LabelledSlices;
import org.electrode4d.learning.data.Orientation;
import org.electrode4d.learning.engine.Network;
import org.electrode4d.learning.network.Probabilities;
import org.electrode4d.learning.network.Tensor;
import org.electrode4d.learning.prediction.TiledNetwork;
import org.electrode4d.learning.prediction.Tiles;
import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/** Validation slices with what was labelled in them, what a network finds there, and where both differ. */
final class ValidationOverlays {

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
        final List<LabelledSlice> shown = SliceOverlay.shown(slices.slices().stream()
            .filter(slice -> validation.contains(slice.source().toString())).toList());
        final List<PictureTable.Drawing> drawings = new ArrayList<>();
        for (final LabelledSlice slice : shown) {
            progress.report(drawings.size() / (double)shown.size(), "Segmenting " + slice.source());
            final Tensor image = new Tensor(new int[]{1, 1, slice.rows(), slice.columns()}, slice.image());
            drawings.add(drawing(slice, Probabilities.argmax(tiled.apply(image, progress))));
        }
        return drawings;
    }

    private PictureTable.Drawing drawing(final LabelledSlice slice, final byte[] found) {
        final String name = slice.source().toString();
        final Volume image = Volume.of(name, ArrayImgs.floats(slice.image(), slice.columns(), slice.rows(), 1),
            pixel(slice.source().orientation()));
        return new PictureTable.Drawing("Validation slice: " + name,
            name.replace(", slice ", "-").replace(' ', '-'),
            new SliceOverlay(image, slices.scheme().names()).sheet(name + " (validation)", slice.classes(),
                found)::render);
    }

    /** Slices lie flat in the pictures, whatever their orientation in the scan. */
    private VoxelSize pixel(final Orientation orientation) {
        return switch (orientation) {
            case XY -> voxelSize;
            case XZ -> new VoxelSize(voxelSize.x(), voxelSize.z(), voxelSize.y());
            case YZ -> new VoxelSize(voxelSize.y(), voxelSize.z(), voxelSize.x());
        };
    }
}
