// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/**
 * What an array takes of the heap. The garbage collector G1 gives an array of half a region or more whole regions of
 * its own, so that a plane of 1024 x 1024 bytes and its header take two regions of a megabyte.
 */
final class ArrayFootprint {

    private static final long HEADER = 16;

    private static final ArrayFootprint HERE = new ArrayFootprint(region());

    private final long region;

    /** @param region bytes of a region of the heap; 0 where the heap has none */
    ArrayFootprint(final long region) {
        this.region = region;
    }

    /** That of this Java machine. */
    static ArrayFootprint here() {
        return HERE;
    }

    /** Bytes that an array takes whose values take so many. */
    long of(final long bytes) {
        final long array = bytes + HEADER;
        return region == 0 || array < region / 2 ? array : (array + region - 1) / region * region;
    }

    /** Other collectors have no such regions, and other Java machines no such option. */
    private static long region() {
        try {
            final Object option = ManagementFactory.getPlatformMBeanServer().invoke(
                new ObjectName("com.sun.management:type=HotSpotDiagnostic"), "getVMOption",
                new Object[]{"G1HeapRegionSize"}, new String[]{String.class.getName()});
            return Long.parseLong(String.valueOf(((CompositeData)option).get("value")));
        } catch (JMException | RuntimeException e) {
            return 0;
        }
    }
}
