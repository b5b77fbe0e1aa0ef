// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.electrode4d.acquisition.cycler.CyclerFormat;
import org.electrode4d.acquisition.cycler.CyclerFormats;
import org.electrode4d.acquisition.cycler.CyclingSeries;
import org.electrode4d.nodes.execution.DataPath;
import org.electrode4d.nodes.execution.FolderNames;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.volume.Progress;
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

/** Reads logs of cyclers into a table. */
public final class CyclingLogReaderNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Cycling Log Reader") //
        .icon("./cycling-log-reader.png") //
        .shortDescription("Reads logs of cyclers and potentiostats into one table, one row per sample.") //
        .fullDescription("""
            <p>Reads what a cycler or potentiostat logged of one cell, or of several cells at once, into one table:
            time, potential, current and charge of every sample, with the steps of the test. Whatever the instrument,
            the columns, units and signs are the same: <b>a positive current charges</b> the full cell.</p>
            <p>Known are the text exports of Maccor, BioLogic (EC-Lab and BT-Lab, .mpt and .txt) and Neware (csv, flat
            or merged), the result files (.crv) of OrigaFlex, and any other text with one sample per line if you say
            which column is what. The format is found by the content of the file. Nothing is guessed: a value that is no
            number, a unit that is not known, or a current whose sign cannot be told stops the node, with the file, the
            line and the column. A last line that was not written completely is left out, with a warning.</p>
            <p>Maccor writes currents and charges without sign; the sign comes from the state of the step. Charge is
            what the instrument counted; where it did not count, the current is integrated (trapezoidal rule). Where
            both differ by more than 5 % of the charge that flowed, the node warns. No OrigaFlex file was at hand when
            its reader was written; it follows the published layout and refuses columns whose names do not say what
            they are.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addOutputTable("Samples", "One row per sample: <i>Cell</i>, <i>Time [s]</i>, <i>Potential [V]</i>, "
                + "<i>Current [A]</i>, <i>Charge [mAh]</i> (net, since the start), <i>Charge of step [mAh]</i>, "
                + "<i>Step number</i> (from 1), <i>Program step</i> and <i>Cycle</i> as the cycler numbers them, "
                + "<i>State</i>, <i>Date and time</i> and <i>Temperature [°C]</i> where the log has them.") //
            .addOutputTable("Logs", "One row per file: format, start, number of samples and steps, duration, extremes "
                + "of potential and current, charge in both directions, and what its head says.")) //
        .model(m -> m //
            .parametersClass(CyclingLogReaderNodeParameters.class) //
            .configure(CyclingLogReaderNodeFactory::configure) //
            .execute(CyclingLogReaderNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Source) //
        .keywords("cycler", "potentiostat", "Maccor", "BioLogic", "EC-Lab", "Neware", "OrigaFlex", "mpt", "csv",
            "galvanostatic");

    /** Called by KNIME. */
    public CyclingLogReaderNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final CyclingLogReaderNodeParameters parameters = in.getParameters();
        final boolean one = parameters.m_location == LogLocation.ONE_LOG;
        if ((one ? parameters.m_path : parameters.m_folder).isBlank()) {
            throw new InvalidSettingsException(one ? "Enter the path of the log in 'Log'."
                : "Enter the path of the logs in 'Folder'.");
        }
        out.setOutSpecs(CyclingColumns.samples(), LogFileTable.spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final CyclingLogReaderNodeParameters parameters = in.getParameters();
        NodeExecution.run(in.getExecutionContext(), progress -> {
            final Map<String, String> logs = logs(parameters);
            final CyclingTable samples = new CyclingTable(in.getExecutionContext());
            final LogFileTable files = new LogFileTable(in.getExecutionContext());
            final Warnings warnings = new Warnings();
            int done = 0;
            for (final Map.Entry<String, String> log : logs.entrySet()) {
                final Progress part = progress.part(done / (double)logs.size(), (done + 1) / (double)logs.size());
                final Path file = DataPath.resolve(log.getValue());
                final CyclerFormat format = parameters.m_format.format().isPresent()
                    ? parameters.m_format.format().get() : CyclerFormats.detect(file);
                final CyclingSeries series =
                    format.read(file, parameters.options(), part.part(0, 0.5)).withName(log.getKey());
                samples.add(series, part.part(0.5, 1));
                files.add(series, log.getValue(), format.name());
                series.warnings().forEach(text -> warnings.add(series.name() + ": " + text));
                done++;
            }
            out.setOutData(0, samples.close());
            out.setOutData(1, files.close());
            warnings.show(out);
        });
    }

    /** The logs by the names of their cells: those of the files, with endings only where they would be the same. */
    private static Map<String, String> logs(final CyclingLogReaderNodeParameters parameters)
        throws IOException, KNIMEException {
        final Map<String, String> logs = new LinkedHashMap<>();
        if (parameters.m_location == LogLocation.ONE_LOG) {
            logs.put(withoutEnding(DataPath.resolve(parameters.m_path).getFileName().toString()), parameters.m_path);
            return logs;
        }
        final List<String> names = FolderNames.matching(parameters.m_folder, parameters.m_namePattern, "log");
        for (final String name : names) {
            final String cell = withoutEnding(name);
            final boolean unique = names.stream().filter(other -> withoutEnding(other).equals(cell)).count() == 1;
            logs.put(unique ? cell : name, DataPath.child(parameters.m_folder, name));
        }
        return logs;
    }

    private static String withoutEnding(final String name) {
        final int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
