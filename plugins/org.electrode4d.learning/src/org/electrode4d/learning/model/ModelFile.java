// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.electrode4d.learning.LearningException;
import org.electrode4d.volume.io.PendingOutput;

/**
 * A trained model in one file, a zip: {@code model.json} describes it, the other entries are its parts, such as
 * weights. Equal models give equal bytes. The format is described in docs/learning-training.md; what was written once
 * is read by all later versions of the program.
 *
 * @param description of the model
 * @param parts by the names of their entries; not copied, not to be changed
 */
public record ModelFile(ModelDescription description, SortedMap<String, byte[]> parts) {

    /** By custom, the end of the name of a file. */
    public static final String SUFFIX = ".e4dmodel";

    static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");
    /** The same on every system. */
    private static final ObjectWriter WRITER = JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(INDENTER)
        .withArrayIndenter(INDENTER));

    private static final String DESCRIPTION = "model.json";
    private static final String AGAIN = "Copy or write it again.";
    /** The oldest that a zip can hold: a file does not depend on the day on which it was written. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    public ModelFile {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    /**
     * The bytes of a part.
     *
     * @throws LearningException if there is no such part
     */
    public byte[] part(final String name) {
        final byte[] part = parts.get(name);
        if (part == null) {
            throw new LearningException("The model " + description.name() + " has no " + name + " in it, but only "
                + String.join(", ", parts.keySet()) + ". Write the model again.");
        }
        return part;
    }

    /**
     * A part that is JSON.
     *
     * @throws LearningException if there is no such part, or it is no JSON
     */
    public JsonNode json(final String name) {
        try {
            return JSON.readTree(part(name));
        } catch (IOException e) {
            throw new LearningException("The part " + name + " of the model " + description.name() + " is not JSON. "
                + AGAIN, e);
        }
    }

    /** JSON as a part, indented for people. */
    public static byte[] bytes(final JsonNode json) {
        try {
            return WRITER.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of JSON can always be written.", e);
        }
    }

    /**
     * Writes a file, which is complete or not there at all; what was there before is replaced.
     *
     * @throws org.electrode4d.volume.io.VolumeWriteException with the path and what to do
     */
    public void write(final Path file) throws IOException {
        PendingOutput.write(file, true, temporary -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
                write(out);
            }
        });
    }

    /** Writes the file to a stream, which stays open. */
    public void write(final OutputStream out) throws IOException {
        final ZipOutputStream zip = new ZipOutputStream(out);
        write(DESCRIPTION, bytes(DescriptionJson.write(description, parts)), zip);
        for (final Map.Entry<String, byte[]> part : parts.entrySet()) {
            write(part.getKey(), part.getValue(), zip);
        }
        zip.finish();
    }

    private static void write(final String name, final byte[] bytes, final ZipOutputStream zip) throws IOException {
        final ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /**
     * Reads a file.
     *
     * @throws LearningException if it is no model, damaged or of a newer version
     * @throws IOException if it cannot be read at all
     */
    public static ModelFile read(final Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new LearningException("There is no model " + file + ". Check its name and folder.");
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return read(in, file.toString());
        }
    }

    /**
     * Reads a file from a stream, which stays open.
     *
     * @param name of the file, for messages
     * @throws LearningException if it is no model, damaged or of a newer version
     * @throws IOException if the stream cannot be read
     */
    public static ModelFile read(final InputStream in, final String name) throws IOException {
        try {
            return of(entries(in));
        } catch (ZipException | EOFException e) {
            throw new LearningException(name + ": The model is damaged or cut off (" + e.getMessage() + "). " + AGAIN,
                e);
        } catch (JsonProcessingException e) {
            throw new LearningException(name + ": " + DESCRIPTION + " in the model is not JSON ("
                + e.getOriginalMessage() + "). " + AGAIN, e);
        } catch (IllegalArgumentException e) {
            throw new LearningException(name + ": " + e.getMessage(), e);
        }
    }

    private static SortedMap<String, byte[]> entries(final InputStream in) throws IOException {
        final SortedMap<String, byte[]> entries = new TreeMap<>();
        final ZipInputStream zip = new ZipInputStream(in);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            entries.put(entry.getName(), zip.readAllBytes());
        }
        return entries;
    }

    private static ModelFile of(final SortedMap<String, byte[]> entries) throws IOException {
        final byte[] description = entries.remove(DESCRIPTION);
        if (description == null) {
            throw new LearningException("This is no model of Electrode4D: it is not a zip with " + DESCRIPTION
                + " in it. Choose a file written by 'Model Writer'.");
        }
        final JsonNode json = JSON.readTree(description);
        final ModelDescription read = DescriptionJson.read(json);
        final SortedMap<String, byte[]> parts = new TreeMap<>();
        DescriptionJson.parts(json).forEach((name, bytes) -> parts.put(name, part(entries, name, bytes)));
        return new ModelFile(read, parts);
    }

    private static byte[] part(final SortedMap<String, byte[]> entries, final String name, final long bytes) {
        final byte[] part = entries.get(name);
        if (part == null) {
            throw new LearningException("The part " + name + " of the model is missing. " + AGAIN);
        }
        if (part.length != bytes) {
            throw new LearningException("The part " + name + " of the model should have " + bytes
                + " bytes, but has " + part.length + ". " + AGAIN);
        }
        return part;
    }
}
