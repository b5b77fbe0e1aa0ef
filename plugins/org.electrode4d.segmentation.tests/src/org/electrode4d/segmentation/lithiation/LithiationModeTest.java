// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.lithiation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.segmentation.lithiation.Boxes.Where;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.LazyVolume.Layout;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.VoxelType;
import org.junit.jupiter.api.Test;

/** A ball of 4 µm in voxels of 0.1 µm, and what happens in it. */
class LithiationModeTest {

    private static final Shape SHAPE = new Shape(45, 45, 45);
    private static final int LABEL = 7;
    private static final Where BALL = (x, y, z) -> radius(x, y, z) <= 20;
    private static final Where SHELL = (x, y, z) -> radius(x, y, z) <= 20 && radius(x, y, z) > 15;
    private static final Where TUBES = (x, y, z) -> BALL.at(x, y, z)
        && (near(y, z) || near(x, z) || near(x, y));
    private static final Where NOTHING = (x, y, z) -> false;
    /** Of single voxels, one in 27. */
    private static final Where SPECKS = (x, y, z) -> x % 3 == 0 && y % 3 == 0 && z % 3 == 0;
    /** A plane gap of 0.4 µm through the ball. */
    private static final Where GAP = (x, y, z) -> Math.abs(x + 0.3 * y - 28.6) < 2.1;

    private static double radius(final int x, final int y, final int z) {
        return Math.sqrt((x - 22) * (x - 22) + (y - 22) * (y - 22) + (z - 22) * (z - 22));
    }

    private static boolean near(final int a, final int b) {
        return (a - 22) * (a - 22) + (b - 22) * (b - 22) <= 9;
    }

    private static ResidualFeatures features(final Where residual) {
        return ParticleResiduals.of(Boxes.labels(SHAPE, LABEL, BALL), Boxes.residual(SHAPE, residual),
            ZoneSettings.defaults(), PathSettings.defaults(), Progress.NONE).get(LABEL);
    }

    private static GapFeatures gaps(final Where silicon) {
        return ParticleGaps.of(Boxes.labels(SHAPE, LABEL, BALL), Optional.of(Boxes.labels(SHAPE, 1, silicon)),
            ZoneSettings.defaults(), Progress.NONE).get(LABEL);
    }

    private static ModeDecision decision(final ModeSelection selection, final GapFeatures gaps,
        final Where... residuals) {
        final List<Optional<ResidualFeatures>> steps =
            List.of(residuals).stream().map(where -> Optional.of(features(where))).toList();
        return ModeRule.defaults().decide(new ParticleEvolution(LABEL, steps, Optional.ofNullable(gaps)), selection);
    }

    private static LithiationMode mode(final Where... residuals) {
        final ModeDecision decision = decision(ModeSelection.defaults(), gaps(BALL), residuals);
        assertTrue(decision.score() > 0.9, decision.toString());
        assertEquals(1, decision.memberships().values().stream().mapToDouble(x -> x).sum(), 1e-12);
        return decision.mode();
    }

    @Test
    void aShellIsCoreShell() {
        final ResidualFeatures shell = features(SHELL);
        assertEquals(100, 100 * shell.shares().skin());
        assertEquals(0, shell.shares().core());
        // 1 - 0.75³ of the ball, and of what is below the skin of three voxels
        assertEquals(1 - Math.pow(0.75, 3), shell.shares().all(), 0.02);
        assertEquals(1 - Math.pow(15.0 / 17, 3), shell.shares().inner(), 0.04);
        assertEquals(List.of(1.0, 0.0), List.of(shell.shares().layers().get(0), shell.shares().layers().get(4)));
        assertEquals(LithiationMode.CORE_SHELL, mode(SHELL));
        assertEquals(LithiationMode.CORE_SHELL,
            mode((x, y, z) -> BALL.at(x, y, z) && radius(x, y, z) > 18, SHELL));
    }

    @Test
    void aShellThinnerThanTheSkinIsKnownByBeingComplete() {
        assertEquals(LithiationMode.CORE_SHELL, mode((x, y, z) -> BALL.at(x, y, z) && radius(x, y, z) > 17));
        assertEquals(LithiationMode.INACTIVE,
            mode((x, y, z) -> BALL.at(x, y, z) && radius(x, y, z) > 17 && Math.abs(z - 22) > 11));
    }

