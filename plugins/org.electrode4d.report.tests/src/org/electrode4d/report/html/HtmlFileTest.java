// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report.html;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

import org.electrode4d.report.Cell;
import org.electrode4d.report.Chart;
import org.electrode4d.report.Chart.Line;
import org.electrode4d.report.Content;
import org.electrode4d.report.Facts;
import org.electrode4d.report.Facts.Fact;
import org.electrode4d.report.Notice;
import org.electrode4d.report.Page;
import org.electrode4d.report.Paragraph;
import org.electrode4d.report.Picture;
import org.electrode4d.report.Section;
import org.electrode4d.report.Table;
import org.electrode4d.report.Table.Column;
import org.electrode4d.report.WorkflowGraph;
import org.electrode4d.report.WorkflowGraph.Node;
import org.electrode4d.report.WorkflowGraph.Note;
import org.electrode4d.report.WorkflowGraph.Place;
import org.electrode4d.report.WorkflowGraph.Run;
import org.electrode4d.report.WorkflowGraph.State;
import org.electrode4d.report.WorkflowGraph.Wire;
import org.electrode4d.report.html.HtmlFile.Written;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class HtmlFileTest {

    private static final Runnable GO_ON = () -> { };

    private static final String HOSTILE = "<script src=//x.y>\" onload='x()' </style></svg>]]>--> \u202E\u0000 &lt; "
        + "W".repeat(300);

    @TempDir
    Path folder;

    private String write(final Content... content) throws IOException {
        return write(Limits.DEFAULT, content);
    }

    private String write(final Limits limits, final Content... content) throws IOException {
        final Path file = folder.resolve("report.html");
        HtmlFile.write(new Page("Test", List.of(), List.of(Section.of("Part", List.of(content)))), file, limits, GO_ON);
        return Files.readString(file);
    }

    /** The page is well-formed XML too, so that no text can have broken out of its place. */
    private static Document parse(final String html) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(
            html.substring("<!DOCTYPE html>".length()).strip().getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> elements(final Document page, final String name) {
        final NodeList found = page.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element)found.item(i)).toList();
    }

    private static Table numbers(final String title, final int rows) {
        return new Table(title, List.of(new Column("Thickness [µm]", true)),
            IntStream.range(0, rows).mapToObj(i -> List.of(Cell.of(i + 0.5))).toList(), rows);
    }

    private static WorkflowGraph graph(final String text) {
        final Run run = new Run(State.FAILED, "1.50 s", text);
        return new WorkflowGraph(List.of(new Node(1, text, text, new Place(100, 100, 0, 0), run, "node-1"),
            new Node(2, text, "", new Place(300, 100, 0, 0), Run.UNKNOWN, "")),
            List.of(new Wire(1, 1, 2, 1), new Wire(1, 0, 2, 0), new Wire(7, 1, 2, 2)),
            List.of(new Note(List.of(text, text), new Place(10, 10, 200, 50), 0xC8442F)));
    }

    private static List<Content> everything(final String text) {
        final Picture picture = new Picture(text, text, longest -> noise(20, 1));
        return List.of(new Paragraph(text), new Notice(Notice.Kind.WARNING, text, text),
            new Facts(List.of(new Fact(text, text, text, true), Fact.of(text, text))),
            new Table(text, List.of(new Column(text, false), new Column(text, true)), List.of(
                List.of(Cell.of(text), Cell.of(Double.NaN)), List.of(new Cell.Depiction(picture), Cell.MISSING)), 9),
            new Chart(text, text, List.of(text, text + text), text, List.of(new Line(text,
                new double[]{1, Double.NaN}, new double[]{0.5, Double.NaN}, 0, 0))), picture, graph(text));
    }

    private static BufferedImage noise(final int edge, final long seed) {
        final BufferedImage picture = new BufferedImage(edge, edge, BufferedImage.TYPE_INT_RGB);
        final Random random = new Random(seed);
        for (int i = 0; i < edge * edge; i++) {
            picture.setRGB(i % edge, i / edge, random.nextInt(1 << 24));
        }
        return picture;
    }

    @Test
    void hostileTextStaysTextEverywhere() throws Exception {
        final String title = HOSTILE;
        final Path file = folder.resolve("hostile.html");
        HtmlFile.write(new Page(title, everything(HOSTILE), List.of(new Section(HOSTILE, "node-1",
            everything(HOSTILE), List.of(Section.of(HOSTILE, everything(HOSTILE)))))), file, Limits.DEFAULT, GO_ON);
        final String html = Files.readString(file);
        final Document page = parse(html);
        assertEquals(0, elements(page, "script").size());
        assertEquals(1, elements(page, "style").size());
        for (final Element element : elements(page, "*")) {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                assertFalse(element.getAttributes().item(i).getNodeName().startsWith("on"), element.getTagName());
            }
        }
        assertFalse(html.contains("\u202E") || html.contains("\u0000"), "a character that cannot be seen");
    }

    @Test
    void nothingIsLoadedFromElsewhere() throws Exception {
        final Document page = parse(write(everything("text").toArray(Content[]::new)));
        for (final Element element : elements(page, "*")) {
            for (final String name : List.of("src", "href", "data", "action", "srcset", "poster")) {
                final String target = element.getAttribute(name);
                assertTrue(target.isEmpty() || target.startsWith("data:image/") || target.startsWith("#"), target);
            }
            assertFalse(element.hasAttribute("style"), "a style that the policy forbids");
        }
        assertEquals(0, elements(page, "link").size());
    }

    @Test
    void thePolicyAllowsThisStyleAndPicturesInsideOnly() throws Exception {
        final Document page = parse(write(new Paragraph("text")));
        final String style = elements(page, "style").get(0).getTextContent();
        final String hash = Base64.getEncoder().encodeToString(
            MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
        final String policy = elements(page, "meta").stream()
            .filter(meta -> meta.getAttribute("http-equiv").equals("Content-Security-Policy")).findFirst()
            .orElseThrow().getAttribute("content");
        assertEquals("default-src 'none'; img-src data:; style-src 'sha256-" + hash
            + "'; base-uri 'none'; form-action 'none'", policy);
    }

    @Test
    void printedTablesRepeatTheirHeads() throws Exception {
        final Document page = parse(write(numbers("Depths", 3)));
        assertEquals("Thickness [µm]", elements(page, "thead").get(0).getTextContent());
        final String style = elements(page, "style").get(0).getTextContent();
        assertTrue(style.contains("@media print") && style.contains("thead{display:table-header-group}"), style);
    }

    @Test
    void theSamePageGivesTheSameBytes() throws Exception {
        final String first = write(everything("text").toArray(Content[]::new));
        assertEquals(first, write(everything("text").toArray(Content[]::new)));
    }

    @Test
    void longTablesSayHowMuchIsShown() throws Exception {
        final Document page = parse(write(new Limits(1_000_000, 4), numbers("Depths", 10)));
        assertEquals(4, elements(page, "tbody").get(0).getElementsByTagName("tr").getLength());
        assertEquals("Depths (the first 4 of 10 rows)", elements(page, "caption").get(0).getTextContent());
    }

    @Test
    void tablesThatAreWiderThanPaperAreWrittenInPartsWithTheirSteps() throws Exception {
        final List<Column> columns = new ArrayList<>(List.of(new Column("Step", false)));
        final List<Cell> row = new ArrayList<>(List.of(Cell.of("T0")));
        for (int i = 0; i < 20; i++) {
            columns.add(new Column("Quantity-" + i, true));
            row.add(Cell.of(i));
        }
        final List<Element> heads =
            elements(parse(write(new Table("Wide", columns, List.of(row), 1))), "thead");
        assertEquals(List.of("Step", "Step", "Step"),
            heads.stream().map(head -> head.getElementsByTagName("th").item(0).getTextContent()).toList());
        assertEquals(20 + 3, heads.stream().mapToInt(head -> head.getElementsByTagName("th").getLength()).sum());
    }

    @Test
    void textsThatAreTooLongForThePageShortenTheTables() throws Exception {
        final Content[] tables =
            IntStream.range(0, 20).mapToObj(i -> numbers("Table " + i, 1000)).toArray(Content[]::new);
        final String html = write(new Limits(200_000, 1000), tables);
        assertTrue(html.length() < 200_000, "" + html.length());
        assertTrue(html.contains("(the first 125 of 1000 rows)"), html.substring(0, 9000));
    }

    @Test
    void picturesAreShrunkUntilThePageFits() throws Exception {
        final Path file = folder.resolve("report.html");
        final List<Content> pictures = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            final int seed = i;
            pictures.add(new Picture("Slice " + i, "slice.png", longest -> noise(300, seed)));
        }
        final Written written = HtmlFile.write(new Page("Test", List.of(), List.of(Section.of("Pictures", pictures))),
            file, new Limits(700_000, 10), GO_ON);
        assertEquals(Files.size(file), written.bytes());
        assertTrue(written.bytes() < 700_000, written.toString());
        assertEquals(4, written.pictures());
        final Element first = elements(parse(Files.readString(file)), "img").get(0);
        assertTrue(first.getAttribute("src").startsWith("data:image/jpeg;base64,"), "noise is smaller as JPEG");
        assertEquals("Slice 0", first.getAttribute("alt"));
    }

    @Test
    void theLargestPicturesAreLeftOutWithALine() throws Exception {
        final Path file = folder.resolve("report.html");
        final List<Content> pictures = List.of(new Picture("Large", "large.png", longest -> noise(400, 1)),
            new Picture("Small", "small.png", longest -> noise(40, 2)));
        final Written written = HtmlFile.write(new Page("Test", List.of(), List.of(Section.of("Pictures", pictures))),
            file, new Limits(100_000, 10), GO_ON);
        assertEquals(new Written(Files.size(file), 0, 0, 1, 1), written);
        final String html = Files.readString(file);
        assertTrue(html.contains("is left out, because the page would become too large. It is in large.png."), html);
    }

    @Test
    void largePicturesAreAsWideAsThePage() throws Exception {
        final Path file = folder.resolve("wide.png");
        ImageIO.write(new BufferedImage(5000, 100, BufferedImage.TYPE_INT_ARGB), "png", file.toFile());
        final Element image = elements(parse(write(Picture.inFile("Wide", file))), "img").get(0);
        assertEquals(List.of("1200", "24"), List.of(image.getAttribute("width"), image.getAttribute("height")));
    }

    @Test
    void aPictureThatCannotBeReadIsToldInItsPlace() throws Exception {
        final Path file = Files.writeString(folder.resolve("broken.png"), "no picture");
        assertTrue(write(Picture.inFile("Broken", file)).contains("The picture cannot be shown: " + file), "no line");
    }

    @Test
    void emptySectionsAreNotWritten() throws Exception {
        final Path file = folder.resolve("report.html");
        HtmlFile.write(new Page("Test", List.of(), List.of(Section.ofParts("Empty", List.of(Section.of("Inner",
            List.of()))), Section.of("Full", List.of(new Paragraph("text"))))), file, Limits.DEFAULT, GO_ON);
        final Document page = parse(Files.readString(file));
        assertEquals(List.of("Full"), elements(page, "h2").stream().map(Element::getTextContent).toList());
        assertEquals(List.of("#section-1"), elements(page, "a").stream().map(a -> a.getAttribute("href")).toList());
    }

    @Test
    void theGraphTellsStatesTimesAndMessages() throws Exception {
        final Document page = parse(write(graph("Strain")));
        final List<String> titles = elements(page, "title").stream().map(Element::getTextContent).toList();
        assertTrue(titles.contains("Strain (#1): failed in 1.50 s\nStrain"), titles.toString());
        assertTrue(titles.contains("Strain (#2): state not known"), titles.toString());
        assertTrue(elements(page, "text").stream().anyMatch(text -> text.getTextContent().equals("1.50 s")));
    }

    @Test
    void aStoppedPageLeavesTheOldOne() throws Exception {
        final Path file = Files.writeString(folder.resolve("report.html"), "old");
        final Page page = new Page("Test", List.of(), List.of(Section.of("Pictures",
            List.of(new Picture("Slice", "", longest -> noise(10, 1))))));
        assertThrows(CancellationException.class, () -> HtmlFile.write(page, file, Limits.DEFAULT, () -> {
            throw new CancellationException();
        }));
        try (Stream<Path> files = Files.list(folder)) {
            assertArrayEquals(new Object[]{file}, files.toArray());
        }
        assertEquals("old", Files.readString(file));
    }
}
