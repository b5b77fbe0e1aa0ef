// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.electrode4d.correlation.HistogramBins;
import org.electrode4d.correlation.StrainComponent;
import org.electrode4d.correlation.StrainStatistics;
import org.electrode4d.nodes.table.PairLabel;
import org.junit.jupiter.api.Test;
import org.knime.core.data.def.StringCell;

class StrainSeriesTest {

    private static final HistogramBins BINS = new HistogramBins(0, 1, 4);

    private static StrainStatistics statistics(final String region, final double... values) {
        final double mean = values.length == 0 ? Double.NaN : values[0];
        return new StrainStatistics(region, StrainComponent.VOLUMETRIC, values.length, 0, mean, Double.NaN, mean, mean,
            new double[5], BINS.count(values));
    }

    private static StrainStep step(final String reference, final String deformed, final StrainStatistics... s) {
        return new StrainStep(new PairLabel(new StringCell(reference), new StringCell(deformed)), Double.NaN,
            Double.NaN, List.of(s));
    }

    private static StrainSeries series(final StrainStep... steps) {
        return new StrainSeries(List.of(steps), StrainComponent.VOLUMETRIC);
    }

    @Test
    void stepsFromOneReferenceAreCalledAsTheDeformedScan() {
        final StrainStep second = step("T0", "T2");
        final StrainSeries cumulative = series(step("T0", "T1"), second);
        assertTrue(cumulative.isCumulative());
        assertEquals("T2", cumulative.name(second));
        final StrainSeries incremental = series(step("T0", "T1"), step("T1", "T2"));
        assertFalse(incremental.isCumulative());
        assertEquals("T1 to T2", incremental.name(step("T1", "T2")));
        assertFalse(series(step("Row0", "Row0")).isCumulative());
    }

    @Test
    void labelsMayComeAndGo() {
        final StrainStep first = step("T0", "T1", statistics("Whole", 0.1), statistics("Label 7", 0.2));
        final StrainSeries series = series(first, step("T0", "T2", statistics("Whole", 0.3),
            statistics("Label 9", 0.4)));
        assertEquals(List.of("Whole", "Label 7", "Label 9"), series.regions());
        assertNull(series.find(first, "Label 9"));
        assertTrue(new MeanPlot(series).render().getWidth() > 1000);
        assertTrue(new HistogramPlot(series).render().getHeight() > 1000);
    }

    @Test
    void stepsWithoutStrainAreDrawnEmpty() {
        final StrainSeries series = series(step("T0", "T1", statistics("Whole")));
        assertTrue(new MeanPlot(series).render().getWidth() > 1000);
        assertTrue(new HistogramPlot(series).render().getWidth() > 1000);
    }

    @Test
    void onlyTheFirstRegionsAreKeptForPictures() {
        final StrainStep many = step("T0", "T1", IntStream.range(0, 50)
            .mapToObj(i -> statistics("Label " + i, 0.1)).toArray(StrainStatistics[]::new));
        assertEquals(12, many.first(StrainSeries.MOST_REGIONS).statistics().size());
    }
}
