package health.backstep.backbone.inbox;

/**
 * What a service does with an event after which its source says nothing more of the patient. It is
 * taken in wherever the stream is, because nothing that may be missing before it counts any more,
 * and nothing is noted of it. When the same event comes again it must do nothing more.
 *
 * <p>On a topic that is read for such events alone, all others are passed over unnoted.
 */
public interface LastWordHandler extends EventHandler {}
