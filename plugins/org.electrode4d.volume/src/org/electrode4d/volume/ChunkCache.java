// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * The chunks of lazy volumes that are in memory, least recently used out first, bounded by bytes. One cache serves the
 * whole virtual machine, because volumes that are looked at together share one heap.
 *
 * <p>Loading a chunk may read chunks of other volumes through the same cache: values are futures, so that no lock is
 * held while a loader runs. Two threads that want the same chunk wait for one loader.
 */
public final class ChunkCache {

    /** System property: bytes of the shared cache; a quarter of the heap where not set. */
    public static final String BYTES_PROPERTY = "electrode4d.cache.bytes";

    private static final ChunkCache SHARED = new ChunkCache(
        Long.getLong(BYTES_PROPERTY, Runtime.getRuntime().maxMemory() / 4));

    private static final ThreadLocal<Integer> LOADERS = ThreadLocal.withInitial(() -> 0);

    private final AsyncCache<Key, Loaded> chunks;

    private record Key(Object owner, long index) {
    }

    /** A chunk, or why there is none. */
    private record Loaded(Object value, long bytes, Throwable failure) {
        int weight() {
            return (int)Math.min(Integer.MAX_VALUE, bytes);
        }

        Object valueOrThrow() {
            if (failure instanceof RuntimeException e) {
                throw e;
            } else if (failure instanceof Error e) {
                throw e;
            }
            return value;
        }
    }

    ChunkCache(final long bytes) {
        chunks = Caffeine.newBuilder().maximumWeight(bytes).executor(Runnable::run)
            .weigher((Key key, Loaded chunk) -> chunk.weight()).buildAsync();
    }

    public static ChunkCache shared() {
        return SHARED;
    }

    /**
     * The chunk of a volume, loaded at need.
     *
     * @param owner stands for the volume; compared by identity
     * @param bytes weighs the loaded chunk
     * @throws RuntimeException what the loader throws; nothing is kept then, and the next call tries again
     */
    <V> V get(final Object owner, final long index, final Supplier<V> loader, final ToLongFunction<V> bytes) {
        final Key key = new Key(owner, index);
        while (true) {
            final CompletableFuture<Loaded> mine = new CompletableFuture<>();
            final CompletableFuture<Loaded> present = chunks.asMap().putIfAbsent(key, mine);
            if (present == null) {
                return load(key, mine, loader, bytes);
            }
            final Loaded loaded = present.join();
            // work that another thread gave up may still be wanted here: then it is loaded once more
            if (!(loaded.failure() instanceof CancellationException)) {
                @SuppressWarnings("unchecked") // the owner's chunks are all made by its own loader
                final V value = (V)loaded.valueOrThrow();
                return value;
            }
        }
    }

    /** Whether this thread is inside a loader. Work there stays in the thread, so that no thread waits for itself. */
    static boolean isLoading() {
        return LOADERS.get() > 0;
    }

    /** Bytes that the chunks in memory take. */
    public long bytes() {
        final var policy = chunks.synchronous().policy().eviction().orElseThrow();
        return policy.weightedSize().orElse(0);
    }

    /** The bound in bytes. */
    public long maximumBytes() {
        return chunks.synchronous().policy().eviction().orElseThrow().getMaximum();
    }

    /** Forgets every chunk; they are loaded again when needed. */
    public void clear() {
        chunks.synchronous().invalidateAll();
    }

    private <V> V load(final Key key, final CompletableFuture<Loaded> future, final Supplier<V> loader,
        final ToLongFunction<V> bytes) {
        LOADERS.set(LOADERS.get() + 1);
        try {
            final V value = loader.get();
            future.complete(new Loaded(value, bytes.applyAsLong(value), null));
            return value;
        } catch (RuntimeException | Error e) {
            chunks.asMap().remove(key, future);
            future.complete(new Loaded(null, 0, e));
            throw e;
        } finally {
            LOADERS.set(LOADERS.get() - 1);
        }
    }
}
