// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.coverage;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;

/** Casts the rays of all faces whose particle's voxel is in a block. */
final class BlockCoverage {

    private final CoverBlock block;
    private final Block inner;
    private final CoverageSettings settings;
    private final Shape shape;
    private final SortedMap<Integer, CoverTally> tallies = new TreeMap<>();
    private final SurfaceFace face = new SurfaceFace();
    private final double[] normal = new double[3];
    private final double[] faceUnits = new double[3];

    /**
     * @param inner the voxels of the block without its halo, counted from its corner
     * @param shape of the volume
     */
    BlockCoverage(final CoverBlock block, final Block inner, final CoverageSettings settings, final Shape shape) {
        this.block = block;
        this.inner = inner;
        this.settings = settings;
        this.shape = shape;
        for (int axis = 0; axis < 3; axis++) {
            faceUnits[axis] = CoverTally.UNITS * faceArea(axis) / SurfaceCoverage.largestFace(block);
        }
    }

    private double faceArea(final int axis) {
        return block.voxelSize((axis + 1) % 3) * block.voxelSize((axis + 2) % 3);
    }

    SortedMap<Integer, CoverTally> cast(final Progress progress) {
        final CoverRay ray = new CoverRay(block, settings);
        for (final Map.Entry<Integer, Block> particle : surfaces().entrySet()) {
            progress.check();
            final SurfaceNormals normals =
                new SurfaceNormals(block, particle.getValue(), particle.getKey(), settings.smoothing());
            final CoverTally tally = tallies.computeIfAbsent(particle.getKey(), label -> new CoverTally());
            cast(particle.getKey(), particle.getValue(), normals, ray, tally);
        }
        return tallies;
    }

    /** Boxes about the voxels with faces, by particle. */
    private SortedMap<Integer, Block> surfaces() {
        final SortedMap<Integer, Block> boxes = new TreeMap<>();
        for (int z = (int)inner.minZ(); z < inner.endZ(); z++) {
            for (int y = (int)inner.minY(); y < inner.endY(); y++) {
                for (int x = (int)inner.minX(); x < inner.endX(); x++) {
                    final int label = block.particle(x, y, z);
                    if (label != 0 && hasFace(x, y, z, label)) {
                        boxes.merge(label, new Block(x, y, z, 1, 1, 1), Block::hull);
                    }
                }
            }
        }
        return boxes;
    }

    /** Also notes that a particle is at the border of the volume. */
    private boolean hasFace(final int x, final int y, final int z, final int label) {
        face.move(x, y, z, label);
        boolean found = false;
        for (int axis = 0; axis < 3; axis++) {
            for (int direction = -1; direction <= 1; direction += 2) {
                face.turn(axis, direction);
                if (isFace()) {
                    found = true;
                } else if (shape.along(axis) > 1 && isBorder()) {
                    tallies.computeIfAbsent(label, any -> new CoverTally()).border();
                }
            }
        }
        return found;
    }

    private boolean isBorder() {
        final int beyond = face.outside(face.axis());
        final Block outer = block.outer();
        return beyond < 0 || beyond >= (face.axis() == 0 ? outer.sizeX()
            : face.axis() == 1 ? outer.sizeY() : outer.sizeZ());
    }

    private boolean isFace() {
        return !isBorder() && block.particle(face.outside(0), face.outside(1), face.outside(2)) != face.label();
    }

    private void cast(final int label, final Block box, final SurfaceNormals normals, final CoverRay ray,
        final CoverTally tally) {
        for (int z = (int)box.minZ(); z < box.endZ(); z++) {
            for (int y = (int)box.minY(); y < box.endY(); y++) {
                for (int x = (int)box.minX(); x < box.endX(); x++) {
                    if (block.particle(x, y, z) == label) {
                        face.move(x, y, z, label);
                        castFromVoxel(normals, ray, tally);
                    }
                }
            }
        }
    }

    private void castFromVoxel(final SurfaceNormals normals, final CoverRay ray, final CoverTally tally) {
        for (int axis = 0; axis < 3; axis++) {
            for (int direction = -1; direction <= 1; direction += 2) {
                face.turn(axis, direction);
                if (isFace()) {
                    normals.at(face, normal);
                    final long area = Math.round(faceUnits[axis] * direction * normal[axis]);
                    if (area > 0) {
                        ray.cast(face, normal);
                        tally.add(area, ray);
                    }
                }
            }
        }
    }
}
