// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.table;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/** Names of steps or columns in a text field: "T0, T6". */
public final class NameList {

    private NameList() {
    }

    /** Reads names in their order; commas, semicolons and line ends separate them. */
    public static Set<String> parse(final String text) {
        final Set<String> names = new LinkedHashSet<>();
        Arrays.stream(text.split("[,;\\n]")).map(String::strip).filter(name -> !name.isEmpty()).forEach(names::add);
        return names;
    }
}
