// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.dl4j;

import java.lang.reflect.Method;

import org.bytedeco.javacpp.Pointer;
import org.electrode4d.learning.engine.EngineException;

/**
 * Gives freed native memory back to the operating system. oneDNN takes and frees large blocks in every layer; small
 * ones that live longer lie between them, so that the allocator of C keeps what is free, 240 MB more with each step
 * of training. JavaCPP can trim it, but does so only where memory has nearly run out.
 */
final class NativeMemory {

    /** Trimming costs a tenth of a second, so that some growth is left between two times: 256 MiB. */
    private static final long SLACK = 1L << 28;

    /** Collecting garbage takes some 20 ms: less than 1 % of so many computations. */
    private static final int COLLECTED_TOGETHER = 50;

    private static final Method TRIM = trim();

    private long least = Long.MAX_VALUE;

    private int computations;

    private static Method trim() {
        try {
            final Method method = Pointer.class.getDeclaredMethod("trimMemory");
            method.setAccessible(true);
            return method;
        } catch (final NoSuchMethodException error) {
            throw new EngineException("JavaCPP is of another version than 1.5.7 and cannot give memory back.", error);
        }
    }

    /**
     * Trims if the process has grown since the last time; to be called after every computation. Views of arrays are
     * small in Java's heap, which therefore is seldom full, but hold native memory until they are collected.
     */
    void settle() {
        if (++computations % COLLECTED_TOGETHER == 0) {
            System.gc();
        }
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
