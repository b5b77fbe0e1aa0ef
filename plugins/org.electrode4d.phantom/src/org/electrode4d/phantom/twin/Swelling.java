// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import java.util.function.UnaryOperator;
import org.electrode4d.phantom.Bounds;
import org.electrode4d.phantom.Deformation;
import org.electrode4d.volume.Point;

/**
 * How the material moves from the first scan to a state, in µm, without the stage. With the lateral functions G and E
 * of {@link Layers}, the height s = (Z - face) / h0 of a material point in the electrode, and the stretch q in the
 * plane:
 *
 * <pre>
 * x = c + q (X - c), the same for y
 * h0 = H0 + d0 G(X, Y),  h = H + d G(X, Y)            thickness at the first scan and at the state
 * z = face + h p(s),  p(s) = (1 - a/2) s + a/2 s²      in the electrode
 * a = g H0 / (H q²) (1 + 0.3 E(X, Y))
 * </pre>
 *
 * <p>So det F = q² h/h0 p'(s): its mean over the electrode at the first scan is q² H/H0, which q makes the published
 * strain, and from s = 0 to 1 it grows by g. The collector only takes part in the stretch in the plane (below 0.4 %
 * for the published states); the separator moves with the face of the electrode.
 */
final class Swelling implements Deformation {

    private final Layers layers;
    private final TwinState first;
    private final TwinState state;
    private final double stretch;
    private final double gradient;

    Swelling(final Layers layers, final TwinState first, final TwinState state) {
        this.layers = layers;
        this.first = first;
        this.state = state;
        stretch = Math.sqrt((1 + state.strain()) / (1 + first.strain()) * first.thickness() / state.thickness());
        gradient = (state.strainDifference() - first.strainDifference()) / (1 + first.strain()) * first.thickness()
            / (state.thickness() * stretch * stretch);
    }

    double stretch() {
        return stretch;
    }

    /** Thickness of the electrode at the first scan over a material point, µm. */
    double before(final double materialX, final double materialY) {
        return first.thickness() + first.thicknessDeviation() * layers.thickness().at(materialX, materialY);
    }

    /** Thickness of the electrode at the state over a material point, µm. */
    double after(final double materialX, final double materialY) {
        return state.thickness() + state.thicknessDeviation() * layers.thickness().at(materialX, materialY);
    }

    /** a of the class comment. */
    double bend(final double materialX, final double materialY) {
        return gradient * (1 + Layers.UNEVENNESS * layers.gradient().at(materialX, materialY));
    }

    double materialX(final double x) {
        return layers.middle().x() + (x - layers.middle().x()) / stretch;
    }

    double materialY(final double y) {
        return layers.middle().y() + (y - layers.middle().y()) / stretch;
    }

    /** s for {@code p(s) = part}, from 0 to 1: the root that stays exact where a is 0. */
    static double height(final double part, final double bend) {
        final double linear = 1 - bend / 2;
        return 2 * part / (linear + Math.sqrt(linear * linear + 2 * bend * part));
    }

    @Override
    public Point forward(final Point reference) {
        final double x = layers.middle().x() + stretch * (reference.x() - layers.middle().x());
        final double y = layers.middle().y() + stretch * (reference.y() - layers.middle().y());
        final double over = reference.z() - layers.face();
        if (over <= 0) {
            return new Point(x, y, reference.z());
        }
        final double before = before(reference.x(), reference.y());
        final double after = after(reference.x(), reference.y());
        if (over >= before) {
            return new Point(x, y, reference.z() + after - before);
        }
        final double bend = bend(reference.x(), reference.y());
        final double s = over / before;
        return new Point(x, y, layers.face() + after * s * (1 + bend / 2 * (s - 1)));
    }

    @Override
    public Point inverse(final Point deformed) {
        final double x = materialX(deformed.x());
        final double y = materialY(deformed.y());
        final double over = deformed.z() - layers.face();
        if (over <= 0) {
            return new Point(x, y, deformed.z());
        }
        final double before = before(x, y);
        final double after = after(x, y);
        if (over >= after) {
            return new Point(x, y, deformed.z() + before - after);
        }
        return new Point(x, y, layers.face() + before * height(over / after, bend(x, y)));
    }

    @Override
    public double[] gradient(final Point reference) {
        final double over = reference.z() - layers.face();
        if (over <= 0) {
            return new double[] {stretch, 0, 0, 0, stretch, 0, 0, 0, 1};
        }
        final double before = before(reference.x(), reference.y());
        final double slopeX = layers.thickness().slopeX(reference.x(), reference.y());
        final double slopeY = layers.thickness().slopeY(reference.x(), reference.y());
        if (over >= before) {
            final double more = state.thicknessDeviation() - first.thicknessDeviation();
            return new double[] {stretch, 0, 0, 0, stretch, 0, more * slopeX, more * slopeY, 1};
        }
        final double after = after(reference.x(), reference.y());
        final double bend = bend(reference.x(), reference.y());
        final double s = over / before;
        final double p = s * (1 + bend / 2 * (s - 1));
        final double derivative = 1 + bend * (s - 0.5);
        // of the thickness at the state and at the first scan, and of a
        final double byThickness = state.thicknessDeviation() * p
            - after * derivative * s * first.thicknessDeviation() / before;
        final double byBend = after * s * (s - 1) / 2 * gradient * Layers.UNEVENNESS;
        return new double[] {stretch, 0, 0, 0, stretch, 0,
            byThickness * slopeX + byBend * layers.gradient().slopeX(reference.x(), reference.y()),
            byThickness * slopeY + byBend * layers.gradient().slopeY(reference.x(), reference.y()),
            after * derivative / before};
    }

    @Override
    public Bounds forward(final Bounds reference) {
        return tilted(reference, steepest(first, state), this::forward);
    }

    @Override
    public Bounds inverse(final Bounds deformed) {
        return tilted(deformed, steepest(state, first) / stretch, this::inverse);
    }

    /** The box that the map makes of the column in the middle of a box, grown by what may rise from there. */
    private static Bounds tilted(final Bounds box, final double steepest, final UnaryOperator<Point> map) {
        final Point middle = box.min().plus(box.max()).times(0.5);
        final double rise = steepest * (box.max().x() - middle.x() + box.max().y() - middle.y());
        final Point min = map.apply(box.min());
        final Point max = map.apply(box.max());
        return new Bounds(
            new Point(min.x(), min.y(), map.apply(new Point(middle.x(), middle.y(), box.min().z())).z() - rise),
            new Point(max.x(), max.y(), map.apply(new Point(middle.x(), middle.y(), box.max().z())).z() + rise));
    }

    /** More than the slope that any plane across the electrode has after the map from one state to the other. */
    private double steepest(final TwinState from, final TwinState to) {
        final double largestBend = Math.abs(gradient) * (1 + Layers.UNEVENNESS * layers.gradient().largest());
        final double mostStrained = 1 / (1 - largestBend / 2);
        final double thickest = to.thickness() + to.thicknessDeviation() * layers.thickness().largest();
        final double thinnest = from.thickness() - from.thicknessDeviation() * layers.thickness().largest();
        return layers.thickness().steepest() * (to.thicknessDeviation()
            + from.thicknessDeviation() * mostStrained * thickest / thinnest)
            + layers.gradient().steepest() * Math.abs(gradient) * Layers.UNEVENNESS * thickest * mostStrained / 8;
    }
}
