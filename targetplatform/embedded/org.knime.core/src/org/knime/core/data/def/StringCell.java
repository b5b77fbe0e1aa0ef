// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data.def;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellFactory;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;
import org.knime.core.data.NominalValue;
import org.knime.core.data.StringValue;

/** A cell that holds a string. */
public final class StringCell extends DataCell implements StringValue, NominalValue {

    /** The type of these cells. */
    public static final DataType TYPE = DataType.getType(StringCell.class);

    private static final long serialVersionUID = 1L;

    private final String value;

    /** @param str the value, not null */
    public StringCell(final String str) {
        value = Objects.requireNonNull(str, "A string cell must not be null; use a missing cell");
    }

    @Override
    public String getStringValue() {
        return value;
    }

    @Override
    public String toString() {
        return value;
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        return ((StringCell)dc).value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Writes and reads these cells. */
    public static final class StringSerializer implements DataCellSerializer<StringCell> {

        @Override
        public void serialize(final StringCell cell, final DataCellDataOutput output) throws IOException {
            output.writeUTF(cell.value);
        }

        @Override
        public StringCell deserialize(final DataCellDataInput input) throws IOException {
            return new StringCell(input.readUTF());
        }
    }

    /** Makes these cells. */
    public static final class StringCellFactory implements DataCellFactory.FromSimpleString,
        DataCellFactory.FromComplexString, DataCellFactory.FromReader, DataCellFactory.FromInputStream {

        /** The type of the cells. */
        public static final DataType TYPE = StringCell.TYPE;

        @Override
        public DataType getDataType() {
            return TYPE;
        }

        @Override
        public DataCell createCell(final String s) {
            return create(s);
        }

        @Override
        public DataCell createCell(final InputStream input) throws IOException {
            return createCell(new InputStreamReader(input, StandardCharsets.UTF_8));
        }

        @Override
        public DataCell createCell(final Reader input) throws IOException {
            StringWriter text = new StringWriter();
            input.transferTo(text);
            return create(text.toString());
        }

        public static DataCell create(final String s) {
            return new StringCell(s);
        }
    }
}
