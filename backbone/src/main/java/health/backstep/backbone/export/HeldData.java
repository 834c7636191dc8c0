package health.backstep.backbone.export;

import java.util.List;

/** What a service tells of its own tables, in the order in which they are exported. */
public interface HeldData {

  /** Its tables with personal rows. One that is not named here is exported without words. */
  List<HeldTable> tables();

  /** Its tables that name patients and are not exported. */
  List<LeftOut> leftOut();
}
