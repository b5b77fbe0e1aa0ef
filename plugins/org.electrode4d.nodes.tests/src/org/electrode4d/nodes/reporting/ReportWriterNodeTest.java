// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Node;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.volumes.TexturePhantomNodeFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;

class ReportWriterNodeTest {

    private static final DataTableSpec THICKNESS =
        new DataTableSpec(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column("Thickness, mean [µm]", DoubleCell.TYPE),
            SeriesColumns.column("Thickness, SD [µm]", DoubleCell.TYPE));

    @TempDir
    Path folder;

    private NodeTester tester;

    @BeforeEach
    void open() throws Exception {
        tester = NodeTester.open(folder);
    }

    @AfterEach
    void close() throws Exception {
        tester.close();
    }

    private Node node() {
        return tester.node(new ReportWriterNodeFactory()).set("folder", folder.resolve("out"))
            .set("createFolders", true);
    }

    private BufferedDataTable thickness() {
        return tester.table(THICKNESS, row("T0", 20.7, 0.7), row("T3", 25.8, 1.8), row("T6", 30, 2.1));
    }

    private static DataCell[] row(final String step, final double mean, final double deviation) {
        return new DataCell[]{new StringCell(step), new DoubleCell(mean), new DoubleCell(deviation)};
    }

    private String page() throws Exception {
        return Files.readString(folder.resolve("out/report.html"));
    }

    private static void requireIn(final String page, final String... texts) {
        for (final String text : texts) {
            assertTrue(page.contains(text), text + " is not in\n" + page);
        }
    }

    @Test
    void aTableHasItsChartAndItsTitle() throws Exception {
        final Result result = node().set("titles", "Thickness of the electrode\n").set("title", "Cell 7")
            .set("introduction", "First run.\n\nWith a leak.").run(thickness());
        requireIn(page(), "<h1>Cell 7</h1>", "<p>First run.</p>", "<h2>Thickness of the electrode</h2>",
            "Thickness, mean [µm] ± SD", "<td class=\"number\">25.8</td>");
        assertEquals(folder.resolve("out/report.html").toString(), result.cell(0, 0, "Report path").toString());
        assertEquals(Files.size(folder.resolve("out/report.html")), result.number(0, 0, "Size [byte]"));
        assertEquals(1, result.number(0, 0, "Tables"));
        assertEquals(1, result.number(0, 0, "Charts"));
    }

    @Test
    void tablesAtAnyInputAreShownInTheirOrder() throws Exception {
        node().set("charts", false).run(thickness(), NodeTester.UNCONNECTED, thickness());
        final String page = page();
        requireIn(page, "<h2>Table 1</h2>", "<h2>Table 3</h2>");
        assertFalse(page.contains("Table 2") || page.contains("class=\"chart\""), page);
    }

    @Test
    void picturesOfTablesAndFoldersAreInside() throws Exception {
        final Path pictures = Files.createDirectory(folder.resolve("pictures"));
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", pictures.resolve("a.png").toFile());
        final BufferedDataTable table = tester.table(SlicePictureNodeFactory.spec(), Stream.of("Row0", "Volume", "T0",
            pictures.resolve("a.png").toString()).map(StringCell::new).toArray(DataCell[]::new));
        final Result result = node().set("pictureFolder", pictures.toString()).run(table);
        requireIn(page(), "<figcaption>Volume, T0</figcaption>", "<figcaption>a.png</figcaption>",
            "data:image/png;base64,");
        assertEquals(2, result.number(0, 0, "Pictures"));
    }

    @Test
    void volumesAreShownByPictureSizeAndChecksum() throws Exception {
        final Result phantom =
            tester.node(new TexturePhantomNodeFactory()).set("size", 16).set("nodeSpacing", 4).run();
        final Result result = node().run(phantom.table(0), phantom.table(1));
        final VolumeCell volume = (VolumeCell)phantom.cell(0, 0, "Volume");
        requireIn(page(), "16 × 16 × 16 uint16", volume.getDescription().contentHash(), "<img ");
        assertEquals(3, result.number(0, 0, "Pictures"), "two volumes and a field");
    }

    @Test
    void graphAndSettingsAreThoseOfTheSavedWorkflow() throws Exception {
        Files.writeString(folder.resolve("workflow.knime"), "<config key=\"workflow.knime\"><config key=\"nodes\">"
            + "<config key=\"node_1\"><entry key=\"id\" type=\"xint\" value=\"1\"/><entry key=\"node_settings_file\" "
            + "type=\"xstring\" value=\"settings.xml\"/></config></config></config>");
        Files.writeString(folder.resolve("settings.xml"), "<config key=\"settings.xml\"><entry key=\"name\" "
            + "type=\"xstring\" value=\"Strain\"/><config key=\"model\"><entry key=\"radius\" type=\"xdouble\" "
            + "value=\"1.5\"/></config></config>");
        node().run(thickness());
        requireIn(page(), "<h1>" + folder.getFileName() + "</h1>", "Strain (#1): state not known",
            "<th scope=\"row\">radius</th><td>1.5</td>");
    }

    @Test
    void aWorkflowThatWasNeverSavedIsNotKnown() throws Exception {
        node().run(thickness());
        requireIn(page(), "The workflow was never saved, so its graph and its settings are not known.");
    }

    @Test
    void emptyTablesAndMissingCellsAreShownAsSuch() throws Exception {
        final DataCell missing = new MissingCell("not measured");
        node().run(tester.table(THICKNESS), tester.table(THICKNESS, new DataCell[]{missing, missing, missing}));
        requireIn(page(), "(0 rows)", "<td class=\"number\">?</td>");
    }

    @Test
    void longTablesAreCut() throws Exception {
        node().set("rows", 2).run(thickness());
        requireIn(page(), "(the first 2 of 3 rows)");
    }

    @Test
    void aFileThatIsThereStaysUnlessItIsToBeReplaced() throws Exception {
        Files.createDirectory(folder.resolve("out"));
        Files.writeString(folder.resolve("out/report.html"), "old");
        Failures.of(node(), thickness()).says("report.html exists already.").resolution("'If a file exists'");
        assertEquals("old", page());
        node().set("existing", "OVERWRITE").run(thickness());
        requireIn(page(), "Thickness, mean [µm]");
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            assertEquals(List.of("report.html"), files.map(file -> file.getFileName().toString()).toList());
        }
    }

    @Test
    void settingsThatCannotBeAreRefused() {
        final PortObject table = thickness();
        assertThrows(InvalidSettingsException.class, () -> node().set("folder", "").run(table));
        assertThrows(InvalidSettingsException.class, () -> node().set("name", "a/b").run(table));
        assertThrows(InvalidSettingsException.class, () -> node().set("rows", 1001).run(table));
    }

    @Test
    void aFolderWithoutPicturesIsTold() throws Exception {
        final Path empty = Files.createDirectory(folder.resolve("empty"));
        Failures.of(node().set("pictureFolder", empty.toString()), thickness())
            .says("There is no PNG picture in the folder " + empty).resolution("'Further pictures'");
    }
}
