package health.backstep.plan.simulation.edge;

import health.backstep.plan.simulation.edge.RecordView.ClassificationView;
import health.backstep.plan.simulation.edge.RecordView.ClearanceView;
import health.backstep.plan.simulation.edge.RecordView.FlareView;
import health.backstep.plan.simulation.edge.RecordView.ReadingView;
import health.backstep.plan.simulation.edge.RecordView.ReasonView;
import health.backstep.plan.simulation.edge.RecordView.RedFlagView;
import health.backstep.plan.simulation.edge.RecordView.ScreeningView;
import health.backstep.plan.simulation.edge.RecordView.TriageView;
import health.backstep.profile.classification.Classification;
import health.backstep.profile.screening.Triage;
import health.backstep.profile.screening.TriageReason;
import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;
import health.backstep.session.flare.EpisodeEvent;
import health.backstep.session.flare.FlareReport;
import health.backstep.session.flare.wire.Episode;
import health.backstep.session.reading.Reading;
import health.backstep.session.reading.Reason;
import health.backstep.session.redflag.RedFlagRaised;
import health.backstep.simulation.Found;
import health.backstep.simulation.HistoryRecord;
import health.backstep.simulation.ReadRecord;
import health.backstep.simulation.wire.EntryKind;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts into words what the records were read as. */
final class RecordViews {

  private final RuleSet rules;

  RecordViews(RuleSet rules) {
    this.rules = rules;
  }

  RecordView view(ReadRecord record) {
    return switch (record.found()) {
      case Found.Screened screened -> view(record, screening(screened), null, null);
      case Found.ClearanceGiven given ->
          view(record, null, new ClearanceView(given.status(), given.loading()), null);
      case Found.Read read -> view(record, null, null, read(read.reading(), read.donePercent()));
    };
  }

  private static RecordView view(
      ReadRecord record,
      @Nullable ScreeningView screening,
      @Nullable ClearanceView clearance,
      @Nullable ReadingView reading) {
    return new RecordView(
        record.told().place().pointer(),
        type(record),
        record.told().at(),
        record.planVersions(),
        screening,
        clearance,
        reading);
  }

  private static ScreeningView screening(Found.Screened found) {
    return new ScreeningView(triage(found.triage()), classification(found.classification()));
  }

  private ReadingView read(Reading reading, Optional<Integer> donePercent) {
    return new ReadingView(
        reading.outcome(),
        donePercent.orElse(null),
        reading.reasons().stream().map(Reason::rule).map(this::reason).toList(),
        reading.episode().map(this::flare).orElse(null),
        reading.episode().map(RecordViews::settled).orElse(null),
        reading.redFlag().map(this::redFlag).orElse(null));
  }

  private static EntryKind type(ReadRecord record) {
    return switch (record.told()) {
      case HistoryRecord.Assessed assessed -> EntryKind.ASSESSMENT;
      case HistoryRecord.Cleared cleared -> EntryKind.CLEARANCE;
      case HistoryRecord.Worked worked -> EntryKind.SESSION;
      case HistoryRecord.CheckedIn checkedIn -> EntryKind.CHECK_IN;
      case HistoryRecord.Flared flared -> EntryKind.FLARE;
    };
  }

  private static TriageView triage(Triage triage) {
    return new TriageView(
        triage.outcome(), triage.reasons().stream().map(RecordViews::reason).toList());
  }

  private static ClassificationView classification(Classification found) {
    return new ClassificationView(
        found.acuity().name(),
        found.irritability().name(),
        found.bias().name(),
        found.biasConfidence().name(),
        found.stage().name(),
        found.riskGroup().name());
  }

  private @Nullable FlareView flare(EpisodeEvent event) {
    return switch (event) {
      case EpisodeEvent.Opened opened -> flare(opened, opened.report(), Episode.OPENED);
      case EpisodeEvent.Escalated worse -> flare(worse, worse.report(), Episode.ESCALATED);
      case EpisodeEvent.Continued on -> flare(on, on.report(), Episode.CONTINUED);
      case EpisodeEvent.Settled over -> null;
    };
  }

  private FlareView flare(EpisodeEvent event, FlareReport report, Episode episode) {
    return new FlareView(
        event.flareId().value(),
        report.severity(),
        episode,
        report.reasons().stream().map(this::reason).toList());
  }

  private static @Nullable UUID settled(EpisodeEvent event) {
    return event instanceof EpisodeEvent.Settled over ? over.flareId().value() : null;
  }

  private RedFlagView redFlag(RedFlagRaised raised) {
    Rule rule = rules.rule(raised.urgency().rule());
    return new RedFlagView(raised.urgency(), rule.id(), rule.text());
  }

  private ReasonView reason(String id) {
    Rule rule = rules.rule(id);
    return new ReasonView(rule.id(), rule.text(), rule.evidence().label(), rule.sources());
  }

  private static ReasonView reason(TriageReason reason) {
    return new ReasonView(
        reason.rule(), reason.text(), reason.evidence().label(), reason.sources());
  }
}