    @Test
    void whatReachesTheCoreLastIsAShell() {
        final Where most = (x, y, z) -> BALL.at(x, y, z) && radius(x, y, z) > 3;
        assertEquals(LithiationMode.NETWORK, mode(most));
        assertEquals(LithiationMode.CORE_SHELL, mode(SHELL, most));
        final Where bands = (x, y, z) -> BALL.at(x, y, z) && (Math.abs(x - 22) < 6 || Math.abs(y - 22) < 6);
        assertEquals(LithiationMode.NETWORK, mode(bands, most));
        // too little below the skin to tell anything
        assertEquals(LithiationMode.NETWORK, mode((x, y, z) -> BALL.at(x, y, z) && radius(x, y, z) > 17, most));
    }

    @Test
    void polesThatDoNotFitAreNoShell() {
        final Where poles = (x, y, z) -> BALL.at(x, y, z) && Math.abs(z - 22) > 7;
        assertTrue(features(poles).shares().inner() > 0.3, features(poles).shares().toString());
        assertEquals(LithiationMode.INACTIVE, mode(poles));
    }

    @Test
    void crossingTubesAreANetwork() {
        final ResidualFeatures tubes = features(TUBES);
        assertEquals(6, tubes.paths().coreBranches());
        assertEquals(6, tubes.paths().branches());
        assertEquals(6, tubes.paths().ends());
        // from skin to skin less what rounds the six ends off
        assertEquals(3 * 3.4 - 6 * 0.3, tubes.paths().length(), 1);
        assertEquals(1, tubes.connection().parts());
        assertEquals(LithiationMode.NETWORK, mode(TUBES));
        assertEquals(LithiationMode.NETWORK, mode(NOTHING, TUBES, NOTHING));
        assertEquals(LithiationMode.NETWORK,
            mode((x, y, z) -> BALL.at(x, y, z) && (Math.abs(x - 22) < 6 || Math.abs(y - 22) < 6)));
    }

    @Test
    void untouchedParticlesAndNoiseAreInactive() {
        assertEquals(LithiationMode.INACTIVE, mode(NOTHING));
        assertEquals(LithiationMode.INACTIVE, mode(SPECKS));
        assertEquals(0, features(SPECKS).connection().parts());
        assertTrue(Double.isNaN(features(SPECKS).connection().largest()));
    }

    @Test
    void aPlaneGapAtTheFirstScanIsACrackWhateverFollows() {
        final Where halves = (x, y, z) -> BALL.at(x, y, z) && !GAP.at(x, y, z);
        final GapFeatures gap = gaps(halves);
        assertTrue(gap.planarity() > 0.7, gap.toString());
        assertEquals(gap.largest(), gap.share(), 0.001);
        // 4.1 voxels wide across the middle of a ball of 17 voxels
        assertEquals(4.1 / Math.hypot(1, 0.3) * Math.PI * 17 * 17 / (4 / 3.0 * Math.PI * 17 * 17 * 17), gap.share(),
            0.02);
        final ModeDecision decision = decision(ModeSelection.defaults(), gap, TUBES);
        assertEquals(LithiationMode.CRACKED, decision.mode());
        assertTrue(decision.reason().endsWith("% plane gap at the first scan"), decision.reason());
    }

    @Test
    void aRoundPoreIsNoCrack() {
        final GapFeatures pore = gaps((x, y, z) -> radius(x, y, z) > 6);
        assertEquals(Math.pow(6 / 17.0, 3), pore.share(), 0.01);
        assertEquals(0, pore.planarity(), 0.02);
        assertEquals(LithiationMode.CORE_SHELL, decision(ModeSelection.defaults(), pore, SHELL).mode());
        assertEquals(0, gaps(BALL).share());
        assertTrue(Double.isNaN(gaps(BALL).planarity()));
    }

    @Test
    void gapsInLabelsAreClosedAndFound() {
        final Where halves = (x, y, z) -> BALL.at(x, y, z) && !GAP.at(x, y, z);
        final Volume labels = Boxes.labels(SHAPE, LABEL, halves);
        final GapFeatures gap =
            ParticleGaps.of(labels, Optional.empty(), ZoneSettings.defaults(), Progress.NONE).get(LABEL);
        assertEquals(gaps(halves).share(), gap.share(), 0.03);
        final ResidualFeatures shell = ParticleResiduals.of(labels, Boxes.residual(SHAPE, SHELL),
            ZoneSettings.defaults(), PathSettings.defaults(), Progress.NONE).get(LABEL);
        assertEquals(0, shell.shares().core());
        assertEquals(0.0, ParticleGaps.of(labels, Optional.empty(), new ZoneSettings(0.3, 0.6, 0), Progress.NONE)
            .get(LABEL).share());
    }

