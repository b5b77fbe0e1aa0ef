// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import java.util.List;

import org.electrode4d.nodes.table.NumberList;
import org.electrode4d.phantom.AgeingLaw;
import org.electrode4d.phantom.AgeingSettings;
import org.electrode4d.phantom.GrainPopulation;
import org.electrode4d.phantom.PoreChannels;
import org.electrode4d.phantom.PoreClosing;
import org.electrode4d.phantom.PoreSpace;
import org.electrode4d.volume.Shape;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the Ageing Phantom. */
final class AgeingPhantomNodeParameters implements NodeParameters {

    private static final String CYCLES = "Cycles";
    private static final double SPACINGS_FROM_SILICON = 2.5;

    @Section(title = "Ageing")
    interface AgeingSection {
    }

    @Section(title = "Image")
    @After(AgeingSection.class)
    interface ImageSection {
    }

    @Section(title = "Structure")
    @After(ImageSection.class)
    interface StructureSection {
    }

    static final class StructureReference implements ParameterReference<AgeingStructure> {
    }

    static final class HasOwnNumbers implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(StructureReference.class).isOneOf(AgeingStructure.OWN);
        }
    }

    @Layout(AgeingSection.class)
    @Widget(title = CYCLES, description = "Numbers of charge-discharge cycles, 0 to 300, separated by commas; 0 is the "
        + "pristine anode. One row of the series each.")
    String m_cycles = "0, 3, 100, 300";

    @Layout(ImageSection.class)
    @Widget(title = "Size along x [voxel]", description = "Width of the volume.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_sizeX = 150;

    @Layout(ImageSection.class)
    @Widget(title = "Size along y [voxel]", description = "Width of the volume.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_sizeY = 150;

    @Layout(ImageSection.class)
    @Widget(title = "Size along z [voxel]", description = "Thickness of the anode: z = 0 is its surface at the "
        + "separator, the last plane is at the collector. 1 makes a 2-D image.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_sizeZ = 50;

    @Layout(StructureSection.class)
    @Widget(title = "Structure", description = "<i>Micro-tomography</i>: 24 % pores, about 28 % graphite and 7 % "
        + "silicon compound, voxels of 0.65 µm. <i>Electron micrograph</i>: a place between the graphite grains with "
        + "37.5 % pores and 21 % silicon compound, voxels of 0.02 µm, as of a focused ion beam microscope; 250 x 400 x "
        + "1 voxels are the region of Fig. 8 of the paper. <i>Own numbers</i>: all that follows.")
    @ValueReference(StructureReference.class)
    AgeingStructure m_structure = AgeingStructure.MICRO_TOMOGRAPHY;

    @Layout(StructureSection.class)
    @Effect(predicate = HasOwnNumbers.class, type = EffectType.SHOW)
    @Widget(title = "Voxel size [µm]", description = "Edge length of a voxel. All other lengths are in µm: the same "
        + "anode can be seen with voxels of any size.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_voxelSize = 0.65;

    @Layout(StructureSection.class)
    @Effect(predicate = HasOwnNumbers.class, type = EffectType.SHOW)
    @Widget(title = "Pores [%]", description = "Part of the volume when pristine; met exactly.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_pores = 24;

    @Layout(StructureSection.class)
    @Effect(predicate = HasOwnNumbers.class, type = EffectType.SHOW)
    @Widget(title = "Spacing of the pores [µm]", description = "Of the random field whose high places are pores; pores "
        + "are about half as wide.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_spacing = 2.3;

    @Layout(StructureSection.class)
    @Effect(predicate = HasOwnNumbers.class, type = EffectType.SHOW)
    @Widget(title = "More growth at the collector [%]", description = "By how much the interphase grows faster at the "
        + "collector than at the separator, so that deep pores are cut off first. 0 for the same everywhere.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_depthEffect = 300;

    @Layout(StructureSection.class)
    @Effect(predicate = HasOwnNumbers.class, type = EffectType.SHOW)
    @Widget(title = "Graphite [%]", description = "Part of the volume, at most 30; a little less comes out, because "
        + "grains touch.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_graphite = 30;

    @Layout(StructureSection.class)
    @Effect(predicate = HasOwnNumbers.class, type = EffectType.SHOW)
    @Widget(title = "Smallest radius of graphite [µm]", description = "Of a grain along its longest axis.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_minGraphite = 3.2;

    @Layout(StructureSection.class)
    @Effect(predicate = HasOwnNumbers.class, type = EffectType.SHOW)
    @Widget(title = "Largest radius of graphite [µm]", description = "At most 8 times the smallest.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_maxGraphite = 6;

    @Layout(StructureSection.class)
    @Effect(predicate = HasOwnNumbers.class, type = EffectType.SHOW)
    @Widget(title = "Silicon compound [%]", description = "Part of the volume when pristine, at most 30.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_silicon = 7;

    @Layout(StructureSection.class)
    @Effect(predicate = HasOwnNumbers.class, type = EffectType.SHOW)
    @Widget(title = "Smallest radius of silicon compound [µm]", description = "Of a pristine particle along its "
        + "longest axis.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_minSilicon = 1.6;

    @Layout(StructureSection.class)
    @Effect(predicate = HasOwnNumbers.class, type = EffectType.SHOW)
    @Widget(title = "Largest radius of silicon compound [µm]", description = "At most 8 times the smallest.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_maxSilicon = 3;

    @Layout(StructureSection.class)
    @Effect(predicate = HasOwnNumbers.class, type = EffectType.SHOW)
    @Widget(title = "Reach of silicon compound [µm]", description = "How far it makes pores close sooner. 0 takes 2.5 "
        + "times the spacing of the pores.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Migrate(loadDefaultIfAbsent = true)
    double m_siliconReach;

    @Layout(StructureSection.class)
    @Effect(predicate = HasOwnNumbers.class, type = EffectType.SHOW)
    @Widget(title = "More growth at silicon compound [%]", description = "By how much the interphase grows faster at "
        + "its surface than beyond its reach (2000 in <i>Micro-tomography</i>, with a reach of 6.2 µm).")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Migrate(loadDefaultIfAbsent = true)
    double m_siliconEffect = 400;

    @Advanced
    @Layout(StructureSection.class)
    @Effect(predicate = HasOwnNumbers.class, type = EffectType.SHOW)
    @Widget(title = "Delay of closing [-]", description = "Growth that does not yet close pores, 0 to 1: with more "
        + "than 0, pores where the growth is fastest have closed as a whole before others begin to shrink (0.2 in "
        + "<i>Micro-tomography</i>).")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Migrate(loadDefaultIfAbsent = true)
    double m_delay;

    @Advanced
    @Layout(StructureSection.class)
    @Effect(predicate = HasOwnNumbers.class, type = EffectType.SHOW)
    @Widget(title = "Elongation of the pores [-]", description = "How much longer pores are across the electrode than "
        + "along it, 0.1 to 10 (2 in <i>Micro-tomography</i>, with a spacing of 0.62 µm).")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Migrate(loadDefaultIfAbsent = true)
    double m_elongation = 1;

    @Layout(StructureSection.class)
    @Effect(predicate = HasOwnNumbers.class, type = EffectType.SHOW)
    @Widget(title = "Spacing of channels [µm]", description = "Channels are pores that close last; this far apart they "
        + "begin at the surface, where grains leave room for them (4 µm in <i>Micro-tomography</i>). 0 makes none.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Migrate(loadDefaultIfAbsent = true)
    double m_channels;

    @Layout(StructureSection.class)
    @Effect(predicate = HasOwnNumbers.class, type = EffectType.SHOW)
    @Widget(title = "Reach of channels [µm]", description = "Depth at which a channel ends on average: the number of "
        + "those that are left falls exponentially.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Migrate(loadDefaultIfAbsent = true)
    double m_channelReach = 6;

    @Layout(StructureSection.class)
    @Effect(predicate = HasOwnNumbers.class, type = EffectType.SHOW)
    @Widget(title = "Stretch of channels [µm]", description = "Depth over which their tortuosity grows by a factor of "
        + "2.72: they wind the more the deeper they are.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Migrate(loadDefaultIfAbsent = true)
    double m_channelStretch = 15;

    @Advanced
    @Layout(ImageSection.class)
    @Widget(title = "Seed", description = "Equal seeds make equal phantoms.")
    long m_seed = 1;

    AgeingSettings settings() throws InvalidSettingsException {
        try {
            final Shape shape = new Shape(m_sizeX, m_sizeY, m_sizeZ);
            final AgeingSettings settings = switch (m_structure) {
                case MICRO_TOMOGRAPHY -> AgeingSettings.microTomography(shape);
                case MICROGRAPH -> AgeingSettings.micrograph(shape);
                case OWN -> new AgeingSettings(shape, m_voxelSize,
                    new GrainPopulation(m_minGraphite, m_maxGraphite, m_graphite / 100),
                    new GrainPopulation(m_minSilicon, m_maxSilicon, m_silicon / 100),
                    pores(), new PoreChannels(m_channels, m_channelReach, m_channelStretch), m_seed);
            };
            return settings.withSeed(m_seed);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    private PoreSpace pores() {
        return new PoreSpace(m_pores / 100, m_spacing, m_elongation, new PoreClosing(
            m_siliconReach == 0 ? SPACINGS_FROM_SILICON * m_spacing : m_siliconReach, m_siliconEffect / 100,
            m_depthEffect / 100, m_delay));
    }

    List<Double> cycles() throws InvalidSettingsException {
        final List<Double> cycles = NumberList.decimals(m_cycles, CYCLES);
        if (cycles.isEmpty()) {
            throw new InvalidSettingsException("'" + CYCLES + "' is empty. Write for instance 0, 3, 100, 300.");
        }
        try {
            cycles.forEach(AgeingLaw::requireKnown);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
        return cycles;
    }

    @Override
    public void validate() throws InvalidSettingsException {
        settings();
        cycles();
    }
}
