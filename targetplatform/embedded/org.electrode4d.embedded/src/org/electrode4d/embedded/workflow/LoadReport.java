// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.workflow;

import java.util.ArrayList;
import java.util.List;

/** What was noticed while a workflow was loaded: KNIME's load result. */
public final class LoadReport {

    /** How bad a finding is. */
    public enum Severity {
        /** The workflow can be used; something was repaired or replaced by a default. */
        WARNING,
        /** Part of the workflow cannot be used. */
        ERROR
    }

    /**
     * One finding.
     *
     * @param severity how bad it is
     * @param place node and file, for example {@code "Scale (#2)"}; or the workflow's name
     * @param problem what was found and what was expected
     * @param remedy what the user can do
     */
    public record Finding(Severity severity, String place, String problem, String remedy) {

        @Override
        public String toString() {
            return place + ": " + problem + (remedy.isEmpty() ? "" : " " + remedy);
        }
    }

    private final List<Finding> findings = new ArrayList<>();

    /** Notes something that was repaired. */
    public void warn(final String place, final String problem, final String remedy) {
        findings.add(new Finding(Severity.WARNING, place, problem, remedy));
    }

    /** Notes something that makes a part unusable. */
    public void error(final String place, final String problem, final String remedy) {
        findings.add(new Finding(Severity.ERROR, place, problem, remedy));
    }

    /** All findings, in the order of loading. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Whether part of the workflow cannot be used. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
    }
}
