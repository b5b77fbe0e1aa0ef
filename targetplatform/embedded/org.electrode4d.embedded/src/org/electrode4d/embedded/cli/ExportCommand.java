// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.electrode4d.embedded.spi.Folders;
import org.electrode4d.embedded.workflow.KnwfArchive;
import org.electrode4d.embedded.workflow.LoadReport;
import org.electrode4d.embedded.workflow.Workflow;
import org.electrode4d.embedded.workflow.WorkflowReader;
import org.electrode4d.embedded.workflow.WorkflowWriter;
import org.knime.core.node.CanceledExecutionException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code electrode4d export}: packs a workflow, reset and without data. The nodes need not be installed. */
@Command(name = "export", description = "Packs a workflow into a .knwf file, reset and without the nodes' data; the "
    + "workflow's own data area goes along.")
final class ExportCommand implements Callable<Integer> {

    @ParentCommand
    private Electrode4D parent;

    @Parameters(paramLabel = "<workflow>", description = "Folder of a workflow.")
    private Path path;

    @Option(names = {"-o", "--output"}, required = true, paramLabel = "<file.knwf>", description = "The file to write.")
    private Path archive;

    @Override
    public Integer call() throws CommandFailure, IOException, CanceledExecutionException {
        final Path parentFolder = archive.toAbsolutePath().getParent();
        if (!Files.isDirectory(parentFolder)) {
            throw CommandFailure.arguments("The folder " + parentFolder + " of " + archive.getFileName()
                + " does not exist.", "Create it first.");
        }
        final LoadReport report = new LoadReport();
        try (WorkflowLocation location = WorkflowLocation.open(path)) {
            final Workflow workflow = read(location, report);
            workflow.reset();
            final Path temporary = Files.createTempDirectory("electrode4d-export-");
            try {
                final Path copy = temporary.resolve(location.name());
                new WorkflowWriter(workflow, location.folder(), WorkflowWriter.DataWriter.NONE).write(copy);
                KnwfArchive.pack(copy, location.name(), archive);
            } finally {
                Folders.delete(temporary);
            }
        }
        parent.terminal().out().println("Exported to " + archive);
        return ExitCode.SUCCESS;
    }

    private Workflow read(final WorkflowLocation location, final LoadReport report) throws CommandFailure {
        try {
            final Workflow workflow = WorkflowReader.read(location.folder(), report);
            parent.terminal().print(report.findings());
            if (report.hasErrors()) {
                throw new CommandFailure(ExitCode.LOAD, path + " was not exported, because it could not be loaded "
                    + "completely.", "", null);
            }
            return workflow;
        } catch (IOException e) {
            throw Terminal.cannotLoad(e);
        }
    }
}
