// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.prediction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.electrode4d.learning.LearningException;

/**
 * The steps of a series that a model is for: {@code T0-T2}, {@code T3}, several with commas between them, or {@code *}
 * for all steps that no other model is for.
 */
public final class StepRule {

    private static final String ALL = "*";
    private static final Pattern RANGE = Pattern.compile("(.*?)(\\d{1,9})\\s*-\\s*(.*?)(\\d{1,9})");
    private static final Pattern NUMBERED = Pattern.compile("(.*?)(\\d{1,9})");

    /** One name, or all names with a prefix and a number in a range. */
    private record Steps(String prefix, int first, int last, String name) {

        boolean contain(final String step) {
            if (step.equals(name)) {
                return true;
            }
            final Matcher numbered = NUMBERED.matcher(step);
            if (prefix == null || !numbered.matches() || !numbered.group(1).equals(prefix)) {
                return false;
            }
            final int number = Integer.parseInt(numbered.group(2));
            return number >= first && number <= last;
        }
    }

    private final String text;
    private final List<Steps> steps;

    private StepRule(final String text, final List<Steps> steps) {
        this.text = text;
        this.steps = steps;
    }

    /** @throws LearningException if the text is not as described above */
    public static StepRule parse(final String text) {
        final List<Steps> steps = new ArrayList<>();
        if (!text.strip().equals(ALL)) {
            for (final String part : text.split(",", -1)) {
                steps.add(steps(part.strip(), text));
            }
        }
        return new StepRule(text.strip(), List.copyOf(steps));
    }

    private static Steps steps(final String part, final String text) {
        if (part.isEmpty() || part.contains(ALL)) {
            throw new LearningException("The steps of a model are '" + text + "', but should be for instance T0-T2, "
                + "or T0, T1, or * for all other steps.");
        }
        final Matcher range = RANGE.matcher(part);
        if (!range.matches() || !range.group(3).isEmpty() && !range.group(3).equals(range.group(1))) {
            return new Steps(null, 0, 0, part);
        }
        final int first = Integer.parseInt(range.group(2));
        final int last = Integer.parseInt(range.group(4));
        if (first > last) {
            throw new LearningException("The steps '" + part + "' of a model run backwards. Write the first step "
                + "first, for instance T0-T2.");
        }
        return new Steps(range.group(1), first, last, part);
    }

    /** Whether these are the steps that no other rule is for. */
    public boolean isRest() {
        return steps.isEmpty();
    }

    /** Whether a step is named by this rule; a rule for the rest names none. */
    public boolean names(final String step) {
        return steps.stream().anyMatch(part -> part.contain(step.strip()));
    }

    /**
     * Chooses the rule for a step.
     *
     * @return its index
     * @throws LearningException if none or several are for this step
     */
    public static int choose(final List<StepRule> rules, final String step) {
        int chosen = -1;
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).names(step)) {
                requireOne(rules, chosen, i, step);
                chosen = i;
            }
        }
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).isRest() && (chosen < 0 || rules.get(chosen).isRest())) {
                requireOne(rules, chosen, i, step);
                chosen = i;
            }
        }
        if (chosen < 0) {
            throw new LearningException("No model is for step " + step + ": the steps of the models are "
                + String.join("; ", rules.stream().map(StepRule::toString).toList())
                + ". Add the step to one of them, or a model for * (all other steps).");
        }
        return chosen;
    }

    private static void requireOne(final List<StepRule> rules, final int chosen, final int other, final String step) {
        if (chosen >= 0) {
            throw new LearningException("Two models are for step " + step + ": the one for '" + rules.get(chosen)
                + "' and the one for '" + rules.get(other) + "'. Each step needs exactly one model.");
        }
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
