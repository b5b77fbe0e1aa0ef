// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.instrument;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.electrode4d.acquisition.Clock;
import org.electrode4d.acquisition.link.Link;
import org.electrode4d.acquisition.link.LinkAddress;
import org.electrode4d.acquisition.link.Links;
import org.electrode4d.acquisition.link.Transcript;

/**
 * All that is needed to reach an instrument.
 *
 * @param kind of the instrument
 * @param address of the instrument
 * @param template of the language of a text instrument; empty for all others
 * @param answerTime seconds within which an instrument must have done what it was told; 0.1 to 600
 */
public record InstrumentSetup(InstrumentKind kind, LinkAddress address, Optional<Path> template, double answerTime) {

    /** Seconds that are enough for all known instruments. */
    public static final double ANSWER_TIME = 2;

    /** Seconds between two packages of an instrument that sends by itself, at most. */
    private static final double INTERVAL = 0.5;

    /** Refuses what no instrument can be reached by. */
    public InstrumentSetup {
        if (!(answerTime >= 0.1 && answerTime <= 600)) {
            throw new IllegalArgumentException("The answer time of the instrument is " + answerTime
                + " s; it must be between 0.1 s and 600 s.");
        }
        if ((kind == InstrumentKind.TEXT) != template.isPresent()) {
            throw new IllegalArgumentException(kind == InstrumentKind.TEXT
                ? "A text instrument needs a template of its commands; choose a file."
                : "The instrument " + kind + " has its own language; it takes no template.");
        }
    }

    /** One of a language of its own, with the usual answer time. */
    public static InstrumentSetup of(final InstrumentKind kind, final LinkAddress address) {
        return new InstrumentSetup(kind, address, Optional.empty(), ANSWER_TIME);
    }

    /** All of it in one line; {@link #parse} reads it back. */
    public String text() {
        return kind.name().toLowerCase(Locale.ROOT) + " answer=" + answerTime + " link=" + encode(address.text())
            + template.map(file -> " template=" + encode(file.toString())).orElse("");
    }

    /**
     * Reads {@link #text()}.
     *
     * @throws IllegalArgumentException if it is none, with what is wrong
     */
    public static InstrumentSetup parse(final String text) {
        final String[] words = text.strip().split(" +");
        final Map<String, String> values = new HashMap<>();
        for (int i = 1; i < words.length; i++) {
            final String[] parts = words[i].split("=", 2);
            values.put(parts[0], parts.length < 2 ? "" : decode(parts[1]));
        }
        if (!values.containsKey("answer") || !values.containsKey("link")) {
            throw new IllegalArgumentException("\"" + text + "\" is no instrument; expected something like "
                + "keithley_2450 answer=2.0 link=tcp://192.168.0.10:5025.");
        }
        try {
            return new InstrumentSetup(InstrumentKind.valueOf(words[0].toUpperCase(Locale.ROOT)),
                LinkAddress.parse(values.get("link")), Optional.ofNullable(values.get("template")).map(Path::of),
                Double.parseDouble(values.get("answer")));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no instrument: " + e.getMessage(), e);
        }
    }

    private static String encode(final String value) {
        return value.replace("%", "%25").replace(" ", "%20");
    }

    private static String decode(final String value) {
        return value.replace("%20", " ").replace("%25", "%");
    }

    /**
     * Connects to the instrument and asks it what it is. Its output is not touched.
     *
     * @param clock must run by itself
     * @throws IOException if it is not there, in use, or another one; nothing stays open
     */
    public Instrument open(final Clock clock, final Transcript transcript) throws IOException {
        return open(clock, transcript, Double.POSITIVE_INFINITY);
    }

    /**
     * Connects to the instrument and asks it what it is. Its output is not touched.
     *
     * @param samplingPeriod seconds between two readings: an instrument that sends by itself sends twice in it
     * @throws IOException if it is not there, in use, or another one; nothing stays open
     */
    public Instrument open(final Clock clock, final Transcript transcript, final double samplingPeriod)
        throws IOException {
        final Instrument instrument = connect(clock, transcript, samplingPeriod);
        try {
            instrument.identify();
            return instrument;
        } catch (IOException | RuntimeException e) {
            try {
                instrument.close();
            } catch (IOException f) {
                e.addSuppressed(f);
            }
            throw e;
        }
    }

    /**
     * Connects to the instrument and sends nothing: it may be in any state.
     *
     * @param samplingPeriod seconds between two readings: an instrument that sends by itself sends twice in it
     * @throws IOException if there is nothing at the address or somebody else uses it; nothing stays open
     */
    public Instrument connect(final Clock clock, final Transcript transcript, final double samplingPeriod)
        throws IOException {
        // before anything is opened: a template may be wrong
        final Optional<TextCommands> commands = commands();
        final Link link = Links.open(address, clock);
        try {
            return on(link, clock, transcript, commands, samplingPeriod);
        } catch (RuntimeException e) {
            try {
                link.close();
            } catch (IOException f) {
                e.addSuppressed(f);
            }
            throw e;
        }
    }

    /** The instrument behind a link that is open already, such as one to a simulated instrument. It is not asked. */
    public Instrument on(final Link link, final Clock clock, final Transcript transcript) throws IOException {
        return on(link, clock, transcript, commands(), Double.POSITIVE_INFINITY);
    }

    private Optional<TextCommands> commands() throws IOException {
        return template.isPresent() ? Optional.of(TextCommands.load(template.get())) : Optional.empty();
    }

    private Instrument on(final Link link, final Clock clock, final Transcript transcript,
        final Optional<TextCommands> commands, final double samplingPeriod) {
        return switch (kind) {
            case KEITHLEY_2450 -> new Keithley2450(link, clock, transcript, answerTime);
            case ZAHNER -> new Zahner(link, clock, transcript, answerTime);
            case METHODSCRIPT -> new MethodScriptInstrument(link, clock, transcript, answerTime,
                Math.max(0.05, Math.min(samplingPeriod / 2, Math.min(INTERVAL, answerTime / 4))));
            case TEXT -> new TextInstrument(commands.orElseThrow(), link, clock, transcript, answerTime);
        };
    }
}
