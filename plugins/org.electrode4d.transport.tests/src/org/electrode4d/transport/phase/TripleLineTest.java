// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.phase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SortedSet;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TripleLineTest {

    private static final PhaseTriple ALL = new PhaseTriple(1, 2, 3);

    private static TripleLine line(final Volume phases, final PhaseTriple triple) {
        return PhaseCounts.of(LabelVolume.of(phases), 2, Progress.NONE).tripleLine(triple);
    }

    /** Two voxel edges along x, of 0.5 µm each, below the 2 and the 3. */
    @Test
    void edgesAroundWhichThreePhasesMeetCount() {
        final TripleLine line = line(PhaseImages.literal(new VoxelSize(0.5, 1, 2), new String[]{"11", "11"},
            new String[]{"22", "33"}), ALL);
        assertEquals(new TripleLine(1, 0, 0, false), line);
        assertEquals(1, line.longest());
        assertEquals(1, line.shortest());
        assertEquals(2.0 / 3, line.length(), 1e-15);
    }

    /** The edge in the middle has two phases only, and those at the border have no more. */
    @Test
    void twoPhasesAndTheBorderMakeNoLine() {
        final Volume two = PhaseImages.literal(PhaseImages.UNIT, new String[]{"12", "21"}, new String[]{"21", "12"});
        assertTrue(PhaseCounts.of(LabelVolume.of(two), 2, Progress.NONE).triples().isEmpty());
        final Volume flat = PhaseImages.literal(PhaseImages.UNIT, new String[]{"123"});
        assertTrue(PhaseCounts.of(LabelVolume.of(flat), 2, Progress.NONE).triples().isEmpty());
    }

    /** Either 1 goes through and there is no line, or 2 and 3 touch and there are two: one in the mean. */
    @Test
    void aPhaseThatMeetsItselfAcrossAnEdgeCountsOnce() {
        final Volume diagonal = PhaseImages.literal(PhaseImages.UNIT, new String[]{"12", "31"});
        assertEquals(1, line(diagonal, ALL).length());
    }

    /** Two of the four lines are there, which ones depends on whether 1 and 4 touch or 2 and 3. */
    @Test
    void fourPhasesShareTwoLines() {
        final Volume four = PhaseImages.literal(PhaseImages.UNIT, new String[]{"12", "34"});
        final PhaseCounts counts = PhaseCounts.of(LabelVolume.of(four), 2, Progress.NONE);
        final SortedSet<PhaseTriple> triples = counts.triples();
        assertEquals(4, triples.size());
        for (final PhaseTriple triple : triples) {
            assertEquals(0.5, counts.tripleLine(triple).length());
        }
    }

    /** In a section, a line is a point times the thickness of the slice. */
    @Test
    void aSliceHasLinesAcrossIt() {
        final Volume slice = PhaseImages.literal(new VoxelSize(1, 1, 0.25), new String[]{"112", "113"});
        assertEquals(new TripleLine(0, 0, 0.25, true), line(slice, ALL));
        assertEquals(0.25, line(slice, ALL).length());
    }

    /** Through the centre of a volume of 60 µm, from face to face; voxels need not be cubes. */
    @ParameterizedTest
    @CsvSource({"0, 0, 1, 1", "1, 0, 0, 1", "0, 0, 1, 2", "1, 1, 0, 1", "0.3, 0.2, 1, 1", "0.3, 0.2, 1, 2",
        "1, -0.6, 0.4, 1", "1, 1, 1, 1", "0.9, 1, -0.8, 2"})
    void projectionsOfAStraightLineAreItsLength(final double x, final double y, final double z, final double height) {
        final Point direction = new Point(x, y, z);
        final Shape shape = new Shape(60, 60, (long)(60 / height));
        final Point centre = new Point(29.43, 29.61, 29.57);
        final TripleLine line = line(PhaseImages.of(shape, new VoxelSize(1, 1, height),
            PhaseImages.sectors(centre, direction)), ALL);
        final double longest = Math.max(Math.abs(x), Math.max(Math.abs(y), Math.abs(z)));
        final double length = 60 * direction.norm() / longest;
        assertEquals(60 * Math.abs(x) / longest, line.alongX(), 3);
        assertEquals(60 * Math.abs(y) / longest, line.alongY(), 3);
        assertEquals(60 * Math.abs(z) / longest, line.alongZ(), 3);
        assertEquals(1, line.shortest() / length, 0.04);
        assertTrue(line.longest() > 0.97 * length);
    }

    /** A line of one direction is found 1/3 too short along an axis, and 2/3 sqrt(3) times as long along (1, 1, 1). */
    @Test
    void aSingleDirectionIsBiasedAsStated() {
        final TripleLine axis = line(PhaseImages.of(new Shape(40, 40, 40), PhaseImages.UNIT,
            PhaseImages.sectors(new Point(20.3, 19.6, 0), new Point(0, 0, 1))), ALL);
        assertEquals(-1.0 / 3, axis.length() / 40 - 1, 1e-12);
        final TripleLine diagonal = line(PhaseImages.of(new Shape(40, 40, 40), PhaseImages.UNIT,
            PhaseImages.sectors(new Point(20.1, 19.9, 20.15), new Point(1, 1, 1))), ALL);
        assertEquals(0.155, diagonal.length() / (40 * Math.sqrt(3)) - 1, 0.05);
    }

    /** Directions that are spread evenly over half of the sphere, along a spiral. */
    private static Point direction(final int i, final int count) {
        final double z = (i + 0.5) / count;
        final double angle = i * Math.PI * (3 - Math.sqrt(5));
        return new Point(Math.sqrt(1 - z * z) * Math.cos(angle), Math.sqrt(1 - z * z) * Math.sin(angle), z);
    }

    /** Three equal angles, the line through the middle of a cube in 90 directions. */
    @ParameterizedTest
    @CsvSource({"1", "1.6"})
    void theMeanOverAllDirectionsIsTheLength(final double height) {
        final int count = 90;
        final Shape shape = new Shape(40, 40, (long)(40 / height));
        double found = 0;
        double staircase = 0;
        double shortest = 0;
        for (int i = 0; i < count; i++) {
            final Point u = direction(i, count);
            final double length = 40 / Math.max(Math.max(Math.abs(u.x()), Math.abs(u.y())), u.z());
            final TripleLine line = line(PhaseImages.of(shape, new VoxelSize(1, 1, height),
                PhaseImages.sectors(new Point(19.6, 19.4, 19.45), u)), ALL);
            found += line.length() / length / count;
            staircase += line.longest() / length / count;
            shortest += line.shortest() / length / count;
        }
        assertEquals(1, found, 0.015);
        assertEquals(1.5, staircase, 0.025);
        assertEquals(1, shortest, 0.015);
    }

    /** The rim of the plane that divides what is around a ball, at 90, 90 and 180 degrees. */
    @Test
    void narrowAnglesBreakIntoPiecesAndCountMore() {
        final int count = 40;
        final Shape shape = new Shape(48, 48, 48);
        final Point centre = new Point(23.6, 23.4, 23.55);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            final Point normal = direction(i, count);
            sum += line(PhaseImages.of(shape, PhaseImages.UNIT, (x, y, z) -> {
                final Point from = new Point(x, y, z).minus(centre);
                return from.norm() < 20 ? 1 : from.dot(normal) > 0 ? 2 : 3;
            }), ALL).length();
        }
        assertEquals(1.06, sum / count / (2 * Math.PI * 20), 0.03);
    }

    /** A circle in the plane of slices: projections onto x and y are 8 r in all, instead of 2 pi r. */
    @Test
    void aCircleInThePlaneIsFoundTooShort() {
        final TripleLine line = line(PhaseImages.of(new Shape(48, 48, 48), PhaseImages.UNIT, (x, y, z) ->
            Math.hypot(Math.hypot(x - 23.6, y - 23.4), z - 23.5) < 20 ? 1 : z > 23.5 ? 2 : 3), ALL);
        assertEquals(160, line.longest(), 4);
        assertEquals(0, line.alongZ());
        assertEquals(8.0 / (3 * Math.PI), line.length() / (2 * Math.PI * 20), 0.03);
    }

    /** The density of a pattern of lines does not depend on how much of it is seen. */
    @Test
    void theDensityDoesNotDependOnTheSizeOfTheVolume() {
        final PhaseImages.Body bars = (x, y, z) -> 1 + ((int)x / 2 + (int)y / 2) % 3;
        double density = 0;
        for (final int edge : new int[]{7, 13, 25}) {
            final Shape shape = new Shape(edge, edge, edge);
            final Volume volume = PhaseImages.of(shape, PhaseImages.UNIT, bars);
            final double found = line(volume, ALL).density(shape, volume.voxelSize());
            density = density == 0 ? found : density;
            assertEquals(density, found, 1e-12, () -> "edge " + edge);
        }
        assertEquals(2.0 / 3 * 0.25, density, 1e-12, "a line per 2 x 2 voxels");
    }
}
