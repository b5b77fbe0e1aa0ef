// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.electrode4d.correlation.Checkpoints;
import org.electrode4d.correlation.ConvergenceSettings;
import org.electrode4d.correlation.LocalCorrelationSettings;
import org.electrode4d.correlation.NodeLevel;
import org.electrode4d.nodes.execution.DataPath;
import org.electrode4d.nodes.table.FieldColumns;
import org.electrode4d.nodes.table.NumberList;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the Local Correlation. */
final class LocalCorrelationNodeParameters implements NodeParameters {

    private static final long MEBIBYTE = 1L << 20;

    @Section(title = "Grid")
    interface GridSection {
    }

    @Advanced
    @Section(title = "Nodes that fail")
    @After(IterationSection.class)
    interface StartSection {
    }

    @Advanced
    @Section(title = "Memory and interruption")
    @After(StartSection.class)
    interface RunSection {
    }

    @Advanced
    @Section(title = "Iteration")
    @After(GridSection.class)
    interface IterationSection {
    }

    @Layout(GridSection.class)
    @Widget(title = "Start from", description = "Column with the deformation that the search begins at: the "
        + "<i>Registration</i>, or a field that was measured before.")
    @ChoicesProvider(FieldColumns.class)
    String m_startColumn = "";

    @Layout(GridSection.class)
    @Widget(title = "Node spacings [voxel]", description = "Distance of neighbouring nodes, from coarse to fine. Each "
        + "level starts from the one before; the last is the result. Fine spacings resolve more, coarse ones find "
        + "large movements.")
    String m_nodeSpacings = "100, 70, 35";

    @Migrate(loadDefaultIfAbsent = true)
    @Layout(GridSection.class)
    @Widget(title = "Use a mask", description = "Correlates only in a part of the scan, such as the electrode.")
    @ValueReference(HasMask.Switch.class)
    boolean m_useMask;

    @Migrate(loadDefaultIfAbsent = true)
    @Layout(GridSection.class)
    @Widget(title = "Mask", description = "Column with a volume of the reference's shape that says where to correlate: "
        + "voxels where it is 0 take no part, and nodes of whose window too little is in it are refused without "
        + "being read. Of the second input, whose rows are found by <i>Step</i>; or of the pairs where the second input "
        + "is not connected.")
    @ChoicesProvider(LabelColumns.class)
    @Effect(predicate = HasMask.class, type = EffectType.SHOW)
    String m_maskColumn = "";

