// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/** Deformation gradients on a regular grid, and the strains that follow from them. Immutable. */
public final class StrainField {

    private final NodeGrid grid;
    private final VoxelSize voxelSize;
    private final Point volumeOrigin;
    private final double[] f;
    private final int folded;

    StrainField(final NodeGrid grid, final VoxelSize voxelSize, final Point volumeOrigin, final double[] f,
        final int folded) {
        this.grid = grid;
        this.voxelSize = voxelSize;
        this.volumeOrigin = volumeOrigin;
        this.f = f;
        this.folded = folded;
    }

    /**
     * One point of a strain table.
     *
     * @param index on the grid
     * @param voxels position in voxels of the reference
     * @param micrometres position in µm
     * @param values of the components that were asked for; NaN where F is not known
     */
    public record Row(int index, Point voxels, Point micrometres, Map<StrainComponent, Double> values) {
    }

    /** Nodes, or middles of bricks. */
    public NodeGrid grid() {
        return grid;
    }

    /** Size of the reference's voxels, in µm. */
    public VoxelSize voxelSize() {
        return voxelSize;
    }

    /** Position of the centre of the reference's first voxel, in µm. */
    public Point volumeOrigin() {
        return volumeOrigin;
    }

    /** F at a point, nine entries row-major; NaN where it could not be computed. */
    public double[] f(final int point) {
        return Arrays.copyOfRange(f, 9 * point, 9 * point + 9);
    }

    /** Whether F is known at a point, and with it all strains. */
    public boolean isKnown(final int point) {
        return Double.isFinite(Matrix3.determinant(f(point)));
    }

    /** Number of points without strain because det F is zero or less there. */
    public int folded() {
        return folded;
    }

    public StrainState state(final int point) {
        return StrainState.of(f(point));
    }

    public double value(final int point, final StrainComponent component) {
        return component.of(state(point));
    }

    /** All values of a component, in the order of the grid. */
    public double[] values(final StrainComponent component) {
        final double[] values = new double[grid.size()];
        for (int point = 0; point < values.length; point++) {
            values[point] = value(point, component);
        }
        return values;
    }

    /**
     * A component as a FLOAT32 volume with one voxel per grid point: the voxel size is node spacing times voxel size,
     * the origin the first grid point in µm.
     */
    public Volume map(final StrainComponent component) {
        final double[] values = values(component);
        final float[] voxels = new float[values.length];
        for (int i = 0; i < voxels.length; i++) {
            voxels[i] = (float)values[i];
        }
        final Point s = grid.spacing();
        return Volume.of(component.heading(), ArrayImgs.floats(voxels, grid.nx(), grid.ny(), grid.nz()),
            voxelSize.times(s.x(), s.y(), s.z())).withOrigin(micrometres(grid.origin()));
    }

    /** A row per grid point. */
    public List<Row> table(final Collection<StrainComponent> components) {
        final List<Row> rows = new ArrayList<>(grid.size());
        for (int point = 0; point < grid.size(); point++) {
            final StrainState state = state(point);
            final Map<StrainComponent, Double> values = new EnumMap<>(StrainComponent.class);
            components.forEach(component -> values.put(component, component.of(state)));
            final Point voxels = grid.position(point);
            rows.add(new Row(point, voxels, micrometres(voxels), values));
        }
        return rows;
    }

    /** Position of a point in µm. */
    public Point positionInMicrometres(final int point) {
        return micrometres(grid.position(point));
    }

    private Point micrometres(final Point voxels) {
        return volumeOrigin.plus(voxels.times(voxelSize));
    }
}
