// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node.parameters.layout;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The layout part in which a field, or every field of a class, is shown. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Layout {

    /** @return the layout part */
    Class<?> value();
}
