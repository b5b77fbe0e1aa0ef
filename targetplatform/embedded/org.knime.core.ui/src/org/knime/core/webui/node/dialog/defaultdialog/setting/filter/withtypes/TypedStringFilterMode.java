// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.webui.node.dialog.defaultdialog.setting.filter.withtypes;

/** How a filter with types selects. */
public enum TypedStringFilterMode {
    /** By two lists. */
    MANUAL,
    /** By a regular expression. */
    REGEX,
    /** By a pattern with {@code *} and {@code ?}. */
    WILDCARD,
    /** By type. */
    TYPE
}
