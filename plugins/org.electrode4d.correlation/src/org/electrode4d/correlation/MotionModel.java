// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

/** What an iteration may do with a window: its degrees of freedom. */
interface MotionModel {

    /** Each degree of freedom as twelve affine parameters (see {@link Freedom}). */
    double[][] basis();

    /** What of a start value or an increment this model can keep. */
    Transformation restrict(Transformation start);
}
