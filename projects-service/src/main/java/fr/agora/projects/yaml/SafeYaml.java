package fr.agora.projects.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads YAML as maps, lists and texts: no types of anybody's, no bombs, no documents without end. */
public final class SafeYaml {

    /** Characters of one document: the largest publiccode.yml known is a tenth of that. */
    public static final int LONGEST = 256 * 1024;

    private static final int DEEPEST = 20;
    private static final int MOST_ALIASES = 20;
    private static final int MOST_DOCUMENTS = 5_000;

    private SafeYaml() {}

    /** The one document of a text; an empty map where there is none. */
    public static Map<?, ?> map(String text) {
        List<Object> documents = all(text, LONGEST);
        if (documents.isEmpty()) {
            return Map.of();
        }
        if (documents.size() > 1 || !(documents.getFirst() instanceof Map<?, ?> map)) {
            throw new YamlRefused("yaml.not-a-map", 0);
        }
        return map;
    }

    /** All documents of a text, the entries of a list counting as documents. */
    public static List<Object> all(String text, int longest) {
        if (text.length() > longest) {
            throw new YamlRefused("yaml.too-long", 0);
        }
        List<Object> documents = new ArrayList<>();
        try {
            for (Object document : reader(longest).loadAll(text)) {
                if (document instanceof List<?> list) {
                    documents.addAll(
                            list.stream().map(each -> each == null ? "" : each).toList());
                } else if (document != null && !document.equals("")) {
                    documents.add(document);
                }
                if (documents.size() > MOST_DOCUMENTS) {
                    throw new YamlRefused("yaml.too-long", 0);
                }
            }
        } catch (MarkedYAMLException wrong) {
            throw new YamlRefused(
                    "yaml.malformed",
                    wrong.getProblemMark() == null ? 0 : wrong.getProblemMark().getLine() + 1);
        } catch (YAMLException tooMuch) {
            // the limits of the reader: depth, aliases, length
            throw new YamlRefused("yaml.too-complex", 0);
        } catch (StackOverflowError nested) {
            throw new YamlRefused("yaml.too-complex", 0);
        }
        return documents;
    }

    private static Yaml reader(int longest) {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(longest);
        limits.setNestingDepthLimit(DEEPEST);
        limits.setMaxAliasesForCollections(MOST_ALIASES);
        limits.setAllowRecursiveKeys(false);
        limits.setAllowDuplicateKeys(false);
        DumperOptions unused = new DumperOptions();
        return new Yaml(new SafeConstructor(limits), new Representer(unused), unused, limits, new TextsOnly());
    }

    /** « 2026-01-31 », « no » and « 1.10 » stay what was written. */
    private static final class TextsOnly extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            // none
        }
    }
}
