// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class SettingsTest {

    @Test
    void theDefaultsAreThePublishedProcedure() {
        final LocalCorrelationSettings local = LocalCorrelationSettings.defaults();
        assertEquals(List.of(NodeLevel.of(100), NodeLevel.of(70), NodeLevel.of(35)), local.levels());
        assertEquals(35, local.levels().get(2).halfWindow());
        assertEquals(8, local.fill().neighbours());
        assertEquals(Freedom.AFFINE, local.convergence().freedom());
        final ResidualSettings residual = ResidualSettings.defaults();
        assertEquals(2, residual.sigma());
        assertEquals(5000, residual.threshold());
    }

    static Stream<Executable> nonsense() {
        final ConvergenceSettings c = ConvergenceSettings.local();
        final LocalCorrelationSettings l = LocalCorrelationSettings.defaults();
        return Stream.of(
            () -> c.withMaximumIterations(0),
            () -> c.withTolerance(0),
            () -> c.withTolerance(Double.NaN),
            () -> c.withMinimumCoverage(1.1),
            () -> NodeLevel.of(0, 5),
            () -> NodeLevel.of(5, 2),
            () -> new NodeLevel(20, 10, 4),
            () -> l.withLevels(List.of()),
            () -> l.withSpacings(35, 70),
            () -> l.withSecondChances(-1),
            () -> l.withMemory(100),
            () -> RegistrationSettings.defaults().withBins(2, 4),
            () -> RegistrationSettings.defaults().withSearchRange(0.7),
            () -> new FilterSettings(FilterSettings.Method.MEDIAN, 0, -1),
            () -> FilterSettings.defaults().withMinimumZncc(2),
            () -> FilterSettings.defaults().withMedianRadius(-1),
            () -> BadNodes.failed().withMaximumCoherency(0),
            () -> BadNodes.failed().withMaximumUncertainty(Double.NaN),
            () -> StrainSettings.defaults().withRadius(0.5),
            () -> ResidualSettings.defaults().withSigma(-1),
            () -> ResidualSettings.defaults().withThreshold(Double.NaN));
    }

    @ParameterizedTest
    @MethodSource
    void nonsense(final Executable setting) {
        assertThrows(IllegalArgumentException.class, setting);
    }

    @ParameterizedTest
    @EnumSource
    void codesOfStatusesAreSpams(final NodeStatus status) {
        assertEquals(status == NodeStatus.FILLED ? NodeStatus.MAX_ITERATIONS : status, NodeStatus.of(status.code()));
    }

    @Test
    void unknownCodesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> NodeStatus.of(7));
    }
}