    @Test
    void smallCutAndDoubtfulParticlesAreUndecided() {
        assertEquals("smaller than 5.0 µm", decision(new ModeSelection(5, 3, false, 0.5), null, SHELL).reason());
        assertEquals("score below 1.0", decision(new ModeSelection(1, 3, false, 1), null, SHELL).reason());
        final Block part = new Block(0, 0, 0, 45, 45, 30);
        final ResidualFeatures cut = ParticleResiduals.of(Boxes.labels(SHAPE, LABEL, BALL).crop(part),
            Boxes.residual(SHAPE, SHELL).crop(part), ZoneSettings.defaults(), PathSettings.defaults(), Progress.NONE)
            .get(LABEL);
        assertTrue(cut.form().isCut());
        // the face that cuts is no surface
        assertEquals(0, cut.shares().core());
        final ParticleEvolution particle =
            new ParticleEvolution(LABEL, List.of(Optional.of(cut)), Optional.empty());
        final ModeDecision decision = ModeRule.defaults().decide(particle, ModeSelection.defaults());
        assertEquals(LithiationMode.UNDECIDED, decision.mode());
        assertEquals("cut by the border", decision.reason());
        assertEquals(LithiationMode.CORE_SHELL,
            ModeRule.defaults().decide(particle, new ModeSelection(1, 3, true, 0.5)).mode());
        final ParticleEvolution whole = new ParticleEvolution(LABEL,
            List.of(Optional.of(features(NOTHING)), Optional.of(cut), Optional.empty()), Optional.empty());
        assertEquals(1, whole.decisive(), "nothing is seen at the step at which it is whole");
        assertTrue(ModeSelection.defaults().counts(whole));
        assertFalse(ModeSelection.defaults().counts(particle));
        assertTrue(new ModeSelection(1, 3, true, 0.5).counts(particle));
        assertFalse(new ModeSelection(1, 5, true, 0.5).counts(particle));
        assertEquals(LithiationMode.CORE_SHELL, ModeRule.defaults().decide(whole, ModeSelection.defaults()).mode());
        assertEquals(1, new ParticleEvolution(LABEL, List.of(Optional.of(cut), Optional.of(features(TUBES))),
            Optional.empty()).decisive(), "a whole step tells more than one that is cut");
    }

    @Test
    void theEvolutionTellsGrowthAndRetraction() {
        final ParticleEvolution particle = new ParticleEvolution(LABEL, List.of(Optional.of(features(NOTHING)),
            Optional.empty(), Optional.of(features(SHELL)), Optional.of(features(TUBES))), Optional.empty());
        final double shell = features(SHELL).shares().all();
        final double tubes = features(TUBES).shares().all();
        assertTrue(Double.isNaN(particle.growth(0)));
        assertTrue(Double.isNaN(particle.growth(1)));
        assertEquals(shell, particle.growth(2));
        assertEquals(tubes - shell, particle.growth(3));
        assertTrue(Double.isNaN(particle.retraction(0)));
        assertEquals(0, particle.retraction(2));
        assertEquals(1 - tubes / shell, particle.lastRetraction());
    }

    @Test
    void voxelsWithoutPredictionTakeNoPart() {
        final float[] values = new float[45 * 45 * 45];
        final Volume residual = Boxes.residual(SHAPE, SHELL);
        residual.read(Block.of(SHAPE), values);
        for (int i = 0; i < values.length; i++) {
            values[i] = i / 2025 > 22 ? Float.NaN : values[i];
        }
        final Volume half = Volume.of("half", ArrayImgs.floats(values, 45, 45, 45), Boxes.VOXEL);
        final ResidualFeatures found = ParticleResiduals.of(Boxes.labels(SHAPE, LABEL, BALL), half,
            ZoneSettings.defaults(), PathSettings.defaults(), Progress.NONE).get(LABEL);
        assertEquals(0.5, found.shares().predicted(), 0.03);
        assertEquals(features(SHELL).shares().all(), found.shares().all(), 0.02);
    }

