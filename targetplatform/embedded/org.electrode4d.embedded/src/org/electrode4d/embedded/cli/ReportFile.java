// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

import org.electrode4d.embedded.execution.CancelSignal;
import org.electrode4d.embedded.report.RunReport;
import org.electrode4d.report.Numbers;
import org.electrode4d.report.html.HtmlFile.Written;
import org.knime.core.node.CanceledExecutionException;

/** The file of {@code --report}. */
final class ReportFile {

    private final Path file;

    private ReportFile(final Path file) {
        this.file = file;
    }

    /**
     * Makes sure before the run that the report can be written after it; makes its folder.
     *
     * @throws CommandFailure if it cannot
     */
    static ReportFile prepare(final Path file) throws CommandFailure {
        if (Files.isDirectory(file)) {
            throw CommandFailure.arguments("--report " + file + " is a folder.", "Give a file, such as "
                + file.resolve("report.html") + ".");
        }
        final Path folder = file.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".report-", ".html"));
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.ARGUMENTS, "The report " + file + " cannot be written ("
                + e.getClass().getSimpleName() + ": " + e.getMessage() + ").", "Give a file in a folder that you may "
                    + "write to.", e);
        }
        return new ReportFile(file);
    }

    /** Writes it, and says where it is. */
    void write(final RunReport report, final CancelSignal cancel, final Terminal terminal)
        throws CommandFailure, CanceledExecutionException {
        try {
            final Written written = report.write(file, () -> {
                if (cancel.isCancelled()) {
                    throw new CancellationException("The report was not needed any more.");
                }
            });
            terminal.out().println(System.lineSeparator() + "Report: " + file + " (" + Numbers.bytes(written.bytes())
                + ", " + written.tables() + " tables, " + written.charts() + " charts, " + written.pictures()
                + " pictures" + (written.leftOut() == 0 ? "" : ", " + written.leftOut() + " left out") + ")");
        } catch (CancellationException e) {
            final CanceledExecutionException cancelled = new CanceledExecutionException();
            cancelled.initCause(e);
            throw cancelled;
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.EXECUTION, "The report " + file + " could not be written: " + e, "", e);
        }
    }
}
