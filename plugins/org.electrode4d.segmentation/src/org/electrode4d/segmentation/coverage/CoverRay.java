// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.coverage;

/**
 * Walks from a face of a particle's surface along the normal, from voxel to voxel, with the exact length in each (J.
 * Amanatides and A. Woo, "A fast voxel traversal algorithm for ray tracing", Eurographics 1987). One ray at a time.
 */
final class CoverRay {

    private static final int NOTHING = -1;

    /** Parts of the longest ray: what a ray through an edge between voxels has in each, up to rounding. */
    private static final double EDGE = 1e-9;

    private final CoverBlock block;
    private final double longest;
    private final double gap;
    private final double grazing;
    private final int[] voxel = new int[3];
    private final int[] step = new int[3];
    private final double[] next = new double[3];
    private final double[] crossing = new double[3];
    private Cover cover;
    private boolean cut;
    private boolean left;
    private int stretch;
    private double stretchBegin;
    private double begin;
    private double end;

    CoverRay(final CoverBlock block, final CoverageSettings settings) {
        this.block = block;
        longest = settings.longestRay();
        gap = settings.ignoredGap();
        grazing = settings.leastStretch()
            * Math.min(block.voxelSize(0), Math.min(block.voxelSize(1), block.voxelSize(2)));
    }

    /** What the ray met; null where it left the volume before. */
    Cover cover() {
        return cover;
    }

    boolean cut() {
        return cut;
    }

    /** Whether the ray left the volume within the SEI. */
    boolean left() {
        return left;
    }

    /** Length within the SEI as a part of the longest ray. */
    double part() {
        return (end - begin) / longest;
    }

    /**
     * Walks.
     *
     * @param face whose middle the ray starts at
     * @param normal unit vector in µm that leads through the face
     */
    void cast(final SurfaceFace face, final double[] normal) {
        start(face, normal);
        double at = 0;
        while (true) {
            final int axis = next[0] <= next[1] && next[0] <= next[2] ? 0 : next[1] <= next[2] ? 1 : 2;
            final double until = Math.min(next[axis], longest);
            if (until - at > EDGE * longest && meets(face.label(), at, until)) {
                return;
            }
            at = until;
            if (at >= longest) {
                end = at;
                cut = true;
                return;
            }
            voxel[axis] += step[axis];
            next[axis] += crossing[axis];
            if (!block.contains(voxel)) {
                left = true;
                return;
            }
        }
    }

    private void start(final SurfaceFace face, final double[] normal) {
        cover = null;
        stretch = NOTHING;
        cut = false;
        left = false;
        begin = 0;
        end = 0;
        for (int axis = 0; axis < 3; axis++) {
            voxel[axis] = face.outside(axis);
            step[axis] = normal[axis] < 0 ? -1 : 1;
            crossing[axis] = normal[axis] == 0 ? Double.POSITIVE_INFINITY
                : block.voxelSize(axis) / Math.abs(normal[axis]);
            next[axis] = axis == face.axis() ? crossing[axis] : crossing[axis] / 2;
        }
    }

    /** Looks at a voxel; true if there is nothing to see beyond. */
    private boolean meets(final int own, final double at, final double until) {
        final int phase = block.cover(voxel, own);
        // behind the SEI several thin phases end it together
        final int met = cover == Cover.SEI && phase != Cover.SEI.ordinal() ? NOTHING : phase;
        if (met != stretch) {
            stretch = met;
            stretchBegin = at;
        }
        if (cover == Cover.SEI) {
            if (met == NOTHING && until - stretchBegin > grazing) {
                end = stretchBegin;
                return true;
            }
            return false;
        }
        if (until - stretchBegin <= (met == Cover.FREE.ordinal() ? Math.max(gap, grazing) : grazing)) {
            return false;
        }
        cover = met == CoverBlock.OWN ? Cover.FREE : Cover.values()[met];
        begin = stretchBegin;
        return cover != Cover.SEI;
    }
}
