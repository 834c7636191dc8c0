package health.backstep.planted;

import static java.lang.constant.ConstantDescs.CD_List;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What each bug changes in the services. */
final class Edits {

  private static final String BACKBONE = "health.backstep.backbone.";
  private static final String OUTBOX = BACKBONE + "outbox.";
  private static final String INBOX = BACKBONE + "inbox.";
  private static final String SETTINGS = BACKBONE + "kafka.KafkaSettings";

  private Edits() {}

  static List<Edit> of(PlantedBug bug) {
    return switch (bug) {
      case CURSOR_POLLER -> List.of(rowsBehindTheLastSent());
      case ACKS_ONE ->
          List.of(
              Edit.text(SETTINGS, "all", "1"), Edit.code(SETTINGS, "producer", "no", oneToZero()));
      case LATEST_OFFSET -> List.of(Edit.text(SETTINGS, "earliest", "latest"));
      case ACKNOWLEDGE_BEFORE_COMMIT -> List.of(committedAtOnce());
      case NO_INBOX, NO_UNIQUE_CAUSE -> List.of(everyRecordIsNext(), everyIdIsNew());
      case TWO_ACTIVE_RELAYS -> List.of(Edit.always(OUTBOX + "Leadership", "tryTake", true));
      case MARK_BEFORE_SEND -> List.of(markedFirst());
      case SWALLOWED_EXCEPTION -> List.of(nothingIsLeft());
      case FORGOTTEN_KEY ->
          List.of(
              Edit.text(
                  BACKBONE + "rest.IdempotencyKeys",
                  "clock_timestamp() - make_interval",
                  "clock_timestamp() + make_interval"));
    };
  }

  /** The service's clock, as far as its file says beside the time. */
  static Edit steppedClock() {
    ClassDesc clock = ClassDesc.of("java.time.Clock");
    return Edit.body(
        BACKBONE + "event.Time",
        "clock",
        code ->
            code.invokestatic(
                    ClassDesc.of(SteppedClock.class.getName()), "create", MethodTypeDesc.of(clock))
                .areturn());
  }

  private static Edit rowsBehindTheLastSent() {
    return Edit.text(
        OUTBOX + "UnsentEvents",
        "where sent_at is null and (topic",
        """
        where position > (select coalesce(max(position), 0) from outbox where sent_at is not null)
          and (topic""");
  }

  private static CodeTransform oneToZero() {
    return (builder, element) -> {
      if (element instanceof ConstantInstruction constant
          && Integer.valueOf(1).equals(constant.constantValue())) {
        builder.iconst_0();
      } else {
        builder.with(element);
      }
    };
  }

  private static Edit committedAtOnce() {
    ClassDesc consumer = ClassDesc.of("org.apache.kafka.clients.consumer.Consumer");
    return Edit.code(
        INBOX + "EventConsumer",
        "consume",
        "offsets are committed after each poll",
        after(
            "poll",
            code ->
                code.aload(1)
                    .invokeinterface(
                        consumer, "commitSync", MethodTypeDesc.of(ConstantDescs.CD_void))));
  }

  private static Edit everyRecordIsNext() {
    ClassDesc taking = ClassDesc.of(INBOX + "Taking");
    ClassDesc record = ClassDesc.of(INBOX + "ReadEvent");
    ClassDesc streams = ClassDesc.of(INBOX + "InboxStreams");
    ClassDesc stream = ClassDesc.of(INBOX + "EventStream");
    return Edit.body(
        INBOX + "Taking",
        "take",
        code ->
            code.aload(0)
                .getfield(taking, "streams", streams)
                .aload(1)
                .invokevirtual(record, "stream", MethodTypeDesc.of(stream))
                .invokevirtual(
                    streams,
                    "lock",
                    MethodTypeDesc.of(Optional.class.describeConstable().orElseThrow(), stream))
                .pop()
                .aload(0)
                .aload(1)
                .invokevirtual(
                    taking, "next", MethodTypeDesc.of(ClassDesc.of(INBOX + "Then"), record))
                .areturn());
  }

  private static Edit everyIdIsNew() {
    return Edit.text(
        INBOX + "InboxStreams",
        "on conflict do nothing",
        "on conflict (tenant, event_id) do update set outcome = excluded.outcome");
  }

  private static Edit markedFirst() {
    ClassDesc relay = ClassDesc.of(OUTBOX + "ActiveRelay");
    ClassDesc unsent = ClassDesc.of(OUTBOX + "UnsentEvents");
    return Edit.code(
        OUTBOX + "ActiveRelay",
        "send",
        "marks first",
        new CodeTransform() {
          @Override
          public void atStart(CodeBuilder builder) {
            builder
                .aload(0)
                .getfield(relay, "unsent", unsent)
                .aload(1)
                .invokevirtual(
                    unsent, "markSent", MethodTypeDesc.of(ConstantDescs.CD_void, CD_List));
          }

          @Override
          public void accept(CodeBuilder builder, java.lang.classfile.CodeElement element) {
            builder.with(element);
          }
        });
  }

  private static Edit nothingIsLeft() {
    return Edit.code(
        INBOX + "EventConsumer",
        "take",
        "what failed counts as taken",
        after(
            "takeTogether",
            code -> code.pop().invokestatic(CD_List, "of", MethodTypeDesc.of(CD_List), true)));
  }

  private static CodeTransform after(String call, Consumer<CodeBuilder> more) {
    return (builder, element) -> {
      builder.with(element);
      if (element instanceof InvokeInstruction invoked && invoked.name().equalsString(call)) {
        more.accept(builder);
      }
    };
  }
}
