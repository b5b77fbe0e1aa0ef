// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node.parameters.layout;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A layout part with a heading. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Section {

    /** @return the heading */
    String title();

    /** @return a text below the heading */
    String description() default "";

    /** @return true to show the section in a drawer that is opened by a button */
    boolean sideDrawer() default false;

    /** @return the label of that button */
    String sideDrawerSetText() default "";
}
