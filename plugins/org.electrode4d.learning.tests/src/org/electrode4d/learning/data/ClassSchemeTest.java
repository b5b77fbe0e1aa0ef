// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.electrode4d.learning.LearningException;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClassSchemeTest {

    @Test
    void severalLabelsMayBeOneClass() {
        final ClassScheme scheme = ClassScheme.parse(" background = 0, 1 ; silicon=2;", OptionalInt.empty());
        assertEquals(List.of("background", "silicon"), scheme.names());
        assertArrayEquals(Slices.bytes(0, 0, 1, -1, 1), classify(scheme, 0, 1, 2, 3, 2));
        assertEquals("background = 0, 1; silicon = 2", scheme.text());
    }

    @Test
    void aClassMayBeAllOthers() {
        final ClassScheme scheme = ClassScheme.parse("background = *; silicon = 2", OptionalInt.of(0));
        assertArrayEquals(Slices.bytes(-1, 0, 1, 0, 0), classify(scheme, 0, 1, 2, 77, -5));
        assertEquals(scheme, ClassScheme.parse(scheme.text(), OptionalInt.of(0)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "silicon                 | is not a class with its labels",
        "a = 0; = 1              | is not a class with its labels",
        "silicon = 2             | there is only \"silicon\"",
        "''                      | but there are 0",
        "a = 0; b = one          | \"one\" is not a label of the class \"b\"",
        "a = 0; b =              | \"\" is not a label of the class \"b\"",
        "a = 0, 1; b = 1         | Label 1 of the class \"b\" is named twice",
        "a = 0; b = 9            | Label 9 of the class \"b\" is named twice",
        "a = 0; a = 1            | The class \"a\" is there twice",
        "a = *; b = *            | Only one class can take all other labels"})
    void whatCannotBeReadIsExplained(final String text, final String message) {
        final LearningException refused =
            assertThrows(LearningException.class, () -> ClassScheme.parse(text, OptionalInt.of(9)));
        assertTrue(refused.getMessage().contains(message), refused.getMessage());
    }

    @Test
    void classesOfALabelVolumeAreItsValuesAndNames() {
        final LabelVolume labels = new LabelVolume(Slices.labels(new Shape(3, 2, 1), 0, 2, 2, 5, 0, 2).volume(),
            new TreeMap<>(Map.of(2, "silicon", 7, "copper")));
        final ClassScheme scheme = ClassScheme.of(labels, OptionalInt.of(0), Progress.NONE);
        assertEquals("silicon = 2; Label 5 = 5; copper = 7", scheme.text());
    }

    @Test
    void classesOfSeveralScansAreThoseOfAnyOfThem() {
        final LabelVolume early = Slices.labels(new Shape(2, 1, 1), 1, 3);
        final LabelVolume late = new LabelVolume(Slices.labels(new Shape(2, 1, 1), 0, 2).volume(),
            new TreeMap<>(Map.of(3, "copper")));
        assertEquals("Label 1 = 1; Label 2 = 2; copper = 3",
            ClassScheme.of(List.of(early, late), OptionalInt.of(0), Progress.NONE).text());
    }

    @Test
    void aVolumeOfParticlesIsNoScheme() {
        final int[] particles = new int[200];
        for (int i = 0; i < particles.length; i++) {
            particles[i] = i;
        }
        final LearningException refused = assertThrows(LearningException.class, () -> ClassScheme.of(
            Slices.labels(new Shape(20, 10, 1), particles), OptionalInt.empty(), Progress.NONE));
        assertTrue(refused.getMessage().contains("labels, too many for classes"), refused.getMessage());
    }

    private static byte[] classify(final ClassScheme scheme, final int... labels) {
        final byte[] classes = new byte[labels.length];
        scheme.classify(labels, classes);
        return classes;
    }
}
