// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Block reads give what ImgLib2 gives voxel by voxel, for every type, division into cells, block and extension. */
class VolumeReadTest {

    private static final int WIDTH = 7;
    private static final int HEIGHT = 5;
    private static final int DEPTH = 6;

    @Provide
    Arbitrary<RealType<?>> types() {
        return Arbitraries.of(new UnsignedByteType(), new ByteType(), new UnsignedShortType(), new ShortType(),
            new UnsignedIntType(), new IntType(), new FloatType(), new DoubleType());
    }

    @Provide
    Arbitrary<Block> blocks() {
        final Arbitrary<Integer> min = Arbitraries.integers().between(-4, 5);
        final Arbitrary<Integer> size = Arbitraries.integers().between(1, 9);
        return Combinators.combine(min, min, min, size, size, size).as(Block::new);
    }

    @Property(tries = 300)
    void cellsAreReadLikeVoxels(@ForAll("types") final RealType<?> type, @ForAll("blocks") final Block block,
        @ForAll final Extension outside, @ForAll @IntRange(min = 1, max = 8) final int cell) {
        final RandomAccessibleInterval<? extends RealType<?>> image = cells(type, cell);
        final Volume volume = Volume.of("cells", image, VoxelSize.isotropic(1));
        final float[] values = new float[block.voxels()];
        volume.read(block, outside, values);
        assertArrayEquals(expected(image, block, outside), values);
    }

    @Property(tries = 50)
    void doubledMirrorsAreReadLikeVoxels(@ForAll("blocks") final Block block) {
        final float[] numbers = new float[24];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i;
        }
        final RandomAccessibleInterval<FloatType> image = ArrayImgs.floats(numbers, 2, 3, 4);
        final float[] values = new float[block.voxels()];
        Volume.of("array", image, VoxelSize.isotropic(1)).read(block, Extension.MIRROR, values);
        assertArrayEquals(expected(image, block, Extension.MIRROR), values);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static RandomAccessibleInterval<? extends RealType<?>> cells(final RealType<?> type, final int cell) {
        final var image = new CellImgFactory((NativeType)type, cell).create(WIDTH, HEIGHT, DEPTH);
        double value = type instanceof UnsignedByteType ? 250 : -3;
        for (final Object voxel : Views.flatIterable((RandomAccessibleInterval)image)) {
            ((RealType<?>)voxel).setReal(value);
            value = value > 1e3 ? -3 : value + 1;
        }
        return (RandomAccessibleInterval)image;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static float[] expected(final RandomAccessibleInterval<? extends RealType<?>> image, final Block block,
        final Extension outside) {
        final RandomAccessibleInterval raw = image;
        final RandomAccess<RealType<?>> access = outside == Extension.MIRROR
            ? Views.extendMirrorSingle(raw).randomAccess() : Views.extendBorder(raw).randomAccess();
        final float[] values = new float[block.voxels()];
        int index = 0;
        for (long z = block.minZ(); z < block.endZ(); z++) {
            for (long y = block.minY(); y < block.endY(); y++) {
                for (long x = block.minX(); x < block.endX(); x++) {
                    final boolean inside = Volume.shape(image).contains(new Block(x, y, z, 1, 1, 1));
                    access.setPosition(new long[] {x, y, z});
                    values[index++] = inside || outside == Extension.REPLICATE || outside == Extension.MIRROR
                        ? access.get().getRealFloat() : outside == Extension.NAN ? Float.NaN : 0;
                }
            }
        }
        return values;
    }
}
