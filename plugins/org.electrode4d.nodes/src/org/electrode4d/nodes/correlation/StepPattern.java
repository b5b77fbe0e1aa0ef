// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Names of steps, separated by commas: {@code *} stands for any text, {@code ?} for one character. */
final class StepPattern {

    private final String text;
    private final List<Pattern> patterns;

    /** @param text empty for all steps */
    StepPattern(final String text) {
        this.text = text.strip();
        patterns = Arrays.stream(this.text.split(",")).map(String::strip).filter(part -> !part.isEmpty())
            .map(StepPattern::pattern).toList();
    }

    private static Pattern pattern(final String part) {
        final String quoted = "\\Q" + part.replace("\\E", "\\E\\\\E\\Q") + "\\E";
        return Pattern.compile(quoted.replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"));
    }

    boolean matches(final String step) {
        return patterns.isEmpty() || patterns.stream().anyMatch(pattern -> pattern.matcher(step).matches());
    }

    @Override
    public String toString() {
        return text;
    }
}
