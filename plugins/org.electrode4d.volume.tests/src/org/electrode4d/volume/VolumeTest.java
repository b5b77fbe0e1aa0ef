// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import net.imglib2.converter.Converters;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;

class VolumeTest {

    private static final VoxelSize HALF = VoxelSize.isotropic(0.5);

    /** Two planes of two rows of three: the digits say z, y, x. */
    private static final byte[] DIGITS = {
        0, 1, 2,
        10, 11, 12,

        100, 101, 102,
        110, 111, 112};

    private final Volume volume = Volume.of("digits", ArrayImgs.unsignedBytes(DIGITS, 3, 2, 2), HALF);

    @Test
    void readsABoxWithXFastest() {
        final float[] values = new float[4];
        volume.read(new Block(1, 0, 1, 2, 2, 1), values);
        assertArrayEquals(new float[] {101, 102, 111, 112}, values);
    }

    @Test
    void knowsItsFacts() {
        assertEquals(new Shape(3, 2, 2), volume.shape());
        assertEquals(VoxelType.UINT8, volume.type());
        assertEquals(Point.ORIGIN, volume.origin());
        assertEquals("digits: 3 x 2 x 2 UINT8, voxel 0.5 x 0.5 x 0.5 µm", volume.toString());
    }

    @Test
    void aPlaneIsAVolumeOfOneSlice() {
        final Volume plane = Volume.of("plane", ArrayImgs.floats(new float[] {1, 2, 3, 4}, 2, 2), HALF);
        assertEquals(new Shape(2, 2, 1), plane.shape());
        assertEquals(3, plane.image().numDimensions());
        final float[] column = new float[2];
        plane.read(new Block(1, 0, 0, 1, 2, 1), column);
        assertArrayEquals(new float[] {2, 4}, column);
    }

    @Test
    void fourDimensionsAreTooMany() {
        final var error = assertThrows(IllegalArgumentException.class,
            () -> Volume.of("movie", ArrayImgs.bytes(2, 2, 2, 2), HALF));
        assertEquals("A volume has two or three dimensions, but movie has 4. Choose one channel and one time.",
            error.getMessage());
    }

    @Test
    void unsignedValuesStayPositive() {
        final float[] value = new float[1];
        final Block first = new Block(0, 0, 0, 1, 1, 1);
        Volume.of("u8", ArrayImgs.unsignedBytes(new byte[] {-1}, 1, 1, 1), HALF).read(first, value);
        assertEquals(255, value[0]);
        Volume.of("u16", ArrayImgs.unsignedShorts(new short[] {-1}, 1, 1, 1), HALF).read(first, value);
        assertEquals(65_535, value[0]);
        Volume.of("u32", ArrayImgs.unsignedInts(new int[] {Integer.MIN_VALUE}, 1, 1, 1), HALF).read(first, value);
        assertEquals(0x1p31f, value[0]);
        Volume.of("i8", ArrayImgs.bytes(new byte[] {-1}, 1, 1, 1), HALF).read(first, value);
        assertEquals(-1, value[0]);
    }

    @Test
    void otherTypesAreReadAsFloat() {
        final float[] values = new float[2];
        final Block both = new Block(0, 0, 0, 2, 1, 1);
        final Volume doubles = Volume.of("f64", ArrayImgs.doubles(new double[] {0.5, 1e300}, 2, 1, 1), HALF);
        doubles.read(both, values);
        assertEquals(VoxelType.FLOAT32, doubles.type());
        assertArrayEquals(new float[] {0.5f, Float.POSITIVE_INFINITY}, values);
        Volume.of("i64", ArrayImgs.longs(new long[] {7, -9}, 2, 1, 1), HALF).read(both, values);
        assertArrayEquals(new float[] {7, -9}, values);
        final var halved = Converters.convert(ArrayImgs.floats(new float[] {1, 3}, 2, 1, 1),
            (in, out) -> out.set(in.get() / 2), new FloatType());
        Volume.of("function", halved, HALF).read(both, values);
        assertArrayEquals(new float[] {0.5f, 1.5f}, values);
    }

