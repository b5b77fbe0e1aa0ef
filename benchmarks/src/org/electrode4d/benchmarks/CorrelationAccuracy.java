// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.correlation.Accuracy;
import org.electrode4d.correlation.ConvergenceSettings;
import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.GlobalRegistration;
import org.electrode4d.correlation.GridPlacement;
import org.electrode4d.correlation.LocalCorrelation;
import org.electrode4d.correlation.LocalCorrelationSettings;
import org.electrode4d.correlation.NodeLevel;
import org.electrode4d.correlation.NodeStatus;
import org.electrode4d.correlation.RegistrationSettings;
import org.electrode4d.correlation.VolumePair;
import org.electrode4d.phantom.Deformation;
import org.electrode4d.phantom.DeformationCase;
import org.electrode4d.phantom.Detector;
import org.electrode4d.phantom.PhantomSettings;
import org.electrode4d.phantom.TexturePhantom;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;

/**
 * Accuracy and cost of local correlation on volumes with an exact displacement field, beside SPAM 0.8.1.3 (trilinear)
 * and OpenCorr (cubic B-spline, started from SPAM's registration): 200^3 voxels, node spacing 20, half-window size 10,
 * one level, started from the global registration. Errors are in thousandths of a voxel over the nodes whose windows
 * lie in both volumes and that converged. CPU time is that of all threads.
 *
 * <p>Arguments: edge of the volume (200), node spacing (20), half-window size (10).
 */
public final class CorrelationAccuracy {

    private static final OperatingSystemMXBean SYSTEM =
        (OperatingSystemMXBean)ManagementFactory.getOperatingSystemMXBean();

    /** Convergence, mean error x y z, standard deviation x y z, CPU ms per node. */
    private static final Map<String, List<String>> PEERS = Map.of(
        "SHIFT clean", List.of("SPAM o1   100 %     5.4   3.2   3.2    5.3   4.7   5.0     9.3",
            "OpenCorr  100 %     0.3   0.2   0.2    0.1   0.1   0.1     1.7"),
        "AFFINE clean", List.of("SPAM o1   100 %     0.1   0.1   0.0    2.5   2.4   2.3    10.8",
            "OpenCorr  100 %     0.0   0.0   0.0    0.1   0.1   0.2     2.9 (cold)"),
        "GRADIENT clean", List.of("SPAM o1  98.3 %     0.0   0.0  22.6    2.6   2.4   3.9    15.2",
            "OpenCorr  100 %     0.0   0.0  27.3    1.4   1.4   3.2     2.8"),
        "JUMP clean", List.of("SPAM o1   100 %   -15.9   0.0 -31.8   48.3  15.6  92.7    14.2",
            "OpenCorr  100 %   -16.4   0.0 -32.3   48.9  12.9  94.2     2.9 (cold)"),
        "SHIFT SNR 5", List.of("SPAM o1   100 %     5.9   3.4   3.0   18.7  17.8  16.4    16.3",
            "OpenCorr  100 %     0.6  -0.1  -0.2   16.5  16.2  16.1     3.3"),
        "AFFINE SNR 5", List.of("SPAM o1   100 %     1.5   0.1   1.3   18.8  18.7  18.3    13.7",
            "OpenCorr  100 %     1.8  -0.3   1.5   17.0  16.6  17.0     3.9"),
        "GRADIENT SNR 5", List.of("SPAM o1  98.6 %     1.4   0.5  23.4   19.4  19.3  19.7    19.8",
            "OpenCorr  100 %     1.1   0.0  28.3   17.4  16.8  18.0     5.8"),
        "JUMP SNR 5", List.of("SPAM o1   100 %   -15.3   0.4 -31.4   51.5  24.2  94.1    20.6",
            "OpenCorr  100 %   -16.0   0.2 -32.0   52.7  21.6  95.5     5.6 (cold)"));

    private final Shape shape;
    private final int spacing;
    private final int halfWindow;

    private CorrelationAccuracy(final int edge, final int spacing, final int halfWindow) {
        shape = new Shape(edge, edge, edge);
        this.spacing = spacing;
        this.halfWindow = halfWindow;
    }

    public static void main(final String[] args) {
        final CorrelationAccuracy benchmark = new CorrelationAccuracy(argument(args, 0, 200), argument(args, 1, 20),
            argument(args, 2, 10));
        benchmark.run(DeformationCase.AFFINE, Double.POSITIVE_INFINITY, "warm-up");
        System.out.println("                  conv.   mean error x y z     standard deviation x y z   CPU ms/node");
        for (final double snr : new double[] {Double.POSITIVE_INFINITY, 5}) {
            for (final DeformationCase motion : DeformationCase.values()) {
                if (motion != DeformationCase.IDENTITY) {
                    benchmark.run(motion, snr, motion + (snr > 5 ? " clean" : " SNR 5"));
                }
            }
        }
    }