    @Test
    void aSliceIsMeasuredInTwoDimensions() {
        final Block slice = new Block(0, 0, 22, 45, 45, 1);
        final ResidualFeatures found = ParticleResiduals.of(Boxes.labels(SHAPE, LABEL, BALL).crop(slice),
            Boxes.residual(SHAPE, SHELL).crop(slice), ZoneSettings.defaults(), PathSettings.defaults(), Progress.NONE)
            .get(LABEL);
        assertEquals(4, found.form().diameter(), 0.05);
        assertEquals(1 - Math.pow(0.75, 2), found.shares().all(), 0.03);
        assertEquals(0, found.shares().core());
        assertEquals(1, found.paths().branches());
    }

    @Test
    void nothingDependsOnLabelsPlaceOrThreads() {
        final Volume labels = Boxes.labels(SHAPE, 201, BALL);
        final Block part = new Block(1, 1, 1, 43, 43, 44);
        final ResidualFeatures moved = Parallelization.runSingleThreaded(() -> ParticleResiduals.of(labels.crop(part),
            Boxes.residual(SHAPE, TUBES).crop(part), ZoneSettings.defaults(), PathSettings.defaults(), Progress.NONE)
            .get(201));
        final ResidualFeatures before = features(TUBES);
        assertEquals(before.shares(), moved.shares());
        assertEquals(before.connection(), moved.connection());
        assertEquals(before.paths(), moved.paths());
        assertEquals(before.form().volume(), moved.form().volume());
    }

    @Test
    void labelsThatAreNoParticlesAreRefused() {
        final Volume full = Boxes.labels(SHAPE, LABEL, (x, y, z) -> true);
        final String message = assertThrows(SegmentationException.class, () -> ParticleResiduals.of(full,
            Boxes.residual(SHAPE, SHELL), ZoneSettings.defaults(), PathSettings.defaults(), Progress.NONE))
            .getMessage();
        assertTrue(message.startsWith("Label 7 fills the whole of labels"), message);
        final Volume huge = LazyVolume.load("phases",
            new Layout(new Shape(330, 330, 330),
                VoxelType.UINT8, 128, 128, 128), VoxelSize.isotropic(0.1), block -> {
                    final byte[] ones = new byte[block.voxels()];
                    Arrays.fill(ones, (byte)1);
                    return ones;
                });
        final String large = assertThrows(SegmentationException.class,
            () -> ParticleGaps.of(huge, Optional.empty(), ZoneSettings.defaults(), Progress.NONE)).getMessage();
        assertTrue(large.startsWith("Label 1 of phases takes a box of 338 x 338 x 338 of 330 x 330 x 330 voxels"),
            large);
    }

    @Test
    void settingsThatCannotBeAreNamed() {
        assertTrue(assertThrows(SegmentationException.class, () -> new ZoneSettings(-1, 0.4, 0)).getMessage()
            .startsWith("The thickness of the skin is -1.0 µm"));
        assertTrue(assertThrows(SegmentationException.class, () -> new ZoneSettings(0, 1, 0)).getMessage()
            .startsWith("The core begins at 1.0 of the inner radius"));
        assertTrue(assertThrows(SegmentationException.class, () -> new PathSettings(0, -1, 0)).getMessage()
            .contains("-1.0 µm³"));
        assertThrows(SegmentationException.class, () -> new Limit(0.1, 0));
        assertEquals(0.5, new Limit(0.1, 1).above(0.1));
        assertEquals(0.5, new Limit(0.1, 1).above(Double.NaN));
        assertEquals(1 / (1 + Math.exp(-2)), new Limit(0.1, 0.2).above(0.5), 1e-12);
    }

    @Test
    void modesAreCounted() {
        final ModeDecision shell = decision(ModeSelection.defaults(), null, SHELL);
        final ModeDecision network = decision(ModeSelection.defaults(), null, TUBES);
        final List<ModeCount> counts = ModeCount.of(List.of(new ModeCount.Classified(shell, 4),
            new ModeCount.Classified(network, 5), new ModeCount.Classified(network, 6),
            new ModeCount.Classified(network, 3)));
        assertEquals(List.of(1, 3, 0, 0, 0), counts.stream().map(ModeCount::particles).toList());
        assertEquals(List.of(0.25, 0.75, 0.0, 0.0, 0.0), counts.stream().map(ModeCount::share).toList());
        assertEquals(14 / 3.0, counts.get(1).diameter(), 1e-12);
        assertTrue(Double.isNaN(counts.get(2).score()));
        assertTrue(Double.isNaN(ModeCount.of(List.of()).get(0).share()));
    }
}
