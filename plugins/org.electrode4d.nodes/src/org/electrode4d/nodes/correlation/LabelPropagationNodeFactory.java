// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.table.PairLabel;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.volume.Progress;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Carries labels of the reference scan into the other scans. */
public final class LabelPropagationNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Label Propagation") //
        .icon("./label-propagation.png") //
        .shortDescription("Carries the particle numbers of the reference scan into every other scan.") //
        .fullDescription("""
            <p>Particles are easy to tell apart in the pristine electrode and hard to find again once they have
            lithiated. Where a deformation field is known, there is no need to: every voxel <i>x</i> of a later scan
            shows the material that was at <i>X</i> in the reference, with <i>x</i> = <i>X</i> + <i>u</i>(<i>X</i>),
            and gets the label of the voxel nearest to that place. So a particle has one number in all scans, and its
            swollen outline is that of the deformed pristine one. The label is 0 where the material comes from outside
            of the reference, or the field says nothing.</p>
            <p>With a mask of every scan, such as its non-lithiated silicon, a second volume holds the labels inside
            of the mask: the core of every particle that has not reacted yet. Its volume and its centre of mass, from a
            <i>Particle Table</i>, are the shrinkage and the trajectory of H&#228;usler et al., EES Batteries (2026),
            Figs. 2 c and S9.</p>
            <p>All fields must lead from one reference: correlate all scans with it, or combine the fields of
            consecutive scans with the <i>Deformation Field Composer</i> first. The result is as good as the field:
            where its error is half a voxel, outlines are off by one.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Fields", "Pairs with a deformation field from the reference to each other scan.") //
            .addInputTable("Series", "One row per scan with its <i>Step</i>: labels of the reference, and on demand "
                + "a mask of every scan.") //
            .addOutputTable("Series with labels", "The series with the <i>Propagated labels</i> of every scan, those "
                + "of the reference as they are, and on demand the <i>Masked labels</i>.") //
            .addOutputTable("Fields with labels", "The pairs with the same volumes: the labels in the frame of the "
                + "deformed scan, as residual maps are.")) //
        .model(m -> m //
            .parametersClass(LabelPropagationNodeParameters.class) //
            .configure(LabelPropagationNodeFactory::configure) //
            .execute(LabelPropagationNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("DVC", "particle", "segmentation", "tracking", "warp", "lithiation");

    /** Called by KNIME. */
    public LabelPropagationNodeFactory() {
        super(NODE);
    }

    private static RowAppender appender(final boolean withMask, final int... needed) {
        return new RowAppender(needed, PropagatedLabels.columns(withMask));
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final LabelPropagationNodeParameters parameters = in.getParameters();
        LabelledScans.check(in.getInTableSpec(1), parameters);
        final PairCells pairs = PairCells.fieldOnly(in.getInTableSpec(0), parameters.m_fieldColumn);
        out.setOutSpecs(appender(parameters.m_useMask).spec(in.getInTableSpec(1)),
            appender(parameters.m_useMask, pairs.needed()).spec(in.getInTableSpec(0)));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final LabelPropagationNodeParameters parameters = in.getParameters();
        NodeExecution.run(in.getExecutionContext(), progress -> {
            final BufferedDataTable series = in.getInTable(1);
            final LabelledScans scans = LabelledScans.read(series, parameters);
            final PropagatedLabels labels =
                new PropagatedLabels(scans, parameters, in.getExecutionContext());
            final Run run = new Run(in, scans, labels, new Warnings(), new ArrayList<>());
            out.setOutData(1, run.pairs(parameters, progress.part(0, 0.9)));
            out.setOutData(0, run.series(parameters.m_useMask, progress.part(0.9, 1)));
            run.warnings.add(labels.warning());
            run.warnings.show(out);
        });
    }

    /**
     * The two outputs.
     *
     * @param unused pairs whose field does not start from the labels
     */
    private record Run(ExecuteInput in, LabelledScans scans, PropagatedLabels labels, Warnings warnings,
        List<String> unused) {

        BufferedDataTable pairs(final LabelPropagationNodeParameters parameters, final Progress progress)
            throws IOException, KNIMEException, InvalidSettingsException, CanceledExecutionException {
            final BufferedDataTable table = in.getInTable(0);
            final DataTableSpec spec = table.getDataTableSpec();
            final PairCells pairs = PairCells.fieldOnly(spec, parameters.m_fieldColumn);
            final RowAppender appender = appender(parameters.m_useMask, pairs.needed());
            final BufferedDataTable result = appender.append(table, in.getExecutionContext(), progress, (row, part) -> {
                final PairLabel pair = PairLabel.of(spec, row);
                if (!pair.reference().toString().equals(scans.reference())) {
                    unused.add(pair.toString());
                    return labels.missing("The field does not start from the labels.");
                }
                return labels.propagate(pair.deformed().toString(), pairs.field(row), part);
            });
            warnings.add(appender.warning());
            return result;
        }

        BufferedDataTable series(final boolean withMask, final Progress progress)
            throws IOException, KNIMEException, InvalidSettingsException, CanceledExecutionException {
            final BufferedDataTable table = in.getInTable(1);
            final RowAppender appender = appender(withMask);
            final List<String> unreached = new ArrayList<>();
            final BufferedDataTable result = appender.append(table, in.getExecutionContext(), progress, (row, part) -> {
                final String step = ScanStep.of(table.getDataTableSpec(), row).name();
                if (!labels.reaches(step) && !step.equals(scans.reference())) {
                    unreached.add(step);
                }
                return labels.of(step, part);
            });
            warnings.add(unreached.isEmpty() ? null : warning(unreached));
            return result;
        }

        private String warning(final List<String> unreached) {
            return scans.reference().isEmpty() ? "All labels are missing." : "No field leads from "
                + scans.reference() + " to " + String.join(", ", unreached) + "." + (unused.isEmpty() ? ""
                    : " Fields from other scans were not used: " + String.join(", ", unused)
                        + ". Combine them with the Deformation Field Composer.");
        }
    }
}
