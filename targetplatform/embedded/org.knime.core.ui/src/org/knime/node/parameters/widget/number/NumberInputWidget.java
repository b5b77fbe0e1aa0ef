// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node.parameters.widget.number;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** The limits that the dialog puts on a number. Values from elsewhere, such as flow variables, are not checked. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface NumberInputWidget {

    /** @return the lower limit; that of the number type by default */
    Class<? extends MinValidation> minValidation() default MinValidation.class;

    /** @return the upper limit; that of the number type by default */
    Class<? extends MaxValidation> maxValidation() default MaxValidation.class;
}
