// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.table;

/**
 * The columns of a table of expected values: one row per number. Columns of text or whole numbers besides these, such
 * as {@link SeriesColumns#STEP} and {@link #REGION}, say which measured row the number is to be compared with; a
 * missing cell says that any row will do.
 */
public final class ExpectedColumns {

    /** Which column of the measured tables is meant, spelt as there but for the unit: "Thickness, mean". */
    public static final String QUANTITY = "Quantity";

    /** Part of the electrode. */
    public static final String REGION = "Region";

    /** Of a strain. */
    public static final String COMPONENT = "Component";

    /** Unit of all numbers of the row: "µm", "%"; "-" for none. */
    public static final String UNIT = "Unit";

    /** What a paper gives. */
    public static final String PUBLISHED = "Published";

    /** What is known exactly, because the sample was computed. */
    public static final String TRUE = "True";

    /** What the workflow found. */
    public static final String MEASURED = "Measured";

    /** Measured less true value, in the unit of the row. */
    public static final String DIFFERENCE = "Difference";

    /** The same in parts of the true value. */
    public static final String RELATIVE_DIFFERENCE = "Difference [%]";

    /** Largest difference that is accepted, in the unit of the row. */
    public static final String TOLERANCE = "Tolerance";

    /** Largest difference that is accepted, in parts of the true value. */
    public static final String RELATIVE_TOLERANCE = "Tolerance [%]";

    /** Whether the difference is accepted. */
    public static final String WITHIN_TOLERANCE = "Within tolerance";

    private ExpectedColumns() {
    }
}
