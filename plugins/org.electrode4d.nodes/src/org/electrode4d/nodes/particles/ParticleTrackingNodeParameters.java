// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.util.List;

import org.electrode4d.nodes.cell.DeformationFieldValue;
import org.electrode4d.nodes.correlation.CollectorEnd;
import org.electrode4d.nodes.picture.PictureFolderNodeParameters;
import org.electrode4d.nodes.table.FieldColumns;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.segmentation.CollectorPlane;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.segmentation.tracking.LinkWeights;
import org.electrode4d.segmentation.tracking.TrackingSettings;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataColumnSpec;
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
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the Particle Tracking. */
final class ParticleTrackingNodeParameters implements NodeParameters {

    @Section(title = "Particles")
    interface ParticlesSection {
    }

    @Section(title = "Links")
    @After(ParticlesSection.class)
    interface LinksSection {
    }

    @Section(title = "Displacement against depth")
    @After(LinksSection.class)
    interface DepthSection {
    }

    @Section(title = "Pictures")
    @After(DepthSection.class)
    interface PicturesSection {
    }

    static final class PredictionReference implements ParameterReference<TrackPrediction> {
    }

    static final class NeedsField implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(PredictionReference.class).isOneOf(TrackPrediction.FIELD);
        }
    }

    /** Offers the fields of the second input. */
    static final class CarryingFields extends CompatibleColumnsProvider {

        CarryingFields() {
            super(DeformationFieldValue.class);
        }

        @Override
        public List<DataColumnSpec> columnChoices(final NodeParametersInput input) {
            return ColumnSelectionUtil.getCompatibleColumns(input, 1, DeformationFieldValue.class);
        }
    }

    @Layout(ParticlesSection.class)
    @Widget(title = "Labels", description = "Column with volumes that hold a number for every particle and 0 for all "
        + "else. The numbers of different scans need not agree.")
    @ChoicesProvider(VolumeColumns.class)
    String m_labelColumn = "Particles";

    @Advanced
    @Layout(ParticlesSection.class)
    @Widget(title = "Smallest particle [voxel]", description = "Smaller ones are left out, as if they were background.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_leastVoxels = 1;

    @Layout(LinksSection.class)
    @Widget(title = "Prediction", description = "What tells where a particle is expected in the next scan.")
    @ValueReference(PredictionReference.class)
    TrackPrediction m_prediction = TrackPrediction.NEIGHBOURS;

    @Layout(LinksSection.class)
    @Widget(title = "Deformation field", description = "Column of the second input with fields from each scan to the "
        + "next.")
    @ChoicesProvider(CarryingFields.class)
    @Effect(predicate = NeedsField.class, type = EffectType.SHOW)
    String m_fieldColumn = "";

    @Layout(LinksSection.class)
    @Widget(title = "Gate radius [µm]", description = "How far a particle may be from where it is predicted. 0 takes "
        + "twice the median distance between the centres of nearest particles.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_gateRadius;

    @Layout(LinksSection.class)
    @Widget(title = "Splits and merges", description = "Whether a particle may become two, and two may become one. "
        + "Otherwise a part is born and a particle that merged dies.")
    boolean m_splits = true;

    @Layout(LinksSection.class)
    @Widget(title = "Close gaps of one scan", description = "Whether a particle that a scan misses is sought in the "
        + "one after it.")
    boolean m_gaps;

    @Advanced
    @Layout(LinksSection.class)
    @Widget(title = "Weight of displacement [-]", description = "How much the distance of predicted and measured "
        + "centre counts. 1 is its likelihood; 0 leaves it out.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_displacementWeight = 1;

    @Advanced
    @Layout(LinksSection.class)
    @Widget(title = "Weight of volume [-]", description = "How much the change of volume counts, apart from the change "
        + "that all particles share. Lower it where lithiation changes the visible volume very unevenly.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_volumeWeight = 1;

    @Advanced
    @Layout(LinksSection.class)
    @Widget(title = "Weight of overlap [-]", description = "How much the voxels that the moved particle shares with a "
        + "candidate count. 0 leaves it out and saves reading the labels once more.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_overlapWeight = 1;

    @Advanced
    @Layout(LinksSection.class)
    @Widget(title = "Cost of a birth or death [-]", description = "From which cost on two particles are rather not "
        + "linked: lower values give fewer and surer links.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_alone = 6;

    @Advanced
    @Layout(LinksSection.class)
    @Widget(title = "Fragments keep the number", description = "Whether in the label volumes all that a particle split "
        + "into keeps the number of that particle; otherwise only the largest part does. The table always tells them "
        + "apart.")
    boolean m_families;

    @Layout(DepthSection.class)
    @Widget(title = "Current collector", description = "Distances and displacements are given relative to it. The "
        + "series must be aligned on it.")
    CollectorEnd m_collector = CollectorEnd.FIRST_SLICE;

    @Layout(DepthSection.class)
    @Widget(title = "Collector surface [µm]", description = "How deep inside the volume, from that face on, the "
        + "surface of the collector is.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_collectorDepth;

    @Layout(DepthSection.class)
    @Widget(title = "Bins", description = "Number of ranges of the distance to the collector, of equal width.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_bins = 10;

    @Advanced
    @Layout(DepthSection.class)
    @Widget(title = "Certain tracks only", description = "Whether only particles count whose links from the first scan "
        + "on are all without flag.")
    boolean m_certainOnly = true;

    @Layout(PicturesSection.class)
    PictureFolderNodeParameters m_pictures = new PictureFolderNodeParameters("tracks");

    ParticleTrackingNodeParameters() {
    }

    ParticleTrackingNodeParameters(final NodeParametersInput input) {
        m_labelColumn = VolumeColumns.preferred(input, m_labelColumn);
        if (input.getInTableSpec(1).isPresent()) {
            m_fieldColumn = FieldColumns.last(input, 1);
            m_prediction = TrackPrediction.FIELD;
        }
    }

    TrackingSettings settings() {
        return new TrackingSettings(m_gateRadius,
            new LinkWeights(m_displacementWeight, m_volumeWeight, m_overlapWeight, m_alone),
            m_prediction != TrackPrediction.NONE, m_splits, m_gaps);
    }

    /** The surface of the collector in the coordinates of a volume of the series. */
    CollectorPlane collector(final Volume volume) {
        return (m_collector == CollectorEnd.FIRST_SLICE ? CollectorPlane.firstSlice(volume)
            : CollectorPlane.lastSlice(volume)).raised(m_collectorDepth);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        try {
            settings();
        } catch (SegmentationException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
        if (m_leastVoxels < 1) {
            throw new InvalidSettingsException("'Smallest particle' is " + m_leastVoxels + ", but must be at least 1.");
        }
        if (m_bins < 1) {
            throw new InvalidSettingsException("'Bins' is " + m_bins + ", but must be at least 1.");
        }
        if (!(m_collectorDepth >= 0) || Double.isInfinite(m_collectorDepth)) {
            throw new InvalidSettingsException("'Collector surface' is " + m_collectorDepth
                + " µm, but must be 0 or more.");
        }
        m_pictures.validate();
    }
}
