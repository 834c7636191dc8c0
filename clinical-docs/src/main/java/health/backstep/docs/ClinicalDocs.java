package health.backstep.docs;

import health.backstep.plan.catalogue.Block;
import health.backstep.plan.catalogue.Catalogue;
import health.backstep.plan.catalogue.wire.CatalogueFiles;
import health.backstep.rules.RuleSet;
import health.backstep.rules.Sources;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** The generated files: the page and its pictures. */
public final class ClinicalDocs {

  private ClinicalDocs() {}

  /** Text of each file by its path in the folder {@code docs}; the same each time. */
  public static SortedMap<String, String> files() {
    Catalogue catalogue = CatalogueFiles.read();
    SortedMap<String, String> files = new TreeMap<>();
    files.put("clinical.md", new ClinicalPage(RuleSet.current(), Sources.read(), catalogue).text());
    for (Block block : Block.values()) {
      files.put(picture(block), LadderPicture.of(block, catalogue));
    }
    return files;
  }

  static String picture(Block block) {
    return "clinical/ladders-" + block.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".svg";
  }
}
