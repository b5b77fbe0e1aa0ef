// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

import org.electrode4d.acquisition.log.RunHistory;
import org.electrode4d.acquisition.log.ScanRow;
import org.electrode4d.acquisition.log.ScanTable;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
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

/** Leads a cell through a protocol and asks for scans. */
public final class AcquisitionControlNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Acquisition Control") //
        .icon("./acquisition-control.png") //
        .shortDescription("Cycles a cell on a potentiostat by a protocol, and asks the beam line for scans.") //
        .fullDescription("""
            <p>Leads a cell through a <i>Cycling Protocol</i>: sets currents and potentials at the instrument, reads
            potential and current at the protocol's sampling period, pauses at open circuit for scans, asks the
            tomography control for them and goes on when they are done, as in the in situ experiment of
            H&#228;usler et al. (2026, supplement Note 3). Runs for hours; the progress shows state, potential, current
            and the next scan.</p>
            <p><b>Begin with the simulated instrument.</b> It speaks the language of a real one and has a simulated cell
            of your capacity at its terminals. Then connect a resistor or a dummy cell, then the cell.</p>
            <p><b>What protects the cell.</b> The protocol is checked against the range of the instrument before
            anything is opened. Each reading is compared with the safety limits of the protocol; instruments that can hold limits
            themselves are given them. A limit that is passed, a reading that is lost, an instrument that is silent, a
            scan that does not answer and a log that cannot be written all end the run in the <i>safe state</i>: output
            off with high impedance, read back, tried again on a fresh connection, and alarmed if it cannot be verified.
            <b>Cancel</b> does the same. The <i>guard</i>, a second program, does it when this one dies or hangs.</p>
            <p><b>The log</b> keeps every command, answer, sample and transition, forced to the disk before anything is
            done because of it. If the computer loses its power, set <i>If the last run is unfinished</i> to
            <i>Resume</i> or <i>End safely</i> and execute again. Beside the log, <tt>-scans.csv</tt>,
            <tt>-series.csv</tt> and <tt>-curves.png</tt> (potential and current over time, a line at each scan) are
            written when the run is over, also when it failed or was cancelled.</p>
            <p><b>Executing this node begins to cycle the cell.</b> KNIME executes it only when you say so: loading or
            resetting a workflow switches nothing on. But "Execute all" and batch runs (<tt>-reset</tt>) execute every
            node: a workflow with a real instrument is not one to be run unattended by a scheduler.</p>
            <p>State of charge is the net charge since the start over the capacity, and 0 at the start.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Protocol", "One row with a column <i>Protocol</i>, from a <i>Cycling Protocol</i>.") //
            .addOutputTable("Scans", "One row per scan: <i>Step</i> (T0, T1, ...), <i>Scan</i> (the identifier that "
                + "the tomography control gave it), and the cell in the middle of the scan: <i>Time [h]</i> since the "
                + "first scan, <i>Potential [V]</i>, <i>Current [A]</i>, <i>Charge [mAh]</i> and <i>State of charge "
                + "[%]</i>; begin, end, rest before it, and the step that was interrupted. A <i>Joiner</i> on "
                + "<i>Step</i> puts the volumes beside it.") //
            .addOutputTable("Series", "One row per sample: time since the start in s, potential, current, charge, "
                + "state of charge, step and phase of the protocol, and the scan that was being taken.") //
            .addOutputTable("Transitions", "What was done when, and why: one row per transition.")) //
        .model(m -> m //
            .parametersClass(AcquisitionControlNodeParameters.class) //
            .configure(AcquisitionControlNodeFactory::configure) //
            .execute(AcquisitionControlNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Other) //
        .keywords("potentiostat", "cycler", "in situ", "operando", "scan trigger", "Keithley", "PalmSens", "Zahner",
            "OrigaFlex", "serial port");

    /** Called by KNIME. */
    public AcquisitionControlNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final AcquisitionControlNodeParameters parameters = in.getParameters();
        new AcquisitionSettings(parameters).require();
        ProtocolInput.check(in.getInTableSpec(0));
        out.setOutSpecs(RunTables.specs());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final AcquisitionControlNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        NodeExecution.run(context, progress -> {
            final Warnings warnings = new Warnings();
            final ProtocolInput input = ProtocolInput.read(in.getInTable(0));
            final Path scratch = Files.createTempDirectory("electrode4d-");
            try {
                final Path log = new ControlledRun(new AcquisitionSettings(parameters), input, warnings,
                    scratch.resolve("instrument.yaml")).run(progress);
                show(log, input.protocol().capacity(), context, out);
            } finally {
                Files.deleteIfExists(scratch.resolve("instrument.yaml"));
                Files.deleteIfExists(scratch);
            }
            warnings.show(out);
        });
    }

    private static void show(final Path log, final OptionalDouble capacity, final ExecutionContext context,
        final ExecuteOutput out) throws KNIMEException {
        try {
            final List<ScanRow> scans = ScanTable.read(log, capacity);
            final RunTables tables = new RunTables(log, capacity, context);
            final RunHistory history = RunHistory.read(log);
            out.setOutData(0, tables.scans(scans));
            out.setOutData(1, tables.series(history));
            out.setOutData(2, tables.transitions(history));
        } catch (IOException e) {
            throw RunFailure.notExported(e, log);
        }
    }
}
