// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.util.List;

import org.electrode4d.nodes.picture.PictureFolderNodeParameters;
import org.electrode4d.nodes.table.AxisChoice;
import org.electrode4d.nodes.table.NumberList;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.transport.phase.QuantityOfInterest;
import org.electrode4d.transport.phase.SubVolumeSettings;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the Representative Volume. */
final class RepresentativeVolumeNodeParameters implements NodeParameters {

    @Section(title = "Quantity")
    interface QuantitySection {
    }

    @Section(title = "Sub-volumes")
    @After(QuantitySection.class)
    interface SubVolumesSection {
    }

    @Section(title = "Pictures")
    @After(SubVolumesSection.class)
    interface PicturesSection {
    }

    static final class QuantityReference implements ParameterReference<RepresentativeQuantity> {
    }

    static final class HasSecondPhase implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(QuantityReference.class).isOneOf(RepresentativeQuantity.SPECIFIC_INTERFACE,
                RepresentativeQuantity.TRIPLE_LINE);
        }
    }

    static final class HasThirdPhase implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(QuantityReference.class).isOneOf(RepresentativeQuantity.TRIPLE_LINE);
        }
    }

    static final class HasAxis implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(QuantityReference.class).isOneOf(RepresentativeQuantity.TORTUOSITY_FACTOR,
                RepresentativeQuantity.DIFFUSIVITY);
        }
    }

    @Layout(QuantitySection.class)
    @Widget(title = "Phases", description = "Column with volumes in which every phase has a label.")
    @ChoicesProvider(VolumeColumns.class)
    String m_phaseColumn = "Phases";

    @Layout(QuantitySection.class)
    @Widget(title = "Quantity", description = "The number whose scatter is studied. A volume that is representative of "
        + "the fraction is not yet so of surfaces or transport: those need larger ones.")
    @ValueReference(QuantityReference.class)
    RepresentativeQuantity m_quantity = RepresentativeQuantity.FRACTION;

    @Layout(QuantitySection.class)
    @Widget(title = "Label of the phase", description = "The phase that is studied.")
    int m_phase = 1;

    @Layout(QuantitySection.class)
    @Widget(title = "Label of the second phase", description = "The phase that the first one touches.")
    @Effect(predicate = HasSecondPhase.class, type = EffectType.SHOW)
    int m_second = 2;

    @Layout(QuantitySection.class)
    @Widget(title = "Label of the third phase", description = "The phase that the line of the first two borders on.")
    @Effect(predicate = HasThirdPhase.class, type = EffectType.SHOW)
    int m_third = 3;

    @Layout(QuantitySection.class)
    @Widget(title = "Axis", description = "The direction of transport.")
    @ValueSwitchWidget
    @Effect(predicate = HasAxis.class, type = EffectType.SHOW)
    AxisChoice m_axis = AxisChoice.Z;

    @Layout(SubVolumesSection.class)
    @Widget(title = "Edges [µm]", description = "Edges of the sub-volumes, such as <tt>5, 10, 20</tt>, which are "
        + "rounded to whole voxels. Empty takes 1/16, 1/8, 3/16, 1/4, 3/8 and 1/2 of the shortest edge of the volume. "
        + "Sub-volumes larger than half of it overlap, so that their scatter is too small.")
    String m_edges = "";

    @Layout(SubVolumesSection.class)
    @Widget(title = "Sub-volumes of each size", description = "How many there are, at least 2. The standard deviation "
        + "of n of them is itself known to some 100 / √(2 n) %.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_count = 30;

    @Layout(SubVolumesSection.class)
    @Widget(title = "Places", description = "Where sub-volumes are.")
    @ValueSwitchWidget
    SubVolumePlacement m_placement = SubVolumePlacement.RANDOM;

    @Layout(SubVolumesSection.class)
    @Widget(title = "Through the whole depth", description = "Sub-volumes go through the volume along z, and their "
        + "edges are those along x and y: for electrodes, which are thin and not alike from top to bottom.")
    boolean m_fullDepth;

    @Layout(SubVolumesSection.class)
    @Widget(title = "Tolerance [%]", description = "A size is representative where the coefficient of variation of it "
        + "and of all larger ones is at most this.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_tolerance = 5;

    @Advanced
    @Layout(SubVolumesSection.class)
    @Widget(title = "Seed", description = "Number from which places are drawn: the same one gives the same places, "
        + "also in the other scans.")
    int m_seed = 1;

    @Layout(PicturesSection.class)
    PictureFolderNodeParameters m_pictures = new PictureFolderNodeParameters("representative-volume");

    RepresentativeVolumeNodeParameters() {
    }

    RepresentativeVolumeNodeParameters(final NodeParametersInput input) {
        m_phaseColumn = VolumeColumns.preferred(input, m_phaseColumn);
    }

    QuantityOfInterest quantity() throws InvalidSettingsException {
        try {
            return m_quantity.of(List.of(m_phase, m_second, m_third), m_axis.ordinal());
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    SubVolumeSettings settings() throws InvalidSettingsException {
        try {
            return new SubVolumeSettings(NumberList.decimals(m_edges, "Edges"), m_fullDepth, m_count,
                m_placement.placement, m_seed);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    @Override
    public void validate() throws InvalidSettingsException {
        quantity();
        settings();
        if (!(m_tolerance > 0)) {
            throw new InvalidSettingsException("'Tolerance' is " + m_tolerance + " %, but must be above 0.");
        }
        m_pictures.validate();
    }
}
