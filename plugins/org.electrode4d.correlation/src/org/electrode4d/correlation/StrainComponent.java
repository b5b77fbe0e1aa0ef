// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.function.ToDoubleFunction;

/**
 * A number that describes the deformation at a point. Finite strains come from U of the polar decomposition F = R U,
 * small strains from the symmetric part of F; both are absolute (0.01 is 1 %), growth is positive.
 */
public enum StrainComponent {
    /** det F - 1: relative change of volume. */
    VOLUMETRIC("Volumetric strain", "vol", "", s -> s.determinant() - 1),
    /** Frobenius norm of {@code U det(F)^(-1/3) - I}: change of shape. */
    DEVIATORIC("Deviatoric strain", "dev", "", StrainState::deviatoric),
    /** Biot strain U - I. */
    BIOT_XX("Biot strain xx", "Bxx", "", s -> s.polar().stretch()[0] - 1),
    BIOT_YY("Biot strain yy", "Byy", "", s -> s.polar().stretch()[4] - 1),
    BIOT_ZZ("Biot strain zz", "Bzz", "", s -> s.polar().stretch()[8] - 1),
    BIOT_XY("Biot strain xy", "Byx", "", s -> s.polar().stretch()[1]),
    BIOT_XZ("Biot strain xz", "Bzx", "", s -> s.polar().stretch()[2]),
    BIOT_YZ("Biot strain yz", "Bzy", "", s -> s.polar().stretch()[5]),
    /** Eigenvalues of U, smallest first. */
    STRETCH_MINIMUM("Smallest principal stretch", "U1", "", s -> s.polar().principal()[0]),
    STRETCH_MEDIUM("Middle principal stretch", "U2", "", s -> s.polar().principal()[1]),
    STRETCH_MAXIMUM("Largest principal stretch", "U3", "", s -> s.polar().principal()[2]),
    /** Rotation vector of R. */
    ROTATION_X("Rotation about x", "rx", "°", s -> s.rotation()[0]),
    ROTATION_Y("Rotation about y", "ry", "°", s -> s.rotation()[1]),
    ROTATION_Z("Rotation about z", "rz", "°", s -> s.rotation()[2]),
    /** Green-Lagrange strain (F^T F - I) / 2. */
    GREEN_LAGRANGE_XX("Green-Lagrange strain xx", "GLxx", "", s -> s.greenLagrange(0, 0)),
    GREEN_LAGRANGE_YY("Green-Lagrange strain yy", "GLyy", "", s -> s.greenLagrange(1, 1)),
    GREEN_LAGRANGE_ZZ("Green-Lagrange strain zz", "GLzz", "", s -> s.greenLagrange(2, 2)),
    GREEN_LAGRANGE_XY("Green-Lagrange strain xy", "GLyx", "", s -> s.greenLagrange(0, 1)),
    GREEN_LAGRANGE_XZ("Green-Lagrange strain xz", "GLzx", "", s -> s.greenLagrange(0, 2)),
    GREEN_LAGRANGE_YZ("Green-Lagrange strain yz", "GLzy", "", s -> s.greenLagrange(1, 2)),
    /** Trace of the small strain. */
    SMALL_VOLUMETRIC("Small volumetric strain", "volss", "", StrainState::trace),
    /** Frobenius norm of {@code e - I trace(e) / 3}. */
    SMALL_DEVIATORIC("Small deviatoric strain", "devss", "", StrainState::smallDeviatoric),
    /** Small strain (F + F^T) / 2 - I. */
    SMALL_XX("Small strain xx", "exx", "", s -> s.small(0, 0)),
    SMALL_YY("Small strain yy", "eyy", "", s -> s.small(1, 1)),
    SMALL_ZZ("Small strain zz", "ezz", "", s -> s.small(2, 2)),
    SMALL_XY("Small strain xy", "eyx", "", s -> s.small(0, 1)),
    SMALL_XZ("Small strain xz", "ezx", "", s -> s.small(0, 2)),
    SMALL_YZ("Small strain yz", "ezy", "", s -> s.small(1, 2));

    private final String label;
    private final String key;
    private final String unit;
    private final ToDoubleFunction<StrainState> value;

    StrainComponent(final String label, final String key, final String unit,
        final ToDoubleFunction<StrainState> value) {
        this.label = label;
        this.key = key;
        this.unit = unit;
        this.value = value;
    }

    /** For people. */
    public String label() {
        return label;
    }

    /** The name in files; SPAM's where SPAM has the component. */
    public String key() {
        return key;
    }

    /** "°" for rotations; strains and stretches have none. */
    public String unit() {
        return unit;
    }

    /** Label with unit, for the head of a column. */
    public String heading() {
        return label + (unit.isEmpty() ? "" : " [" + unit + "]");
    }

    /** The value for a deformation gradient; NaN if it has NaN entries. */
    public double of(final StrainState state) {
        return value.applyAsDouble(state);
    }

    /** The value where nothing is deformed: 1 for stretches, else 0. */
    public double undeformed() {
        return of(StrainState.of(Matrix3.identity()));
    }

    /** @throws IllegalArgumentException for a key that no component has */
    public static StrainComponent ofKey(final String key) {
        for (final StrainComponent component : values()) {
            if (component.key.equals(key)) {
                return component;
            }
        }
        throw new IllegalArgumentException("There is no strain component " + key + ".");
    }
}
