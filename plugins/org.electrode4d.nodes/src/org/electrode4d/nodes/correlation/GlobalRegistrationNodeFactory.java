// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.GlobalRegistration;
import org.electrode4d.correlation.NodeStatus;
import org.electrode4d.correlation.RegistrationSettings;
import org.electrode4d.correlation.VolumePair;
import org.electrode4d.nodes.cell.FieldStorage;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.volume.Progress;
import org.knime.core.data.DataCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataContainer;
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

/** Registers the scans of a series pair by pair. */
public final class GlobalRegistrationNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Global Registration") //
        .icon("./global-registration.png") //
        .shortDescription("Finds the translation, rotation and stretch between whole scans.") //
        .fullDescription("""
            <p>Compares scans of a series two by two and finds the one affine map that brings the whole reference scan
            onto the deformed scan:</p>
            <p><i>x</i> = <i>c</i> + <i>u</i> + <b>F</b> (<i>X</i> - <i>c</i>)</p>
            <p>where <i>X</i> is the place of a material point in the reference, <i>x</i> its place in the deformed
            scan, <i>c</i> the centre of the volume, <i>u</i> the translation and <b>F</b> = <b>R</b> <b>U</b> the
            deformation gradient: a stretch <b>U</b> followed by a rotation <b>R</b>. Scans may differ in brightness and
            contrast. A coarse search comes first; then the map is improved step by step, on ever finer copies of the
            volumes, until no corner of the volume moves by more than the tolerance.</p>
            <p>The search finds translations only: where the sample was turned by more than some ten degrees, or moved
            by more than the search range, put an <i>Initial Alignment</i> before this node. Its transformation is one
            start more; the start with the best correlation wins.</p>
            <p>This is the first step of digital volume correlation: its result tells how much the sample moved or
            swelled as a whole, and is where the <i>Local Correlation</i> begins. The procedure follows Häusler et al.,
            EES Batteries (2026), with the criterion changed from plain grey value differences to zero-mean normalised
            ones.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Series", "One row per scan, in the order of time, with a column of volumes. Or one row per "
                + "pair, as from the <i>Initial Alignment</i>: the volumes <i>Reference</i> and <i>Deformed</i>, and a "
                + "deformation to start from.") //
            .addOutputTable("Pairs", "One row per pair: both steps and volumes, the <i>Registration</i>, translation "
                + "in µm, rotation in degrees, stretch (1 = unchanged), volume ratio det <b>F</b>, the status, and "
                + "the correlation coefficient ZNCC (1 = identical images).")) //
        .model(m -> m //
            .parametersClass(GlobalRegistrationNodeParameters.class) //
            .configure(GlobalRegistrationNodeFactory::configure) //
            .execute(GlobalRegistrationNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("DVC", "digital volume correlation", "alignment", "affine", "drift", "swelling");

    /** Called by KNIME. */
    public GlobalRegistrationNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final GlobalRegistrationNodeParameters parameters = in.getParameters();
        PairTable.check(in.getInTableSpec(0), parameters.m_volumeColumn, parameters.m_startColumn);
        out.setOutSpec(0, RegistrationRow.spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final GlobalRegistrationNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        NodeExecution.run(context, progress -> {
            final PairTable table = PairTable.read(in.getInTable(0), parameters.m_volumeColumn, parameters.m_pairing,
                parameters.m_startColumn);
            final List<PairRow> pairs = table.rows();
            final List<String> unfinished = new ArrayList<>();
            final BufferedDataContainer container = context.createDataContainer(RegistrationRow.spec());
            for (int i = 0; i < pairs.size(); i++) {
                final Progress part = progress.part(i / (double)pairs.size(), (i + 1) / (double)pairs.size());
                final DeformationField field = register(pairs.get(i), parameters.settings(), part);
                if (field.status(0) != NodeStatus.CONVERGED) {
                    unfinished.add(pairs.get(i).scans() + " (" + field.status(0).label() + ")");
                }
                final DataCell cell = FieldStorage.store(field, context, part);
                container.addRowToTable(new DefaultRow(RowKey.createRowKey((long)i),
                    RegistrationRow.cells(pairs.get(i).scans(), field, cell)));
            }
            container.close();
            out.setOutData(0, container.getTable());
            warn(out, table, unfinished);
        });
    }

    private static DeformationField register(final PairRow row, final RegistrationSettings settings,
        final Progress progress) throws IOException {
        progress.report(0, "Registering " + row.scans());
        final VolumePair pair = row.volumes();
        return GlobalRegistration.register(pair, settings,
            row.startAtCentre(pair).map(field -> field.at(pair.centre())), progress);
    }

    private static void warn(final ExecuteOutput out, final PairTable table, final List<String> unfinished) {
        if (!unfinished.isEmpty()) {
            out.setWarningMessage("Not converged: " + String.join(", ", unfinished)
                + ". Widen the search range, or compare scans that are closer to each other.");
        } else if (!table.missing().isEmpty()) {
            out.setWarningMessage(RowAppender.warning(table.missing()));
        } else if (table.rows().isEmpty()) {
            out.setWarningMessage("There are fewer than two scans, hence no pair.");
        }
    }
}
