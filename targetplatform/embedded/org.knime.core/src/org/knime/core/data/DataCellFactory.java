// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.text.ParseException;

/** Makes cells of one type. */
public interface DataCellFactory {

    DataType getDataType();

    /** Makes cells of strings. */
    interface FromString extends DataCellFactory {

        DataCell createCell(String input);
    }

    /** Makes cells of short strings, such as a user enters. */
    interface FromSimpleString extends FromString {
    }

    /** Makes cells of long strings, such as a document. */
    interface FromComplexString extends FromString {
    }

    /** Makes cells of characters. */
    interface FromReader extends DataCellFactory {

        DataCell createCell(Reader input) throws ParseException, IOException;
    }

    /** Makes cells of bytes. */
    interface FromInputStream extends DataCellFactory {

        DataCell createCell(InputStream input) throws IOException;
    }
}
