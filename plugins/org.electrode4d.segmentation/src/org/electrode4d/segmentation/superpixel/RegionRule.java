// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.superpixel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.electrode4d.segmentation.SegmentationException;

/**
 * A class of regions and what they must be like, as it is written: {@code Silicon: mean > 160; sd < 12}. Of several
 * rules the first counts whose conditions all hold.
 *
 * @param className of the regions
 * @param conditions that must all hold; none makes a rule for all regions that are left
 */
public record RegionRule(String className, List<Condition> conditions) {

    private static final Pattern CONDITION =
        Pattern.compile("(.*?[^<>=!\\s])\\s*(<=|>=|<|>|=)\\s*([-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]{1,3})?)");

    /** Copies the conditions. */
    public RegionRule {
        conditions = List.copyOf(conditions);
    }

    /** How a feature is compared with a number. */
    public enum Comparison {
        /** Less. */
        LESS("<"),
        /** Less or equal. */
        AT_MOST("<="),
        /** Greater. */
        GREATER(">"),
        /** Greater or equal. */
        AT_LEAST(">="),
        /** Equal. */
        EQUAL("=");

        private final String sign;

        Comparison(final String sign) {
            this.sign = sign;
        }

        boolean holds(final double first, final double second) {
            return switch (this) {
                case LESS -> first < second;
                case AT_MOST -> first <= second;
                case GREATER -> first > second;
                case AT_LEAST -> first >= second;
                case EQUAL -> first == second;
            };
        }

        private static Comparison of(final String sign) {
            for (final Comparison comparison : values()) {
                if (comparison.sign.equals(sign)) {
                    return comparison;
                }
            }
            throw new IllegalStateException("No comparison is written " + sign + ".");
        }
    }

    /** A comparison of a feature, by its name in lower case, with a number. */
    public record Condition(String feature, Comparison comparison, double value) {
    }

    /**
     * Reads rules, one a line; semicolons are between the conditions of a rule.
     *
     * @throws SegmentationException if there is none, or one is not understood
     */
    public static List<RegionRule> parse(final String text) {
        final List<RegionRule> rules = new ArrayList<>();
        for (final String line : text.split("[\\r\\n]+")) {
            if (!line.isBlank()) {
                rules.add(parseOne(line.strip()));
            }
        }
        if (rules.isEmpty()) {
            throw new SegmentationException("There is no rule. Write for instance 'Silicon: mean > 160; sd < 12'.");
        }
        return rules;
    }

    private static RegionRule parseOne(final String line) {
        final int colon = line.indexOf(':');
        if (colon < 1 || line.substring(0, colon).isBlank()) {
            throw new SegmentationException("The rule '" + line + "' names no class. Write for instance 'Silicon: mean "
                + "> 160; sd < 12'.");
        }
        final List<Condition> conditions = new ArrayList<>();
        for (final String part : line.substring(colon + 1).split(";")) {
            if (!part.isBlank()) {
                conditions.add(condition(part.strip(), line));
            }
        }
        return new RegionRule(line.substring(0, colon).strip(), conditions);
    }

    private static Condition condition(final String text, final String line) {
        final Matcher matcher = CONDITION.matcher(text);
        if (!matcher.matches()) {
            throw new SegmentationException("The condition '" + text + "' of the rule '" + line + "' is not understood:"
                + " a feature, one of < <= > >= =, and a number are expected, as in 'mean > 160'.");
        }
        return new Condition(matcher.group(1).strip().toLowerCase(Locale.ROOT), Comparison.of(matcher.group(2)),
            Double.parseDouble(matcher.group(3)));
    }

    /**
     * The class of a region.
     *
     * @param features by name in lower case; NaN, where there is no value, fulfils no condition
     * @return empty if no rule holds
     */
    public static Optional<String> classify(final List<RegionRule> rules, final ToDoubleFunction<String> features) {
        return rules.stream().filter(rule -> rule.conditions.stream()
            .allMatch(c -> c.comparison.holds(features.applyAsDouble(c.feature), c.value)))
            .map(RegionRule::className).findFirst();
    }
}
