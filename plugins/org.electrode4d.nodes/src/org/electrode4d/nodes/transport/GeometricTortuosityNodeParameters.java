// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.util.List;

import org.electrode4d.nodes.picture.PictureFolderNodeParameters;
import org.electrode4d.nodes.table.LabelNumbers;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.transport.geodesic.TortuosityConvention;
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

/** Parameters of the Geometric Tortuosity. */
final class GeometricTortuosityNodeParameters implements NodeParameters {

    private static final String LABELS_TITLE = "Labels of the pore";

    @Section(title = "Paths")
    interface PathsSection {
    }

    @Section(title = "Pictures")
    @After(PathsSection.class)
    interface PicturesSection {
    }

    static final class PathReference implements ParameterReference<Boolean> {
    }

    static final class ListsPath implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getBoolean(PathReference.class).isTrue();
        }
    }

    @Layout(PathsSection.class)
    @Widget(title = "Pores", description = "Column with volumes of phases, or masks, that tell what is pore.")
    @ChoicesProvider(VolumeColumns.class)
    String m_poreColumn = "Phases";

    @Layout(PathsSection.class)
    @Widget(title = LABELS_TITLE, description = "Which labels are pore: <tt>0</tt>, or <tt>1</tt> in phases of "
        + "thresholds. Empty takes everything that is not 0, as for a mask.")
    String m_poreLabels = "";

    @Layout(PathsSection.class)
    @Widget(title = "Entry face", description = "Where paths begin: at every pore of this face.")
    TortuosityEntry m_entry = TortuosityEntry.FIRST_Z;

    @Layout(PathsSection.class)
    @Widget(title = "Paths", description = "How the length of a path is measured.")
    TortuosityPaths m_paths = TortuosityPaths.FAST_MARCHING;

    @Layout(PathsSection.class)
    @Widget(title = "Depth interval [µm]", description = "Over how much depth numbers are averaged, rounded to whole "
        + "slices. 0 tells them slice by slice.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_interval;

    @Layout(PathsSection.class)
    @Widget(title = "List the shortest path", description = "Lists the points of the shortest path to a depth.")
    @ValueReference(PathReference.class)
    boolean m_listPath;

    @Layout(PathsSection.class)
    @Widget(title = "Depth of the path [µm]", description = "Where the listed path leads to, rounded to whole slices. "
        + "0 takes the opposite face, or the deepest slice that can be reached.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = ListsPath.class, type = EffectType.SHOW)
    double m_pathDepth;

    @Advanced
    @Layout(PathsSection.class)
    @Widget(title = "Compared with", description = "What the length of a path is divided by.")
    @ValueSwitchWidget
    TortuosityBase m_base = TortuosityBase.DEPTH;

    @Advanced
    @Layout(PathsSection.class)
    @Widget(title = "Paths begin at", description = "Matters in the first slices only.")
    @ValueSwitchWidget
    TortuosityStart m_start = TortuosityStart.VOXEL_CENTRE;

    @Layout(PicturesSection.class)
    PictureFolderNodeParameters m_pictures = new PictureFolderNodeParameters("tortuosity");

    @Advanced
    @Layout(PicturesSection.class)
    @Widget(title = "Connections", description = "What the picture shows as connections; the table has all.")
    TortuosityConnections m_connections = TortuosityConnections.AREAS;

    GeometricTortuosityNodeParameters() {
    }

    GeometricTortuosityNodeParameters(final NodeParametersInput input) {
        m_poreColumn = VolumeColumns.preferred(input, m_poreColumn, "Mask");
    }

    TortuosityConvention convention() {
        return new TortuosityConvention(m_start.start, m_base.straight);
    }

    /** The labels that are pore; none where everything is that is not 0. */
    int[] labels() throws InvalidSettingsException {
        return LabelNumbers.parse(m_poreLabels, LABELS_TITLE).stream().mapToInt(Integer::intValue).toArray();
    }

    /** A length in µm as a number of slices. */
    static int slices(final double length, final double sliceDistance) {
        return (int)Math.min(Integer.MAX_VALUE / 2, Math.round(length / sliceDistance));
    }

    @Override
    public void validate() throws InvalidSettingsException {
        labels();
        for (final double length : List.of(m_interval, m_pathDepth)) {
            if (!(length >= 0) || Double.isInfinite(length)) {
                throw new InvalidSettingsException("'Depth interval [µm]' and 'Depth of the path [µm]' are "
                    + m_interval + " and " + m_pathDepth + ", but must be 0 or greater.");
            }
        }
        m_pictures.validate();
    }
}
