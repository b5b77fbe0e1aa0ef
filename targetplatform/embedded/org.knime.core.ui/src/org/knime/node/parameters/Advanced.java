// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node.parameters;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks a field, or a layout part with all it contains, as hidden until the user asks for advanced options. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Advanced {
}
