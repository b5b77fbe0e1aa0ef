// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.electrode4d.correlation.StrainComponent;
import org.electrode4d.nodes.table.ExpectedColumns;
import org.electrode4d.nodes.table.PairColumns;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.table.TrueParticleColumns;
import org.electrode4d.phantom.twin.LithiationMode;
import org.electrode4d.phantom.twin.RegionStrain;
import org.electrode4d.phantom.twin.TwinState;

/**
 * What a workflow should find on a digital twin, figure by figure of Häusler et al., EES Batteries (2026). Quantities,
 * components and regions are spelt as the measuring nodes spell them. A published number stands beside a scan only if
 * the twin has the published state of charge there.
 */
final class TwinExpectation {

    private static final double PERCENT = 100;
    private static final double NM = 1000;

    /** %, within which a state of charge counts as the published one. */
    private static final double SAME_CHARGE = 2;

    /** Part of the particles at either end of the electrode whose displacement is told. */
    private static final double END = 0.1;

    /** µm; in smaller particles a mode can hardly be seen. */
    private static final double LEAST_DIAMETER = 3;

    private static final String MICROMETRE = "µm";
    private static final String THICKNESS = "Fig. 2c";
    private static final String STRAIN = "Fig. 3d";
    private static final String AXIAL = "Fig. 3f";
    private static final String MODES = "Fig. 5";
    private static final String RESOLUTION = "Fig. S8";
    private static final String TRAJECTORIES = "Fig. S9";

    private final TwinTruths truths;
    private final List<ExpectedRow> rows = new ArrayList<>();

    private TwinExpectation(final TwinTruths truths) {
        this.truths = truths;
    }

    /** All rows, in the order of the figures. */
    static List<ExpectedRow> of(final TwinTruths truths) {
        final TwinExpectation expectation = new TwinExpectation(truths);
        expectation.addThickness();
        expectation.addNonLithiated();
        expectation.addStrain();
        expectation.addModes();
        expectation.addResolution();
        expectation.addTrajectories();
        return expectation.rows;
    }

    private int scans() {
        return truths.twin().scans();
    }

    private void add(final ExpectedRow row, final String source) {
        rows.add(row.with(ExpectedRow.SOURCE, source));
    }

    /** A row of a scan, with the number that is published for it. */
    private ExpectedRow row(final String quantity, final String unit, final double truth, final int scan,
        final Map<String, Double> published) {
        return ExpectedRow.of(quantity, unit, truth).with(SeriesColumns.STEP, truths.step(scan))
            .with(ExpectedColumns.PUBLISHED, isPublished(scan)
                ? published.getOrDefault(truths.step(scan), Double.NaN) : Double.NaN);
    }

    private boolean isPublished(final int scan) {
        final TwinState state = truths.twin().settings().states().get(scan);
        return TwinScans.published(state.step()).filter(
            published -> Math.abs(published.stateOfCharge() - state.stateOfCharge()) <= SAME_CHARGE).isPresent();
    }

    private void addThickness() {
        final double first = truths.electrode().get(0).thickness();
        for (int scan = 0; scan < scans(); scan++) {
            add(row("Thickness, mean", MICROMETRE, truths.electrode().get(scan).thickness(), scan,
                Map.of("T0", 20.7, "T3", 25.8, "T6", 30.0)).with(ExpectedColumns.RELATIVE_TOLERANCE, 2), THICKNESS);
        }
        for (int scan = 0; scan < scans(); scan++) {
            add(row("Thickness, SD", MICROMETRE, truths.electrode().get(scan).thicknessDeviation(), scan,
                Map.of("T0", 0.7, "T3", 1.8, "T6", 2.1)), THICKNESS);
        }
        for (int scan = 1; scan < scans(); scan++) {
            add(row("Expansion", "%", PERCENT * (truths.electrode().get(scan).thickness() / first - 1), scan,
                Map.of("T6", 44.0)), THICKNESS);
        }
    }

    /** The published number is of one particle: 119 µm³ to 80 µm³. */
    private void addNonLithiated() {
        for (int scan = 1; scan < scans(); scan++) {
            add(row("Relative non-lithiated volume, total", "%", PERCENT * truths.relativeNonLithiated(scan), scan,
                Map.of("T6", 67.0)).with(ExpectedColumns.RELATIVE_TOLERANCE, 3), THICKNESS);
        }
    }

