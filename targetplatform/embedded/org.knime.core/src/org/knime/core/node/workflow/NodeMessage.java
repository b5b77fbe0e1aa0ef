// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.workflow;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The message shown below a node. */
public final class NodeMessage {

    /** No message. */
    public static final NodeMessage NONE = new NodeMessage(Type.RESET, "");

    private final Type type;

    private final String message;

    private final String issue;

    private final List<String> resolutions;

    /** The kind of a message. */
    public enum Type {
        /** No message. */
        RESET,
        /** The node works, but the user should know something. */
        WARNING,
        /** The node does not work. */
        ERROR
    }

    /**
     * @param messageType its kind
     * @param message one sentence
     */
    public NodeMessage(final Type messageType, final String message) {
        this(messageType, message, null, null);
    }

    /**
     * @param messageType its kind
     * @param message one sentence
     * @param issue details, may be null
     * @param resolutions what the user can do, may be null
     */
    public NodeMessage(final Type messageType, final String message, final String issue,
        final List<String> resolutions) {
        this.type = messageType;
        this.message = message;
        this.issue = issue;
        this.resolutions = resolutions == null ? List.of() : resolutions;
    }

    /**
     * @param message one sentence
     * @return a warning
     */
    public static final NodeMessage newWarning(final String message) {
        return new NodeMessage(Type.WARNING, message);
    }

    /**
     * @param message one sentence
     * @return an error
     */
    public static final NodeMessage newError(final String message) {
        return new NodeMessage(Type.ERROR, message);
    }

    /** @return details */
    public Optional<String> getIssue() {
        return Optional.ofNullable(issue);
    }

    /** @return what the user can do, may be empty */
    public List<String> getResolutions() {
        return resolutions;
    }

    /** @return one sentence */
    public String getMessage() {
        return message;
    }

    /** @return its kind */
    public Type getMessageType() {
        return type;
    }

    @Override
    public String toString() {
        return type + ": " + message;
    }

    @Override
    public boolean equals(final Object obj) {
        if (!(obj instanceof NodeMessage)) {
            return false;
        }
        NodeMessage other = (NodeMessage)obj;
        return type == other.type && Objects.equals(message, other.message) && Objects.equals(issue, other.issue)
            && resolutions.equals(other.resolutions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(type, message, issue, resolutions);
    }
}
