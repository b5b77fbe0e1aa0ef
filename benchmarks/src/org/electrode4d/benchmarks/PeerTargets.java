// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.electrode4d.phantom.DeformationCase;

/**
 * What local correlation is to reach beside its peers, and whether it does. A figure of a peer counts as the largest
 * number that would have been printed like it.
 */
final class PeerTargets {

    private static final double CONVERGED = 99;
    private static final double SHIFT_BIAS = 3e-4;
    private static final double CURVATURE_BIAS = 0.02;
    private static final double DEVIATION = 1.05;
    private static final int SMALL = 200;
    private static final int LARGE = 400;

    private final List<Figures> ours;
    private final List<Figures> peers;
    private final MarkdownTable table = new MarkdownTable("target", "limit", "measured", "met");

    /** @param ours all modes, named as {@link DvcPeers} names them */
    PeerTargets(final List<Figures> ours, final List<Figures> peers) {
        this.ours = ours;
        this.peers = peers;
    }

    MarkdownTable table() {
        addConvergence();
        addBias();
        ours.stream().filter(f -> f.program().equals(DvcPeers.EXACT)).forEach(this::addAccuracy);
        addCost("CPU ms per node, 71³ window, gradient SNR 5, exact", DvcPeers.EXACT, LARGE, 60);
        addCost("CPU ms per node, 71³ window, gradient SNR 5, fast", DvcPeers.FAST, LARGE, 30);
        addCost("CPU ms per node, 21³ window, exact, the slowest case", DvcPeers.EXACT, SMALL, 2);
        addCost("CPU ms per node, 21³ window, fast, the slowest case", DvcPeers.FAST, SMALL, 1);
        ours.stream().filter(f -> f.program().equals(DvcPeers.EXACT)).forEach(this::addShareOfPeers);
        return table;
    }

    private void addConvergence() {
        ours.stream().mapToDouble(f -> f.value(Quantity.CONVERGED)).min().ifPresent(worst ->
            table.add("converged in view, the worst case and mode, %", "at least 99", number(worst),
                met(worst >= CONVERGED)));
    }

    private void addBias() {
        for (final Figures f : ours) {
            final boolean isShift = f.pair().motion() == DeformationCase.SHIFT && f.pair().isClean();
            if (isShift && f.program().equals(DvcPeers.EXACT)) {
                addBelow("mean error, " + title(f) + ", exact, voxels", SHIFT_BIAS, f.worstMean());
            }
            if (f.program().equals(DvcPeers.CORRECTED)) {
                addBelow("mean error, " + title(f) + ", curvature corrected, voxels", CURVATURE_BIAS, f.worstMean());
            }
        }
    }

    private void addAccuracy(final Figures f) {
        if (!f.pair().isClean()) {
            openCorr(f.pair()).ifPresent(peer -> {
                final Figures same = sameNodes(f);
                addBelow("standard deviation over OpenCorr's, " + title(f) + ", exact", DEVIATION,
                    same.worstDeviationOver(peer));
            });
        }
        peers(f.pair(), peer -> peer.get(Quantity.STRAIN_RMS).isPresent()).stream()
            .mapToDouble(peer -> peer.get(Quantity.STRAIN_RMS).orElseThrow().atMost()).min()
            .ifPresent(best -> addBelow("strain rms, " + title(f) + ", exact, 1e-3; the best peer's", best,
                f.value(Quantity.STRAIN_RMS)));
    }

    /** On the nodes that OpenCorr was given, where it was not given all. */
    private Figures sameNodes(final Figures f) {
        return ours.stream().filter(o -> o.pair().equals(f.pair()) && o.program().equals(DvcPeers.SAMPLED)).findFirst()
            .orElse(f);
    }

    private void addCost(final String name, final String program, final int edge, final double limit) {
        ours.stream().filter(f -> f.pair().edge() == edge && f.program().equals(program))
            .filter(f -> edge == SMALL || f.pair().motion() == DeformationCase.GRADIENT && !f.pair().isClean())
            .mapToDouble(f -> f.value(Quantity.CPU)).max().ifPresent(cpu -> addBelow(name, limit, cpu));
    }

    private void addShareOfPeers(final Figures f) {
        openCorr(f.pair()).ifPresent(peer -> addBelow("CPU over OpenCorr's, " + title(f) + ", exact", 1 / 3.0,
            f.value(Quantity.CPU) / peer.value(Quantity.CPU)));
        peers(f.pair(), peer -> peer.program().startsWith("SPAM")).stream()
            .mapToDouble(peer -> peer.value(Quantity.CPU)).min()
            .ifPresent(spam -> addBelow("CPU over SPAM's, " + title(f) + ", exact", 1 / 20.0,
                f.value(Quantity.CPU) / spam));
    }

    private List<Figures> peers(final PairCase pair, final Predicate<Figures> which) {
        return peers.stream().filter(peer -> peer.pair().equals(pair) && which.test(peer)).toList();
    }

    /** Started from a registration, as ours are, where that was measured. */
    private Optional<Figures> openCorr(final PairCase pair) {
        return peers(pair, peer -> peer.program().startsWith("OpenCorr")).stream()
            .min((a, b) -> a.program().length() - b.program().length());
    }

    private void addBelow(final String name, final double limit, final double measured) {
        table.add(name, "at most " + number(limit), number(measured), met(measured <= limit));
    }

    private static String title(final Figures f) {
        return f.pair().edge() + "³ " + f.pair().title();
    }

    private static String number(final double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }

    private static String met(final boolean yes) {
        return yes ? "yes" : "NO";
    }
}
