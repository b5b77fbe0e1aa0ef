// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.util.List;
import java.util.OptionalDouble;

import org.electrode4d.nodes.picture.PictureFolderNodeParameters;
import org.electrode4d.nodes.table.LabelNumbers;
import org.electrode4d.nodes.table.NumberList;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.transport.lithiation.ActiveMaterial;
import org.electrode4d.transport.lithiation.LithiationConditions;
import org.electrode4d.transport.lithiation.LithiationProtocol;
import org.electrode4d.transport.lithiation.ParticleSettings;
import org.electrode4d.transport.lithiation.SurfaceKinetics;
import org.electrode4d.transport.lithiation.SurfacePhases;
import org.electrode4d.transport.mesh.InterfaceShape;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
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

/** Parameters of the Particle Lithiation. */
final class ParticleLithiationNodeParameters implements NodeParameters {

    private static final double PERCENT = 100;
    private static final double MILLI = 1e-3;

    @Section(title = "Particle")
    interface ParticleSection {
    }

    @Section(title = "Current")
    @After(ParticleSection.class)
    interface CurrentSection {
    }

    @Section(title = "Material and surface")
    @After(CurrentSection.class)
    interface MaterialSection {
    }

    @Section(title = "Limits of steady currents")
    @After(MaterialSection.class)
    interface LimitsSection {
    }

    @Section(title = "Computation")
    @After(LimitsSection.class)
    interface ComputationSection {
    }

    @Section(title = "Pictures")
    @After(ComputationSection.class)
    interface PicturesSection {
    }

    static final class PotentialReference implements ParameterReference<RestPotential> {
    }

    static final class SeiReference implements ParameterReference<LithiatedSei> {
    }

