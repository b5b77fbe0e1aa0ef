// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.junit.jupiter.api.Test;

/** Particles on a lattice of 5 µm, and what happens to one or two of them. */
final class ParticleTrackingTest {

    private static final Point UP = new Point(0, 0, 1);

    /** 27 particles of 8 µm³, label 1 to 27 with x fastest, moved by so many µm along z. */
    private static List<Observation> lattice(final double z) {
        final List<Observation> particles = new ArrayList<>();
        for (int i = 0; i < 27; i++) {
            particles.add(new Observation(i + 1, new Point(5 * (i % 3), 5 * (i / 3 % 3), 5 * (i / 9) + z), 8));
        }
        return particles;
    }

    @SafeVarargs
    private static Tracks track(final TrackingSettings settings, final List<Observation>... scans) {
        final List<TrackedScan> series = new ArrayList<>();
        for (final List<Observation> scan : scans) {
            series.add(new TrackedScan("T" + series.size(), scan));
        }
        return ParticleTracking.of(series, settings, Progress.NONE);
    }

    private static TrackPoint point(final Tracks tracks, final int id, final int scan) {
        return tracks.ofId(id).orElseThrow().at(scan).orElseThrow();
    }

    @Test
    void atTheSwellingOfThePaperNearlyAllLinksAreRightAndWrongOnesAreFlagged() {
        int wrong = 0;
        int flaggedWrong = 0;
        int flagged = 0;
        int truth = 0;
        for (final long seed : new long[] {1, 2, 3}) {
            final MovingParticles.Series series = MovingParticles.series(500, seed, 1);
            final LinkScore score = LinkScore.of(series,
                track(series, TrackingSettings.DEFAULT));
            assertTrue(score.correct() > 0.99 && score.precision() > 0.99, score.toString());
            wrong += score.wrong();
            flaggedWrong += score.flaggedWrong();
            flagged += score.flagged();
            truth += score.truth();
        }
        assertTrue(flaggedWrong >= 0.8 * wrong, flaggedWrong + " of " + wrong + " wrong links are flagged");
        assertTrue(flagged < 0.02 * truth, flagged + " of " + truth + " links are flagged");
    }

    private static Tracks track(final MovingParticles.Series series, final TrackingSettings settings) {
        return ParticleTracking.of(series.scans(), settings, Progress.NONE);
    }

    @Test
    void aMissingParticleIsFoundAgainOverTheGap() {
        final MovingParticles.Series series = MovingParticles.series(300, 5, 1);
        final TrackingSettings gaps = new TrackingSettings(0, LinkWeights.DEFAULT, true, true, true);
        final Tracks without = track(series, TrackingSettings.DEFAULT);
        final Tracks with = track(series, gaps);
        long closed = 0;
        for (int scan = 0; scan < 7; scan++) {
            closed += with.count(scan, TrackEvent.GAP);
            assertEquals(0, without.count(scan, TrackEvent.GAP));
        }
        assertTrue(closed > 15, closed + " of about 6 x 5");
        assertEquals(without.all().size() - closed, with.all().size());
    }

    @Test
    void theLabelsOfTheFirstScanAreTheNumbersOfTheTracks() {
        final List<Observation> before = lattice(0);
        final List<Observation> after = new ArrayList<>();
        for (final Observation p : lattice(1.5)) {
            after.add(new Observation(100 - p.label(), p.centre(), p.volume()));
        }
        final Tracks tracks = track(TrackingSettings.DEFAULT, before, after);
        assertEquals(27, tracks.all().size());
        for (final Track track : tracks.all()) {
            assertEquals(100 - track.id(), track.at(1).orElseThrow().particle().label());
            assertEquals(1.5, track.displacement(1).orElseThrow().z(), 1e-12);
            assertEquals("certain", track.at(1).orElseThrow().flag());
            assertTrue(track.at(1).orElseThrow().score() > 0.99);
        }
        assertEquals(10, tracks.gates().get(0), 1e-12, "twice the spacing");
    }

