// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which pairs of a series lead from its first scan to each of the others. The pairs may come in any order; besides the
 * consecutive ones (T0 to T1, T1 to T2, ...) there may be direct ones from the first scan (T0 to T2, ...).
 *
 * @param links numbers of the consecutive pairs, from the first scan on
 * @param direct number of the pair from the first scan to a later one, by the number of the link that ends there
 */
public record StepChain(List<Integer> links, Map<Integer, Integer> direct) {

    /** Names of the scans that a field was measured between. */
    public record Pair(String reference, String deformed) {
        @Override
        public String toString() {
            return reference + " to " + deformed;
        }
    }

    public StepChain {
        links = List.copyOf(links);
        direct = Map.copyOf(direct);
    }

    /**
     * @throws CorrelationException if a link is missing, a pair is there twice, two pairs start at one later scan, or
     *     the scans form a ring; the message names the scans
     */
    public static StepChain of(final List<Pair> pairs) {
        return pairs.isEmpty() ? new StepChain(List.of(), Map.of()) : new Search(pairs).chain();
    }

    /** The state of the search. */
    private static final class Search {

        private static final String REMEDY = " Correlate the scans consecutively: each with the one before.";

        private final List<Pair> pairs;
        private final String start;
        /** Pairs that do not begin at the first scan, by their reference. */
        private final Map<String, Integer> later = new LinkedHashMap<>();

        Search(final List<Pair> pairs) {
            this.pairs = pairs;
            requireDifferent();
            start = start();
            for (int i = 0; i < pairs.size(); i++) {
                final Pair pair = pairs.get(i);
                final Integer other = pair.reference.equals(start) ? null : later.put(pair.reference, i);
                if (other != null) {
                    throw new CorrelationException(pair.reference + " is the reference of two pairs, "
                        + pairs.get(other) + " and " + pair + ". Keep the one that leads to the next scan.");
                }
            }
        }

        private void requireDifferent() {
            final Set<Pair> known = new HashSet<>();
            for (final Pair pair : pairs) {
                if (!known.add(pair)) {
                    throw new CorrelationException("The pair " + pair + " is there twice. Keep one of them.");
                }
            }
        }

        /** The scan that no pair leads to; of several, the first: the others begin behind a gap. */
        private String start() {
            final Set<String> reached = pairs.stream().map(Pair::deformed).collect(Collectors.toSet());
            return pairs.stream().map(Pair::reference).filter(step -> !reached.contains(step)).findFirst()
                .orElseThrow(() -> new CorrelationException("The pairs lead in a ring ("
                    + pairs.stream().map(Pair::toString).collect(Collectors.joining(", "))
                    + "): no scan is the first. Leave out the pair that leads back."));
        }

        StepChain chain() {
            final List<Integer> links = new ArrayList<>();
            final Map<String, Integer> ends = new HashMap<>();
            for (Integer next = first(); next != null; next = later.remove(pairs.get(next).deformed)) {
                ends.put(pairs.get(next).deformed, links.size());
                links.add(next);
            }
            if (!later.isEmpty()) {
                final Pair lost = pairs.get(later.values().stream().filter(this::isHead).findFirst()
                    .orElseGet(() -> later.values().iterator().next()));
                throw gap(pairs.get(links.get(links.size() - 1)).deformed, lost.reference);
            }
            final Map<Integer, Integer> direct = new HashMap<>();
            for (int i = 0; i < pairs.size(); i++) {
                if (pairs.get(i).reference.equals(start) && i != links.get(0)) {
                    direct.put(ends.get(pairs.get(i).deformed), i);
                }
            }
            return new StepChain(links, direct);
        }

        /** The pair from the first scan to one that no later pair leads to. */
        private Integer first() {
            final Set<String> reachedLater = later.values().stream().map(i -> pairs.get(i).deformed)
                .collect(Collectors.toSet());
            final List<Integer> candidates = new ArrayList<>();
            for (int i = 0; i < pairs.size(); i++) {
                if (pairs.get(i).reference.equals(start) && !reachedLater.contains(pairs.get(i).deformed)) {
                    candidates.add(i);
                }
            }
            if (candidates.size() > 1) {
                throw gap(pairs.get(candidates.get(0)).deformed, pairs.get(candidates.get(1)).deformed);
            } else if (candidates.isEmpty()) {
                throw new CorrelationException("From " + start + " no pair leads to the scan after it; there is "
                    + pairs.stream().map(Pair::toString).collect(Collectors.joining(", ")) + "." + REMEDY);
            }
            return candidates.get(0);
        }

        private boolean isHead(final int pair) {
            return pairs.stream().noneMatch(other -> other.deformed.equals(pairs.get(pair).reference));
        }

        private static CorrelationException gap(final String from, final String to) {
            return new CorrelationException("The series has a gap: there is no field from " + from + " to " + to + "."
                + REMEDY);
        }
    }
}
