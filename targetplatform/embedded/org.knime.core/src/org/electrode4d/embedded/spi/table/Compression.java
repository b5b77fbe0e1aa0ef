// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import org.knime.core.node.InvalidSettingsException;
import org.xerial.snappy.SnappyInputStream;
import org.xerial.snappy.SnappyOutputStream;

/** How the rows of a container are compressed. New containers use {@link #SNAPPY}. */
enum Compression {

    /** Not at all. */
    NONE {

        @Override
        InputStream decompress(final InputStream in) {
            return in;
        }

        @Override
        OutputStream compress(final OutputStream out) {
            return out;
        }
    },

    /** By DEFLATE. */
    GZIP {

        @Override
        InputStream decompress(final InputStream in) throws IOException {
            return new GZIPInputStream(in);
        }

        @Override
        OutputStream compress(final OutputStream out) throws IOException {
            return new GZIPOutputStream(out);
        }
    },

    /** By Snappy, in the framing of snappy-java. */
    SNAPPY {

        @Override
        InputStream decompress(final InputStream in) throws IOException {
            return new SnappyInputStream(in);
        }

        @Override
        OutputStream compress(final OutputStream out) {
            return new SnappyOutputStream(out);
        }
    };

    abstract InputStream decompress(InputStream in) throws IOException;

    abstract OutputStream compress(OutputStream out) throws IOException;

    /** @return the name in {@code meta.xml} */
    String title() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    static Compression of(final String title) throws InvalidSettingsException {
        try {
            return valueOf(title.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException("Unknown compression of a table: " + title, e);
        }
    }
}
