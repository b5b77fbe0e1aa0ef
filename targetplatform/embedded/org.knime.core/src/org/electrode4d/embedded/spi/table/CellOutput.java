// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.table;

import java.io.DataOutputStream;
import java.io.IOException;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataOutput;

/** What a serializer writes to: the block of a cell. */
final class CellOutput implements DataCellDataOutput {

    private final DataOutputStream out;

    private final RowWriter writer;

    CellOutput(final BlockOutput block, final RowWriter writer) {
        out = new DataOutputStream(block);
        this.writer = writer;
    }

    @Override
    public void writeDataCell(final DataCell cell) throws IOException {
        writer.writeCell(cell);
    }

    @Override
    public void writeUTF(final String s) throws IOException {
        LongUtf.write(s, out);
    }

    @Override
    public void write(final int b) throws IOException {
        out.write(b);
    }

    @Override
    public void write(final byte[] b) throws IOException {
        out.write(b);
    }

    @Override
    public void write(final byte[] b, final int off, final int len) throws IOException {
        out.write(b, off, len);
    }

    @Override
    public void writeBoolean(final boolean v) throws IOException {
        out.writeBoolean(v);
    }

    @Override
    public void writeByte(final int v) throws IOException {
        out.writeByte(v);
    }

    @Override
    public void writeShort(final int v) throws IOException {
        out.writeShort(v);
    }

    @Override
    public void writeChar(final int v) throws IOException {
        out.writeChar(v);
    }

    @Override
    public void writeInt(final int v) throws IOException {
        out.writeInt(v);
    }

    @Override
    public void writeLong(final long v) throws IOException {
        out.writeLong(v);
    }

    @Override
    public void writeFloat(final float v) throws IOException {
        out.writeFloat(v);
    }

    @Override
    public void writeDouble(final double v) throws IOException {
        out.writeDouble(v);
    }

    @Override
    public void writeBytes(final String v) throws IOException {
        out.writeBytes(v);
    }

    @Override
    public void writeChars(final String v) throws IOException {
        out.writeChars(v);
    }
}
