// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.VoxelType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads what Python's h5py writes, as ilastik and others use it, where it is installed. */
class H5pyComparisonTest {

    private static final String SCRIPT = """
        import sys, json, struct, h5py, numpy
        def tags(axes):
            return json.dumps({'axes': [{'key': k, 'typeFlags': 1 if k == 'c' else 2, 'resolution': 0,
                                         'description': ''} for k in axes]})
        a = numpy.arange(20 * 30 * 50).reshape(20, 30, 50)
        noise = numpy.random.default_rng(1).integers(0, 256, (20, 30, 50), dtype=numpy.uint8)
        with h5py.File(sys.argv[1] + '/ilastik.h5', 'w') as f:
            d = f.create_dataset('exported_data', data=(a % 3).astype('u1')[..., None], chunks=(16, 16, 16, 1),
                                 compression='gzip', shuffle=True)
            d.attrs['axistags'] = tags('zyxc')
            g = f.create_group('layer')
            g.attrs['none'] = numpy.array([])
            g.attrs['names'] = numpy.array([b'kernel:0', b'bias:0'])
            g.attrs['text'] = 'one'
            g.attrs['numbers'] = numpy.array([[1, 2], [3, 4]], 'i2')
        for version in 'earliest', 'latest':
            with h5py.File(sys.argv[1] + '/' + version + '.h5', 'w', libver=version, userblock_size=512) as f:
                f.create_dataset('lzf', data=noise, chunks=(7, 8, 9), compression='lzf')
                f.create_dataset('fletcher', data=a.astype('>u2'), chunks=(20, 30, 50), fletcher32=True)
                f.create_dataset('plain', data=a.astype('>f4'))
                f.create_dataset('growing', data=a.astype('<i8'), chunks=(6, 6, 6), maxshape=(None, 30, 50))
                f.create_dataset('two', data=a.astype('i4'), chunks=(6, 6, 6), maxshape=(None, None, 50))
                f['copy'] = noise
                f['alias'] = h5py.SoftLink('/copy')
                f['mask'] = a % 2 == 0
                f['half'] = a.astype('f2')
                d = f.create_dataset('sparse', (20, 30, 50), 'u2', chunks=(10, 10, 10), fillvalue=7)
                d[0, 0, 0] = 3
                d = f.create_dataset('xyz', data=numpy.ascontiguousarray(a.astype('f8').T))
                for i, name in enumerate('xyz'):
                    d.dims[i].label = name
                d.attrs['element_size_um'] = numpy.array([0.1, 0.2, 0.3])
        with h5py.File(sys.argv[1] + '/packed.h5', 'w') as f:
            for name, number in ('lz4', 32004), ('zstd', 32015):
                p = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
                p.set_chunk((20, 30, 50))
                p.set_filter(number, h5py.h5z.FLAG_OPTIONAL, (0, 0, 30000))
                d = h5py.h5d.create(f.id, name.encode(), h5py.h5t.STD_U8LE, h5py.h5s.create_simple((20, 30, 50)), p)
                d.write_direct_chunk((0, 0, 0), struct.pack('>qii', 30000, 30000, 99) + bytes(99))
        with h5py.File(sys.argv[1] + '/virtual.h5', 'w', libver='latest') as f:
            layout = h5py.VirtualLayout((20, 30, 50), 'u1')
            layout[:] = h5py.VirtualSource(sys.argv[1] + '/latest.h5', 'lzf', (20, 30, 50))
            f.create_virtual_dataset('v', layout)
        """;

