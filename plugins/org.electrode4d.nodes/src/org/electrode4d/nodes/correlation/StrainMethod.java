// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import org.electrode4d.correlation.StrainSettings.Method;
import org.knime.node.parameters.widget.choices.Label;

/** How strain is taken from displacements; labels for {@link Method}. */
enum StrainMethod {

    @Label(value = "Least squares", description = "Slope of the displacements of a node and its neighbours: smooth, "
        + "at the nodes")
    LEAST_SQUARES(Method.LEAST_SQUARES),

    @Label(value = "As SPAM's default (Geers)", description = "The same inside the grid, but wrong at its faces, edges "
        + "and corners: of a homogeneous 5 % it makes 19, 1.5 and 2.4 %. Only to compare with results of SPAM")
    GEERS_SPAM(Method.GEERS_SPAM),

    @Label(value = "Brick of eight nodes", description = "Finer but noisier, between the nodes. SPAM's Q8")
    Q8(Method.Q8),

    @Label(value = "From the correlation", description = "The deformation gradient of every window as measured. SPAM's "
        + "raw")
    CORRELATION(Method.CORRELATION);

    final Method method;

    StrainMethod(final Method method) {
        this.method = method;
    }
}
