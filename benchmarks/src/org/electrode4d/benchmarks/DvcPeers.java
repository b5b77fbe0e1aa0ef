// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.correlation.Accuracy;
import org.electrode4d.correlation.ConvergenceSettings;
import org.electrode4d.correlation.CurvatureCorrection;
import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.GlobalRegistration;
import org.electrode4d.correlation.GridPlacement;
import org.electrode4d.correlation.LocalCorrelation;
import org.electrode4d.correlation.LocalCorrelationSettings;
import org.electrode4d.correlation.NodeLevel;
import org.electrode4d.correlation.NodeStatus;
import org.electrode4d.correlation.RegistrationSettings;
import org.electrode4d.correlation.StartSearch;
import org.electrode4d.correlation.VolumePair;
import org.electrode4d.phantom.DeformationCase;
import org.electrode4d.phantom.PhantomSettings;
import org.electrode4d.phantom.TexturePhantom;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;

/**
 * Local correlation beside SPAM and OpenCorr on the synthetic pairs on which those were measured: 200³ voxels with
 * windows of 21³ every 20 voxels, and 400³ with windows of 71³ every 35, on SPAM's grid, one level, started from our
 * own global registration. Prints one table in Markdown, the peers' rows beside ours, and a table of the targets that
 * are met or not; both also go to {@code benchmarks/results/dvc-peers.md}. Pairs that are missing are made first: see
 * {@link PairFiles}.
 *
 * <p>CPU time is that of the whole process during the correlation, reading the files included, over all nodes, those
 * out of view included; of nine runs the median at 200³. The compiler is warm: a phantom is correlated before, in both
 * modes.
 *
 * <p>Arguments: edges ({@code 200,400}), motions ({@code shift,affine,gradient,jump}), signal-to-noise ratios
 * ({@code 0,5}; 0 is clean). {@code -Delectrode4d.shared} names the folder with the tool that makes the pairs,
 * {@code -Delectrode4d.pairs} where they are.
 */
public final class DvcPeers {

    static final String EXACT = "Electrode4D exact";
    static final String FAST = "Electrode4D fast";
    /** The same field, judged by the nodes that OpenCorr was given at 400³. */
    static final String SAMPLED = "Electrode4D exact, every 16th node";
    static final String CORRECTED = "Electrode4D exact, curvature corrected";

    private static final int SAMPLING = 16;
    private static final int SMALL = 200;
    private static final int REPEATS = 9;
    private static final Path RESULT = Path.of("benchmarks/results/dvc-peers.md");

    private final PairFiles files = PairFiles.inDefaultFolder();
    private final List<Figures> ours = new ArrayList<>();

    private DvcPeers() {
    }

    public static void main(final String[] arguments) throws IOException {
        final Set<String> edges = choice(arguments, 0, "200,400");
        final Set<String> motions = choice(arguments, 1, "shift,affine,gradient,jump");
        final Set<String> noise = choice(arguments, 2, "0,5");
        final List<Figures> peers = PeerFigures.read().stream()
            .filter(f -> edges.contains(Integer.toString(f.pair().edge())))
            .filter(f -> motions.contains(f.pair().motionName()))
            .filter(f -> noise.contains(Integer.toString(f.pair().snr()))).toList();
        final Set<PairCase> pairs = new LinkedHashSet<>();
        peers.forEach(f -> pairs.add(f.pair()));
        final DvcPeers benchmark = new DvcPeers();
        warmUp();
        pairs.forEach(benchmark::run);
        final String report = report(benchmark.ours, peers);
        System.out.println(report);
        Files.createDirectories(RESULT.getParent());
        Files.writeString(RESULT, report);
    }

    private static Set<String> choice(final String[] arguments, final int index, final String otherwise) {
        return new LinkedHashSet<>(Arrays.asList((index < arguments.length ? arguments[index] : otherwise).split(",")));
    }

