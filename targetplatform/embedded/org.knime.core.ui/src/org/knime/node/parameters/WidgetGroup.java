// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node.parameters;

/** A class whose fields are shown in a dialog. */
public interface WidgetGroup {
}
