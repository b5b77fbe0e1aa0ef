// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.electrode4d.volume.Point;

/** What every texture's field promises. */
abstract class TextureFieldContract {

    abstract Texture texture(long seed);

    private final TextureField field = texture(7).field();

    @Provide
    Arbitrary<Point> points() {
        return DeformationContract.pointsWithin(-200, 300);
    }

    @Property(tries = 50)
    void partOfABoxHasTheSameBodiesInTheSameOrder(@ForAll("points") final Point corner) {
        final Bounds part = new Bounds(corner, corner.plus(new Point(12, 20, 9)));
        final List<String> inWhole = reaching(part, field.touching(part.grow(40)));
        assertEquals(reaching(part, field.touching(part)), inWhole);
        assertTrue(inWhole.size() > 0);
    }

    @Property(tries = 50)
    void valueIsTheSumOverEveryBodyNearby(@ForAll("points") final Point point) {
        final Bodies bodies = field.touching(Bounds.around(point, 60));
        double sum = 0;
        for (int i = 0; i < bodies.count(); i++) {
            final double distance = point.distance(bodies.centre(i));
            if (distance <= field.profile().reach(bodies.size(i))) {
                sum += bodies.amplitude(i) * field.profile().value(distance, bodies.size(i));
            }
        }
        assertEquals(sum, field.value(point), 1e-12);
    }

    @Property(tries = 20)
    void equalSeedsMakeEqualFieldsInWhateverOrderTheyAreAsked(@ForAll("points") final Point first,
        @ForAll("points") final Point second) {
        final TextureField fresh = texture(7).field();
        final double value = fresh.value(second);
        assertEquals(field.value(first), fresh.value(first));
        assertEquals(field.value(second), value);
    }

    @Property(tries = 20)
    void otherSeedsMakeOtherFields(@ForAll("points") final Point corner) {
        final Bounds box = new Bounds(corner, corner.plus(new Point(30, 30, 30)));
        assertNotEquals(reaching(box, field.touching(box)), reaching(box, texture(8).field().touching(box)));
    }

    /** The bodies that reach into a box, as text. */
    private List<String> reaching(final Bounds box, final Bodies bodies) {
        final List<String> names = new ArrayList<>();
        for (int i = 0; i < bodies.count(); i++) {
            if (box.isWithin(field.profile().reach(bodies.size(i)), bodies.x(i), bodies.y(i), bodies.z(i))) {
                names.add(bodies.centre(i) + " " + bodies.size(i) + " " + bodies.amplitude(i));
            }
        }
        return names;
    }
}
