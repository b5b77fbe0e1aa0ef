// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data;

import java.awt.image.BufferedImage;
import java.net.URL;

import javax.swing.Icon;
import javax.swing.ImageIcon;

/** What a cell can be read as. An interface that extends this may have a constant {@code UTILITY} of its own. */
public interface DataValue {

    /** For interfaces without a constant of their own. */
    UtilityFactory UTILITY = new UtilityFactory();

    /** @return the cell with its whole content */
    default DataCell materializeDataCell() {
        return (DataCell)this;
    }

    /** Order and picture of the values of one interface. */
    class UtilityFactory {

        private static final Icon EMPTY = new ImageIcon(new BufferedImage(16, 16, BufferedImage.TYPE_INT_ARGB));

        /** For constants of interfaces. */
        protected UtilityFactory() {
        }

        /** @return a picture of 16 x 16 pixels */
        public Icon getIcon() {
            return EMPTY;
        }

        /** @return the order of the values, or null if they have none */
        protected DataValueComparator getComparator() {
            return null;
        }

        /**
         * Reads a picture that lies beside a class.
         *
         * @param cl the class
         * @param path the path of the file, relative to the class or with a leading slash
         * @return the picture, or an empty one if there is no such file
         */
        protected static Icon loadIcon(final Class<?> cl, final String path) {
            URL url = cl.getResource(path);
            return url == null ? EMPTY : new ImageIcon(url);
        }
    }
}