    static final class IsLine implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(PotentialReference.class).isOneOf(RestPotential.LINE);
        }
    }

    static final class IsGiven implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SeiReference.class).isOneOf(LithiatedSei.GIVEN);
        }
    }

    @Layout(ParticleSection.class)
    @Widget(title = "Phases", description = "Column with volumes in which every phase has a label, from 0.")
    @ChoicesProvider(VolumeColumns.class)
    String m_phaseColumn = "Phases";

    @Layout(ParticleSection.class)
    @Widget(title = "Particles", description = "Column with volumes of the same shape that hold a number for every "
        + "particle, and 0 for all else. A mask is one particle.")
    @ChoicesProvider(VolumeColumns.class)
    String m_labelColumn = "Particles";

    @Layout(ParticleSection.class)
    @Widget(title = "Labels of pore", description = "Which labels of the phases are pore: <tt>0</tt>. Lithium ions "
        + "pass surface that faces it.")
    String m_pore = "0";

    @Layout(ParticleSection.class)
    @Widget(title = "Labels of contacts", description = "Which labels conduct electrons, such as carbon black and "
        + "binder (CBD); empty for none. Electrons pass surface that faces them, ions do not.")
    String m_contact = "1";

    @Layout(ParticleSection.class)
    @Widget(title = "Labels of SEI", description = "Which labels are solid electrolyte interphase; empty for none. "
        + "Ions pass it against its resistance. All labels that are named in none of these fields block both.")
    String m_sei = "";

    @Layout(ParticleSection.class)
    @Widget(title = "Particle", description = "Number of the particle that is computed; 0 for the largest.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_particle;

    @Layout(ParticleSection.class)
    @Widget(title = "Largest particles", description = "How many of the largest particles of each scan are computed, "
        + "where no number is given.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_largest = 1;

    @Layout(CurrentSection.class)
    @Widget(title = "Rates [C]", description = "Constant currents, one after the other from the same start: "
        + "<tt>0.4, 1.2</tt>. At 1 C the particle would be emptied or filled in an hour.")
    String m_rates = "0.4, 1.2";

    @Layout(CurrentSection.class)
    @Widget(title = "State of charge at the start [%]", description = "The same everywhere in the particle.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_start = 80;

    @Layout(CurrentSection.class)
    @Widget(title = "Mean state of charge at the end [%]", description = "Lower than at the start: lithium is taken "
        + "out; higher: it is put in.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_end = 70;

    @Layout(MaterialSection.class)
    @Widget(title = "Diffusivity [m²/s]", description = "Of lithium in the particle. The default is that of Ai et al. "
        + "(2022) for silicon of micrometres; in films down to 1e-18 was measured (Xie et al. 2010). The width of the "
        + "distribution goes with its inverse.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_diffusivity = 1.67e-14;

    @Layout(MaterialSection.class)
    @Widget(title = "Capacity [mAh/g]", description = "Of the full material: 3579 for Li15Si4.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_capacity = 3579;

    @Layout(MaterialSection.class)
    @Widget(title = "Density [g/cm³]", description = "In the state in which the particle was measured, per gram of "
        + "what the capacity refers to: 2.33 for silicon without lithium.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_density = 2.33;

    @Layout(MaterialSection.class)
    @Widget(title = "Potential at rest", description = "Against the state of charge.")
    @ValueReference(PotentialReference.class)
    RestPotential m_potential = RestPotential.SILICON_DELITHIATION;

    @Layout(MaterialSection.class)
    @Widget(title = "Potential when empty [V]", description = "Against lithium.")
    @Effect(predicate = IsLine.class, type = EffectType.SHOW)
    double m_emptyPotential = 0.6;

    @Layout(MaterialSection.class)
    @Widget(title = "Potential when full [V]", description = "Against lithium; not above that when empty.")
    @Effect(predicate = IsLine.class, type = EffectType.SHOW)
    double m_fullPotential = 0.1;

    @Layout(MaterialSection.class)
    @Widget(title = "Charge transfer resistance [Ω cm²]", description = "Of free surface. The default is an "
        + "assumption: 20 mV at 0.22 mA/cm² without SEI, as Müller et al. report, leave at most 91 Ω cm²; exchange "
        + "current densities that are published for silicon lead up to 1000.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_chargeTransfer = 50;

    @Layout(MaterialSection.class)
    @Widget(title = "SEI resistance [Ω cm²/nm]", description = "Per thickness: 0.3 as Müller et al. take, so that 150 "
        + "nm are 45 Ω cm².")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_seiResistance = 0.3;

    @Layout(MaterialSection.class)
    @Widget(title = "SEI thickness", description = "Where it comes from.")
    @ValueSwitchWidget
    @ValueReference(SeiReference.class)
    LithiatedSei m_seiSource = LithiatedSei.MEASURED;

    @Layout(MaterialSection.class)
    @Widget(title = "Thickness [nm]", description = "The same wherever the surface faces SEI.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsGiven.class, type = EffectType.SHOW)
    double m_seiThickness = 150;

    @Layout(LimitsSection.class)
    @Widget(title = "State of charge of the limits [%]", description = "Mean state of charge at which the ionic and "
        + "the electronic limit are asked for. Below 5.5 % lithiated silicon is no metal.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_limitSoc = 5.5;

    @Layout(LimitsSection.class)
    @Widget(title = "Conductivity [S/m]", description = "For electrons at that state of charge. The default is that of "
        + "pure silicon (2300 Ω m), a lower bound: lithium dopes silicon.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_conductivity = 4.3e-4;

    @Advanced
    @Layout(LimitsSection.class)
    @Widget(title = "Potential that electrons may lose [mV]", description = "Between ionic surface and contacts, at "
        + "the electronic limit. 25.7 mV are RT/F, with which diffusing electrons would be used up at the contacts.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_electronicDrop = 25.7;

    @Advanced
    @Layout(ComputationSection.class)
    @Widget(title = "Finest elements [voxel]", description = "Edge of the elements at the surface: 1, 2, 4, ... They "
        + "grow inward, and are doubled where a particle would have too many.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_finest = 1;

    @Advanced
    @Layout(ComputationSection.class)
    @Widget(title = "Most elements", description = "Of one particle, about. Time and memory go with it.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_mostElements = 100_000;

    @Advanced
    @Layout(ComputationSection.class)
    @Widget(title = "Longest SEI thickness [µm]", description = "Thicker SEI counts as that.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_longestSei = 1;

    @Advanced
    @Layout(ComputationSection.class)
    @Widget(title = "Time steps", description = "Of each current.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_steps = 40;

    @Advanced
    @Layout(ComputationSection.class)
    @Widget(title = "Histogram bins", description = "Of equal width, from a state of charge of 0 to 100 %.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_bins = 200;

    @Layout(PicturesSection.class)
    PictureFolderNodeParameters m_pictures = new PictureFolderNodeParameters("lithiation");

    ParticleSettings particleSettings() throws InvalidSettingsException {
        try {
            return new ParticleSettings(new SurfacePhases(LabelNumbers.parse(m_pore, "Labels of pore"),
                LabelNumbers.parse(m_contact, "Labels of contacts"), LabelNumbers.parse(m_sei, "Labels of SEI")),
                m_seiSource == LithiatedSei.GIVEN ? OptionalDouble.of(m_seiThickness) : OptionalDouble.empty(),
                m_longestSei, m_finest, m_mostElements, InterfaceShape.SMOOTH);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    ActiveMaterial material() throws InvalidSettingsException {
        try {
            return new ActiveMaterial(m_diffusivity, ActiveMaterial.saturation(m_capacity, m_density), m_conductivity,
                m_potential.curve(m_emptyPotential, m_fullPotential));
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    LithiationConditions conditions() throws InvalidSettingsException {
        final List<Double> rates = NumberList.decimals(m_rates, "Rates");
        try {
            return new LithiationConditions(new SurfaceKinetics(m_chargeTransfer, m_seiResistance),
                rates.stream()
                    .map(rate -> new LithiationProtocol(m_start / PERCENT, m_end / PERCENT, rate, m_steps)).toList(),
                m_limitSoc / PERCENT, m_electronicDrop * MILLI);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    @Override
    public void validate() throws InvalidSettingsException {
        particleSettings();
        material();
        conditions();
        if (m_particle < 0 || m_largest < 1 || m_bins < 1) {
            throw new InvalidSettingsException("'Particle' must be 0 or above, 'Largest particles' and 'Histogram "
                + "bins' at least 1; they are " + m_particle + ", " + m_largest + " and " + m_bins + ".");
        }
        m_pictures.validate();
    }
}
