// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.execution;

import java.util.ArrayList;
import java.util.List;

import org.knime.node.DefaultModel.ExecuteOutput;

/** Collects what a user should know of a node that succeeded; a node shows one warning. */
public final class Warnings {

    private static final int MOST = 5;

    private final List<String> texts = new ArrayList<>();

    /** @param text may be null: nothing to say */
    public void add(final String text) {
        if (text != null && !texts.contains(text)) {
            texts.add(text);
        }
    }

    /** Puts the warnings onto the node. */
    public void show(final ExecuteOutput out) {
        if (!texts.isEmpty()) {
            final String more = texts.size() > MOST ? "\n... and " + (texts.size() - MOST) + " more." : "";
            out.setWarningMessage(String.join("\n", texts.subList(0, Math.min(MOST, texts.size()))) + more);
        }
    }
}
