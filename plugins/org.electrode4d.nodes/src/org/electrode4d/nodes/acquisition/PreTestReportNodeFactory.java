// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import java.util.List;

import org.electrode4d.acquisition.cycler.CyclingSeries;
import org.electrode4d.acquisition.cycler.PreTest;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.picture.PlotColours;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Says whether identically assembled cells behave alike. */
public final class PreTestReportNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Pre-test Report") //
        .icon("./pre-test-report.png") //
        .shortDescription("Says whether identically assembled cells behave alike, and why one does not.") //
        .fullDescription("""
            <p>Before beam time, identical cells are cycled in the laboratory. A way of building cells is good enough
            when at least four of five of them behave consistently (Häusler et al., EES Batteries (2026), supplement,
            Note 2 and Fig. S4). This node measures each cell, compares it with the others, and says which are
            consistent.</p>
            <p>Of each cell: open-circuit potential before the first load; potential jump and resistance at the first
            load (if it was sampled within 10 s); time and charge to the upper cut-off; time, share of the charge and
            last current of the tail at constant potential (CV); charge and discharge capacity, Coulomb efficiency; fall
            of the potential in the rest between charge and discharge; lowest potential under load; noise; and the root
            mean square distance of its charge curve (potential over charge) from the median curve. The first charge and
            the discharge after it count. Pauses within the charge, such as those for scans, do not count as time.</p>
            <p>A cell is a <b>short circuit</b> or an <b>open circuit</b> outright. Otherwise each figure is compared
            with the median of the cells: it agrees within its tolerance, or within a number of scaled median absolute
            deviations. Medians are not moved by two bad cells of five. A figure that is missing where the other cells
            have it counts against a cell; one that fewer than three cells have is not judged, and the reasons say so.
            The paper does not define consistent: the criteria are parameters, and their defaults are ours.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Samples", "One row per sample with <i>Cell</i>, <i>Time [s]</i>, <i>Potential [V]</i> and "
                + "<i>Current [A]</i> (positive charges), each cell in the order of time; <i>Charge [mAh]</i>, <i>Step "
                + "number</i>, <i>Cycle</i> and <i>State</i> are used where they are there.") //
            .addOutputTable("Cells", "One row per cell: verdict, reasons and figures. A missing figure says why.") //
            .addOutputTable("Verdict", "One row: whether enough of the cells are consistent.") //
            .addOutputTable("Pictures", "One row per picture: what it shows, and the path of the file. Empty without a "
                + "picture folder.")) //
        .model(m -> m //
            .parametersClass(PreTestReportNodeParameters.class) //
            .configure(PreTestReportNodeFactory::configure) //
            .execute(PreTestReportNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("cells", "consistency", "formation", "Coulomb efficiency", "short circuit", "self-discharge");

    /** Called by KNIME. */
    public PreTestReportNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        new SampleTable(in.getInTableSpec(0));
        out.setOutSpecs(PreTestTables.cellsSpec(), PreTestTables.setSpec(), CyclingColumns.pictures());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final PreTestReportNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        NodeExecution.run(context, progress -> {
            final SampleTable samples = new SampleTable(in.getInTable(0).getDataTableSpec());
            final List<CyclingSeries> cells = samples.read(in.getInTable(0), progress.part(0, 0.7));
            final PreTest test = PreTest.of(cells, parameters.criteria(), progress.part(0.7, 0.8));
            out.setOutData(0, PreTestTables.cells(test, context));
            out.setOutData(1, PreTestTables.set(test, context));
            out.setOutData(2, new PreTestPictures(parameters).write(cells, test, context, progress.part(0.8, 1)));
            final Warnings warnings = new Warnings();
            warnings.add(samples.warning());
            cells.forEach(cell -> cell.warnings().forEach(text -> warnings.add(cell.name() + ": " + text)));
            if (cells.size() > PlotColours.COUNT && !parameters.m_folder.isBlank()) {
                warnings.add("The pictures show the first " + PlotColours.COUNT + " of " + cells.size() + " cells.");
            }
            warnings.show(out);
        });
    }
}
