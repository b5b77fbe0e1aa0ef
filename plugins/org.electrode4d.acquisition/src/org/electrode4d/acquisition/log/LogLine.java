// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.zip.CRC32C;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A record as a line of text: a JSON object whose last field is the CRC-32C of all bytes of the line before it. ASCII
 * alone: other characters are escaped, half surrogates of a garbled answer too.
 */
final class LogLine {

    /** Version of the format, in the record of number 0. */
    static final int FORMAT = 1;

    /** Ends a line that was not written completely. */
    static final char TORN = '~';

    /** Longest line that is written or read, in bytes. */
    static final int LONGEST = 1 << 24;

    private static final ObjectMapper JSON =
        new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final String CHECKSUM = ",\"crc\":\"";
    private static final int CHECKSUM_LENGTH = CHECKSUM.length() + 8 + 2;
    private static final HexFormat HEX = HexFormat.of();

    private LogLine() {
    }

    /**
     * The line without its end.
     *
     * @throws IOException if it is too long
     */
    static String encode(final LogRecord logged) throws IOException {
        final ObjectNode line = JSON.createObjectNode();
        if (logged.number() == 0) {
            line.put("format", FORMAT);
        }
        line.put("number", logged.number());
        JsonFields.put(line, "time", logged.time());
        line.put("instant", logged.instant().toString());
        EventJson.write(logged.event(), line);
        final String content = ascii(line);
        final String open = content.substring(0, content.length() - 1);
        if (open.length() > LONGEST - CHECKSUM_LENGTH) {
            throw new IOException("A record of " + open.length() + " bytes is too long for the log; at "
                + "most " + (LONGEST - CHECKSUM_LENGTH) + " can be kept.");
        }
        final byte[] bytes = open.getBytes(StandardCharsets.US_ASCII);
        return open + CHECKSUM + HEX.toHexDigits(checksum(bytes, bytes.length)) + "\"}";
    }

    /** @throws LogLineException with what is wrong */
    static LogRecord decode(final byte[] line) throws LogLineException {
        checkIntact(line);
        try {
            final JsonNode json = JSON.readTree(line);
            if (json.path("format").asInt(FORMAT) > FORMAT) {
                throw new LogLineException(LogDamage.Kind.NEWER, "it is of format " + json.path("format")
                    + ", and this version reads up to " + FORMAT);
            }
            return new LogRecord(JsonFields.integer(json, "number"), JsonFields.number(json, "time"),
                Instant.parse(JsonFields.text(json, "instant")), EventJson.read(json));
        } catch (JsonProcessingException e) {
            throw new LogLineException(LogDamage.Kind.DAMAGED, "it is not JSON: " + e.getOriginalMessage());
        } catch (IOException | RuntimeException e) {
            // whatever is wrong with one line, the others are still to be read
            throw new LogLineException(LogDamage.Kind.DAMAGED, "it is no record: " + e.getMessage());
        }
    }

    private static void checkIntact(final byte[] line) throws LogLineException {
        if (line.length > 0 && line[line.length - 1] == TORN) {
            throw new LogLineException(LogDamage.Kind.TORN, "it was not written completely: "
                + content(line, line.length - 1));
        }
        final int length = line.length - CHECKSUM_LENGTH;
        final String tail = length < 0 ? "" : new String(line, length, CHECKSUM_LENGTH, StandardCharsets.ISO_8859_1);
        if (!tail.startsWith(CHECKSUM) || !tail.endsWith("\"}")) {
            throw new LogLineException(LogDamage.Kind.DAMAGED, "it does not end with its checksum: "
                + content(line, line.length));
        }
        if (!tail.substring(CHECKSUM.length(), CHECKSUM.length() + 8)
            .equals(HEX.toHexDigits(checksum(line, length)))) {
            throw new LogLineException(LogDamage.Kind.DAMAGED, "its checksum is wrong: it was changed or overwritten");
        }
    }

    /** What a torn or damaged line holds, in words. */
    static String content(final byte[] line, final int length) {
        for (int i = 0; i < length; i++) {
            if (line[i] != 0) {
                return length + " bytes";
            }
        }
        return length == 0 ? "nothing" : length + " bytes, all zero, as a power loss leaves them";
    }

    private static int checksum(final byte[] bytes, final int length) {
        final CRC32C sum = new CRC32C();
        sum.update(bytes, 0, length);
        return (int)sum.getValue();
    }

    /** Characters beyond ASCII occur within strings alone, where an escape may stand for them. */
    private static String ascii(final ObjectNode node) {
        final String json = node.toString();
        final StringBuilder escaped = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            final char c = json.charAt(i);
            if (c < 127) {
                escaped.append(c);
            } else {
                escaped.append("\\u").append(HEX.toHexDigits((short)c));
            }
        }
        return escaped.toString();
    }
}
