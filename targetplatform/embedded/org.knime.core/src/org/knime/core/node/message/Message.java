// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.message;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.workflow.NodeMessage;

/** What a node tells its user: a summary, the details of one issue, and what to do about it. */
public final class Message {

    private final String summary;

    private final String issue;

    private final List<String> resolutions;

    Message(final MessageBuilder builder) {
        summary = builder.getSummary().orElseThrow(() -> new IllegalArgumentException("A message needs a summary"));
        issue = builder.getFirstIssue().orElse(null);
        resolutions = List.copyOf(builder.resolutions());
    }

    /** @return an empty builder */
    public static MessageBuilder builder() {
        return new MessageBuilder();
    }

    /**
     * @param summary one sentence, not null
     * @return a message of that sentence alone
     */
    public static Message fromSummary(final String summary) {
        return new Message(builder().withSummary(summary));
    }

    /**
     * @param summary one sentence, not null
     * @param res what the user can do
     * @return a message of both
     */
    public static Message fromSummaryWithResolution(final String summary, final String... res) {
        return new Message(builder().withSummary(summary).addResolutions(res));
    }

    /**
     * @param nodeMessage a warning or error
     * @return the same as a message
     */
    public static Message fromNodeMessage(final NodeMessage nodeMessage) {
        if (nodeMessage.getMessageType() == NodeMessage.Type.RESET) {
            throw new IllegalArgumentException("A reset has no message");
        }
        MessageBuilder builder = builder().withSummary(nodeMessage.getMessage());
        nodeMessage.getIssue().ifPresent(builder::addTextIssue);
        return new Message(builder.addResolutions(nodeMessage.getResolutions().toArray(String[]::new)));
    }

    /**
     * @param message a message or null
     * @return its summary or null
     */
    public static String getSummaryFrom(final Message message) {
        return message == null ? null : message.getSummary();
    }

    /** @return a builder that holds what this message says */
    public MessageBuilder modify() {
        MessageBuilder builder = builder().withSummary(summary);
        if (issue != null) {
            builder.addTextIssue(issue);
        }
        return builder.addResolutions(resolutions.toArray(String[]::new));
    }

    /** @return one sentence, never null */
    public String getSummary() {
        return summary;
    }

    /** @return what the user can do, may be empty */
    public List<String> getResolutions() {
        return resolutions;
    }

    /** @return summary and issue, as lines for a log */
    public String toLogPrintable() {
        return issue == null ? summary : summary + "\n" + issue;
    }

    /**
     * @param type warning or error
     * @return the same as a node message
     */
    public NodeMessage toNodeMessage(final NodeMessage.Type type) {
        return new NodeMessage(type, summary, issue, resolutions);
    }

    /** @return an exception to throw at configuration */
    public InvalidSettingsException toInvalidSettingsException() {
        return toInvalidSettingsException(null);
    }

    /**
     * @param cause why, may be null
     * @return an exception to throw at configuration
     */
    public InvalidSettingsException toInvalidSettingsException(final Throwable cause) {
        return new MessageAwareInvalidSettingsException(this, cause);
    }

    /** @return an exception to throw at execution */
    public KNIMEException toKNIMEException() {
        return KNIMEException.of(this);
    }

    /**
     * @param cause why, may be null
     * @return an exception to throw at execution
     */
    public KNIMEException toKNIMEException(final Throwable cause) {
        return KNIMEException.of(this, cause);
    }

    Optional<String> issue() {
        return Optional.ofNullable(issue);
    }

    @Override
    public String toString() {
        return "Message[summary=" + summary + ", issue=" + issue + ", resolutions=" + resolutions + "]";
    }

    @Override
    public boolean equals(final Object obj) {
        if (!(obj instanceof Message)) {
            return false;
        }
        Message other = (Message)obj;
        return summary.equals(other.summary) && Objects.equals(issue, other.issue)
            && resolutions.equals(other.resolutions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(summary, issue, resolutions);
    }
}
