// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StepChainTest {

    /** Pairs such as "T0 T1". */
    private static StepChain chain(final String... pairs) {
        return StepChain.of(Arrays.stream(pairs).map(pair -> pair.split(" "))
            .map(steps -> new StepChain.Pair(steps[0], steps[1])).toList());
    }

    private static String problem(final String... pairs) {
        return assertThrows(CorrelationException.class, () -> chain(pairs)).getMessage();
    }

    @Test
    void pairsAreChainedByTheirNamesInAnyOrder() {
        assertEquals(new StepChain(List.of(0, 1, 2), Map.of()), chain("T0 T1", "T1 T2", "T2 T3"));
        assertEquals(new StepChain(List.of(1, 2, 0), Map.of()), chain("T9 T10", "T7 T8", "T8 T9"));
        assertEquals(new StepChain(List.of(), Map.of()), chain());
    }

    @Test
    void pairsFromTheFirstScanToLaterOnesAreDirect() {
        assertEquals(new StepChain(List.of(1, 2, 4), Map.of(1, 0, 2, 3)),
            chain("T0 T2", "T0 T1", "T1 T2", "T0 T3", "T2 T3"));
    }

    @Test
    void aGapIsNamed() {
        final String remedy = " Correlate the scans consecutively: each with the one before.";
        assertEquals("The series has a gap: there is no field from T1 to T2." + remedy, problem("T0 T1", "T2 T3"));
        assertEquals("The series has a gap: there is no field from T2 to T4." + remedy,
            problem("T0 T1", "T1 T2", "T5 T6", "T4 T5"));
        assertEquals("The series has a gap: there is no field from T1 to T2." + remedy, problem("T0 T1", "T0 T2"));
    }

    @Test
    void whatIsNoChainIsExplained() {
        assertEquals("The pair T0 to T1 is there twice. Keep one of them.", problem("T0 T1", "T0 T1"));
        assertEquals("T1 is the reference of two pairs, T1 to T2 and T1 to T3. Keep the one that leads to the next "
            + "scan.", problem("T0 T1", "T1 T2", "T1 T3"));
        assertEquals("The pairs lead in a ring (T0 to T1, T1 to T0): no scan is the first. Leave out the pair that "
            + "leads back.", problem("T0 T1", "T1 T0"));
        assertEquals("From T0 no pair leads to the scan after it; there is T0 to T1, T1 to T2, T2 to T1. Correlate the "
            + "scans consecutively: each with the one before.", problem("T0 T1", "T1 T2", "T2 T1"));
    }
}
