// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line {@code electrode4d}: runs, checks and describes workflows and nodes without KNIME. */
@Command(name = "electrode4d", mixinStandardHelpOptions = true, scope = ScopeType.INHERIT,
    versionProvider = VersionProvider.class, usageHelpAutoWidth = true,
    description = {"Runs workflows of battery tomography without KNIME.",
        "Workflows are folders or .knwf files, as KNIME Analytics Platform 5.9 saves and opens them."},
    subcommands = {RunCommand.class, ValidateCommand.class, ListCommand.class, DescribeCommand.class,
        ExportCommand.class})
public final class Electrode4D implements Runnable {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Shows stack traces of errors.")
    private boolean debug;

    private Electrode4D(final Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Runs one command.
     *
     * @param arguments the command line
     * @param out takes results
     * @param err takes problems
     * @return exit code, see {@link ExitCode}
     */
    public static int run(final String[] arguments, final PrintStream out, final PrintStream err) {
        final boolean interactive = System.console() != null && out == System.out;
        final Electrode4D root = new Electrode4D(new Terminal(out, err, interactive, false));
        final CommandLine line = new CommandLine(root);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(root::explain);
        line.setExecutionExceptionHandler((e, command, result) -> root.fail(e));
        return line.execute(arguments);
    }

    private int explain(final ParameterException e, final String[] arguments) {
        terminal.error(e.getMessage(), "See: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help", null);
        return ExitCode.ARGUMENTS;
    }

    private int fail(final Exception e) {
        if (e instanceof CommandFailure failure) {
            terminal().print(failure);
            return failure.exitCode();
        }
        final boolean clear = e.getMessage() != null && !(e instanceof FileSystemException);
        terminal().error(clear ? e.getMessage() : e.toString(), debug ? "" : "Add --debug to see where.", e);
        return ExitCode.EXECUTION;
    }

    Terminal terminal() {
        return terminal.withDebug(debug);
    }

    @Override
    public void run() {
        spec.commandLine().usage(terminal.out());
    }
}