    @Test
    void birthsAndDeathsAreTold() {
        final List<Observation> after = new ArrayList<>(lattice(1));
        after.remove(13);
        after.add(new Observation(99, new Point(30, 30, 30), 8));
        after.add(new Observation(98, new Point(-30, 30, 30), 8));
        final Tracks tracks = track(TrackingSettings.DEFAULT, lattice(0), after);
        assertEquals(TrackFate.DIES, point(tracks, 14, 0).fate());
        assertEquals(TrackFate.CONTINUES, point(tracks, 15, 0).fate());
        assertEquals(TrackFate.END, point(tracks, 15, 1).fate());
        assertEquals(TrackEvent.BORN, point(tracks, 28, 1).event());
        assertEquals(98, point(tracks, 28, 1).particle().label(), "lowest label first");
        assertEquals(99, point(tracks, 29, 1).particle().label());
        assertTrue(tracks.ofId(28).orElseThrow().displacement(1).isEmpty());
        assertEquals(1, tracks.count(0, TrackFate.DIES));
        assertEquals(2, tracks.count(1, TrackEvent.BORN));
    }

    /** The particle in the middle is cut in two: 5 µm³ and 3 µm³ about its centre. */
    private static List<Observation> split(final double z) {
        final List<Observation> scan = new ArrayList<>(lattice(z));
        final Observation whole = scan.remove(13);
        scan.add(new Observation(50, whole.centre().plus(new Point(0.6, 0, 0)), 5));
        scan.add(new Observation(40, whole.centre().minus(new Point(1, 0, 0)), 3));
        return scan;
    }

    @Test
    void aSplitIsFoundAndTheLargestPartKeepsTheNumber() {
        final Tracks tracks = track(TrackingSettings.DEFAULT, lattice(0), split(1), split(2));
        assertEquals(TrackFate.SPLITS, point(tracks, 14, 0).fate());
        assertEquals(50, point(tracks, 14, 1).particle().label());
        assertEquals(TrackEvent.SPLIT, point(tracks, 14, 1).event());
        assertEquals(14, tracks.ofId(28).orElseThrow().parent());
        assertEquals(40, point(tracks, 28, 2).particle().label());
        assertEquals(14, tracks.familiesByLabel(2).get(40));
        assertEquals(28, tracks.idsByLabel(2).get(40));
    }

    @Test
    void aMergeIsASplitBackwards() {
        final Tracks tracks = track(TrackingSettings.DEFAULT, split(2), lattice(1));
        assertEquals(TrackEvent.MERGED, point(tracks, 50, 1).event());
        assertEquals(List.of(40), point(tracks, 50, 1).merged());
        assertEquals(TrackFate.MERGES, point(tracks, 40, 0).fate());
        assertEquals(TrackFate.CONTINUES, point(tracks, 50, 0).fate());
    }

    @Test
    void withoutSplitsAPartIsBorn() {
        final TrackingSettings single = new TrackingSettings(0, LinkWeights.DEFAULT, true, false, false);
        final Tracks tracks = track(single, lattice(0), split(1));
        assertEquals(TrackEvent.BORN, point(tracks, 28, 1).event());
        assertTrue(point(tracks, 14, 1).flags().contains(LinkFlag.VOLUME_JUMP), point(tracks, 14, 1).flag());
    }

    @Test
    void whatIsOddIsFlagged() {
        final List<Observation> after = new ArrayList<>(lattice(1));
        after.set(0, new Observation(1, after.get(0).centre(), 5));
        after.set(26, new Observation(27, after.get(26).centre().plus(new Point(0.7, 0.5, 0)), 8));
        final Tracks tracks = track(TrackingSettings.DEFAULT, lattice(0), after);
        assertEquals(Set.of(LinkFlag.VOLUME_JUMP), point(tracks, 1, 1).flags());
        assertEquals("far", point(tracks, 27, 1).flag());
    }

