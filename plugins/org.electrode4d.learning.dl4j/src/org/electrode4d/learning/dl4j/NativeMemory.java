// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.dl4j;

import java.lang.reflect.Method;

import org.bytedeco.javacpp.Pointer;
import org.electrode4d.learning.engine.EngineException;

/**
 * Gives freed native memory back to the operating system. oneDNN takes and frees large blocks in every layer; small ones
 * that live longer lie between them, so that the allocator of C keeps what is free, 240 MB more with each step of
 * training. JavaCPP can trim it, but does so only where memory has nearly run out.
 */
final class NativeMemory {

    /** Trimming costs a tenth of a second, so that some growth is left between two times: 256 MiB. */
    private static final long SLACK = 1L << 28;

    private static final Method TRIM = trim();

    private long least = Long.MAX_VALUE;

    private static Method trim() {
        try {
            final Method method = Pointer.class.getDeclaredMethod("trimMemory");
            method.setAccessible(true);
            return method;
        } catch (final NoSuchMethodException error) {
            throw new EngineException("JavaCPP is of another version than 1.5.7 and cannot give memory back.", error);
        }
    }

    /** Trims if the process has grown since the last time; to be called after every computation. */
    void settle() {
        if (Pointer.physicalBytes() - SLACK > least) {
            try {
                TRIM.invoke(null);
            } catch (final ReflectiveOperationException error) {
                throw new EngineException("JavaCPP cannot give memory back: " + error.getMessage(), error);
            }
        }
        least = Math.min(least, Pointer.physicalBytes());
    }
}
