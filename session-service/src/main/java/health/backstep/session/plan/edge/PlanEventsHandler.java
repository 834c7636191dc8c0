package health.backstep.session.plan.edge;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import health.backstep.backbone.event.EventEnvelope;
import health.backstep.backbone.inbox.EventHandler;
import health.backstep.session.workout.Block;
import health.backstep.session.workout.PlanStatus;
import health.backstep.wire.UnreadableEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Learns from plan-service what each plan version asks for. */
@ApplicationScoped
public class PlanEventsHandler implements EventHandler {

  enum Status {
    ACTIVE,
    WITHHELD,
    SUSPENDED,
    IN_REVIEW,
    @JsonEnumDefaultValue
    UNKNOWN;

    /** A status of a later version of the contract is none that can be followed. */
    PlanStatus toPlanStatus() {
      return this == UNKNOWN ? PlanStatus.WITHHELD : PlanStatus.valueOf(name());
    }
  }

  enum BlockCode {
    WARM_UP,
    ACTIVATION,
    STRENGTH,
    CARDIO,
    COOL_DOWN,
    @JsonEnumDefaultValue
    UNKNOWN;

    Optional<Block> toBlock() {
      return this == UNKNOWN ? Optional.empty() : Optional.of(Block.valueOf(name()));
    }
  }

  record PlanSnapshot(
      UUID patientId,
      int planVersion,
      Status status,
      Optional<Integer> sessionsPerWeek,
      Optional<Instant> restUntil,
      List<PlanItem> items) {}

  record PlanItem(
      String exerciseId,
      int level,
      int sets,
      int reps,
      int secondsPerRep,
      Optional<BlockCode> block) {

    KnownPlanRow.ItemDocument toDocument() {
      Block known = block.flatMap(BlockCode::toBlock).orElse(null);
      return new KnownPlanRow.ItemDocument(exerciseId, level, sets, reps, secondsPerRep, known);
    }
  }

  private final KnownPlans plans;

  PlanEventsHandler(KnownPlans plans) {
    this.plans = plans;
  }

  @Override
  public String topic() {
    return "pt.plan.events.v1";
  }

  @Override
  public Set<String> types() {
    return Stream.of("generated", "regressed", "restored", "progressed", "withheld", "suspended")
        .map(kind -> "pt.plan.plan-" + kind + ".v1")
        .collect(Collectors.toSet());
  }

  @Override
  public void handle(EventEnvelope event) {
    PlanSnapshot plan = event.payload(PlanSnapshot.class);
    refuseAgain(event.patientId(), plan.planVersion());
    KnownPlanRow row = new KnownPlanRow();
    row.patientId = event.patientId();
    row.version = plan.planVersion();
    row.status = plan.status().toPlanStatus();
    row.sessionsPerWeek = plan.sessionsPerWeek().orElse(null);
    row.restUntil = plan.restUntil().orElse(null);
    row.madeAt = event.time();
    row.items = plan.items().stream().map(PlanItem::toDocument).toList();
    plans.persist(row);
  }

  /** A version is told once; what is told of it anew cannot be true as well. */
  private void refuseAgain(UUID patientId, int version) {
    if (plans.find(patientId, version).isPresent()) {
      throw new UnreadableEvent("the patient's plan version is there already");
    }
  }
}