    @Migrate(loadDefaultIfAbsent = true)
    @Layout(GridSection.class)
    @Widget(title = "Mask label", description = "The value of the mask that counts, such as the label of a phase or "
        + "particle. 0 takes every value other than 0.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = HasMask.class, type = EffectType.SHOW)
    int m_maskLabel;

    @Advanced
    @Layout(GridSection.class)
    @Widget(title = "Half-window sizes [voxel]", description = "A window has 2 h + 1 voxels along every axis. One "
        + "number per node spacing; empty takes the node spacings, so that neighbouring windows overlap by half. "
        + "Larger windows are more precise, smaller ones resolve more.")
    String m_halfWindowSizes = "";

    @Advanced
    @Layout(GridSection.class)
    @Widget(title = "Grid", description = "Where the first node is.")
    @ValueSwitchWidget
    GridStart m_gridStart = GridStart.CENTRED;

    @Advanced
    @Layout(IterationSection.class)
    @Widget(title = "Deformation", description = "What a window is allowed to do.")
    @ValueSwitchWidget
    DegreesOfFreedom m_freedom = DegreesOfFreedom.AFFINE;

    @Advanced
    @Layout(IterationSection.class)
    @Widget(title = "Interpolation", description = "How grey values between voxels are found.")
    @ValueSwitchWidget
    Interpolation m_interpolation = Interpolation.EXACT;

    @Advanced
    @Layout(IterationSection.class)
    @Widget(title = "Maximum iterations", description = "A node that needs more counts as not converged.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_maximumIterations = 50;

    @Advanced
    @Layout(IterationSection.class)
    @Widget(title = "Tolerance [voxel]", description = "A node has converged when no corner of its window moves "
        + "further than this in one iteration.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_tolerance = 1e-3;

    @Advanced
    @Layout(IterationSection.class)
    @Widget(title = "Minimum coverage [-]", description = "The part of a window that must lie inside both volumes. "
        + "Nodes with less are refused.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_minimumCoverage = 0.5;

    @Migrate(loadDefaultIfAbsent = true)
    @Advanced
    @Layout(IterationSection.class)
    @Widget(title = "Minimum ZNCC [-]", description = "A node that converged with a smaller correlation counts as "
        + "diverged, and is tried again like others that failed: 0.3 to 0.6 tells matter from noise. -1 keeps all.")
    @NumberInputWidget
    double m_minimumZncc = -1;

    @Migrate(loadDefaultIfAbsent = true)
    @Advanced
    @Layout(IterationSection.class)
    @Widget(title = "Correct for strain gradients", description = "A window that stretches evenly is off by "
        + "κ/2 · (w² - 1)/12 where the strain changes by κ per voxel, w being its width in voxels: 0.16 voxel for 71 "
        + "voxels and a strain that grows by 30 % over 400. That bias is predicted from the deformation gradients of "
        + "the neighbours and taken off. The published procedure does not.")
    boolean m_correctStrainGradients;

    @Advanced
    @Layout(StartSection.class)
    @Widget(title = "Second chances", description = "How many times nodes that converged hand their deformation on to "
        + "neighbours that failed, those with the highest ZNCC first. Each time the front moves by one node: half the "
        + "width of an island of failed nodes. Ends early when there is nothing new to try.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_secondChances = 10;

    @Migrate(loadDefaultIfAbsent = true)
    @Advanced
    @Layout(StartSection.class)
    @Widget(title = "Search of start values", description = "For which nodes all translations within a range are "
        + "tried, by cross-correlation. A failed node that the search finds again counts only with a ZNCC of at "
        + "least 0.5: by chance some place always fits best.")
    @ValueSwitchWidget
    SearchedNodes m_startSearch = SearchedNodes.FAILED;

    @Migrate(loadDefaultIfAbsent = true)
    @Advanced
    @Layout(StartSection.class)
    @Widget(title = "Search range [voxel]", description = "How far the search goes to either side of the start value, "
        + "along every axis; never more than four half-window sizes. 0 takes one and a half half-window sizes.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_searchRange;

    @Advanced
    @Layout(RunSection.class)
    @Widget(title = "Working memory [MiB]", description = "For the voxels that are worked on at a time. More is not "
        + "needed for larger volumes.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_memory = 128;

    @Migrate(loadDefaultIfAbsent = true)
    @Advanced
    @Layout(RunSection.class)
    @Widget(title = "Checkpoint folder", description = "Folder, made where it does not exist, for the results of "
        + "finished blocks: a run that was killed, or that the machine did not survive, goes on from its last block "
        + "when the node is executed again, and gives the same bits. Blocks of other settings or volumes are not used. "
        + "The files, about 200 bytes per node, are deleted when the node has finished. Empty for no checkpoints.")
    String m_checkpointFolder = "";

    LocalCorrelationNodeParameters() {
    }

    LocalCorrelationNodeParameters(final NodeParametersInput input) {
        m_startColumn = FieldColumns.last(input, 0);
    }

    LocalCorrelationSettings settings() throws InvalidSettingsException {
        try {
            final ConvergenceSettings convergence = new ConvergenceSettings(m_maximumIterations, m_tolerance,
                m_freedom.freedom, m_interpolation.accuracy, m_minimumCoverage);
            return LocalCorrelationSettings.defaults().withLevels(levels()).withConvergence(convergence)
                .withPlacement(m_gridStart.placement).withSecondChances(m_secondChances)
                .withMinimumZncc(m_minimumZncc).withSearch(m_startSearch.nodes, m_searchRange)
                .withMemory(m_memory * MEBIBYTE)
                .withStrainGradientCorrection(m_correctStrainGradients);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    /** Of the folder that is set, if there is one. */
    Optional<Checkpoints> checkpoints() throws IOException {
        return m_checkpointFolder.isBlank() ? Optional.empty()
            : Optional.of(Checkpoints.ofSeries(DataPath.resolve(m_checkpointFolder)));
    }

    private List<NodeLevel> levels() throws InvalidSettingsException {
        final List<Integer> spacings = NumberList.parse(m_nodeSpacings, "Node spacings [voxel]");
        final List<Integer> windows = NumberList.parse(m_halfWindowSizes, "Half-window sizes [voxel]");
        if (!windows.isEmpty() && windows.size() != spacings.size()) {
            throw new InvalidSettingsException("There are " + spacings.size() + " node spacings (" + m_nodeSpacings
                + "), but " + windows.size() + " half-window sizes (" + m_halfWindowSizes
                + "). Give one for each, or none.");
        }
        final List<NodeLevel> levels = new ArrayList<>();
        for (int i = 0; i < spacings.size(); i++) {
            levels.add(windows.isEmpty() ? NodeLevel.of(spacings.get(i))
                : NodeLevel.of(spacings.get(i), windows.get(i)));
        }
        return levels;
    }

    @Override
    public void validate() throws InvalidSettingsException {
        settings();
        if (m_maskLabel < 0) {
            throw new InvalidSettingsException("The mask label is " + m_maskLabel + ", but must be 0 or greater.");
        }
    }
}
