// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.LabelMask;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.LazyVolume.Layout;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.VoxelType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Data that are spoilt: a status, a remark or a message, never a wrong number that is called good. */
final class CorrelationFaultsTest {

    private static final Shape SHAPE = new Shape(40, 36, 64);
    private static final int PLANE = 40 * 36;
    private static final Transformation MOVED = Transformation.of(Point.ORIGIN, new double[] {1, 1, 1.02, 0, 0, 0},
        new Point(0.4, -0.3, 2.3));
    private static final VolumePair PAIR = new Blobs(SHAPE, 300).pair(MOVED);
    private static final LocalCorrelationSettings SETTINGS = LocalCorrelationSettings.defaults()
        .withLevels(List.of(NodeLevel.of(9, 8)));

    private static DeformationField correlate(final VolumePair pair, final LocalCorrelationSettings settings) {
        return LocalCorrelation.correlate(pair, LocalCorrelation.noStart(pair), settings, Progress.NONE);
    }

    private static void assertGoodOnesAreRight(final DeformationField field, final int least) {
        int good = 0;
        for (int node = 0; node < field.grid().size(); node++) {
            if (field.status(node) == NodeStatus.CONVERGED) {
                good++;
                final Point position = field.grid().position(node);
                assertEquals(0, field.displacement(node).distance(MOVED.displacement(position, PAIR.centre())), 0.1,
                    position::toString);
            }
        }
        assertTrue(good >= least, "only " + good + " of " + field);
    }

    private static void saturate(final float[] grey) {
        Arrays.fill(grey, 30 * PLANE, 34 * PLANE, 65535);
    }

    @Test
    void theSoundPairConverges() {
        assertGoodOnesAreRight(correlate(PAIR, SETTINGS), 72);
    }

    /** Which of the volumes are spoilt. */
    enum Spoilt {
        REFERENCE, DEFORMED, BOTH;

        VolumePair apply(final Consumer<float[]> change) {
            return new VolumePair(this == DEFORMED ? PAIR.reference() : Blobs.changed(PAIR.reference(), change),
                this == REFERENCE ? PAIR.deformed() : Blobs.changed(PAIR.deformed(), change));
        }
    }

    @ParameterizedTest
    @EnumSource
    void saturatedSlicesAreLeftOut(final Spoilt spoilt) {
        final DeformationField field = correlate(spoilt.apply(CorrelationFaultsTest::saturate), SETTINGS);
        assertGoodOnesAreRight(field, 60);
        final String name = spoilt == Spoilt.DEFORMED ? "deformed" : "reference";
        assertEquals("Slices 30 to 33 of " + name + " hold one single value (saturated, missing or padded) and were "
            + "not used.", field.remarks().get(0));
    }

    @ParameterizedTest
    @EnumSource
    void regionsWithoutNumbersAreLeftOut(final Spoilt spoilt) {
        final DeformationField field = correlate(spoilt.apply(grey -> {
            for (int i = 0; i < grey.length; i++) {
                grey[i] = i % 40 < 18 && i / PLANE < 30 ? Float.NaN : grey[i];
            }
        }), SETTINGS);
        assertGoodOnesAreRight(field, 50);
        assertEquals(NodeStatus.REFUSED, field.status(0));
    }

    @Test
    void slicesOfOneValueHaveTooLittleTexture() {
        final DeformationField field = correlate(new VolumePair(
            Blobs.changed(PAIR.reference(), grey -> Arrays.fill(grey, 0, 20 * PLANE, 0)), PAIR.deformed()), SETTINGS);
        assertEquals(NodeStatus.SINGULAR, field.status(0));
        assertGoodOnesAreRight(field, 40);
    }

    @Test
    void aFoldedStartIsNoStart() {
        final DeformationField folded = DeformationField.uniform(NodeGrid.single(PAIR.centre()),
            PAIR.reference().voxelSize(), PAIR.centre(),
            Transformation.of(new double[] {-1, 0, 0, 0, 1, 0, 0, 0, 1}, Point.ORIGIN));
        final DeformationField field = LocalCorrelation.correlate(PAIR, folded,
            SETTINGS.withSearch(StartSearch.NONE, 0), Progress.NONE);
        assertEquals(field.grid().size(), field.count(NodeStatus.BAD_START));
        assertGoodOnesAreRight(LocalCorrelation.correlate(PAIR, folded, SETTINGS, Progress.NONE), 72);
    }

    @Test
    void unrelatedVolumesDoNotReachTheLeastCorrelation() {
        final Random random = new Random(5);
        final Volume other = Blobs.changed(PAIR.deformed(), grey -> {
            for (int i = 0; i < grey.length; i++) {
                grey[i] = (float)random.nextGaussian();
            }
        });
        final DeformationField field = correlate(new VolumePair(PAIR.reference(), other),
            SETTINGS.withMinimumZncc(0.4));
        assertEquals(0, field.count(NodeStatus.CONVERGED), field::toString);
        assertEquals(field.grid().size(), field.count(NodeStatus.DIVERGED) + field.count(NodeStatus.MAX_ITERATIONS)
            + field.count(NodeStatus.VOLUME_CHANGE) + field.count(NodeStatus.SINGULAR));
    }

    @Test
    void aMaskThatCoversNothingIsNamed() {
        final Volume nothing = Blobs.changed(PAIR.reference(), grey -> Arrays.fill(grey, 0)).withName("pores");
        final CorrelationException e = assertThrows(CorrelationException.class,
            () -> correlate(PAIR, SETTINGS.withMask(nothing)));
        assertTrue(e.getMessage().contains("pores covers nothing"), e::getMessage);
    }

    @Test
    void nothingIsReadOfWhatTheMaskExcludes() {
        final ConcurrentSkipListSet<Long> read = new ConcurrentSkipListSet<>();
        final Volume deformed = LazyVolume.load("deformed", new Layout(SHAPE, VoxelType.FLOAT32, 40, 8, 64),
            PAIR.deformed().voxelSize(), block -> {
                read.add(block.minY());
                final float[] values = new float[block.voxels()];
                PAIR.deformed().read(block, values);
                return values;
            });
        final Volume mask = Blobs.changed(PAIR.reference(), grey -> Arrays.fill(grey, 0));
        final Volume corner = Blobs.changed(mask, grey -> grey[0] = 1);
        final DeformationField field = correlate(new VolumePair(PAIR.reference(), deformed),
            SETTINGS.withMask(corner));
        assertEquals(field.grid().size(), field.count(NodeStatus.REFUSED));
        // the look for empty slices reads one voxel row in the middle
        assertEquals(1, read.size(), read::toString);
    }

    @Test
    void aLabelIsAMask() {
        final short[] labels = new short[40 * 36 * 64];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (short)(i / PLANE < 20 ? 3 : 7);
        }
        final Volume volume = Volume.of("phases", ArrayImgs.unsignedShorts(labels, 40, 36, 64),
            VoxelSize.isotropic(0.05));
        final Volume mask = LabelMask.of(new LabelVolume(volume, new TreeMap<>()), 7);
        assertEquals("phases, Label 7", mask.name());
        final DeformationField field = correlate(PAIR, SETTINGS.withMask(mask));
        assertEquals(NodeStatus.REFUSED, field.status(0));
        assertGoodOnesAreRight(field, 40);
        assertThrows(CorrelationException.class, () -> correlate(PAIR,
            SETTINGS.withMask(LabelMask.of(new LabelVolume(volume, new TreeMap<>()), 4))));
    }
}
