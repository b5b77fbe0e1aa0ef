// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableBuilderTest {

    /** A volume as cells tell of it. */
    private record Volume(String reportText, String reportChecksum) implements Reported {

        @Override
        public BufferedImage reportPicture() {
            return new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        }
    }

    private static TableBuilder builder() {
        final TableBuilder builder = new TableBuilder("Scans", new TableBuilder.Depictions());
        builder.column("Step", false);
        builder.column("Volume", false);
        return builder;
    }

    @Test
    void namesOfRowsAreShownWhereTheyTellSomething() {
        final TableBuilder plain = builder();
        plain.row("Row0", Arrays.asList("T0", null));
        assertEquals(List.of("Step", "Volume"), plain.build(1).columns().stream().map(Table.Column::name).toList());
        final TableBuilder named = builder();
        named.row("Pair0_Node7", Arrays.asList("T0", null));
        assertEquals(List.of("Pair0_Node7", "T0", "?"),
            named.build(1).rows().get(0).stream().map(Cell::read).toList());
    }

    @Test
    void volumesAreShownByPictureTextAndChecksum() {
        final TableBuilder builder = builder();
        builder.row("Row0", List.of("T0", new Volume("T0: 8 × 8 × 8 uint16", "ab12")));
        final Cell cell = builder.build(1).rows().get(0).get(1);
        assertEquals("T0: 8 × 8 × 8 uint16\nab12", cell.read());
        assertEquals(Cell.Depiction.class, cell.getClass());
    }

    @Test
    void onlySomeVolumesOfAPageHaveAPicture() {
        final TableBuilder builder = builder();
        for (int i = 0; i < 61; i++) {
            builder.row("Row" + i, List.of("T", new Volume("volume", "")));
        }
        assertEquals(Cell.of("volume"), builder.build(61).rows().get(60).get(1));
    }

    @Test
    void picturesOfATableHaveWhatItSaysAsCaption(@TempDir final Path folder) throws Exception {
        final Path file = Files.createFile(folder.resolve("a.png"));
        final Table table = new Table("Pictures", Stream.of("Row", "Column", "Shows", "Picture path")
            .map(name -> new Table.Column(name, false)).toList(), List.of(
                List.of(Cell.of("Row0"), Cell.of("Volume"), Cell.of("T0"), Cell.of(file.toString())),
                List.of(Cell.of("Row1"), Cell.of("Volume"), Cell.of("T1"), Cell.of(folder + "/gone.png"))), 2);
        assertEquals(List.of("Volume, T0"), PictureRows.pictures(table).stream().map(Picture::caption).toList());
        assertEquals(List.of(file), PictureRows.files(table));
    }
}
