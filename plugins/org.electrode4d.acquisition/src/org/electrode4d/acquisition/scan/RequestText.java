// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.scan;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with the places {step}, {run}, {potential} (V) and {charge} (C), and sometimes {scan}, where the values of a
 * request are put.
 */
final class RequestText {

    /** A place is a word alone in braces, so that JSON can be written as it is. */
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)\\}");

    private final String template;

    /** @throws IllegalArgumentException if it has a place that is not known */
    RequestText(final String template) {
        this.template = template;
        final Matcher places = PLACE.matcher(template);
        while (places.find()) {
            if (!places.group(1).matches("step|run|potential|charge|scan")) {
                throw new IllegalArgumentException("The text '" + template + "' has the place " + places.group()
                    + ", which is not known. Use {step}, {run}, {potential} or {charge}.");
            }
        }
    }

    /** @param escape makes a value harmless in the language of the text */
    String fill(final ScanRequest request, final UnaryOperator<String> escape) {
        return fill(request, "", escape);
    }

    String fill(final ScanRequest request, final String scan, final UnaryOperator<String> escape) {
        return PLACE.matcher(template).replaceAll(place -> Matcher.quoteReplacement(escape.apply(
            switch (place.group(1)) {
                case "step" -> request.step();
                case "run" -> request.run();
                case "potential" -> Double.toString(request.potential());
                case "charge" -> Double.toString(request.charge());
                default -> scan;
            })));
    }

    /** Letters, digits, dot, plus, minus and underscore stay; whatever else becomes an underscore. */
    static String plain(final String value) {
        return value.replaceAll("[^A-Za-z0-9.+_-]", "_");
    }
}
