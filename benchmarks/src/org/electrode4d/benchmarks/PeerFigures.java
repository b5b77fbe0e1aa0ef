// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.electrode4d.phantom.DeformationCase;

/** What the peers reached, from {@code peers.csv} beside this class. */
final class PeerFigures {

    private PeerFigures() {
    }

    static List<Figures> read() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(Objects.requireNonNull(
            PeerFigures.class.getResourceAsStream("peers.csv"), "peers.csv"), StandardCharsets.UTF_8))) {
            final List<List<String>> lines = reader.lines().filter(line -> !line.startsWith("#"))
                .map(line -> List.of(line.split(",", -1))).toList();
            return lines.subList(1, lines.size()).stream().map(cells -> figures(lines.get(0), cells)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Figures figures(final List<String> heads, final List<String> cells) {
        final Map<String, String> line = new LinkedHashMap<>();
        for (int i = 0; i < heads.size(); i++) {
            line.put(heads.get(i), cells.get(i));
        }
        final PairCase pair = new PairCase(Integer.parseInt(line.get("edge")),
            DeformationCase.valueOf(line.get("motion").toUpperCase(Locale.ROOT)), line.get("texture"),
            Integer.parseInt(line.get("snr")));
        final Map<Quantity, Figure> values = new EnumMap<>(Quantity.class);
        for (final Quantity quantity : Quantity.values()) {
            final String text = line.getOrDefault(quantity.head(), "");
            if (!text.isEmpty()) {
                values.put(quantity, Figure.parse(text));
            }
        }
        return new Figures(pair, line.get("program"), values);
    }
}
