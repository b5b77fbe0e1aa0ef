// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import org.electrode4d.nodes.picture.PictureFolderNodeParameters;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.segmentation.edge.EdgeSettings;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the Edge Resolution. */
final class EdgeResolutionNodeParameters implements NodeParameters {

    @Section(title = "Edges")
    interface EdgesSection {
    }

    @Section(title = "Profiles")
    @After(EdgesSection.class)
    interface ProfilesSection {
    }

    @Section(title = "Pictures")
    @After(ProfilesSection.class)
    interface PicturesSection {
    }

    static final class SourceReference implements ParameterReference<EdgeSource> {
    }

    static final class TakesParticles implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SourceReference.class).isOneOf(EdgeSource.PARTICLES);
        }
    }

    @Layout(EdgesSection.class)
    @Widget(title = "Volumes", description = "Column with the scans.")
    @ChoicesProvider(VolumeColumns.class)
    String m_volumeColumn = SeriesColumns.VOLUME;

    @Layout(EdgesSection.class)
    @Widget(title = "Look for edges", description = "Which edges are taken.")
    @ValueReference(SourceReference.class)
    @ValueSwitchWidget
    EdgeSource m_source = EdgeSource.VOLUME;

    @Layout(EdgesSection.class)
    @Widget(title = "Particles", description = "Column with labels of particles or masks, of the shape of the scans.")
    @ChoicesProvider(VolumeColumns.class)
    @Effect(predicate = TakesParticles.class, type = EffectType.SHOW)
    String m_labelColumn = "Particles";

    @Layout(EdgesSection.class)
    @Widget(title = "Number of edges", description = "How many are measured in every scan; ten in the paper.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_edges = 10;

    @Layout(EdgesSection.class)
    @Widget(title = "Seed", description = "Decides which of all edges that will do are taken.")
    long m_seed = 1;

    @Layout(ProfilesSection.class)
    @Widget(title = "Half length [voxel]", description = "How far profiles reach to both sides of an edge. They must "
        + "show a plateau there, so about 1.5 times the width of an edge, and less than a particle.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_halfLength = 12;

    @Layout(ProfilesSection.class)
    @Widget(title = "Patch [voxel]", description = "How far to both sides across a profile grey values are averaged; "
        + "the patch is straightened before. 0 for one line.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_patch = 3;

    @Advanced
    @Layout(EdgesSection.class)
    @Widget(title = "Smoothing [voxel]", description = "Sigma of the Gaussian before edges and their normals are "
        + "looked for; what is measured is not smoothed.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_smoothing = 1.5;

    @Advanced
    @Layout(EdgesSection.class)
    @Widget(title = "Least strength [%]", description = "Gradient that an edge has at least, compared with the "
        + "strongest.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_leastStrength = 50;

    @Advanced
    @Layout(EdgesSection.class)
    @Widget(title = "Separation [voxel]", description = "Least distance between two edges.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_separation = 10;

    @Advanced
    @Layout(ProfilesSection.class)
    @Widget(title = "Largest residual [%]", description = "Edges whose profile differs more than this from the fit are "
        + "not taken: root mean square, compared with the contrast. Raise it for noisy scans.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_largestResidual = 5;

    @Layout(PicturesSection.class)
    PictureFolderNodeParameters m_pictures = new PictureFolderNodeParameters("edges");

    EdgeResolutionNodeParameters() {
    }

    EdgeResolutionNodeParameters(final NodeParametersInput input) {
        m_volumeColumn = VolumeColumns.preferred(input, m_volumeColumn);
    }

    EdgeSettings settings() throws InvalidSettingsException {
        try {
            return new EdgeSettings(m_edges, m_halfLength, m_patch, m_smoothing, m_leastStrength / 100, m_separation,
                m_largestResidual / 100, m_seed);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    @Override
    public void validate() throws InvalidSettingsException {
        settings();
        m_pictures.validate();
    }
}
