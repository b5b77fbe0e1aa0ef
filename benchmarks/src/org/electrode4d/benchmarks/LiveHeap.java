// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/**
 * The most that was left on the heap by any garbage collection while a step ran: what the step holds, with little of
 * what it has let go. The used heap grows with the heap that is given; this does not.
 */
final class LiveHeap implements AutoCloseable {

    private final NotificationListener listener = this::look;
    private final AtomicLong greatest = new AtomicLong();

    private LiveHeap() {
    }

    static LiveHeap watching() {
        final LiveHeap heap = new LiveHeap();
        for (final GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter)collector).addNotificationListener(heap.listener, null, null);
        }
        return heap;
    }

    private void look(final Notification notification, final Object unused) {
        if (notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            final Map<String, MemoryUsage> pools = GarbageCollectionNotificationInfo
                .from((CompositeData)notification.getUserData()).getGcInfo().getMemoryUsageAfterGc();
            greatest.accumulateAndGet(pools.entrySet().stream().filter(pool -> isHeap(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed()).sum(), Math::max);
        }
    }

    private static boolean isHeap(final String pool) {
        return pool.contains("Eden") || pool.contains("Survivor") || pool.contains("Old") || pool.contains("Tenured");
    }

    /** Bytes; 0 if nothing was collected. */
    long bytes() {
        return greatest.get();
    }

    @Override
    public void close() {
        for (final GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            try {
                ((NotificationEmitter)collector).removeNotificationListener(listener);
            } catch (ListenerNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
