// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.reporting;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.nodes.cell.DeformationFieldValue;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.picture.FieldQuantity;
import org.electrode4d.nodes.picture.VolumeDisplay;
import org.electrode4d.nodes.table.PairLabel;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.picture.ColourMap;
import org.electrode4d.volume.picture.SliceImage;
import org.knime.core.data.DataCell;

/** Draws slices of cells as the parameters say. */
final class PictureMaker {

    private final SlicePictureNodeParameters parameters;

    PictureMaker(final SlicePictureNodeParameters parameters) {
        this.parameters = parameters;
    }

    /**
     * The pictures of a cell; none of a registration, which has one node only.
     *
     * @param pair the scans that the row of the cell is about
     */
    List<Picture> draw(final DataCell cell, final PairLabel pair) throws IOException {
        if (cell instanceof VolumeValue volume) {
            return List.of(ofVolume(volume.getVolume()));
        }
        final DeformationFieldValue value = (DeformationFieldValue)cell;
        if (value.getDescription().nodes() == 1) {
            return List.of();
        }
        final DeformationField field = value.getDeformationField();
        return parameters.m_quantities.quantities.stream().map(quantity -> ofField(field, quantity, pair)).toList();
    }

    private Picture ofVolume(final Volume volume) {
        final VolumeDisplay display = VolumeDisplay.of(volume);
        final SliceImage automatic = dress(display.slice(volume, parameters.m_plane, parameters.m_position), volume);
        final SliceImage image = parameters.m_colours == VolumeColours.AUTOMATIC ? automatic
            : automatic.withColours(ColourMap.GREY);
        return new Picture(volume.name(), "-" + plane(), image.render());
    }

    private Picture ofField(final DeformationField field, final FieldQuantity quantity, final PairLabel pair) {
        final Volume values = quantity.of(field).withName(quantity.title() + " " + pair);
        final SliceImage image = dress(parameters.m_plane.slice(values, parameters.m_position), values)
            .withColours(quantity.colours()).withUnit("[" + quantity.unit() + "]");
        final String name = quantity.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Picture(quantity.title() + " [" + quantity.unit() + "]", "-" + name + "-" + plane(),
            image.render());
    }

    private SliceImage dress(final SliceImage slice, final Volume volume) {
        return slice.withSize(parameters.m_size)
            .withTitle(volume.name() + ", " + parameters.m_plane.place(volume, parameters.m_position));
    }

    private String plane() {
        return parameters.m_plane.name().toLowerCase(Locale.ROOT);
    }
}
