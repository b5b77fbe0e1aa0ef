// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.knime.node.parameters.persistence.Persistable;

/** Selects by a pattern. */
public class PatternFilter implements Persistable {

    /** The pattern; an empty regular expression selects nothing. */
    public String m_pattern = "";

    /** Whether upper and lower case differ. */
    public boolean m_isCaseSensitive;

    /** Whether what does not match is selected. */
    public boolean m_isInverted;

    /** How the pattern is read. */
    public enum PatternMode {
        /** As a regular expression that the whole name must match. */
        REGEX,
        /** {@code *} stands for any text, {@code ?} for one character. */
        WILDCARD
    }

    /**
     * @param mode how the pattern is read
     * @return accepts the selected names
     */
    public Predicate<String> getIsSelectedPredicate(final PatternMode mode) {
        final Predicate<String> matches = matches(mode);
        final Predicate<String> selected = m_isInverted ? matches.negate() : matches;
        return name -> selected.test(cased(name));
    }

    private Predicate<String> matches(final PatternMode mode) {
        final String pattern = cased(m_pattern);
        if (mode == PatternMode.REGEX && pattern.isEmpty()) {
            return name -> false;
        }
        return Pattern.compile("^" + (mode == PatternMode.REGEX ? pattern : wildcardsToRegex(pattern)) + "$",
            mode == PatternMode.REGEX ? 0 : Pattern.DOTALL).asPredicate();
    }

    private static String wildcardsToRegex(final String pattern) {
        return Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
    }

    private String cased(final String text) {
        return m_isCaseSensitive ? text : text.toLowerCase(Locale.getDefault());
    }
}
