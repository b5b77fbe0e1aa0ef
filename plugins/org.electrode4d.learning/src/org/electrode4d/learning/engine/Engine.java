// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.engine;

/**
 * A library that computes networks, in this Java machine or in another one. Engines are found by
 * {@link java.util.ServiceLoader}; what one saves in engine-neutral form (architecture and {@code Parameters}) every
 * other one opens.
 */
public interface Engine {

    /** A short name without spaces, such as {@code dl4j}. */
    String id();

    /** Name and version for people, such as {@code Deeplearning4j 1.0.0-M2.1}. */
    String description();

    /** Whether networks can be trained; otherwise {@link Network#train} and what belongs to it are refused. */
    boolean trains();

    /**
     * Opens a network.
     *
     * @throws EngineException if the engine cannot compute such a network
     */
    Network open(NetworkSource source, NetworkOptions options);
}
