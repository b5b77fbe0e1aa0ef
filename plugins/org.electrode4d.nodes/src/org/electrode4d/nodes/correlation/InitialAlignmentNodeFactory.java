// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.io.IOException;

import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.OutputFolder;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.table.NameTemplate;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.volume.Progress;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataContainer;
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

/** Brings pairs of scans together with a transformation that a person sets. */
public final class InitialAlignmentNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Initial Alignment") //
        .icon("./initial-alignment.png") //
        .shortDescription("Sets a translation, rotation and stretch between scans by hand, with a preview picture.") //
        .fullDescription("""
            <p>Says by hand where the sample of the reference scan is found in the deformed scan, where the <i>Global
            Registration</i> does not find it by itself: after a large rotation or a large shift, or in a sample that
            repeats itself.</p>
            <p><i>x</i> = <i>c</i> + <i>t</i> + <b>R</b> <b>U</b> (<i>X</i> - <i>c</i>)</p>
            <p>where <i>X</i> is the place of a material point in the reference, <i>x</i> its place in the deformed
            scan, <i>c</i> the middle of the volume or another centre, <i>t</i> the translation in µm, <b>U</b> a
            stretch, and <b>R</b> a rotation after it, in degrees about the axes x, y and z. It need not be exact: half
            a degree and a few voxels are enough to start from.</p>
            <p>The preview shows three slices through the middle of the volume: before and after the transformation in
            colours (magenta is the reference, green the deformed scan, grey where both are alike), and after it as a
            checkerboard, whose squares show the one and the other in turn. Look for the shift of a feature in the
            picture, enter it, run the node again. <i>ZNCC</i> tells the same as a number: 1 is identical, 0 unrelated.
            Pictures and numbers are of volumes that are averaged to at most 16 million voxels.</p>
            <p>Pass the pairs to the <i>Global Registration</i>, which starts from the transformation and improves it,
            or at once to the <i>Local Correlation</i>. If every pair needs a transformation of its own, set <i>Only for
            steps</i> and put several of these nodes in a row, or take the numbers from columns of the table.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Series", "One row per scan, in the order of time, with a column of volumes. Or one row per "
                + "pair, as from another <i>Initial Alignment</i> or a <i>Global Registration</i>.") //
            .addOutputTable("Pairs", "One row per pair, as from the <i>Global Registration</i>: both steps and "
                + "volumes, the transformation as <i>Registration</i> and in numbers, and ZNCC with it. Then ZNCC "
                + "before, and the path of the picture if there is one.")) //
        .model(m -> m //
            .parametersClass(InitialAlignmentNodeParameters.class) //
            .configure(InitialAlignmentNodeFactory::configure) //
            .execute(InitialAlignmentNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("DVC", "eye registration", "manual", "start value", "drift", "overlay");

    /** Called by KNIME. */
    public InitialAlignmentNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final InitialAlignmentNodeParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        PairTable.check(spec, parameters.m_volumeColumn, parameters.m_startColumn);
        if (parameters.m_source == TransformationSource.COLUMNS) {
            TransformationColumns.of(spec);
        }
        final DataTableSpec result = AlignmentRows.spec(parameters.hasPreview());
        if (parameters.hasPreview()) {
            new NameTemplate(parameters.m_nameTemplate).check(result);
        }
        out.setOutSpec(0, result);
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final InitialAlignmentNodeParameters parameters = in.getParameters();
        NodeExecution.run(in.getExecutionContext(), progress -> {
            final AlignmentRows rows = new AlignmentRows(parameters, in.getInTable(0).getDataTableSpec(),
                in.getExecutionContext());
            final PairTable pairs = PairTable.read(in.getInTable(0), parameters.m_volumeColumn, parameters.m_pairing,
                parameters.m_startColumn);
            if (parameters.hasPreview()) {
                try (OutputFolder folder = OutputFolder.open(parameters.m_folder, parameters.m_createFolders,
                    parameters.m_existing)) {
                    rows.writeTo(folder);
                    out.setOutData(0, align(in, pairs, rows, progress));
                    folder.commit();
                }
            } else {
                out.setOutData(0, align(in, pairs, rows, progress));
            }
            warn(out, pairs, rows, new StepPattern(parameters.m_steps));
        });
    }

    private static BufferedDataTable align(final ExecuteInput in, final PairTable pairs, final AlignmentRows rows,
        final Progress progress) throws IOException, InvalidSettingsException {
        final BufferedDataContainer container = in.getExecutionContext().createDataContainer(rows.spec());
        final double count = pairs.rows().size();
        for (int i = 0; i < count; i++) {
            final RowKey key = RowKey.createRowKey((long)i);
            container.addRowToTable(new DefaultRow(key,
                rows.cells(pairs.rows().get(i), key, progress.part(i / count, (i + 1) / count))));
        }
        container.close();
        return container.getTable();
    }

    private static void warn(final ExecuteOutput out, final PairTable pairs, final AlignmentRows rows,
        final StepPattern pattern) {
        final Warnings warnings = new Warnings();
        warnings.add(RowAppender.warning(pairs.missing()));
        if (pairs.rows().isEmpty() && pairs.missing().isEmpty()) {
            warnings.add("There are fewer than two scans, hence no pair.");
        } else if (!pairs.rows().isEmpty() && rows.aligned() == 0) {
            warnings.add("No step matches '" + pattern + "' of 'Only for steps'. The deformed scans are "
                + String.join(", ", pairs.rows().stream().map(row -> row.scans().deformedStep()).toList()) + ".");
        }
        rows.worse().forEach(pair -> warnings.add(pair + ": the scans are less alike with the transformation than "
            + "without. Compare 'ZNCC [-]' with 'ZNCC before [-]', and look at the signs of what you entered."));
        warnings.show(out);
    }
}
