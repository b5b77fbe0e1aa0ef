// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

import net.imglib2.RandomAccess;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.cell.AbstractCellImg;
import net.imglib2.img.cell.Cell;

/**
 * Reads images made of cells, lazy ones among them: row by row out of the primitive array of each cell that the block
 * meets. Cells come in the order z, y, x.
 */
final class CellReader implements VoxelReader {

    private final AbstractCellImg<?, ?, ?, ?> image;
    private final int[] edge = new int[3];
    private final RowCopy rows;

    CellReader(final AbstractCellImg<?, ?, ?, ?> image, final RowCopy rows) {
        this.image = image;
        this.rows = rows;
        image.getCellGrid().cellDimensions(edge);
    }

    @Override
    public void read(final Block block, final Object destination) {
        final RandomAccess<? extends Cell<?>> cells = image.getCells().randomAccess();
        for (long z = block.minZ() / edge[2]; z * edge[2] < block.endZ(); z++) {
            for (long y = block.minY() / edge[1]; y * edge[1] < block.endY(); y++) {
                for (long x = block.minX() / edge[0]; x * edge[0] < block.endX(); x++) {
                    cells.setPosition(x, 0);
                    cells.setPosition(y, 1);
                    cells.setPosition(z, 2);
                    copy(cells.get(), block, destination);
                }
            }
        }
    }

    private void copy(final Cell<?> cell, final Block block, final Object destination) {
        final Object source = ((ArrayDataAccess<?>)cell.getData()).getCurrentStorageArray();
        final Block whole = new Block(cell.min(0), cell.min(1), cell.min(2),
            (int)cell.dimension(0), (int)cell.dimension(1), (int)cell.dimension(2));
        rows.copy(source, whole, destination, block);
    }
}
