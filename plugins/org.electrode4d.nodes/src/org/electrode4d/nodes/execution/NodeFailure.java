// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.concurrent.CompletionException;

import org.electrode4d.acquisition.cycler.CyclerFormatException;
import org.electrode4d.acquisition.protocol.ProtocolFormatException;
import org.electrode4d.learning.engine.EngineException;
import org.electrode4d.volume.io.MissingVoxelSizeException;
import org.electrode4d.volume.io.NoMatchingSliceException;
import org.electrode4d.volume.io.VolumeFormatException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;

/** Messages of failed nodes: a summary of what happened, and what the user can do about it. */
public final class NodeFailure {

    private static final String LOST = "Correct the path, or connect the drive that the file is on.";

    private NodeFailure() {
    }

    /** A failure that the node itself found. */
    public static KNIMEException of(final String summary, final String... resolutions) {
        return KNIMEException.of(Message.fromSummaryWithResolution(summary, resolutions));
    }

    /** A failure with its cause. */
    public static KNIMEException of(final Exception cause, final String summary, final String... resolutions) {
        return KNIMEException.of(Message.fromSummaryWithResolution(summary, resolutions), cause);
    }

    /** A failure that the domain reported, and what the node knows of it besides. */
    public static KNIMEException adding(final Exception failure, final String addition) {
        final Message message = of(failure).getKNIMEMessage();
        return of(failure, message.getSummary() + " " + addition, message.getResolutions().toArray(String[]::new));
    }

    /** A failure that the domain reported. */
    static KNIMEException of(final Exception failure) {
        final Exception cause = root(failure);
        if (cause instanceof MissingVoxelSizeException) {
            return of(cause, summary(cause), "Enter the size of a voxel in 'Voxel size [µm]' of the reader.");
        } else if (cause instanceof VolumeFormatException format) {
            return of(cause, summary(cause), ofFormat(format));
        } else if (cause instanceof CyclerFormatException) {
            return of(cause, summary(cause), "Check the file named in the message, export it again, or set 'Format'.");
        } else if (cause instanceof FileSystemException files) {
            return ofFileSystem(files);
        } else if (cause instanceof IOException) {
            return of(cause, summary(cause), InstrumentAdvice.of(cause).orElseGet(() -> ofInput(cause)));
        } else if (cause instanceof ProtocolFormatException) {
            return of(cause, summary(cause), "Correct the protocol at the place that the message names.");
        } else if (cause instanceof EngineException) {
            return of(cause, summary(cause), "Do what the message says, or choose another engine in 'Engine'.");
        } else if (cause instanceof IllegalArgumentException) {
            return of(cause, summary(cause), "Change the setting or the input named in the message.");
        }
        return of(cause, "The node failed unexpectedly: " + summary(cause),
            "Please report this with the log of KNIME and, if possible, with the data.");
    }

    /** What was wrapped on its way out of lazily read voxels or of worker threads. */
    private static Exception root(final Exception failure) {
        Exception cause = failure;
        while ((cause instanceof UncheckedIOException || cause instanceof CompletionException
            || cause.getClass() == RuntimeException.class) && cause.getCause() instanceof Exception inner) {
            cause = inner;
        }
        return cause;
    }

    private static String ofFormat(final VolumeFormatException failure) {
        if (failure.path() != null && !Files.exists(failure.path())) {
            return LOST;
        } else if (failure instanceof NoMatchingSliceException) {
            return "Change 'Slice pattern' of the reader so that it matches every slice: * stands for any text, "
                + "? for one character.";
        }
        return "Check the file named in the message, or write it again.";
    }

    private static KNIMEException ofFileSystem(final FileSystemException failure) {
        final String file = failure.getFile();
        if (failure instanceof NoSuchFileException) {
            return of(failure, "There is no file or folder " + file + ".",
                failure.getReason() == null ? LOST : failure.getReason());
        } else if (failure instanceof AccessDeniedException) {
            return of(failure, "Access to " + file + " is denied.", "Choose another folder, or ask for the rights.");
        } else if (failure instanceof FileAlreadyExistsException) {
            return of(failure, file + " exists already.",
                "Choose another folder or name, or set 'If a file exists' to overwrite.");
        } else if (failure instanceof NotDirectoryException) {
            return of(failure, file + " is not a folder.", "Choose a folder.");
        }
        return of(failure, summary(failure), ofInput(failure));
    }

    private static String ofInput(final Exception cause) {
        final String text = summary(cause);
        if (text.matches("(?s).*(No space left|disk is full|Disk quota| bytes free| are free).*")) {
            return "Free space on the disk, or choose a folder on another one.";
        } else if (text.matches("(?s).*(Read-only|read-only|ermission denied|write.protected).*")) {
            return "Choose another folder, or ask for the right to write there.";
        }
        return "Check that the file or folder is there and can be read and written.";
    }

    private static String summary(final Exception cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName()
            : OutputFolder.finalNames(cause.getMessage());
    }
}
