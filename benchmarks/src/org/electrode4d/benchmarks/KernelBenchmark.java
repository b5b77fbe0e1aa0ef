// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.electrode4d.correlation.kernel.CubicSampler;
import org.electrode4d.correlation.kernel.Patch;
import org.electrode4d.correlation.kernel.ReferenceSums;
import org.electrode4d.correlation.kernel.RowSampler;
import org.electrode4d.correlation.kernel.SplineCoefficients;
import org.electrode4d.correlation.kernel.TargetSums;
import org.electrode4d.correlation.kernel.TrilinearSampler;
import org.electrode4d.correlation.kernel.WindowSums;
import org.electrode4d.phantom.DeformationCase;
import org.electrode4d.phantom.PhantomSettings;
import org.electrode4d.phantom.TexturePhantom;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * One iteration of one window in one thread, and the sums of the reference alone that make the Hessian: in the form of
 * rows that the program uses and as a plain loop over voxels ({@link ScalarKernel}). Both must give the same sums.
 *
 * <p>Run as a main class it prints ms per window and ns per voxel with the compiler's vectoriser on and off: what is
 * faster with it is vectorised. Hand-written C takes, for a window of 71³ voxels, 2.2 ms (trilinear), 11.6 ms (cubic)
 * and 1.7 ms (Hessian) with AVX-512, 4.9, 13.0 and 2.5 ms without vector instructions; measured on a busy machine of
 * this kind.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class KernelBenchmark {

    private static final int EDGE = 120;
    private static final String NO_VECTORS = "-XX:-UseSuperWord";
    private static final double TOLERANCE = 1e-3;

    /** How the sums are made. */
    public enum Form {
        ROWS, SCALAR
    }

    /** Half-window size. */
    @Param({"10", "35"})
    private int halfWindow;

    @Param({"ROWS", "SCALAR"})
    private Form form;

    private final double[] map = {1.001, 0.002, -0.001, 0.001, 0.999, 0.003, 0.002, -0.001, 1.01, 0.25, -1.62, 2.37};
    private WindowSums rows;
    private ReferenceSums whole;
    private TrilinearSampler trilinear;
    private CubicSampler cubic;
    private ScalarKernel scalar;
    private double shift;

    @Setup
    public void make() {
        final Shape shape = new Shape(EDGE, EDGE, EDGE);
        final TexturePhantom phantom = TexturePhantom.of(PhantomSettings.of(shape));
        final Block all = Block.of(shape);
        final float[] f = read(phantom.reference(), all);
        final float[] g = read(phantom.deformed(DeformationCase.SHIFT.in(shape)), all);
        final int centre = EDGE / 2;
        final Block window = Block.around(centre, centre, centre, halfWindow);
        final Patch reference = Patch.of(all, f);
        final Patch deformed = Patch.of(all, g);
        shift = reference.mean(window);
        rows = new WindowSums(reference, window, new double[] {centre, centre, centre}, shift);
        whole = rows.reference();
        trilinear = new TrilinearSampler(deformed);
        cubic = new CubicSampler(SplineCoefficients.of(deformed, Progress.NONE));
        scalar = new ScalarKernel(f, g, EDGE, window, (float)shift);
        requireSame(trilinear, false);
        requireSame(cubic, true);
    }

    private static float[] read(final Volume volume, final Block block) {
        final float[] values = new float[block.voxels()];
        volume.read(block, values);
        return values;
    }

    /** A fast wrong answer is worth nothing. */
    private void requireSame(final RowSampler sampler, final boolean isCubic) {
        final TargetSums a = rows.target(whole, map, sampler, (float)shift);
        final double[] b = scalar.iteration(map, isCubic);
        final double contrast = Math.sqrt(a.ff() * a.gg());
        requireSame(a.fg(), b[4], contrast);
        requireSame(a.gg(), b[3], contrast);
        final double[] hessian = scalar.hessian();
        for (int m = 0; m < 12; m++) {
            final double scale = Math.sqrt(hessian[13 * m] * a.gg());
            requireSame(a.crossed()[m], b[5 + 24 + m], scale);
            requireSame(a.weighted()[m], b[5 + 12 + m], scale);
            for (int p = m; p < 12; p++) {
                requireSame(whole.matrix(m, p), hessian[12 * m + p], Math.sqrt(hessian[13 * m] * hessian[13 * p]));
            }
        }
    }

    private static void requireSame(final double a, final double b, final double scale) {
        if (!(Math.abs(a - b) <= TOLERANCE * scale)) {
            throw new IllegalStateException("The sums differ: " + a + " by rows, " + b + " by voxels.");
        }
    }

    @Benchmark
    public Object trilinearIteration() {
        return form == Form.ROWS ? rows.target(whole, map, trilinear, (float)shift) : scalar.iteration(map, false);
    }

    @Benchmark
    public Object cubicIteration() {
        return form == Form.ROWS ? rows.target(whole, map, cubic, (float)shift) : scalar.iteration(map, true);
    }

    @Benchmark
    public Object hessian() {
        return form == Form.ROWS ? rows.reference() : scalar.hessian();
    }

    /** @param arguments iterations of a second, five each if none is given */
    public static void main(final String[] arguments) throws RunnerException {
        final int iterations = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        final List<RunResult> vectors = run(iterations, List.of());
        final List<RunResult> none = run(iterations, List.of(NO_VECTORS));
        final MarkdownTable table = new MarkdownTable("window", "sums", "form", "ms", "ns/voxel",
            "vectoriser off: ms", "ns/voxel", "off over on");
        for (int i = 0; i < vectors.size(); i++) {
            final RunResult result = vectors.get(i);
            final int width = 2 * Integer.parseInt(result.getParams().getParam("halfWindow")) + 1;
            final double on = result.getPrimaryResult().getScore();
            final double off = none.get(i).getPrimaryResult().getScore();
            final String method = result.getParams().getBenchmark();
            final List<String> cells = new ArrayList<>(List.of(width + "³",
                method.substring(method.lastIndexOf('.') + 1), result.getParams().getParam("form")));
            for (final double time : new double[] {on, off}) {
                cells.add(String.format(Locale.ROOT, "%.3f", time / 1e3));
                cells.add(String.format(Locale.ROOT, "%.1f", time * 1e3 / Math.pow(width, 3)));
            }
            cells.add(String.format(Locale.ROOT, "%.2f", off / on));
            table.add(cells);
        }
        System.out.println(table);
    }

    private static List<RunResult> run(final int iterations, final List<String> options) throws RunnerException {
        final ChainedOptionsBuilder builder = new OptionsBuilder().include(KernelBenchmark.class.getName() + "\\.")
            .warmupIterations(iterations).measurementIterations(iterations);
        final Collection<RunResult> results = new Runner((options.isEmpty() ? builder
            : builder.jvmArgsAppend(options.toArray(String[]::new))).build()).run();
        return List.copyOf(results);
    }
}
