// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.phase;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.imglib2.img.array.ArrayImgs;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

class PhaseProperties {

    private static final int TRIES = 60;
    private static final PhaseSettings SETTINGS = new PhaseSettings(2, AreaEstimator.CROFTON, false, 1);

    private static PhaseMeasurement measure(final Volume volume) {
        return PhaseMeasurement.of(volume, SETTINGS, Progress.NONE);
    }

    /** Small volumes of up to four phases; 1 x 1 x 1 and single slices too. */
    @Provide
    Arbitrary<Volume> volumes() {
        final Arbitrary<Integer> edge = Arbitraries.integers().between(1, 6);
        final Arbitrary<VoxelSize> size = Combinators.combine(Arbitraries.doubles().between(0.5, 2),
            Arbitraries.doubles().between(0.5, 2)).as((x, z) -> new VoxelSize(x, 1, z));
        return Combinators.combine(edge, edge, edge, size).flatAs((x, y, z, voxel) ->
            Arbitraries.bytes().between((byte)0, (byte)3).array(byte[].class).ofSize(x * y * z)
                .map(values -> Volume.of("phases", ArrayImgs.unsignedBytes(values, x, y, z), voxel)));
    }

    @Property(tries = TRIES)
    void fractionsAddUpToOne(@ForAll("volumes") final Volume volume) {
        final PhaseMeasurement found = measure(volume);
        assertEquals(1, found.labels().stream().mapToDouble(found::fraction).sum(), 1e-12);
        assertEquals(found.sampleVolume(), found.labels().stream().mapToDouble(found::volume).sum(), 1e-9);
        found.labels().forEach(label -> assertEquals(found.fraction(label), found.slices(label).mean(), 1e-12));
    }

    @Property(tries = TRIES)
    void interfacesOfAPhaseAddUpToItsSurface(@ForAll("volumes") final Volume volume) {
        final PhaseMeasurement found = measure(volume);
        for (final int label : found.labels()) {
            assertEquals(found.surface(label), found.pairs().stream().filter(pair -> pair.has(label))
                .mapToDouble(found::interfaceArea).sum(), 1e-9);
        }
    }

    @Property(tries = TRIES)
    void numberingPhasesOtherwiseChangesNothingElse(@ForAll("volumes") final Volume volume) {
        final int[] other = {9, 4, 200, 1};
        final Volume renumbered = PhaseImages.of(volume.shape(), volume.voxelSize(), (x, y, z) -> {
            final long[] at = {Math.round(x / volume.voxelSize().x()), Math.round(y), Math.round(z
                / volume.voxelSize().z())};
            return other[(int)volume.image().getAt(at).getRealDouble()];
        });
        final PhaseMeasurement first = measure(volume);
        final PhaseMeasurement second = measure(renumbered);
        for (final int label : first.labels()) {
            assertArrayEquals(first.profile(label), second.profile(other[label]));
            assertEquals(first.surface(label), second.surface(other[label]), 1e-9);
        }
        assertEquals(first.triples().size(), second.triples().size());
        for (final PhaseTriple triple : first.triples()) {
            assertEquals(first.tripleLine(triple), second.tripleLine(new PhaseTriple(other[triple.first()],
                other[triple.second()], other[triple.third()])));
        }
    }

    @Property(tries = TRIES)
    void noLengthIsAboveThatOfTheVoxelEdges(@ForAll("volumes") final Volume volume) {
        final PhaseMeasurement found = measure(volume);
        for (final PhaseTriple triple : found.triples()) {
            final TripleLine line = found.tripleLine(triple);
            assertTrue(line.shortest() <= line.longest() * (1 + 1e-12), line.toString());
            assertTrue(line.length() <= line.longest() * (1 + 1e-12), line.toString());
        }
    }
}
