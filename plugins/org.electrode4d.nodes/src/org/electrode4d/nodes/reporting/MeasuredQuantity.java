// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.reporting;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A quantity as heads of columns spell it: "Thickness, mean [µm]".
 *
 * @param unit empty where the head has none
 */
record MeasuredQuantity(String name, String unit) {

    private static final Pattern WITH_UNIT = Pattern.compile("(.*\\S)\\s*\\[([^\\[\\]]*)\\]\\s*");

    static MeasuredQuantity of(final String head) {
        final Matcher matcher = WITH_UNIT.matcher(head);
        return matcher.matches() ? new MeasuredQuantity(matcher.group(1).strip(), matcher.group(2).strip())
            : new MeasuredQuantity(head.strip(), "");
    }
}