    private static int argument(final String[] args, final int index, final int otherwise) {
        return index < args.length ? Integer.parseInt(args[index]) : otherwise;
    }

    private void run(final DeformationCase motion, final double snr, final String title) {
        final TexturePhantom phantom = TexturePhantom.of(PhantomSettings.of(shape).withDetector(
            Double.isInfinite(snr) ? Detector.NOISE_FREE : Detector.NOISE_FREE.withNoise(snr, 7)));
        final Deformation exact = motion.in(shape);
        final VolumePair pair = new VolumePair(inMemory(phantom.reference()), inMemory(phantom.deformed(exact)));
        final long before = SYSTEM.getProcessCpuTime();
        final DeformationField start = GlobalRegistration.register(pair, RegistrationSettings.defaults(),
            Progress.NONE);
        System.out.printf(Locale.ROOT, "%s: registration %s, %.1f CPU s, ZNCC %.5f%n", title,
            start.status(0).label(), (SYSTEM.getProcessCpuTime() - before) / 1e9, start.zncc(0));
        for (final Accuracy accuracy : Accuracy.values()) {
            final LocalCorrelationSettings settings = LocalCorrelationSettings.defaults()
                .withLevels(List.of(NodeLevel.of(spacing, halfWindow))).withPlacement(GridPlacement.SPAM)
                .withConvergence(ConvergenceSettings.local().withAccuracy(accuracy));
            final long begin = SYSTEM.getProcessCpuTime();
            final DeformationField field = LocalCorrelation.correlate(pair, start, settings, Progress.NONE);
            final double cpu = (SYSTEM.getProcessCpuTime() - begin) / 1e6 / field.grid().size();
            report("ours " + accuracy, field, exact, cpu);
        }
        PEERS.getOrDefault(title, List.of()).forEach(line -> System.out.println("  " + line));
    }

    /** Drawing the phantom is not to be measured. */
    private static Volume inMemory(final Volume lazy) {
        final float[] values = new float[(int)lazy.shape().voxels()];
        lazy.read(Block.of(lazy.shape()), values);
        return Volume.of(lazy.name(), ArrayImgs.floats(values, lazy.shape().x(), lazy.shape().y(), lazy.shape().z()),
            lazy.voxelSize());
    }

    private void report(final String name, final DeformationField field, final Deformation exact, final double cpu) {
        final double[] sum = new double[3];
        final double[] squares = new double[3];
        int inView = 0;
        int converged = 0;
        double iterations = 0;
        for (int node = 0; node < field.grid().size(); node++) {
            final Point at = field.grid().position(node);
            if (!isInView(at, exact)) {
                continue;
            }
            inView++;
            if (field.status(node) == NodeStatus.CONVERGED) {
                converged++;
                iterations += field.iterations(node);
                final Point error = field.displacement(node).minus(exact.displacement(at));
                final double[] e = {error.x(), error.y(), error.z()};
                for (int i = 0; i < 3; i++) {
                    sum[i] += e[i];
                    squares[i] += e[i] * e[i];
                }
            }
        }
        final StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "  %-10s %5.1f %%", name,
            100.0 * converged / inView));
        for (final double s : sum) {
            text.append(String.format(Locale.ROOT, " %6.2f", 1e3 * s / converged));
        }
        for (int i = 0; i < 3; i++) {
            final double mean = sum[i] / converged;
            text.append(String.format(Locale.ROOT, " %6.2f", 1e3 * Math.sqrt(squares[i] / converged - mean * mean)));
        }
        System.out.println(text + String.format(Locale.ROOT, " %7.2f  (%.1f iterations, %d nodes)", cpu,
            iterations / converged, inView));
    }

    /** Whether the window lies in both volumes, as the exact field moves its corners. */
    private boolean isInView(final Point at, final Deformation exact) {
        for (int corner = 0; corner < 8; corner++) {
            final Point p = at.plus(new Point((corner & 1) == 0 ? -halfWindow : halfWindow,
                (corner & 2) == 0 ? -halfWindow : halfWindow, (corner & 4) == 0 ? -halfWindow : halfWindow));
            if (!isInside(p) || !isInside(exact.forward(p))) {
                return false;
            }
        }
        return true;
    }

    private boolean isInside(final Point p) {
        return Math.min(p.x(), Math.min(p.y(), p.z())) >= 0 && Math.max(p.x(), Math.max(p.y(), p.z())) <= shape.x() - 1;
    }
}
