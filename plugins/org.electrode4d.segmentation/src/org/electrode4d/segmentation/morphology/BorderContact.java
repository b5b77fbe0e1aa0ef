// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.VolumeFace;
import org.electrode4d.volume.morphology.Components;
import org.electrode4d.volume.morphology.Slabs;

/**
 * Which labels touch which faces of the volume: what does is cut off, and its size and shape are not those of the whole
 * particle. An axis of a single voxel, as of an image, has no faces.
 *
 * <p>Reads the volume once; memory is a byte per label.
 */
public final class BorderContact {

    private final byte[] faces;

    private BorderContact(final byte[] faces) {
        this.faces = faces;
    }

    /**
     * @param count the largest label, such as {@link Components#count()}; labels beyond it and negative ones are left
     *        out
     */
    public static BorderContact of(final LabelVolume labels, final int count, final Progress progress) {
        return of(labels, count, VolumeFace.of(labels.volume().shape()), progress);
    }

    static BorderContact of(final LabelVolume labels, final int count, final Set<VolumeFace> which,
        final Progress progress) {
        final Shape shape = labels.volume().shape();
        final byte[] faces = new byte[count + 1];
        final List<Contacts> found = Blocks.map(Slabs.of(shape, Slabs.PLANES), progress, "Contact with the border",
            slab -> new Contacts(labels, which).find(slab, progress));
        found.forEach(contacts -> contacts.addTo(faces));
        return new BorderContact(faces);
    }

    /** Whether a label touches any face. */
    public boolean touches(final int label) {
        return faces[label] != 0;
    }

    /** The faces that a label touches. */
    public Set<VolumeFace> faces(final int label) {
        final Set<VolumeFace> touched = EnumSet.noneOf(VolumeFace.class);
        for (final VolumeFace face : VolumeFace.values()) {
            if ((faces[label] & face.bit()) != 0) {
                touched.add(face);
            }
        }
        return touched;
    }

    /** The labels at the faces of a slab, most of them once for each stretch of voxels in which they are. */
    private static final class Contacts {
        private final LabelVolume labels;
        private final Shape shape;
        private final Set<VolumeFace> which;
        private long[] found = new long[256];
        private int count;

        Contacts(final LabelVolume labels, final Set<VolumeFace> which) {
            this.labels = labels;
            this.shape = labels.volume().shape();
            this.which = which;
        }

        Contacts find(final Block slab, final Progress progress) {
            final int columns = slab.sizeX();
            final int voxels = columns * slab.sizeY();
            final int[] plane = new int[voxels];
            for (long z = slab.minZ(); z < slab.endZ(); z++) {
                progress.check();
                labels.read(new Block(0, 0, z, columns, slab.sizeY(), 1), plane);
                add(VolumeFace.FIRST_X, plane, 0, columns, voxels);
                add(VolumeFace.LAST_X, plane, columns - 1, columns, voxels);
                add(VolumeFace.FIRST_Y, plane, 0, 1, columns);
                add(VolumeFace.LAST_Y, plane, voxels - columns, 1, voxels);
                if (z == 0) {
                    add(VolumeFace.FIRST_Z, plane, 0, 1, voxels);
                }
                if (z == shape.z() - 1) {
                    add(VolumeFace.LAST_Z, plane, 0, 1, voxels);
                }
            }
            return this;
        }

        private void add(final VolumeFace face, final int[] plane, final int first, final int step, final int end) {
            if (!which.contains(face)) {
                return;
            }
            int previous = 0;
            for (int i = first; i < end; i += step) {
                final int label = plane[i];
                if (label > 0 && label != previous) {
                    if (count == found.length) {
                        found = Arrays.copyOf(found, 2 * count);
                    }
                    found[count++] = (long)label << 8 | face.bit();
                }
                previous = label;
            }
        }

        void addTo(final byte[] faces) {
            for (int i = 0; i < count; i++) {
                final long label = found[i] >> 8;
                if (label < faces.length) {
                    faces[(int)label] |= (byte)found[i];
                }
            }
        }
    }
}
