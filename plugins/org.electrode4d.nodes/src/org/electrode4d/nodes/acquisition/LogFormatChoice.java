// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import java.util.Optional;

import org.electrode4d.acquisition.cycler.CyclerFormat;
import org.electrode4d.acquisition.cycler.CyclerFormats;
import org.knime.node.parameters.widget.choices.Label;

/** Layouts of logs. */
enum LogFormatChoice {

    @Label(value = "Automatic", description = "By the content of each file")
    AUTOMATIC(null),

    @Label(value = "Maccor text", description = "Text export of Maccor cyclers")
    MACCOR(CyclerFormats.MACCOR),

    @Label(value = "BioLogic text", description = "Text export (.mpt, .txt) of EC-Lab and BT-Lab")
    BIOLOGIC(CyclerFormats.BIOLOGIC),

    @Label(value = "Neware csv", description = "Comma-separated export of Neware cyclers, flat or merged")
    NEWARE(CyclerFormats.NEWARE),

    @Label(value = "OrigaFlex crv", description = "Result file (.crv) of OrigaFlex potentiostats")
    ORIGAFLEX(CyclerFormats.ORIGAFLEX),

    @Label(value = "Delimited text", description = "Any other table in a text file; say which column is what")
    DELIMITED(CyclerFormats.DELIMITED);

    private final CyclerFormat format;

    LogFormatChoice(final CyclerFormat format) {
        this.format = format;
    }

    /** The format; empty where it is found by content. */
    Optional<CyclerFormat> format() {
        return Optional.ofNullable(format);
    }
}
