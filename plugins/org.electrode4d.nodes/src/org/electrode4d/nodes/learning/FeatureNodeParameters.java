// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.util.EnumSet;
import java.util.Set;

import org.electrode4d.learning.features.FeatureKind;
import org.electrode4d.learning.features.FeatureSet;
import org.electrode4d.nodes.table.NumberList;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;

/** What a pixel classifier looks at. */
final class FeatureNodeParameters implements NodeParameters {

    @Widget(title = "Surroundings", description = "In which directions the classifier looks around a voxel.")
    @ValueSwitchWidget
    FeatureDimensions m_dimensions = FeatureDimensions.PLANAR;

    @Widget(title = "Scales [voxel]", description = "Standard deviations of the Gaussians that features are computed "
        + "with, 0.3 to 30, in edges of the finest voxel axis. Small ones see edges and texture, large ones the region "
        + "that a voxel lies in.")
    String m_sigmas = "0.7, 1, 1.6, 3.5, 5, 10";

    @Advanced
    @Widget(title = "Gaussian", description = "The smoothed grey value.")
    boolean m_gaussian = true;

    @Advanced
    @Widget(title = "Gradient magnitude", description = "How steep an edge is.")
    boolean m_gradient = true;

    @Advanced
    @Widget(title = "Laplacian of Gaussian", description = "How much brighter or darker a voxel is than what is around "
        + "it.")
    boolean m_laplacian = true;

    @Advanced
    @Widget(title = "Difference of Gaussians", description = "Nearly the same as the Laplacian.")
    boolean m_difference;

    @Advanced
    @Widget(title = "Hessian eigenvalues", description = "Blobs, fibres and plates.")
    boolean m_hessian = true;

    @Advanced
    @Widget(title = "Structure tensor eigenvalues", description = "How strong and how parallel edges around are: "
        + "texture.")
    boolean m_structure = true;

    /** @throws org.electrode4d.learning.LearningException for no features, and for scales out of range */
    FeatureSet features() throws InvalidSettingsException {
        final Set<FeatureKind> kinds = EnumSet.noneOf(FeatureKind.class);
        add(kinds, FeatureKind.GAUSSIAN, m_gaussian);
        add(kinds, FeatureKind.GRADIENT_MAGNITUDE, m_gradient);
        add(kinds, FeatureKind.LAPLACIAN, m_laplacian);
        add(kinds, FeatureKind.DIFFERENCE_OF_GAUSSIANS, m_difference);
        add(kinds, FeatureKind.HESSIAN, m_hessian);
        add(kinds, FeatureKind.STRUCTURE_TENSOR, m_structure);
        return new FeatureSet(m_dimensions.space, NumberList.decimals(m_sigmas, "Scales [voxel]"), kinds);
    }

    private static void add(final Set<FeatureKind> kinds, final FeatureKind kind, final boolean wanted) {
        if (wanted) {
            kinds.add(kind);
        }
    }
}
