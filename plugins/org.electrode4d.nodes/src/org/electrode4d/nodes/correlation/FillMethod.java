// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import org.electrode4d.correlation.FilterSettings.Method;
import org.knime.node.parameters.widget.choices.Label;

/** What a bad node is replaced by; labels for {@link Method}. */
enum FillMethod {

    @Label(value = "Inverse distance", description = "Mean of the nearest good nodes, near ones count more")
    INVERSE_DISTANCE(Method.INVERSE_DISTANCE),

    @Label(value = "Local quadratic fit", description = "A smooth quadratic surface through the nearest good nodes")
    LOCAL_QUADRATIC_FIT(Method.LOCAL_QUADRATIC_FIT),

    @Label(value = "Median", description = "Median of the nearest good nodes: robust against single outliers")
    MEDIAN(Method.MEDIAN);

    final Method method;

    FillMethod(final Method method) {
        this.method = method;
    }
}
