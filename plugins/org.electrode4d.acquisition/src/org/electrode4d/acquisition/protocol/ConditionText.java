// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Conditions as one line of text: {@code potential >= 4.3 V or (time >= 30 min and charge >= 2 µAh)}.
 *
 * <pre>
 * condition  = part { "or" part } | part { "and" part }
 * part       = comparison | "(" condition ")" | "loop ends"
 * comparison = quantity ( ">=" | "<=" ) amount
 * </pre>
 */
final class ConditionText {

    private static final int DEEPEST = 20;
    private static final String NEVER = "loop ends";
    private static final Pattern WORD = Pattern.compile("\\G\\s*(\\p{L}+)");
    private static final Pattern LOOP_ENDS = Pattern.compile("\\G\\s*loop\\s+ends\\b");
    private static final Pattern COMPARISON = Pattern.compile("\\G\\s*(>=|<=|≥|≤)");
    private static final Pattern AMOUNT = Pattern.compile("\\G((?:(?!\\s(?:or|and)\\b)[^()])*)");
    private static final Pattern OPENING = Pattern.compile("\\G\\s*(\\()");
    private static final Pattern CLOSING = Pattern.compile("\\G\\s*(\\))");
    private static final Pattern SPACE = Pattern.compile("\\G\\s*");

    private final String text;
    private int position;
    private int depth;

    private ConditionText(final String text) {
        this.text = text;
    }

    /**
     * Reads a condition.
     *
     * @throws IllegalArgumentException with the text, the position, what came and what is expected
     */
    static EndCondition parse(final String text) {
        final ConditionText parser = new ConditionText(text);
        final EndCondition condition = parser.condition();
        if (parser.next(CLOSING) != null) {
            parser.position--;
            throw parser.expected("no more, as there is no '(' before it");
        }
        if (!parser.atEnd()) {
            throw parser.expected("'or', 'and' or the end");
        }
        return condition;
    }

    private EndCondition condition() {
        final List<EndCondition> parts = new ArrayList<>(List.of(part()));
        String joint = null;
        for (String word = joint(); word != null; word = joint()) {
            if (joint != null && !joint.equals(word)) {
                position -= word.length();
                throw expected("'" + joint + "' again: put parentheses where 'or' and 'and' are mixed");
            }
            joint = word;
            parts.add(part());
        }
        if (joint == null) {
            return parts.get(0);
        }
        return joint.equals("or") ? new EndCondition.Any(parts) : new EndCondition.All(parts);
    }

    private String joint() {
        final int before = position;
        final String word = next(WORD);
        if (word != null && !word.equals("or") && !word.equals("and")) {
            position = before;
            return null;
        }
        return word;
    }

    private EndCondition part() {
        if (next(OPENING) != null) {
            if (++depth > DEEPEST) {
                throw expected("at most " + DEEPEST + " parentheses within each other");
            }
            final EndCondition condition = condition();
            if (next(CLOSING) == null) {
                throw expected("'or', 'and' or ')'");
            }
            depth--;
            return condition;
        }
        if (next(LOOP_ENDS) != null) {
            return new EndCondition.Never();
        }
        final Quantity quantity = quantity();
        final String comparison = next(COMPARISON);
        if (comparison == null) {
            throw expected("'>=' or '<='");
        }
        final boolean atLeast = comparison.equals(">=") || comparison.equals("≥");
        return new EndCondition.Threshold(quantity, atLeast, amount(quantity));
    }

    private Quantity quantity() {
        final int before = position;
        final String word = next(WORD);
        for (final Quantity quantity : Quantity.values()) {
            if (name(quantity).equals(word)) {
                return quantity;
            }
        }
        position = before;
        throw expected("one of " + names() + ", '" + NEVER + "' or '('");
    }

    private Amount amount(final Quantity quantity) {
        final int before = position;
        final String amount = next(AMOUNT);
        try {
            return Dimension.of(quantity).parse(amount.strip());
        } catch (IllegalArgumentException e) {
            position = before;
            throw new IllegalArgumentException(here() + " " + e.getMessage(), e);
        }
    }

    /** What a pattern finds at the position, which moves behind it; null if it finds nothing. */
    private String next(final Pattern pattern) {
        final Matcher matcher = pattern.matcher(text);
        if (!matcher.find(position)) {
            return null;
        }
        position = matcher.end();
        return matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
    }

    private boolean atEnd() {
        next(SPACE);
        return position == text.length();
    }

    private String here() {
        final boolean end = atEnd();
        return "'" + text + "' cannot be understood " + (end ? "at its end:"
            : "at character " + (position + 1) + " ('" + text.substring(position) + "'):");
    }

    private IllegalArgumentException expected(final String what) {
        return new IllegalArgumentException(here() + " expected " + what + ".");
    }

    static String name(final Quantity quantity) {
        return quantity.name().toLowerCase(Locale.ROOT);
    }

    private static String names() {
        return Arrays.stream(Quantity.values()).map(ConditionText::name).collect(Collectors.joining(", "));
    }

    /** Writes a condition. */
    static String format(final EndCondition condition) {
        if (condition instanceof EndCondition.Threshold threshold) {
            return name(threshold.quantity()) + (threshold.atLeast() ? " >= " : " <= ")
                + Dimension.format(threshold.value());
        }
        if (condition instanceof EndCondition.Any any) {
            return joined(any.parts(), " or ");
        }
        if (condition instanceof EndCondition.All all) {
            return joined(all.parts(), " and ");
        }
        return NEVER;
    }

    private static String joined(final List<EndCondition> parts, final String joint) {
        return parts.stream().map(part -> {
            final boolean alone = part instanceof EndCondition.Threshold || part instanceof EndCondition.Never;
            return alone ? format(part) : "(" + format(part) + ")";
        }).collect(Collectors.joining(joint));
    }
}