    private void addStrain() {
        for (int scan = 1; scan < scans(); scan++) {
            final Regions regions = regions(scan);
            addVolumetric(scan, "Whole", regions.whole, Map.of("T1", 6.0, "T6", 44.0, "T8", 32.0));
            addVolumetric(scan, "Collector side", regions.collector, Map.of("T6", 34.0));
            addVolumetric(scan, "Separator side", regions.separator, Map.of("T6", 50.0));
        }
        for (int scan = 1; scan < scans(); scan++) {
            final Regions regions = regions(scan);
            addAxial(scan, "Whole", regions.whole);
            addAxial(scan, "Collector side", regions.collector);
            addAxial(scan, "Separator side", regions.separator);
        }
    }

    /** The strains of a scan. */
    private record Regions(RegionStrain whole, RegionStrain collector, RegionStrain separator) {
    }

    private Regions regions(final int scan) {
        return new Regions(truths.electrode().get(scan).whole(), truths.electrode().get(scan).collector(),
            truths.electrode().get(scan).separator());
    }

    private void addVolumetric(final int scan, final String region, final RegionStrain strain,
        final Map<String, Double> published) {
        add(strain(scan, region, StrainComponent.VOLUMETRIC, strain.volumetric(), published)
            .with(ExpectedColumns.TOLERANCE, 1.5), STRAIN);
    }

    private void addAxial(final int scan, final String region, final RegionStrain strain) {
        add(strain(scan, region, StrainComponent.BIOT_XX, strain.xx(), Map.of()), AXIAL);
        add(strain(scan, region, StrainComponent.BIOT_YY, strain.yy(), Map.of()), AXIAL);
        add(strain(scan, region, StrainComponent.BIOT_ZZ, strain.zz(), Map.of()), AXIAL);
    }

    private ExpectedRow strain(final int scan, final String region, final StrainComponent component,
        final double truth, final Map<String, Double> published) {
        return row("Mean", "%", PERCENT * truth, scan, published).with(ExpectedColumns.REGION, region)
            .with(ExpectedColumns.COMPONENT, component.label()).with(PairColumns.REFERENCE_STEP, truths.step(0));
    }

    private void addModes() {
        for (final LithiationMode mode : LithiationMode.values()) {
            add(ExpectedRow.of("Share", "%", PERCENT * truths.share(mode, LEAST_DIAMETER))
                .with(TrueParticleColumns.CLASS, mode.title())
                .with(ExpectedColumns.PUBLISHED, mode == LithiationMode.CORE_SHELL ? 10 : Double.NaN), MODES);
        }
        add(ExpectedRow.of("Right classes above 3 µm", "%", PERCENT).with(ExpectedColumns.TOLERANCE, 10), MODES);
    }

    private void addResolution() {
        final double width = NM * truths.twin().resolution();
        add(row("FWHM spline, mean", "nm", width, 0, Map.of("T0", 307.0)).with(ExpectedColumns.RELATIVE_TOLERANCE, 5),
            RESOLUTION);
        // the paper's is that of the spline; the error function knows nothing of the fringes of phase contrast
        add(row("FWHM erf, mean", "nm", width, 0, Map.of()), RESOLUTION);
    }

    private void addTrajectories() {
        for (int scan = 1; scan < scans(); scan++) {
            add(displacement(scan, "Nearest to the collector", false, 2), TRAJECTORIES);
            add(displacement(scan, "Nearest to the separator", true, 11), TRAJECTORIES);
        }
        for (int scan = 1; scan < scans(); scan++) {
            add(row("Trajectory error, 95th percentile", MICROMETRE, 0, scan, Map.of())
                .with(ExpectedColumns.TOLERANCE, 0.1), TRAJECTORIES);
        }
    }

    private ExpectedRow displacement(final int scan, final String region, final boolean atSeparator,
        final double published) {
        return row("Displacement from collector, mean", MICROMETRE, truths.displacement(scan, END, atSeparator), scan,
            Map.of("T6", published)).with(ExpectedColumns.REGION, region);
    }
}
