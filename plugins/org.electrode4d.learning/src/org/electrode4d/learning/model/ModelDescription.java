// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.electrode4d.learning.LearningException;
import org.electrode4d.learning.data.ClassScheme;
import org.electrode4d.learning.data.Normalization;

/**
 * What a model is, for programs and people.
 *
 * @param kind what is in the file
 * @param name for people, and for choosing among several models
 * @param classes that the model tells apart, and the label values it writes for them
 * @param normalization of grey values, the same in training and in use
 * @param input the images it knows
 * @param architecture by name, for people, such as {@code depth}; unmodifiable
 * @param provenance where it comes from
 * @param training what happened when it was trained
 */
public record ModelDescription(ModelKind kind, String name, ClassScheme classes, Normalization normalization,
    ModelInput input, SortedMap<String, String> architecture, Provenance provenance, TrainingLog training) {

    public ModelDescription {
        architecture = Collections.unmodifiableSortedMap(new TreeMap<>(architecture));
    }

    /** @throws LearningException if this is not a model of that kind */
    ModelDescription require(final ModelKind wanted) {
        if (kind != wanted) {
            throw new LearningException("The model " + name + " is of the kind " + kind.id() + ", but one of the kind "
                + wanted.id() + " is needed here. Choose another model, or another node.");
        }
        return this;
    }
}
