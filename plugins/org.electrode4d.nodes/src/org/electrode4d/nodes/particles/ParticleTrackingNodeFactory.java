// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.electrode4d.nodes.cell.DeformationFieldValue;
import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeStorage;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.nodes.picture.VolumeDisplay;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.segmentation.CollectorPlane;
import org.electrode4d.segmentation.tracking.DepthProfile;
import org.electrode4d.segmentation.tracking.ParticleTracking;
import org.electrode4d.segmentation.tracking.RenumberedLabels;
import org.electrode4d.segmentation.tracking.Track;
import org.electrode4d.segmentation.tracking.Tracks;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Gives every particle one number through all scans of a series. */
public final class ParticleTrackingNodeFactory extends DefaultNodeFactory {

    private static final String TRACKS = "Tracks";

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Particle Tracking") //
        .icon("./particle-tracking.png") //
        .shortDescription("Gives every particle one number through all scans, and tells where it went.") //
        .fullDescription("""
            <p>A segmentation numbers the particles of every scan anew. This node finds out which particle of a scan is
            which one of the next, and gives all of them one number: that of the first scan. From one scan to the next
            the links are chosen together, so that the sum of their costs is the least that is possible. A link costs
            the more,</p>
            <ul>
            <li>the further the measured centre of mass is from the predicted one: (distance / scale)² / 2, less than
            that beyond three scales;</li>
            <li>the more its volume changed other than the volumes of all particles did;</li>
            <li>the fewer of its voxels, moved as predicted, are in the candidate.</li>
            </ul>
            <p>Prediction and scales come from the particles themselves: links beyond doubt tell how their neighbours
            move, again and again until nothing changes. Fields of a correlation can predict instead. Births, deaths,
            splits and merges are told: a particle that two parts explain in volume and centre has split.</p>
            <p>Every link has a <b>score</b>, its probability against the next best assignment (0.5: as good as
            another), and a <b>flag</b>: <i>certain</i>, <i>ambiguous</i> (score below 0.95), <i>volume jump</i> or
            <i>far</i> (more than 4 standard deviations from what others do). Look at flagged links before trusting
            them.</p>
            <p>Displacements relative to the current collector, as in Fig. S9 of Häusler et al., EES Batteries (2026),
            are described against the distance to it: in bins, and by a straight line whose slope is the <b>axial
            strain</b> (0.1 is 10 %). The series must be aligned on the collector before.</p>
            <p>Where labels show the non-lithiated phase, as in that paper, a volume that shrinks or vanishes means that
            contrast was lost by lithiation; it does not mean that the particle shrank.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Series", "One row per scan, in the order of time, with volumes of labelled particles.") //
            .addInputPort("Fields", "Optional: pairs with deformation fields from each scan to the next, that tell "
                + "where particles went.", BufferedDataTable.TYPE_OPTIONAL) //
            .addOutputTable("Series with tracks", "The series with a column <i>Tracks</i>: the labels with the "
                + "numbers of the tracks.") //
            .addOutputTable("Tracks", "One row per track and scan: label there, centre of mass, displacement since the "
                + "first scan and since the scan before, distance to the collector and displacement from it in µm, "
                + "volume in µm³ and its ratio to that in the first scan and in the scan before; how the particle "
                + "came there (<i>Event</i>), what becomes of it (<i>Fate</i>), score, flag, the track that it split "
                + "from and those that ended in it. Missing where a track began after the first scan.") //
            .addOutputTable("Steps", "One row per scan: particles, links, flagged links, births, splits, merges and "
                + "deaths; mean displacement from the collector, and axial strain with its standard error.") //
            .addOutputTable("Depth profile", "One row per scan and range of the distance to the collector: mean and "
                + "standard deviation of the displacement in µm.") //
            .addOutputTable("Pictures", "One row per picture: what it shows, and the path of the file. Empty without a "
                + "picture folder.")) //
        .model(m -> m //
            .parametersClass(ParticleTrackingNodeParameters.class) //
            .configure(ParticleTrackingNodeFactory::configure) //
            .execute(ParticleTrackingNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("silicon", "trajectory", "displacement", "assignment", "Hungarian", "split", "merge", "swelling");

    /** Called by KNIME. */
    public ParticleTrackingNodeFactory() {
        super(NODE);
    }

    private static RowAppender appender(final DataTableSpec spec, final ParticleTrackingNodeParameters parameters)
        throws InvalidSettingsException {
        return new RowAppender(new int[]{TrackingSeries.check(spec, parameters.m_labelColumn)},
            SeriesColumns.column(TRACKS, VolumeCell.TYPE));
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final ParticleTrackingNodeParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        if (parameters.m_prediction == TrackPrediction.FIELD) {
            if (in.getInTableSpec(1) == null) {
                throw new InvalidSettingsException("Connect a table of deformation fields to the second input, or set "
                    + "'Prediction' to the motion of neighbours.");
            }
            TrackingSeries.fieldColumn(in.getInTableSpec(1), parameters.m_fieldColumn);
        }
        out.setOutSpecs(appender(spec, parameters).spec(spec), TrackTable.spec(), TrackSummary.stepsSpec(),
            TrackSummary.profileSpec(), PictureTable.spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final ParticleTrackingNodeParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        final ExecutionContext context = in.getExecutionContext();
        NodeExecution.run(context, progress -> {
            final Warnings warnings = new Warnings();
            warnings.add(in.getInTable(1) == null || parameters.m_prediction == TrackPrediction.FIELD ? null
                : "The fields at the second input are not used: set 'Prediction' to 'Deformation field'.");
            final TrackingSeries series = TrackingSeries.read(table, parameters.m_labelColumn);
            final Map<String, DeformationFieldValue> fields = parameters.m_prediction == TrackPrediction.FIELD
                ? TrackingSeries.fields(in.getInTable(1), parameters.m_fieldColumn) : Map.of();
            final Tracks tracks = ParticleTracking.of(
                series.tracked(parameters, fields, warnings, progress.part(0, 0.3)), parameters.settings(),
                progress.part(0.3, 0.6));
            final RowAppender appender = appender(table.getDataTableSpec(), parameters);
            out.setOutData(0, relabel(table, appender, new Relabelling(series, tracks, parameters.m_families), context,
                progress.part(0.6, 1)));
            warnings.add(appender.warning());
            warnings.add(series.gap(table));
            final CollectorPlane collector = series.scans().isEmpty() ? new CollectorPlane(new Point(0, 0, 1), 0)
                : parameters.collector(series.scans().get(0).labels().volume());
            final List<DepthProfile> profiles = IntStream.range(0, series.scans().size()).mapToObj(scan ->
                DepthProfile.of(tracks, scan, collector, parameters.m_certainOnly, parameters.m_bins)).toList();
            out.setOutData(1, new TrackTable(series, collector).write(tracks, context, progress));
            out.setOutData(2, new TrackSummary(series).steps(tracks, profiles, context));
            out.setOutData(3, new TrackSummary(series).profile(profiles, context));
            out.setOutData(4, PictureTable.write(new TrackPictures(tracks, collector).drawings(profiles),
                parameters.m_pictures, context, progress));
            warnings.show(out);
        });
    }

    private static BufferedDataTable relabel(final BufferedDataTable table, final RowAppender appender,
        final Relabelling relabelling, final ExecutionContext context, final Progress progress)
        throws IOException, KNIMEException, InvalidSettingsException, CanceledExecutionException {
        return appender.append(table, context, progress, (row, part) -> List.of(
            VolumeStorage.store(relabelling.of(row.getKey().getString()), context, part)));
    }

    /** Label volumes with the numbers of tracks. */
    private record Relabelling(TrackingSeries series, Tracks tracks, boolean families) {

        Volume of(final String row) {
            final int scan = IntStream.range(0, series.scans().size())
                .filter(i -> series.scans().get(i).row().equals(row)).findFirst().orElseThrow();
            final LabelVolume labels = series.scans().get(scan).labels();
            final Map<Integer, Integer> numbers = families ? tracks.familiesByLabel(scan) : tracks.idsByLabel(scan);
            final int most = tracks.all().stream().mapToInt(Track::id).max().orElse(0);
            final Volume renumbered = RenumberedLabels.of(labels, numbers, most);
            return VolumeDisplay.LABELS.on(renumbered);
        }
    }
}
