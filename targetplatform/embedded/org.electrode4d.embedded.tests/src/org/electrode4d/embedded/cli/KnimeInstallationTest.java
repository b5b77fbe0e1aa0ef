// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.electrode4d.embedded.cli.Commands.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs with KNIME itself, here a script that records its arguments and ends with exit code 4. */
final class KnimeInstallationTest {

    @TempDir
    Path temporary;

    private Path installation;

    private Path workflow;

    @BeforeEach
    void makeInstallation() throws Exception {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"), "the recording script is for a POSIX shell");
        installation = Files.createDirectory(temporary.resolve("knime"));
        final Path script = installation.resolve("knime");
        Files.writeString(script, "#!/bin/sh\nfor a in \"$@\"; do echo \"$a\"; done > '"
            + temporary.resolve("arguments") + "'\nexit 4\n");
        assertTrue(script.toFile().setExecutable(true));
        workflow = Files.createDirectory(temporary.resolve("flow"));
    }

    private List<String> recorded() throws Exception {
        return Files.readAllLines(temporary.resolve("arguments"));
    }

    @Test
    void theBatchApplicationGetsTheTranslatedArguments() throws Exception {
        final Outcome outcome = Commands.run("run", workflow, "--knime", installation,
            "-workflow.variable=factor,2,double", "-workflow.variable=files,'a,b',String", "-option=1,rows,5,int");
        assertEquals(4, outcome.exitCode(), outcome.err());
        assertEquals(List.of("-consoleLog", "-nosplash", "-reset", "-nosave", "-application",
            "org.knime.product.KNIME_BATCH_APPLICATION", "-workflowDir=" + workflow,
            "-workflow.variable=factor,2.0,double", "-workflow.variable=files,\"a,b\",String",
            "-option=1,rows,5,int"), recorded());
    }

    @Test
    void outSetsTheVariableAndSaveNamesTheFolder() throws Exception {
        Commands.run("run", workflow, "--knime", installation.resolve("knime"), "--no-reset", "--out",
            temporary.resolve("out"), "--save=" + temporary.resolve("saved"));
        assertEquals(List.of("-consoleLog", "-nosplash", "-application", "org.knime.product.KNIME_BATCH_APPLICATION",
            "-workflowDir=" + workflow, "-workflow.variable=output," + temporary.resolve("out") + ",String",
            "-destDir=" + temporary.resolve("saved")), recorded());
    }

    @Test
    void anEmptyFolderIsNoInstallation() throws Exception {
        final Outcome outcome = Commands.run("run", workflow, "--knime",
            Files.createDirectory(temporary.resolve("empty")));
        assertEquals(2, outcome.exitCode());
        assertTrue(outcome.err().contains("No KNIME executable in " + temporary.resolve("empty")), outcome.err());
    }
}
