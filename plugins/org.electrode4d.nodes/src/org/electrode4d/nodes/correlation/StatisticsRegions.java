// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.correlation.ElectrodeDepth;
import org.electrode4d.correlation.StrainField;
import org.electrode4d.correlation.StrainLabels;
import org.electrode4d.correlation.StrainRegion;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;

/** The regions that Strain Statistics describes, as its parameters say. */
final class StatisticsRegions {

    private final StrainStatisticsNodeParameters parameters;

    StatisticsRegions(final StrainStatisticsNodeParameters parameters) {
        this.parameters = parameters;
    }

    /**
     * The whole, the sides, the layers, then the labels.
     *
     * @param labels of the reference; null where they are not used
     */
    List<StrainRegion> of(final StrainField strain, final LabelVolume labels, final Progress progress) {
        final StrainLabels found = labels == null ? null : StrainLabels.of(strain, labels, progress);
        final StrainRegion whole = parameters.m_labelUse == LabelUse.MASK
            ? found.foreground(progress).withName("Whole") : StrainRegion.whole(strain);
        final ElectrodeDepth depth = ElectrodeDepth.of(strain, whole, parameters.m_collector.collector);
        final List<StrainRegion> regions = new ArrayList<>(List.of(whole));
        if (parameters.m_sides) {
            regions.addAll(depth.sides(parameters.m_cut == SideCut.SHARE ? parameters.m_cutShare
                : depth.at(parameters.m_cutPosition)));
        }
        if (parameters.m_layers > 0) {
            regions.addAll(depth.layers(parameters.m_layers));
        }
        if (parameters.m_labelUse == LabelUse.REGIONS) {
            regions.addAll(found.regions());
        }
        return regions;
    }
}
