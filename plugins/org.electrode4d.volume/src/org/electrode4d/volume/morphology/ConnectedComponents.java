// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.morphology;

import java.io.IOException;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;

/**
 * The connected components of a mask: labels 1, 2, ... in raster order of their first voxels (x fastest), as scipy and
 * cc3d number them. Two passes over runs of voxels with union-find (He, Chao and Suzuki, IEEE Transactions on Image
 * Processing 17, 749, 2008): slabs of planes are labelled at the same time, joined where they meet, and numbered.
 *
 * <p>Costs two passes through the volume; memory is 4 bytes per voxel for the labels and 8 to 12 bytes per provisional
 * label. Those are a few for each component of a picture, but at worst, in a checker board, half as many as voxels: at
 * most a quarter of the heap is spent on them. Results do not depend on the number of threads or slabs.
 */
public final class ConnectedComponents {

    private ConnectedComponents() {
    }

    /**
     * The components of what is not 0.
     *
     * @param mask of an integer type
     * @return labels that live as long as the scratch space; an empty mask has no component
     * @throws org.electrode4d.volume.VolumeException for a mask of FLOAT32, or if it needs more
     *         provisional labels than 2^31 or than fit into a quarter of the heap
     * @throws IOException if there is no room for the labels
     */
    public static Components of(final Volume mask, final Connectivity connectivity, final ScratchSpace scratch,
        final Progress progress) throws IOException {
        return label(RunSource.mask(mask, false), new RunAdjacency(connectivity), scratch, progress).components(mask);
    }

    /**
     * The components of each label of a label volume: voxels belong together if they touch and have the same label, as
     * in cc3d. A label of several pieces is divided, and the order is that of the first voxels, not of the labels.
     *
     * @param labels of an integer type
     * @return as {@link #of}
     * @throws org.electrode4d.volume.VolumeException as {@link #of}
     * @throws IOException if there is no room for the labels
     */
    public static Components ofLabels(final Volume labels, final Connectivity connectivity,
        final ScratchSpace scratch, final Progress progress) throws IOException {
        return label(RunSource.labels(labels), new RunAdjacency(connectivity), scratch, progress).components(labels);
    }

    public static LabelledPlanes label(final RunSource source, final RunAdjacency adjacency, final ScratchSpace scratch,
        final Progress progress) throws IOException {
        return new ComponentLabelling(source, adjacency, LabelAllowance.ofHeap(source.volume().name()))
            .label(scratch, progress);
    }
}
