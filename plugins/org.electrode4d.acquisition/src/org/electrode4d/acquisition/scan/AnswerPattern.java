// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.scan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A regular expression that finds something in an answer: its first group, or all that it matches if it has none. */
final class AnswerPattern {

    private final Pattern pattern;

    /** @throws IllegalArgumentException if it is no regular expression */
    AnswerPattern(final String regex) {
        try {
            pattern = Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("The pattern '" + regex + "' is no regular expression: "
                + e.getDescription() + " at position " + e.getIndex() + ".", e);
        }
    }

    /** A pattern that finds nothing where the expression is empty. */
    static Optional<AnswerPattern> optional(final String regex) {
        return regex.isEmpty() ? Optional.empty() : Optional.of(new AnswerPattern(regex));
    }

    Optional<String> find(final String answer) {
        final Matcher matcher = pattern.matcher(answer);
        if (!matcher.find()) {
            return Optional.empty();
        }
        return Optional.ofNullable(matcher.groupCount() > 0 ? matcher.group(1) : matcher.group());
    }

    @Override
    public String toString() {
        return pattern.pattern();
    }
}
