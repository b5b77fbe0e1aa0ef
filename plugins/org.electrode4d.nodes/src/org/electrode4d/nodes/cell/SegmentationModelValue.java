// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.cell;

import java.io.IOException;

import org.electrode4d.learning.model.ModelFile;
import org.knime.core.data.DataValue;
import org.knime.core.data.ExtensibleUtilityFactory;

/** A trained model in a table: a U-Net, a network of another program, or a pixel classifier. */
public interface SegmentationModelValue extends DataValue, Described {

    /** Name and icon of the type, and its renderers. */
    UtilityFactory UTILITY = new ExtensibleUtilityFactory(SegmentationModelValue.class) {
        @Override
        public String getName() {
            return "Segmentation model";
        }

        @Override
        public String getGroupName() {
            return "Electrode4D";
        }
    };

    /** What is known of the model without reading it. */
    @Override
    SegmentationModelDescription getDescription();

    /**
     * Reads the model.
     *
     * @throws IOException where the file store is gone or unreadable
     * @throws org.electrode4d.learning.LearningException where the model is damaged or of a newer version
     */
    ModelFile getModel() throws IOException;
}
