// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node.parameters.layout;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Places a layout part in front of another. */
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(BeforeAllOf.class)
@Target(ElementType.TYPE)
public @interface Before {

    /** @return the part that comes next */
    Class<?> value();
}
