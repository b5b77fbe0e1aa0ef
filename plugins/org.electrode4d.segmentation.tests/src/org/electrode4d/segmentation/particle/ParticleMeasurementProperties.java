// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.particle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.imglib2.parallel.Parallelization;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.electrode4d.segmentation.CollectorPlane;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.statistics.LabelIndex;
import org.electrode4d.volume.surface.CroftonWeights;
import org.electrode4d.volume.surface.InterfaceCounts;

class ParticleMeasurementProperties {

    private static final ParticleSettings SETTINGS =
        new ParticleSettings(SurfaceEstimator.CROFTON, true, 1,
            Optional.of(new CollectorPlane(new Point(0.6, 0, 0.8), 1)));

    /** Lumps: labels of a coarse lattice with ragged borders. */
    private static int[] lumps(final Random random, final Shape shape, final int labels) {
        final int[] coarse = random.ints(64, 0, labels + 1).toArray();
        final int[] ids = new int[(int)shape.voxels()];
        for (int i = 0; i < ids.length; i++) {
            final long x = i % shape.x() + random.nextInt(2);
            final long y = i / shape.x() % shape.y() + random.nextInt(2);
            final long z = i / shape.x() / shape.y();
            ids[i] = coarse[(int)(x / 4 + y / 3 * 5 + z / 4 * 17) & 63];
        }
        return ids;
    }

    private static Volume volume(final Shape shape, final int[] ids) {
        return Bodies.of(shape, new VoxelSize(1, 0.7, 1.6),
            (x, y, z) -> ids[(int)((z * shape.y() + y) * shape.x() + x)]);
    }

    private static LabelIndex index(final int labels) {
        final LabelIndex index = new LabelIndex();
        for (int label = 1; label <= labels; label++) {
            index.add(label);
        }
        return index;
    }

    @Property(tries = 30)
    void blocksAndThreadsAreNotSeen(@ForAll final long seed, @ForAll @IntRange(min = 1, max = 9) final int edge,
        @ForAll @IntRange(min = 1, max = 13) final int depth) {
        final Shape shape = new Shape(17, 11, depth);
        final LabelVolume labels = LabelVolume.of(volume(shape, lumps(new Random(seed), shape, 7)));
        final InterfaceCounts one = Parallelization.runSingleThreaded(
            () -> InterfaceCounts.of(labels, index(7), true, Progress.NONE));
        final InterfaceCounts other = Parallelization.runWithNumThreads(4,
            () -> InterfaceCounts.of(labels, index(7), true, edge, Progress.NONE));
        for (int label = 0; label < 7; label++) {
            assertArrayEquals(one.counts(label), other.counts(label));
        }
        assertEquals(areas(one), areas(other));
    }

    private static List<String> areas(final InterfaceCounts counts) {
        final List<String> areas = new ArrayList<>();
        for (int i = 0; i < counts.pairs().size(); i++) {
            areas.add(counts.pairs().first(i) + " " + counts.pairs().second(i) + " " + counts.pairs().faces(i) + " "
                + counts.pairs().area(i, CroftonWeights.of(Bodies.UNIT)));
        }
        Collections.sort(areas);
        return areas;
    }

    /** What is behind a particle's label does not depend on the label. */
    @Property(tries = 30)
    void newLabelsChangeTheRowsOnly(@ForAll final long seed) {
        final Random random = new Random(seed);
        final Shape shape = new Shape(14, 12, 9);
        final int[] ids = lumps(random, shape, 6);
        final List<Integer> names = new ArrayList<>(List.of(40, 3, 1_000_000, 17, 5, 2_000_000_000));
        Collections.shuffle(names, random);
        final int[] renamed = new int[ids.length];
        for (int i = 0; i < ids.length; i++) {
            renamed[i] = ids[i] == 0 ? 0 : names.get(ids[i] - 1);
        }
        final ParticleMeasurement one = ParticleMeasurement.of(volume(shape, ids), null, SETTINGS, Progress.NONE);
        final ParticleMeasurement other =
            ParticleMeasurement.of(volume(shape, renamed), null, SETTINGS, Progress.NONE);
        assertEquals(one.count(), other.count());
        assertEquals(one.contacts().size(), other.contacts().size());
        for (int i = 0; i < one.count(); i++) {
            final Particle particle = one.particle(i);
            int j = 0;
            while (other.particle(j).label() != names.get(particle.label() - 1)) {
                j++;
            }
            final Particle same = other.particle(j);
            assertEquals(particle.form(), same.form());
            assertEquals(particle.surface().area(), same.surface().area());
            assertEquals(particle.surface().contacts(), same.surface().contacts());
            assertEquals(particle.surface().contactArea(), same.surface().contactArea(), 1e-9);
            assertEquals(particle.distance(), same.distance());
        }
    }

    /** The order in which axes are counted makes no difference: x, y, z become y, z, x. */
    @Property(tries = 30)
    void turningTheVolumeKeepsTheSurface(@ForAll final long seed) {
        final Shape shape = new Shape(10, 9, 8);
        final int[] ids = lumps(new Random(seed), shape, 3);
        final Volume labels = volume(shape, ids);
        final Volume turned = Bodies.of(new Shape(9, 8, 10), new VoxelSize(0.7, 1.6, 1),
            (y, z, x) -> ids[(int)((z * shape.y() + y) * shape.x() + x)]);
        final ParticleMeasurement one = ParticleMeasurement.of(labels, null, SETTINGS, Progress.NONE);
        final ParticleMeasurement other = ParticleMeasurement.of(turned, null, SETTINGS, Progress.NONE);
        for (int i = 0; i < one.count(); i++) {
            assertEquals(one.particle(i).surface().area(), other.particle(i).surface().area(), 1e-9);
            assertEquals(one.particle(i).form().axes().semiAxes().get(0),
                other.particle(i).form().axes().semiAxes().get(0), 1e-9);
        }
    }
}
