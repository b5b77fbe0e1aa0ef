// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node.parameters.widget.text;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MaxLengthValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MinLengthValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/** The limits that the dialog puts on a text. Values from elsewhere, such as flow variables, are not checked. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface TextInputWidget {

    /** @return what is shown while the field is empty */
    String placeholder() default "";

    /** @return a pattern that the whole text must match; none by default */
    Class<? extends PatternValidation> patternValidation() default PatternValidation.class;

    /** @return the longest length; none by default */
    Class<? extends MaxLengthValidation> maxLengthValidation() default MaxLengthValidation.class;

    /** @return the shortest length; none by default */
    Class<? extends MinLengthValidation> minLengthValidation() default MinLengthValidation.class;
}