    @Test
    void viewsAreReadAsTheyAreSeen() {
        final var digits = ArrayImgs.unsignedBytes(DIGITS, 3, 2, 2);
        final float[] values = new float[2];
        Volume.of("moved", Views.translate(digits, 7, 7, 7), HALF).read(new Block(0, 1, 0, 2, 1, 1), values);
        assertArrayEquals(new float[] {10, 11}, values);
        Volume.of("slice", Views.hyperSlice(digits, 2, 1), HALF).read(new Block(0, 1, 0, 2, 1, 1), values);
        assertArrayEquals(new float[] {110, 111}, values);
        Volume.of("turned", Views.permute(digits, 0, 2), HALF).read(new Block(0, 0, 2, 2, 1, 1), values);
        assertArrayEquals(new float[] {2, 102}, values);
    }

    @Test
    void nativeReadingRoundsNothing() {
        final int[] large = {16_777_217, -2_147_483_647};
        final Volume labels = Volume.of("labels", ArrayImgs.ints(large, 2, 1, 1), HALF);
        final int[] values = new int[2];
        labels.readNative(new Block(0, 0, 0, 2, 1, 1), values);
        assertArrayEquals(large, values);
    }

    @Test
    void beyondTheBorderComesTheExtension() {
        final Volume row = Volume.of("row", ArrayImgs.floats(new float[] {1, 2, 3, 4}, 4, 1, 1), HALF);
        final Block wide = new Block(-3, 0, 0, 10, 1, 1);
        final float[] values = new float[10];
        row.read(wide, Extension.REPLICATE, values);
        assertArrayEquals(new float[] {1, 1, 1, 1, 2, 3, 4, 4, 4, 4}, values);
        row.read(wide, Extension.MIRROR, values);
        assertArrayEquals(new float[] {4, 3, 2, 1, 2, 3, 4, 3, 2, 1}, values);
        row.read(wide, Extension.ZERO, values);
        assertArrayEquals(new float[] {0, 0, 0, 1, 2, 3, 4, 0, 0, 0}, values);
        row.read(wide, Extension.NAN, values);
        assertTrue(Float.isNaN(values[2]) && values[3] == 1 && Float.isNaN(values[7]));
    }

    @Test
    void aBoxFarOutsideIsAllExtension() {
        final float[] values = new float[2];
        volume.read(new Block(50, 50, 50, 2, 1, 1), Extension.REPLICATE, values);
        assertArrayEquals(new float[] {112, 112}, values);
        volume.read(new Block(50, 50, 50, 2, 1, 1), Extension.ZERO, values);
        assertArrayEquals(new float[] {0, 0}, values);
    }

    @Test
    void readingOutsideNamesBlockAndVolume() {
        final var error = assertThrows(IndexOutOfBoundsException.class,
            () -> volume.read(new Block(2, 0, 0, 2, 1, 1), new float[2]));
        assertEquals("The block of 2 x 1 x 1 voxels at (2, 0, 0) sticks out of digits, which has 3 x 2 x 2 voxels.",
            error.getMessage());
        final var small = assertThrows(IndexOutOfBoundsException.class,
            () -> volume.read(new Block(0, 0, 0, 2, 1, 1), new float[1]));
        assertTrue(small.getMessage().contains("has 2 voxels, but the array has room for 1"));
    }

    @Test
    void croppingKeepsPlaces() {
        final Volume part = volume.withOrigin(new Point(10, 20, 30)).crop(new Block(1, 1, 0, 2, 1, 2));
        assertEquals(new Shape(2, 1, 2), part.shape());
        assertEquals(new Point(10.5, 20.5, 30), part.origin());
        final float[] values = new float[4];
        part.read(new Block(0, 0, 0, 2, 1, 2), values);
        assertArrayEquals(new float[] {11, 12, 111, 112}, values);
        assertEquals(11, part.image().getAt(0, 0, 0).getRealDouble());
        final float[] again = new float[1];
        part.crop(new Block(1, 0, 1, 1, 1, 1)).read(new Block(0, 0, 0, 1, 1, 1), again);
        assertEquals(112, again[0]);
    }

    @Test
    void factsChangeInCopies() {
        final Volume named = volume.withName("scan").withMetadata(Map.of("Potential [V]", "0.1"))
            .withVoxelSize(new VoxelSize(1, 2, 3));
        assertEquals("scan", named.name());
        assertEquals("digits", volume.name());
        assertEquals(new VoxelSize(1, 2, 3), named.voxelSize());
        assertEquals(Map.of("Potential [V]", "0.1"), named.metadata());
        assertThrows(UnsupportedOperationException.class, () -> named.metadata().put("a", "b"));
    }
}
