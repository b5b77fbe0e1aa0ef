// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Collects the parts of a {@link Message}. Of several issues the message tells the first. */
public final class MessageBuilder {

    private final List<String> issues = new ArrayList<>();

    private final List<String> resolutions = new ArrayList<>();

    private String summary;

    MessageBuilder() {
    }

    /** @return the summary, if it was set */
    public Optional<String> getSummary() {
        return Optional.ofNullable(summary);
    }

    /**
     * @param newSummary one sentence
     * @return this
     */
    public MessageBuilder withSummary(final String newSummary) {
        summary = newSummary;
        return this;
    }

    /**
     * @param description the details of an issue, not null
     * @return this
     */
    public MessageBuilder addTextIssue(final String description) {
        issues.add(Objects.requireNonNull(description));
        return this;
    }

    /**
     * @param res what the user can do, none of them null
     * @return this
     */
    public MessageBuilder addResolutions(final String... res) {
        resolutions.addAll(List.of(res));
        return this;
    }

    /** @return the issue that the message will tell */
    public Optional<String> getFirstIssue() {
        return issues.stream().findFirst();
    }

    /** @return how many issues were added */
    public long getIssueCount() {
        return issues.size();
    }

    List<String> resolutions() {
        return resolutions;
    }

    /** @return the message, empty without a summary */
    public Optional<Message> build() {
        return getSummary().map(s -> new Message(this));
    }
}