    private static void warmUp() {
        final Shape shape = new Shape(128, 128, 128);
        final TexturePhantom phantom = TexturePhantom.of(PhantomSettings.of(shape));
        final VolumePair pair = new VolumePair(inMemory(phantom.reference()),
            inMemory(phantom.deformed(DeformationCase.AFFINE.in(shape))));
        final DeformationField start = register(pair);
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            for (final Accuracy accuracy : Accuracy.values()) {
                correlate(pair, start, NodeLevel.of(14, 10), accuracy);
            }
        }
    }

    private static Volume inMemory(final Volume lazy) {
        final float[] values = new float[(int)lazy.shape().voxels()];
        lazy.read(Block.of(lazy.shape()), values);
        return Volume.of(lazy.name(), ArrayImgs.floats(values, lazy.shape().x(), lazy.shape().y(), lazy.shape().z()),
            lazy.voxelSize());
    }

    private static DeformationField register(final VolumePair pair) {
        return GlobalRegistration.register(pair, RegistrationSettings.defaults(), Progress.NONE);
    }

    private static DeformationField correlate(final VolumePair pair, final DeformationField start,
        final NodeLevel level, final Accuracy accuracy) {
        return LocalCorrelation.correlate(pair, start, LocalCorrelationSettings.defaults().withLevels(List.of(level))
            .withPlacement(GridPlacement.SPAM).withSecondChances(0).withSearch(StartSearch.NONE, 0)
            .withConvergence(ConvergenceSettings.local().withAccuracy(accuracy)), Progress.NONE);
    }

    private void run(final PairCase pair) {
        final VolumePair volumes = files.open(pair);
        final Measured<DeformationField> start = Measured.of(() -> register(volumes));
        if (start.value().status(0) != NodeStatus.CONVERGED) {
            System.err.println(pair.title() + ": registration " + start.value().status(0).label());
        }
        final NodeLevel level = pair.edge() <= SMALL ? NodeLevel.of(20, 10) : NodeLevel.of(35, 35);
        for (final Accuracy accuracy : Accuracy.values()) {
            final String program = accuracy == Accuracy.EXACT ? EXACT : FAST;
            final Measured<DeformationField> found = median(pair.edge() <= SMALL ? REPEATS : 1,
                () -> correlate(volumes, start.value(), level, accuracy));
            final Map<Quantity, Figure> figures = score(found.value(), pair, level, 1);
            put(figures, Quantity.CPU, found.cpu() * 1e3 / found.value().grid().size());
            put(figures, Quantity.WALL, found.wall());
            put(figures, Quantity.REGISTRATION, start.cpu());
            add(new Figures(pair, program, figures));
            if (accuracy == Accuracy.EXACT) {
                addVariants(pair, level, found.value());
            }
        }
    }

    /** The same measurement judged otherwise. */
    private void addVariants(final PairCase pair, final NodeLevel level, final DeformationField field) {
        if (pair.edge() > SMALL) {
            add(new Figures(pair, SAMPLED, score(field, pair, level, SAMPLING)));
        }
        if (pair.motion() == DeformationCase.GRADIENT) {
            final DeformationField corrected = CurvatureCorrection.apply(field, level.halfWindow(), pair.shape());
            add(new Figures(pair, CORRECTED, score(corrected, pair, level, 1)));
        }
    }

    private static Map<Quantity, Figure> score(final DeformationField field, final PairCase pair,
        final NodeLevel level, final int every) {
        return new FieldScore(field, pair, level.halfWindow(), every).figures();
    }

    private static Measured<DeformationField> median(final int repeats,
        final Supplier<DeformationField> work) {
        final List<Measured<DeformationField>> runs = new ArrayList<>();
        for (int repeat = 0; repeat < repeats; repeat++) {
            runs.add(Measured.of(work));
        }
        runs.sort(Comparator.comparingDouble(Measured::cpu));
        return runs.get(repeats / 2);
    }

    private static void put(final Map<Quantity, Figure> figures, final Quantity quantity, final double value) {
        figures.put(quantity, Figure.of(value, quantity.decimals()));
    }

    private void add(final Figures figures) {
        ours.add(figures);
        System.err.println(String.join("  ", figures.cells()));
    }

    private static String report(final List<Figures> ours, final List<Figures> peers) {
        final MarkdownTable table = Figures.table();
        final List<PairCase> pairs = ours.stream().map(Figures::pair).distinct().toList();
        for (final PairCase pair : pairs) {
            ours.stream().filter(f -> f.pair().equals(pair)).forEach(f -> table.add(f.cells()));
            peers.stream().filter(f -> f.pair().equals(pair)).forEach(f -> table.add(f.cells()));
        }
        return String.format(Locale.ROOT, """
            Errors in thousandths of a voxel, of strains in thousandths, over the converged nodes in view. Heap of
            %.1f GB, %d processors, Java %s.

            The peers' figures were measured beforehand on a busy machine of this kind; their registration (SPAM's)
            takes 2.9 to 5.4 CPU s at 200³ and 29 to 47 at 400³. An iteration in hand-written C takes 2.2 ms trilinear
            and 11.6 ms cubic with vector instructions, 4.9 and 13.0 ms without, per window of 71³ voxels.

            %s
            %s""", Runtime.getRuntime().maxMemory() / 1e9, Runtime.getRuntime().availableProcessors(),
            Runtime.version(), table, new PeerTargets(ours, peers).table());
    }
}
