// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data;

import java.io.IOException;

/** A cell without value. All of them are equal, whatever their error. */
public final class MissingCell extends DataCell implements MissingValue {

    static final MissingCell INSTANCE = new MissingCell(null);

    private static final long serialVersionUID = 1L;

    private final String error;

    /** @param error why the value is missing, or null */
    public MissingCell(final String error) {
        this.error = error;
    }

    @Override
    public String getError() {
        return error;
    }

    @Override
    public boolean isMissing() {
        return true;
    }

    @Override
    public String toString() {
        return "?";
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        return true;
    }

    @Override
    public int hashCode() {
        return 42;
    }

    /** Writes and reads missing cells with an error. */
    public static final class MissingSerializer implements DataCellSerializer<MissingCell> {

        private static final byte HAS_ERROR = 1;

        @Override
        public void serialize(final MissingCell cell, final DataCellDataOutput output) throws IOException {
            output.writeByte(cell.error == null ? 0 : HAS_ERROR);
            if (cell.error != null) {
                output.writeUTF(cell.error);
            }
        }

        @Override
        public MissingCell deserialize(final DataCellDataInput input) throws IOException {
            return (input.readByte() & HAS_ERROR) == 0 ? INSTANCE : new MissingCell(input.readUTF());
        }
    }
}
