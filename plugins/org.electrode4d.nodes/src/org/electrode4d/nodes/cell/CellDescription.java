// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.cell;

/** Facts on a volume, a field or a model that a cell keeps; the text is one line for tables. */
public sealed interface CellDescription permits VolumeDescription, FieldDescription,
    SegmentationModelDescription {

    /** See {@link ContentHash}. */
    String contentHash();

    /** Whether both tell of the same content, whatever it is called. */
    boolean sameContent(CellDescription other);
}
