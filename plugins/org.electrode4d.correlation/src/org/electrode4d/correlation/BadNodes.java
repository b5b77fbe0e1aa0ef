// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.Arrays;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;

/**
 * Which nodes of a field are not to be trusted. Those that did not converge never are; filled ones did not converge.
 * What is not known of a node (NaN) does not speak against it.
 *
 * @param minimumZncc converged nodes with a smaller correlation are bad; -1 for none
 * @param maximumUncertainty nodes whose displacement has a larger standard deviation along any axis are bad, in µm;
 *     infinite for none
 * @param maximumCoherency nodes with a larger {@link Coherency} among the others are bad; infinite for none, 1 for
 *     nodes that stand out by 0.1 voxel along every axis
 */
public record BadNodes(double minimumZncc, double maximumUncertainty, double maximumCoherency) {

    /** Why a node is bad; the first that applies. */
    public enum Reason {
        /** The node is good. */
        NONE,
        /** It did not converge. */
        STATUS,
        /** Its correlation is too small. */
        ZNCC,
        /** Its displacement is too uncertain. */
        UNCERTAINTY,
        /** It does not fit its neighbours. */
        COHERENCY
    }

    /** @throws IllegalArgumentException for values out of range */
    public BadNodes {
        if (!(minimumZncc >= -1 && minimumZncc <= 1)) {
            throw new IllegalArgumentException("A correlation coefficient lies between -1 and 1, not at "
                + minimumZncc + ".");
        }
        if (!(maximumUncertainty > 0)) {
            throw new IllegalArgumentException("The largest uncertainty must be greater than 0 µm, not "
                + maximumUncertainty + ".");
        }
        if (!(maximumCoherency > 0)) {
            throw new IllegalArgumentException("The largest coherency must be greater than 0, not "
                + maximumCoherency + ".");
        }
    }

    /** Only nodes that did not converge. */
    public static BadNodes failed() {
        return new BadNodes(-1, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    public BadNodes withMinimumZncc(final double zncc) {
        return new BadNodes(zncc, maximumUncertainty, maximumCoherency);
    }

    public BadNodes withMaximumUncertainty(final double micrometres) {
        return new BadNodes(minimumZncc, micrometres, maximumCoherency);
    }

    public BadNodes withMaximumCoherency(final double coherency) {
        return new BadNodes(minimumZncc, maximumUncertainty, coherency);
    }

    /**
     * What is wrong with every node, in the order of the grid. Coherency is judged among the nodes that are good
     * otherwise. O(nodes).
     */
    public Reason[] reasons(final DeformationField field, final Progress progress) {
        final Reason[] reasons = new Reason[field.grid().size()];
        Arrays.setAll(reasons, node -> reason(field, node));
        if (maximumCoherency < Double.POSITIVE_INFINITY) {
            final double[] coherency = Coherency.of(field, node -> reasons[node] == Reason.NONE, progress);
            for (int node = 0; node < reasons.length; node++) {
                reasons[node] = coherency[node] > maximumCoherency ? Reason.COHERENCY : reasons[node];
            }
        }
        return reasons;
    }

    private Reason reason(final DeformationField field, final int node) {
        if (field.status(node) != NodeStatus.CONVERGED || !field.transformation(node).isFinite()) {
            return Reason.STATUS;
        }
        if (field.zncc(node) < minimumZncc) {
            return Reason.ZNCC;
        }
        final Point sigma = field.uncertaintyInMicrometres(node);
        return Math.max(sigma.x(), Math.max(sigma.y(), sigma.z())) > maximumUncertainty ? Reason.UNCERTAINTY
            : Reason.NONE;
    }
}
