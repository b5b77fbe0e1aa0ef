// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.electrode4d.embedded.TestPlugins;
import org.electrode4d.embedded.cli.Commands.Outcome;
import org.electrode4d.embedded.execution.NodeBuilder;
import org.electrode4d.embedded.execution.WorkflowBuilder;
import org.electrode4d.embedded.workflow.Annotation;
import org.electrode4d.embedded.workflow.Bounds;
import org.electrode4d.report.provenance.Checksums;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.workflow.FlowVariable;

/** {@code run --report}. */
final class ReportOptionTest {

    private static final String NODES = "org.example.numbers.";

    @TempDir
    Path temporary;

    private Path workflow;
    private Path out;
    private Path report;

    @BeforeAll
    static void installNodes() {
        TestPlugins.installNumbers();
    }

    /** Numbers -> Trouble -> Scale, with variables factor, data and password. */
    @BeforeEach
    void saveWorkflow() throws Exception {
        workflow = temporary.resolve("numbers");
        out = temporary.resolve("out");
        report = out.resolve("report.html");
        final Path data = Files.writeString(temporary.resolve("data.txt"), "abc");
        final WorkflowBuilder builder = new WorkflowBuilder();
        builder.variable(new FlowVariable("factor", 2.0)).variable(new FlowVariable("data", data.toString()))
            .variable(new FlowVariable("password", "hush"));
        final NodeBuilder numbers = builder.node(NODES + "NumbersNodeFactory", 100, 100).set("rows", 2);
        final NodeBuilder trouble = builder.node(NODES + "TroubleNodeFactory", 260, 100);
        final NodeBuilder scale = builder.node(NODES + "ScaleNodeFactory", 420, 100).bind("factor", "factor");
        builder.chain(numbers, trouble, scale).save(workflow);
    }

    private Outcome run(final Object... more) {
        return Commands.run(Stream.concat(Stream.of("run", workflow, "--out", out, "--report", report),
            Stream.of(more)).toArray());
    }

    private static void requireIn(final String page, final String... texts) {
        for (final String text : texts) {
            assertTrue(page.contains(text), text + " is not in\n" + page);
        }
    }

    @Test
    void tellsWhatWasExecutedAndWhatCameOut() throws Exception {
        final Outcome outcome = run("-workflow.variable=factor,10,double");
        assertEquals(0, outcome.exitCode(), outcome.err());
        assertTrue(outcome.out().contains("Report: " + report + " ("), outcome.out());
        final String page = Files.readString(report);
        requireIn(page, "<h1>numbers</h1>", "All 3 nodes were executed", "Scale (#3): executed in ",
            "scaled by 10.0", "<td class=\"number\">20</td>", "electrode4d run " + workflow);
    }

    @Test
    void settingsThatAreNotTheDefaultComeFirst() throws Exception {
        run();
        final String page = Files.readString(report);
        final String numbers =
            page.substring(page.indexOf("<h3>Numbers (#1)</h3>"), page.indexOf("<h3>Trouble (#2)</h3>"));
        requireIn(numbers, "<tr class=\"marked\"><th scope=\"row\">Rows</th><td>2</td>");
        assertTrue(numbers.indexOf("Rows") < numbers.indexOf("Name"), numbers);
        requireIn(page, "from the variable factor");
    }

    @Test
    void tellsVersionsAndChecksums() throws Exception {
        run();
        final String page = Files.readString(report);
        requireIn(page, "org.example.numbers 1.2.3", System.getProperty("java.version"), "SHA-256 of the workflow",
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            Checksums.ofFile(out.resolve("Scale (#3) 1 Scaled.csv"), () -> { }));
    }

    @Test
    void secretsAreNotTold() throws Exception {
        run("-workflow.variable=password,mum,String");
        final String page = Files.readString(report);
        assertFalse(page.contains("hush") || page.contains("mum"), "the password is in the report");
    }

    @Test
    void aFailedRunHasAReportThatNamesTheNode() throws Exception {
        final Outcome outcome = run("-option=2,trouble,REFUSE,String");
        assertEquals(4, outcome.exitCode());
        requireIn(Files.readString(report), "Only 1 of 3 nodes were executed", "Trouble (#2) failed",
            "The table is too blue", "Choose a redder table.",
            "Not executed: Trouble (#2) before it is not executed");
    }

    @Test
    void picturesInTheFolderOfTheResultsAreShown() throws Exception {
        Files.createDirectories(out);
        final Path picture = out.resolve("made.png");
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
        final Path old = Files.copy(picture, out.resolve("old.png"));
        Files.setLastModifiedTime(old, FileTime.fromMillis(0));
        run();
        final String page = Files.readString(report);
        requireIn(page, "<figcaption>made.png</figcaption>", "data:image/png;base64,");
        assertFalse(page.contains("old.png"), "a picture of an earlier run");
    }

    @Test
    void hostileNotesStayText() throws Exception {
        final WorkflowBuilder builder = new WorkflowBuilder();
        builder.node(NODES + "NumbersNodeFactory", 100, 100).label("<script>alert(1)</script>");
        builder.annotate(Annotation.note("</svg><img src=x onerror=alert(1)>", new Bounds(0, 0, 900, 60), 0));
        workflow = temporary.resolve("hostile");
        builder.save(workflow);
        assertEquals(0, run().exitCode());
        final String page = Files.readString(report);
        assertFalse(page.contains("<script") || page.contains("<img"), page);
        requireIn(page, "&lt;script&gt;", "&lt;img src=x onerror=alert(1)&gt;");
    }

    @Test
    void nothingButTheReportIsLeft() throws Exception {
        run();
        try (Stream<Path> files = Files.list(out)) {
            assertEquals(List.of("Scale (#3) 1 Scaled.csv", "report.html"),
                files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void aReportThatCannotBeWrittenIsToldBeforeTheRun() throws Exception {
        Files.createDirectories(report);
        final Outcome folder = run();
        assertEquals(2, folder.exitCode());
        assertTrue(folder.err().contains("--report " + report + " is a folder."), folder.err());
        report = Files.createFile(temporary.resolve("file")).resolve("report.html");
        final Outcome below = run();
        assertEquals(2, below.exitCode());
        assertTrue(below.err().contains("The report " + report + " cannot be written"), below.err());
        assertFalse(below.out().contains("executed"), below.out());
    }

    @Test
    void knimeTellsNothingForAReport() {
        final Outcome outcome = run("--knime", temporary);
        assertEquals(2, outcome.exitCode());
        assertTrue(outcome.err().contains("--report and --knime exclude each other"), outcome.err());
        assertTrue(outcome.err().contains("Put the node Report Writer into the workflow"), outcome.err());
    }
}