    @Test
    void twoThatCouldBeExchangedAreAmbiguous() {
        final List<Observation> before = new ArrayList<>(lattice(0));
        final List<Observation> after = new ArrayList<>(lattice(0));
        before.add(new Observation(30, new Point(20, 5, 5), 8));
        before.add(new Observation(31, new Point(20.4, 5, 5), 8));
        after.add(new Observation(30, new Point(20.2, 5.2, 5), 8));
        after.add(new Observation(31, new Point(20.2, 4.8, 5), 8));
        final Tracks tracks = track(new TrackingSettings(6, LinkWeights.DEFAULT, true, false, false), before, after);
        assertTrue(point(tracks, 30, 1).flags().contains(LinkFlag.AMBIGUOUS));
        assertEquals(0.5, point(tracks, 31, 1).score(), 1e-9);
    }

    @Test
    void aFieldLeadsFurtherThanTheSpacing() {
        final List<TrackedScan> series = List.of(new TrackedScan("T0", lattice(0),
            place -> Optional.of(place.plus(UP.times(11.8))), Overlap.UNKNOWN), new TrackedScan("T1", lattice(12)));
        final Tracks tracks = ParticleTracking.of(series, TrackingSettings.DEFAULT, Progress.NONE);
        assertEquals(27, tracks.all().size());
        assertEquals(new Point(0, 0, 12), tracks.ofId(27).orElseThrow().displacement(1).orElseThrow());
        assertTrue(track(TrackingSettings.DEFAULT, lattice(0), lattice(12)).all().size() >= 36,
            "without a field the gate of 10 is too small");
    }

    @Test
    void overlapDecidesWhereNothingElseDoes() {
        final List<Observation> before =
            List.of(new Observation(1, Point.ORIGIN, 8), new Observation(2, new Point(2, 0, 0), 8));
        final List<Observation> after = List.of(new Observation(1, new Point(1, 1, 0), 8),
            new Observation(2, new Point(1, -1, 0), 8));
        final Overlap crossed = (displacements, progress) -> (from, to) -> from == to ? 0 : 0.8;
        final TrackingSettings settings = new TrackingSettings(3, LinkWeights.DEFAULT, false, false, false);
        final Tracks tracks = ParticleTracking.of(List.of(new TrackedScan("T0", before, p -> Optional.empty(), crossed),
            new TrackedScan("T1", after)), settings, Progress.NONE);
        assertEquals(2, point(tracks, 1, 1).particle().label());
        assertEquals(1, point(tracks, 2, 1).particle().label());
    }

    @Test
    void emptyScansAndFewParticles() {
        assertEquals(0, track(TrackingSettings.DEFAULT).all().size());
        assertEquals(27, track(TrackingSettings.DEFAULT, lattice(0)).all().size());
        final Tracks empty = track(TrackingSettings.DEFAULT, lattice(0), List.of(), lattice(0));
        assertEquals(54, empty.all().size());
        assertEquals(27, empty.count(0, TrackFate.DIES));
        final Tracks single = track(TrackingSettings.DEFAULT, lattice(0).subList(0, 1), lattice(3).subList(0, 1));
        assertEquals(1, single.all().size());
        assertEquals(3, single.all().get(0).displacement(1).orElseThrow().z(), 1e-12);
    }

    @Test
    void whatCannotBeIsRefused() {
        final Observation one = lattice(0).get(0);
        assertEquals("Two particles of T3 have the label 1. Every particle needs a label of its own.",
            assertThrows(SegmentationException.class, () -> new TrackedScan("T3", List.of(one, one))).getMessage());
        assertTrue(assertThrows(SegmentationException.class, () -> new Observation(7, one.centre(), 0)).getMessage()
            .contains("The volume of particle 7 is 0.0 µm³"));
        assertTrue(assertThrows(SegmentationException.class, () -> new Observation(-7, one.centre(), 1)).getMessage()
            .contains("label -7"));
        assertThrows(SegmentationException.class, () -> new Observation(7, new Point(Double.NaN, 0, 0), 1));
        assertThrows(SegmentationException.class,
            () -> new TrackingSettings(-1, LinkWeights.DEFAULT, true, true, true));
        assertThrows(SegmentationException.class, () -> new LinkWeights(0, 0, 0, 6));
        assertThrows(SegmentationException.class, () -> new LinkWeights(1, -1, 0, 6));
        assertThrows(SegmentationException.class, () -> new LinkWeights(1, 1, 0, 0));
    }
}
