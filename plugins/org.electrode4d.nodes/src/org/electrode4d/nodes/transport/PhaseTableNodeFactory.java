// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.ScanRows;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.transport.phase.PhaseMeasurement;
import org.electrode4d.transport.phase.PhaseSettings;
import org.electrode4d.volume.Progress;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
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

/** Measures the phases of a series of scans, and what has changed since the first one. */
public final class PhaseTableNodeFactory extends DefaultNodeFactory {

    private static final double MEASURING = 0.95;

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Phase Table") //
        .icon("./phase-table.png") //
        .shortDescription("Volume fractions, surfaces, interfaces and triple-phase boundaries of all phases, and their "
            + "change against the first scan.") //
        .fullDescription("""
            <p>How much of the electrode is pore, active material, binder or SEI, how much surface each has, where two
            of them touch and where three meet; and by how many percent each of these numbers has changed since the
            first scan, as Vorauer et al. (2020) report for ageing: pore volume −37.2, −58.8 and −76.5 % after 3, 100
            and 300 cycles, its surface −40 % after 3, the intermediate domain +21.8 %.</p>
            <p><b>Fractions</b> are counted in all and slice by slice along an axis: minimum, mean, maximum, and the
            standard deviation of slices with <i>n</i> in the denominator (of these slices) and with <i>n</i> − 1 (an
            estimate for the electrode).</p>
            <p><b>Surfaces and interfaces</b>: Crofton's formula <i>S</i> = 2 Σ <i>c<sub>d</sub> I<sub>d</sub>
            V</i>/<i>l<sub>d</sub></i>, with the number <i>I<sub>d</sub></i> of crossings of the lines of voxels in 13
            directions, or marching cubes on the smoothed phase. Ball of 20 voxels radius: +0.2 % and −0.2 %; single
            planes by Crofton's formula between −7 and +2 %, corners by marching cubes too small. The border of the
            volume is no surface unless you say so. The specific surface is the surface per volume of the sample; per
            volume of the phase it is told besides.</p>
            <p><b>Triple-phase boundaries</b>: an edge of a voxel around which three phases meet is a piece of their
            line. Edges are a staircase, 3/2 times too long in the mean; where lines have all directions alike their
            length is <i>L</i> = 2/3 (<i>L<sub>x</sub></i> + <i>L<sub>y</sub></i> + <i>L<sub>z</sub></i>) with the
            lengths of all edges along the axes, for any voxels. The shortest length, √(<i>L<sub>x</sub></i>² +
            <i>L<sub>y</sub></i>² + <i>L<sub>z</sub></i>²), is that of a straight line. Four phases around an edge are
            two lines, of which each of the four triples gets a half. Phases that end in a wedge of 60° or less break
            into pieces between voxels, which count 10 % more and beyond.</p>
            <p>A phase that a scan lacks has 0 there, and a change of −100 %; where the first scan lacks it, its changes
            are missing. A slice of an image (one voxel along z) is a section: surfaces are lengths of borders, and
            lines numbers of points, times the thickness of the slice.</p>
            <p>After Vorauer et al., Communications Chemistry 3, 141 (2020), Figs. 4 e, 5 and 6 c; Lehmann and Legland,
            Insight Journal (2012); Underwood, Quantitative Stereology (1970).</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Series", "One row per scan in the order of time, with volumes of phases. The first one is "
                + "what changes refer to.") //
            .addOutputTable("Phases", "One row per scan and phase: volume in µm³, fraction in %, minimum, mean, "
                + "maximum and standard deviations of the fraction of slices in %, surface in µm², surface per volume "
                + "of the sample and of the phase in 1/µm; and the change of each in %.") //
            .addOutputTable("Interfaces", "One row per scan and pair of phases that meet: interface in µm² and per "
                + "volume of the sample in 1/µm, and their changes in %.") //
            .addOutputTable("Triple-phase boundaries", "One row per scan and triple of phases that meet: length in µm, "
                + "the shortest possible one, that of the voxel edges, and length per volume of the sample in 1/µm²; "
                + "and their changes in %.") //
            .addOutputTable("Slices", "One row per scan, phase and slice: position in µm and fraction in %.") //
            .addOutputTable("Pictures", "Paths of the pictures: fractions of slices of each phase, and changes of "
                + "volume and surface over the scans. Empty without a picture folder.")) //
        .model(m -> m //
            .parametersClass(PhaseTableNodeParameters.class) //
            .configure(PhaseTableNodeFactory::configure) //
            .execute(PhaseTableNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("porosity", "volume fraction", "specific surface", "interface", "TPB", "triple phase boundary",
            "Crofton", "pore", "ageing");

    /** Called by KNIME. */
    public PhaseTableNodeFactory() {
        super(NODE);
    }

    private static int column(final DataTableSpec spec, final PhaseTableNodeParameters parameters)
        throws InvalidSettingsException {
        return Columns.find(spec, parameters.m_phaseColumn, VolumeValue.class, "phases");
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        column(in.getInTableSpec(0), in.getParameters());
        out.setOutSpecs(PhaseTables.phaseSpec(), PhaseTables.pairSpec(), PhaseTables.tripleSpec(),
            PhaseTables.profileSpec(), PictureTable.spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final PhaseTableNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        NodeExecution.run(context, progress -> {
            final Warnings warnings = new Warnings();
            final MeasuredPhases series =
                measure(in.getInTable(0), parameters, progress.part(0, MEASURING), warnings);
            final PhaseTables tables = new PhaseTables(series, context);
            out.setOutData(0, tables.phases());
            out.setOutData(1, tables.pairs());
            out.setOutData(2, tables.triples());
            out.setOutData(3, tables.profiles());
            out.setOutData(4, PictureTable.write(new PhasePlots(series, parameters.m_axis).drawings(),
                parameters.m_pictures, context, progress));
            series.warn(warnings);
            warnings.show(out);
        });
    }

    private static MeasuredPhases measure(final BufferedDataTable table, final PhaseTableNodeParameters parameters,
        final Progress progress, final Warnings warnings)
        throws IOException, KNIMEException, InvalidSettingsException, CanceledExecutionException {
        final int column = column(table.getDataTableSpec(), parameters);
        final PhaseSettings settings = parameters.settings();
        final List<MeasuredPhases.Scan> scans = new ArrayList<>();
        final boolean isFirstMissing = ScanRows.forEach(table, new int[]{column}, progress, warnings,
            (step, row, part) -> scans.add(new MeasuredPhases.Scan(step,
                PhaseMeasurement.of(VolumeColumns.volume(row, column), settings, part))));
        if (isFirstMissing && !scans.isEmpty()) {
            warnings.add("Changes refer to " + scans.get(0).step().name() + ", the first scan with phases.");
        }
        return new MeasuredPhases(scans);
    }
}