    private static final Path SYSTEM = Path.of("/usr/bin/python3");
    private static final Shape SHAPE = new Shape(50, 30, 20);

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        final String python = Files.exists(SYSTEM) ? SYSTEM.toString() : "python3";
        final Process process;
        try {
            process = new ProcessBuilder(python, "-c", SCRIPT, folder.toString()).redirectErrorStream(true).start();
        } catch (IOException e) {
            assumeTrue(false, "no python3: " + e.getMessage());
            return;
        }
        final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assumeTrue(!output.contains("ModuleNotFoundError"), python + " lacks a module: " + output);
        assertEquals("", output);
    }

    private Volume open(final String name) throws IOException {
        return VolumeFiles.open(VolumeSource.of(folder.resolve(name)).withVoxelSize(VoxelSize.isotropic(1)));
    }

    private static void assertCounts(final Volume volume) {
        assertEquals(SHAPE, volume.shape());
        final float[] values = new float[30_000];
        volume.read(Block.of(SHAPE), values);
        assertArrayEquals(floats(1 << 24), values);
    }

    private static float[] floats(final int modulus) {
        final float[] values = new float[30_000];
        IntStream.range(0, values.length).forEach(i -> values[i] = i % modulus);
        return values;
    }

    @Test
    void exportsOfIlastik() throws IOException {
        final Volume volume = open("ilastik.h5");
        assertEquals("ilastik", volume.name());
        assertEquals(VoxelType.UINT8, volume.type());
        final float[] values = new float[30_000];
        volume.read(Block.of(SHAPE), values);
        assertArrayEquals(floats(3), values);
    }

    @Test
    void allLayoutsOfOldAndNewFiles() throws IOException {
        for (final String file : new String[] {"earliest.h5/", "latest.h5/"}) {
            for (final String name : new String[] {"fletcher", "plain", "growing", "two", "xyz"}) {
                assertCounts(open(file + name));
            }
            TestVoxels.assertSame(TestVoxels.all(open(file + "copy")), TestVoxels.all(open(file + "lzf")));
            TestVoxels.assertSame(TestVoxels.all(open(file + "copy")), TestVoxels.all(open(file + "alias")));
            assertArrayEquals(new byte[] {1, 0, 1, 0}, mask(file));
        }
    }

    private byte[] mask(final String file) throws IOException {
        final byte[] first = new byte[4];
        open(file + "mask").readNative(new Block(0, 0, 0, 4, 1, 1), first);
        return first;
    }

    @Test
    void chunksThatWereNotWrittenHaveTheFillValue() throws IOException {
        final short[] values = (short[])TestVoxels.all(open("earliest.h5/sparse"));
        assertEquals(3, values[0]);
        assertEquals(7, values[1]);
        assertEquals(7, values[values.length - 1]);
    }

    @Test
    void theVoxelSizeFollowsTheNamedAxes() throws IOException {
        assertEquals(new VoxelSize(0.1, 0.2, 0.3),
            VolumeFiles.open(VolumeSource.of(folder.resolve("latest.h5/xyz"))).voxelSize());
    }

    @Test
    void attributesAreTextsAndNumbers() throws IOException {
        final Hdf5File file = Hdf5File.open(folder.resolve("ilastik.h5"));
        assertEquals(List.of("kernel:0", "bias:0"), file.texts("layer", "names"));
        assertEquals(List.of("one"), file.texts("layer", "text"));
        assertArrayEquals(new double[] {1, 2, 3, 4}, file.numbers("layer", "numbers"));
        for (final String absent : new String[] {"none", "other"}) {
            assertEquals(List.of(), file.texts("layer", absent));
            assertEquals(0, file.numbers("layer", absent).length);
        }
        assertEquals(List.of(), file.texts("nothing", "names"));
    }

    @Test
    void whatIsNotSupportedIsSaid() {
        final Path virtual = folder.resolve("virtual.h5");
        assertEquals(virtual + ": The file uses what is not supported (Virtual storage is not supported). Save the "
            + "data set as an ordinary one: neither virtual nor external.",
            assertThrows(VolumeFormatException.class, () -> open("virtual.h5/v")).getMessage());
        assertEquals(folder.resolve("latest.h5") + ": The data set 'half' holds float16, which is not supported. Save "
            + "it as integers of 8 to 64 bit, float32 or float64.",
            assertThrows(VolumeFormatException.class, () -> open("latest.h5/half")).getMessage());
        for (final String name : new String[] {"lz4", "zstd"}) {
            final String message = assertThrows(UncheckedIOException.class,
                () -> TestVoxels.all(open("packed.h5/" + name))).getMessage();
            assertTrue(message.startsWith(folder.resolve("packed.h5") + ": The data set is packed in a way that is not "
                + "supported ("), message);
            assertTrue(message.endsWith("). Save it with gzip or without compression."), message);
        }
    }
}
