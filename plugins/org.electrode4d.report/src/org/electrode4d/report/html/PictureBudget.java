// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report.html;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.electrode4d.report.Numbers;
import org.electrode4d.report.Picture;
import org.electrode4d.report.html.Markup.Slot;
import org.electrode4d.report.html.PictureEncoder.Encoded;

/**
 * Makes all pictures of a page fit into the bytes that are left. They are tried sharp first, then compressed, then ever
 * smaller; where even that does not help, the largest ones are left out, and a line in their place says so.
 */
final class PictureBudget {

    /** Of a figure with its line and its attributes, without the picture. */
    private static final int LINE = 400;

    /**
     * How pictures are encoded.
     *
     * @param longest side in pixels at most
     * @param mayLose whether JPEG is allowed
     */
    private record Level(int longest, boolean mayLose) {
    }

    private static final List<Level> LEVELS = List.of(new Level(1200, false), new Level(1200, true),
        new Level(900, true), new Level(640, true), new Level(480, true));

    private final List<Slot> slots;
    private final long most;
    private final Runnable check;
    private int shown;
    private int leftOut;

    /**
     * @param most bytes for all of them
     * @param check called before each picture, may throw to stop
     */
    PictureBudget(final List<Slot> slots, final long most, final Runnable check) {
        this.slots = slots;
        this.most = most;
        this.check = check;
    }

    /** What stands in each slot. */
    List<String> fill() {
        for (final Level level : LEVELS) {
            final boolean last = level.equals(LEVELS.get(LEVELS.size() - 1));
            final List<String> figures = encode(level, last);
            if (figures.size() == slots.size() && size(figures) <= most) {
                return figures;
            } else if (last) {
                return withoutLargest(figures);
            }
        }
        throw new IllegalStateException("There is no last level.");
    }

    /** Number of pictures in the page. */
    int shown() {
        return shown;
    }

    /** Number of pictures that did not fit. */
    int leftOut() {
        return leftOut;
    }

    /** Stops as soon as there is too much, unless all are needed. */
    private List<String> encode(final Level level, final boolean all) {
        final List<String> figures = new ArrayList<>();
        long bytes = 0;
        shown = 0;
        for (final Slot slot : slots) {
            check.run();
            final String figure = figure(slot, level);
            bytes += figure.length();
            if (bytes > most && !all) {
                return figures;
            }
            figures.add(figure);
        }
        return figures;
    }

    private String figure(final Slot slot, final Level level) {
        final int longest = Math.min(slot.longest(), level.longest());
        final Picture picture = slot.picture();
        try {
            final BufferedImage image = picture.source().read(longest);
            if (image == null) {
                return "";
            }
            final Encoded encoded = PictureEncoder.encode(image, longest, level.mayLose());
            shown++;
            return image(encoded, picture.caption());
        } catch (IOException | RuntimeException e) {
            return line("The picture cannot be shown: " + e.getMessage());
        }
    }

    private static String image(final Encoded encoded, final String caption) {
        final Markup markup = new Markup();
        markup.empty("img", "src", encoded.uri(), "width", encoded.width(), "height", encoded.height(), "alt",
            caption);
        return markup.parts(List.of()).get(0);
    }

    private static String line(final String text) {
        return new Markup().element("span", text, "class", "absent").parts(List.of()).get(0);
    }

    private static long size(final List<String> figures) {
        return figures.stream().mapToLong(String::length).sum();
    }

    private List<String> withoutLargest(final List<String> figures) {
        final List<String> kept = new ArrayList<>(figures);
        final List<Integer> largestFirst = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            largestFirst.add(i);
        }
        largestFirst.sort(Comparator.comparingInt((Integer i) -> -figures.get(i).length()));
        for (int i = 0; i < largestFirst.size() && size(kept) > most; i++) {
            final int slot = largestFirst.get(i);
            if (figures.get(slot).length() > LINE) {
                final String origin = slots.get(slot).picture().origin();
                kept.set(slot, line("This picture of " + Numbers.bytes(figures.get(slot).length())
                    + " is left out, because the page would become too large."
                    + (origin.isEmpty() ? "" : " It is in " + origin + ".")));
                shown--;
                leftOut++;
            }
        }
        return kept;
    }
}
