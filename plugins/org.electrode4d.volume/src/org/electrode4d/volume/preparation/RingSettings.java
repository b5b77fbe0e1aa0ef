// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.preparation;

/**
 * How rings are told from structure.
 *
 * @param axis of rotation
 * @param centreRight of rotation in a slice, in voxels from its left; NaN for the middle, {@code (n - 1) / 2}
 * @param centreDown of rotation in a slice, in voxels from its top; NaN for the middle
 * @param medianWindow of the median along the radius, in voxels, odd, 3 to 201: about four times the width of the
 *     widest ring; structure that is narrower along the radius counts as a difference, too
 * @param angularWindow over which a ring keeps its value, in degrees, 10 to 360: 360 for full rings, less for rings
 *     that end or change around the centre
 * @param largestRing in grey values: a difference above it is structure and no ring; 0 for ten robust standard
 *     deviations of all differences, infinity for no limit
 * @param passes 1 to 5: another pass finds what sampling left of narrow rings
 */
public record RingSettings(RotationAxis axis, double centreRight, double centreDown, int medianWindow,
    double angularWindow, double largestRing, int passes) {

    /** Full rings about the middle of slices perpendicular to z. */
    public static final RingSettings DEFAULT = new RingSettings(RotationAxis.Z, Double.NaN, Double.NaN, 15, 360, 0, 2);

    /** @throws IllegalArgumentException for a number out of its range */
    public RingSettings {
        if (medianWindow < 3 || medianWindow > 201 || medianWindow % 2 == 0) {
            throw new IllegalArgumentException("The median window must be an odd number of voxels from 3 to 201, but "
                + "is " + medianWindow + ".");
        }
        if (!(angularWindow >= 10 && angularWindow <= 360)) {
            throw new IllegalArgumentException("The angular window must be 10 to 360 degrees, but is " + angularWindow
                + ".");
        }
        if (!(largestRing >= 0)) {
            throw new IllegalArgumentException("The largest ring must be a grey value of 0 (found automatically) or "
                + "more, but is " + largestRing + ".");
        }
        if (passes < 1 || passes > 5) {
            throw new IllegalArgumentException("The number of passes must be 1 to 5, but is " + passes + ".");
        }
        if (Double.isInfinite(centreRight) || Double.isInfinite(centreDown)) {
            throw new IllegalArgumentException("The centre of rotation must be finite.");
        }
    }

    public RingSettings withAxis(final RotationAxis other) {
        return new RingSettings(other, centreRight, centreDown, medianWindow, angularWindow, largestRing, passes);
    }

    /** @param right from the left of a slice, in voxels */
    public RingSettings withCentre(final double right, final double down) {
        return new RingSettings(axis, right, down, medianWindow, angularWindow, largestRing, passes);
    }

    public RingSettings withMedianWindow(final int voxels) {
        return new RingSettings(axis, centreRight, centreDown, voxels, angularWindow, largestRing, passes);
    }

    public RingSettings withAngularWindow(final double degrees) {
        return new RingSettings(axis, centreRight, centreDown, medianWindow, degrees, largestRing, passes);
    }

    public RingSettings withLargestRing(final double greyValue) {
        return new RingSettings(axis, centreRight, centreDown, medianWindow, angularWindow, greyValue, passes);
    }
}
