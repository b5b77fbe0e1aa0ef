// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Orders names as people number them: {@code slice2} before {@code slice10}. Numbers of equal value and different
 * length ({@code 2}, {@code 02}) keep the order of characters.
 */
final class NaturalOrder implements Comparator<String> {

    private static final Pattern PIECE = Pattern.compile("\\d+|\\D+");

    @Override
    public int compare(final String a, final String b) {
        final Matcher piecesA = PIECE.matcher(a);
        final Matcher piecesB = PIECE.matcher(b);
        while (true) {
            final boolean moreA = piecesA.find();
            final boolean moreB = piecesB.find();
            if (!moreA || !moreB) {
                return moreA == moreB ? a.compareTo(b) : Boolean.compare(moreA, moreB);
            }
            final int order = comparePieces(piecesA.group(), piecesB.group());
            if (order != 0) {
                return order;
            }
        }
    }

    private static int comparePieces(final String a, final String b) {
        return isNumber(a) && isNumber(b) ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareTo(b);
    }

    private static boolean isNumber(final String piece) {
        return Character.isDigit(piece.charAt(0));
    }
}
