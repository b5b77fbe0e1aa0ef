// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

import org.electrode4d.correlation.StepChain;
import org.knime.node.parameters.widget.choices.Label;

/** How the scans are called that a field lies between. */
enum StepNaming {

    @Label(value = "From the names", description = "As SPAM and the Deformation Field Writer name files: "
        + "T0-T1-ldic.tsv lies between T0 and T1")
    FROM_NAMES,

    @Label(value = "Consecutive", description = "T0 to T1, T1 to T2, ... in the order of the names")
    CONSECUTIVE,

    @Label(value = "All to the first", description = "T0 to T1, T0 to T2, ... in the order of the names")
    TO_FIRST;

    /** What programs append to the names of the two scans. */
    private static final Pattern KIND = Pattern.compile("(?i)(-(registration|ldic|ddic|gdic|filtered|filter|merged?|"
        + "passed|ns\\d+|bin\\d+|regs|lqc|field))+$");

    /**
     * The scans of a field.
     *
     * @param file name with its extension
     * @param index number of the file in the list
     * @return nothing where the name does not consist of two names that a hyphen joins
     */
    Optional<StepChain.Pair> steps(final String file, final int index) {
        return switch (this) {
            case FROM_NAMES -> fromName(file);
            case CONSECUTIVE -> Optional.of(new StepChain.Pair("T" + index, "T" + (index + 1)));
            case TO_FIRST -> Optional.of(new StepChain.Pair("T0", "T" + (index + 1)));
        };
    }

    /** Names of scans may have hyphens themselves: the middle one of an odd number joins them. */
    private static Optional<StepChain.Pair> fromName(final String file) {
        final int dot = file.lastIndexOf('.');
        final String name = KIND.matcher(dot > 0 ? file.substring(0, dot) : file).replaceFirst("");
        final String[] parts = name.split("-", -1);
        if (parts.length % 2 != 0) {
            return Optional.empty();
        }
        final int middle = String.join("-", Arrays.copyOf(parts, parts.length / 2)).length();
        final String reference = name.substring(0, middle);
        final String deformed = name.substring(middle + 1);
        return reference.isBlank() || deformed.isBlank() ? Optional.empty()
            : Optional.of(new StepChain.Pair(reference, deformed));
    }
}
