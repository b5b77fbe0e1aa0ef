// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.cell;

import java.io.IOException;

import org.electrode4d.volume.Volume;
import org.knime.core.data.DataValue;
import org.knime.core.data.ExtensibleUtilityFactory;

/**
 * A tomogram, or any other 3-D image, in a table. The cell is small whatever the volume: voxels are read from where
 * they are when somebody asks for them.
 */
public interface VolumeValue extends DataValue, Described {

    /** Name and icon of the type, and its renderers. */
    UtilityFactory UTILITY = new ExtensibleUtilityFactory(VolumeValue.class) {
        @Override
        public String getName() {
            return "Volume";
        }

        @Override
        public String getGroupName() {
            return "Electrode4D";
        }
    };

    /** What is known of the volume without touching its voxels. */
    @Override
    VolumeDescription getDescription();

    /**
     * Opens the volume. Voxels are read lazily, block by block.
     *
     * @throws IOException where the files are gone, unreadable, or no longer what they were when the cell was made
     */
    Volume getVolume() throws IOException;
}
