package fr.agora.projects.importing;

import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.ImportEntries;
import fr.agora.platform.web.ImportEntry;
import fr.agora.platform.web.ProblemException;
import fr.agora.projects.yaml.SafeYaml;
import fr.agora.projects.yaml.YamlRefused;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A collection of publiccode.yml: several documents in one file, or a list of them. */
final class PubliccodeEntries implements ImportEntries {

    private static final int LONGEST = 8 * 1024 * 1024;

    private final Iterator<Object> documents;
    private long number;

    PubliccodeEntries(String text) {
        try {
            documents = SafeYaml.all(text, LONGEST).iterator();
        } catch (YamlRefused refused) {
            throw ProblemException.invalidField("file", refused.key(), refused.line());
        }
    }

    @Override
    public @Nullable ImportEntry next() {
        if (!documents.hasNext()) {
            return null;
        }
        number++;
        return documents.next() instanceof Map<?, ?> document
                ? new ImportEntry.Read(number, PubliccodeLine.read(document))
                : new ImportEntry.Unreadable(number, FieldProblem.of("line", "yaml.not-a-map"));
    }
}
